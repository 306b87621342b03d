import JuheKit
import Markup

/// How a page's programs put the address of an entry together from its number: `'detail.html?id=' + item.id`,
/// `` `/news/${e.id}.html` ``.
package struct EntryTemplate: Sendable, Equatable {
    let before: String
    /// The member that the address takes.
    let key: String
    let after: String
    /// What the address is relative to.
    private let base: String?

    /// Bytes of a page that are looked through, templates that are kept, and bytes of a name.
    private static let (longest, most, longestName) = (500_000, 8, 40)

    /// All templates of a page, in order.
    package static func all(in page: PageDocument) -> [EntryTemplate] {
        guard page.html != nil else { return [] }
        let bytes = Array(page.text.utf8.prefix(longest))
        var found: [EntryTemplate] = []
        for at in bytes.indices where found.count < most {
            guard let template = template(bytes, at, page.address), !found.contains(template) else { continue }
            found.append(template)
        }
        return found
    }

    /// The address of an entry; nothing where it lacks the member.
    func address(of object: JSONValue) -> String? {
        guard let value = object[key]?.text?.trimmed, !value.isEmpty, value.utf8.count <= 64,
            value.utf8.allSatisfy({ Self.isName($0) || $0 == UInt8(ascii: "-") })
        else { return nil }
        return PageLinks.address(before + value + after, against: base)
    }

    /// The template whose name begins behind a `+` or in a `${`.
    private static func template(_ bytes: [UInt8], _ at: Int, _ base: String?) -> EntryTemplate? {
        let isInText = bytes[at] == UInt8(ascii: "$") && at + 1 < bytes.count && bytes[at + 1] == UInt8(ascii: "{")
        guard isInText || bytes[at] == UInt8(ascii: "+"), at > 0 else { return nil }
        var end = at
        if !isInText {
            end -= 1
            while end > 0, bytes[end] == 0x20 { end -= 1 }
            guard isQuote(bytes[end]) else { return nil }
        }
        // `'+item.id`: the name behind it.
        var name = at + (isInText ? 2 : 1)
        while name < bytes.count, bytes[name] == 0x20 { name += 1 }
        let start = name
        while name < bytes.count, name - start <= longestName, isPath(bytes[name]) { name += 1 }
        guard (2...longestName).contains(name - start),
            let key = bytes[start..<name].split(separator: UInt8(ascii: ".")).last, key.allSatisfy(isName)
        else { return nil }
        let before = bytes[..<end].reversed().prefix { !isEdge($0) }.reversed()
        var text = String(decoding: Array(before), as: UTF8.self)
        if let mark = text.firstPlace(of: "href=") { text = String(text[mark.upperBound...]) }
        guard isAddress(text) else { return nil }
        while name < bytes.count, bytes[name] == 0x20 { name += 1 }
        if isInText {
            guard name < bytes.count, bytes[name] == UInt8(ascii: "}") else { return nil }
            name += 1
        } else {
            guard name < bytes.count, bytes[name] == UInt8(ascii: "+") else {
                return EntryTemplate(before: text, key: String(decoding: key, as: UTF8.self), after: "", base: base)
            }
            name += 1
            while name < bytes.count, bytes[name] == 0x20 { name += 1 }
            guard name < bytes.count, isQuote(bytes[name]) else { return nil }
            name += 1
        }
        let after = bytes[name...].prefix(longestName).prefix { !isEdge($0) }
        return EntryTemplate(
            before: text, key: String(decoding: key, as: UTF8.self), after: String(decoding: after, as: UTF8.self),
            base: base)
    }

    /// True for the beginning of a page's address: `detail.html?id=`, `/news/`; interfaces are no pages.
    private static func isAddress(_ text: String) -> Bool {
        guard (2...200).contains(text.utf8.count), let last = text.last, "=/_-".contains(last), !text.contains("/api/"),
            !text.contains(".json"), !text.contains("{")
        else { return false }
        return last == "=" ? text.contains("?") : text.contains("/")
    }

    private static func isQuote(_ byte: UInt8) -> Bool { "\"'`".utf8.contains(byte) }

    /// What ends a literal, or the part of it that is an address.
    private static func isEdge(_ byte: UInt8) -> Bool { byte <= 0x20 || "\"'`<>()\\".utf8.contains(byte) }

    private static func isName(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"):
            true
        default: false
        }
    }

    private static func isPath(_ byte: UInt8) -> Bool { isName(byte) || ".[]$".utf8.contains(byte) }
}
