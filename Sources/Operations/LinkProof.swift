package import Bulletin
package import JuheKit

/// Asks the addresses of an edition whether they still lead somewhere.
package struct LinkProof: Sendable {
    private let fetcher: any Fetcher

    /// Pages asked at the same time; the fetcher keeps to its own limits for each host.
    private static let width = 16
    /// What is read of a page: whether it answers is all that counts.
    private static let mostBytes = 65_536

    /// A proof through a fetcher.
    package init(fetcher: any Fetcher) { self.fetcher = fetcher }

    /// The addresses that lead nowhere, each with the entry that has it, in print order.
    package func findings(_ edition: Edition) async -> [ProofFinding] {
        let printed = PrintedEdition(edition)
        let links = printed.sections.flatMap(\.groups).flatMap(\.entries).compactMap { entry in
            entry.url.map { (place: printed.words(.placeTitle(entry.number)), url: $0) }
        }.filter { $0.url.hasPrefix("http") }
        let addresses = Set(links.map(\.url)).sorted()
        let failures = await withTaskGroup(of: (String, Failure?).self) { group in
            var rest = addresses[...]
            var failures: [String: Failure] = [:]
            func ask() {
                guard let url = rest.popFirst() else { return }
                group.addTask { (url, await failure(of: url)) }
            }
            for _ in 0..<Self.width { ask() }
            for await (url, failure) in group {
                failures[url] = failure
                ask()
            }
            return failures
        }
        return links.compactMap { link in
            failures[link.url].map {
                ProofFinding(place: link.place, found: link.url, suggestion: nil, reason: $0.phrase)
            }
        }
    }

    private func failure(of url: String) async -> Failure? {
        do throws(Failure) {
            _ = try await fetcher.fetch(FetchRequest(url: url, maximumBytes: Self.mostBytes))
            return nil
        } catch {
            // More than was asked for is an answer; who is not asked today may well be there.
            return [.tooLarge, .postponed, .robots].contains(error.code) ? nil : error
        }
    }
}
