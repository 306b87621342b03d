internal import JuheKit

/// The HTML of an item as a feed may carry it.
///
/// The stream sanitized it on the way in; here only what a feed adds is done: no address that needs a base (the reader of
/// a merged feed has none), no style, which readers strip and validators warn of.
enum FeedHTML {
    /// An item's content as HTML; its plain text in paragraphs where it has no HTML; nothing where it has neither.
    static func content(_ item: Item) -> String? {
        if let html = item.contentHTML.map({ OutputText.block($0) }), html.utf8.contains(where: { $0 > 0x20 }) {
            return String(decoding: withoutBase(Array(html.utf8)), as: UTF8.self)
        }
        guard let text = item.contentText.map({ OutputText.block($0) }), text.utf8.contains(where: { $0 > 0x20 }) else {
            return nil
        }
        return paragraphs(text)
    }

    /// Plain text as HTML: a paragraph per block, a break per line.
    static func paragraphs(_ text: String) -> String {
        let lines = text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false)
            .map { String(decoding: $0, as: UTF8.self) }
        var paragraphs: [[String]] = [[]]
        for line in lines {
            if line.utf8.allSatisfy({ $0 <= 0x20 }) {
                paragraphs.append([])
            } else {
                paragraphs[paragraphs.count - 1].append(escaped(line))
            }
        }
        return paragraphs.filter { !$0.isEmpty }.map { "<p>" + $0.joined(separator: "<br>") + "</p>" }
            .joined(separator: "\n")
    }

    /// `text` so that HTML reads it as text.
    static func escaped(_ text: String) -> String {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.utf8.count)
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "&"): bytes += "&amp;".utf8
            case UInt8(ascii: "<"): bytes += "&lt;".utf8
            case UInt8(ascii: ">"): bytes += "&gt;".utf8
            default: bytes.append(byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// True where HTML would read something else than this text: a tag, a comment, a character reference.
    static func looksLikeMarkup(_ text: String) -> Bool {
        zip(text.utf8, text.utf8.dropFirst()).contains { byte, next in
            switch byte {
            case UInt8(ascii: "<"): isLetter(next) || "/!?".utf8.contains(next)
            case UInt8(ascii: "&"): isLetter(next) || next == UInt8(ascii: "#")
            default: false
            }
        }
    }

    /// Copies HTML and drops attributes whose address is relative, and `style`.
    static func withoutBase(_ html: [UInt8]) -> [UInt8] {
        var output: [UInt8] = []
        output.reserveCapacity(html.count)
        var index = 0
        while index < html.count {
            guard html[index] == UInt8(ascii: "<"), index + 1 < html.count, isLetter(html[index + 1]) else {
                output.append(html[index])
                index += 1
                continue
            }
            var tag = FeedTag(html, at: index + 1)
            output.append(UInt8(ascii: "<"))
            output += tag.name
            while let attribute = tag.nextAttribute() {
                if attribute.isPortable { output += [0x20] + attribute.source }
            }
            output += tag.isClosed ? " />".utf8 : ">".utf8
            index = tag.end
        }
        return output
    }

    private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }
}
