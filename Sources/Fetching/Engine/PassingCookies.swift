internal import JuheKit

/// The cookies that answers set on the way of one question: a redirect may lead back to where it came from, and the server
/// tells by them that it was followed. They go back to the host that set them only, and are forgotten with the answer.
struct PassingCookies {
    private var cookies: [(host: WebAddress, name: String, value: String)] = []

    /// More cookies, or bytes of one, than any honest server sets on the way.
    private static let (most, longest) = (20, 4_096)

    /// Takes what an answer sets (RFC 6265 §5.2); of the attributes only the end of a cookie's life counts.
    mutating func take(_ fields: [HeaderField], from address: WebAddress) {
        for field in fields where asciiLowercased(field.name) == "set-cookie" && field.value.utf8.count <= Self.longest
        {
            let parts = field.value.split(separator: ";")
            let pair = parts.first?.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false) ?? []
            guard pair.count == 2, case let name = Self.bare(pair[0]), !name.isEmpty,
                field.value.utf8.allSatisfy({ $0 >= 0x20 && $0 != 0x7F })
            else { continue }
            cookies.removeAll { $0.name == name && address.isSameHost(as: $0.host) }
            let isOver = parts.dropFirst().contains {
                let attribute = asciiLowercased(Self.bare($0))
                return attribute == "max-age=0" || attribute.hasPrefix("max-age=-")
            }
            if !isOver, cookies.count < Self.most { cookies.append((address, name, Self.bare(pair[1]))) }
        }
    }

    /// The header line for an address; nothing where there is none.
    func line(for address: WebAddress) -> String? {
        let pairs = cookies.filter { address.isSameHost(as: $0.host) }.map { "\($0.name)=\($0.value)" }
        return pairs.isEmpty ? nil : "Cookie: \(pairs.joined(separator: "; "))"
    }

    private static func bare(_ text: Substring) -> String {
        String(text.drop { $0 == " " || $0 == "\t" }.reversed().drop { $0 == " " || $0 == "\t" }.reversed())
    }
}
