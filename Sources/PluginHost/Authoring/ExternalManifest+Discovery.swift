package import Configuration
internal import Foundation
internal import JuheKit

extension ExternalManifest {
    /// True where one of its patterns fits an address. `*` stands for anything; within the host for anything but a slash,
    /// so that no other host can pretend to be meant.
    package func knows(_ address: String) -> Bool {
        match.contains { pattern in
            let pattern = Self.halves(pattern)
            let address = Self.halves(address)
            return Self.fits(Array(address.host.lowercased().utf8)[...], Array(pattern.host.lowercased().utf8)[...])
                && Self.fits(Array(address.path.utf8)[...], Array(pattern.path.utf8)[...])
        }
    }

    /// The setting that takes the address: a required one, else the first.
    package var addressKey: String? {
        let addresses = options.filter { $0.shape == .address }
        return (addresses.first(where: \.isRequired) ?? addresses.first)?.key
    }

    /// Programs of the plugin's own folder that are not there, or may not be executed.
    package var missingPrograms: [String] {
        switch runtime {
        case .declarative: return []
        case .process(let command), .feedPrinter(let command):
            guard let first = command.first, first.contains("/"), !first.hasPrefix("/") else { return [] }
            return FileManager.default.isExecutableFile(atPath: folder + "/" + first) ? [] : [first]
        }
    }

    /// Scheme and host, and the rest.
    private static func halves(_ text: String) -> (host: String, path: String) {
        guard let scheme = text.range(of: "://"),
            let slash = text[scheme.upperBound...].firstIndex(where: { "/?#".contains($0) })
        else { return (text, "/") }
        return (String(text[..<slash]), String(text[slash...]))
    }

    /// A pattern of `*` and letters, without going back more than to the last `*`.
    private static func fits(_ text: ArraySlice<UInt8>, _ pattern: ArraySlice<UInt8>) -> Bool {
        var (at, place) = (text.startIndex, pattern.startIndex)
        var retry: (at: Int, place: Int)?
        while at < text.endIndex {
            if place < pattern.endIndex, pattern[place] == UInt8(ascii: "*") {
                place += 1
                retry = (at, place)
            } else if place < pattern.endIndex, pattern[place] == text[at] {
                at += 1
                place += 1
            } else if let last = retry {
                at = last.at + 1
                place = last.place
                retry = (at, place)
            } else {
                return false
            }
        }
        return pattern[place...].allSatisfy { $0 == UInt8(ascii: "*") }
    }
}
