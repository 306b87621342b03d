package import Bulletin
package import Configuration
import Foundation
package import JuheKit
package import Store

/// Fetches the lead images of an edition's items, so that they are kept with it and no reader's program asks for them.
package struct Illustrating: Sendable {
    private let store: any StreamStore
    private let fetcher: any Fetcher
    private let ways: [String: SourceWay]

    /// The largest file that is kept.
    private static let mostBytes = 1_000_000
    /// Smaller ones are logos and counters.
    private static let leastWidth = 200
    /// Larger ones cost a reader's program more memory than a picture in a bulletin is worth.
    private static let mostPixels = 40_000_000

    /// Pictures by a fetcher, kept in a store.
    ///
    /// - Parameter ways: how each source reaches the network, and what of the office's own, by its identifier: its pictures
    ///   are fetched with no more and no less.
    package init(store: any StreamStore, fetcher: any Fetcher, ways: [String: SourceWay] = [:]) {
        self.store = store
        self.fetcher = fetcher
        self.ways = ways
    }

    /// The pictures of an edition that is about to be sealed, and what could not be had.
    ///
    /// Highlights come first, then print order; an item without a picture, or whose picture is not what it should be, is passed
    /// over, and the next one's is taken.
    ///
    /// - Parameter most: pictures that are kept at most.
    package func pictures(
        of draft: EditionDraft, most: Int
    ) async throws -> (kept: [EditionLayout.KeptPicture], failures: [Failure]) {
        var kept: [EditionLayout.KeptPicture] = []
        var failures: [Failure] = []
        let highlights = Set(draft.highlights)
        let entries =
            draft.entries.filter { highlights.contains($0.number) }
            + draft.entries.filter { !highlights.contains($0.number) }
        var attempts = 2 * most
        for entry in entries {
            guard kept.count < most, attempts > 0 else { break }
            guard let address = entry.item.image, PrintedLink.uri(address)?.hasPrefix("http") == true else { continue }
            attempts -= 1
            do throws(Failure) {
                let bytes = try await fetch(address, of: entry.item.details.source)
                guard let head = PictureHead(bytes), head.width >= Self.leastWidth,
                    head.width * head.height <= Self.mostPixels
                else { throw Failure(.malformed, address, .noPicture) }
                let digest = ContentHash.bytes(bytes)
                do {
                    try store.keep(EditionFile(digest: digest, type: head.type, content: bytes))
                } catch {
                    throw Failure(.store, address, .pluginFailed("\(error)"))
                }
                kept.append(
                    EditionLayout.KeptPicture(
                        item: entry.number, digest: digest, width: head.width, height: head.height,
                        alternative: Self.alternative(of: address, in: entry.item)))
            } catch {
                failures.append(error)
            }
        }
        return (kept, failures)
    }

    private func fetch(_ address: String, of source: String?) async throws(Failure) -> [UInt8] {
        let accept = HeaderField("Accept", "image/jpeg, image/png, image/gif")
        return try await fetcher.fetch(
            (source.flatMap { ways[$0] } ?? SourceWay()).request(
                address, headers: [accept], maximumBytes: Self.mostBytes, timeout: 20)
        ).body
    }

    /// What the page that the picture stands in says that it shows; else the item's title.
    private static func alternative(of address: String, in item: Item) -> String {
        let html = item.contentHTML ?? ""
        for tag in html.matches(of: /<img\b[^>]*>/) {
            let text = String(tag.0)
            guard let source = text.firstMatch(of: /\bsrc="([^"]*)"/)?.1,
                source.replacing("&amp;", with: "&") == address,
                let words = text.firstMatch(of: /\balt="([^"]+)"/)?.1
            else { continue }
            return String(words).replacing("&quot;", with: "\"").replacing("&lt;", with: "<").replacing(
                "&gt;", with: ">"
            )
            .replacing("&#39;", with: "'").replacing("&amp;", with: "&")
        }
        return item.title ?? ""
    }
}
