import Crypto
import JuheKit
import Markup

/// What an item says, as 32 bytes: equal where title, address, content, summary, authors, tags, attachments and
/// document are equal, whatever its dates, its counters and the time of its printing, and whether its addresses begin
/// with `http` or `https`: a site that has learnt to speak the other says the same as before.
enum Fingerprint {
    /// SHA-256 over the fields, each ended by a byte that UTF-8 never has.
    static func of(_ item: Item) -> [UInt8] {
        var fields = Fields(room: 512 + (item.contentHTML?.utf8.count ?? 0) + (item.contentText?.utf8.count ?? 0))
        fields.add(item.title)
        fields.add(item.url)
        fields.add(item.externalURL)
        fields.addText(item.contentHTML)
        fields.addText(item.contentText)
        fields.addText(item.summary)
        fields.add(item.image)
        for author in item.authors {
            fields.add(author.name)
            fields.add(author.url)
        }
        fields.add(nil)
        for tag in item.tags { fields.add(tag) }
        fields.add(nil)
        for attachment in item.attachments {
            fields.add(attachment.url)
            fields.add(attachment.title)
        }
        fields.add(nil)
        fields.add(item.details.document?.number)
        fields.add(item.details.document?.validity)
        fields.dropSchemes()
        return SHA256.hash(data: fields.bytes).withUnsafeBytes(Array.init)
    }

    /// What is hashed.
    private struct Fields {
        private(set) var bytes: [UInt8] = []

        init(room: Int) { bytes.reserveCapacity(room) }

        mutating func add(_ text: String?) {
            if var text { text.withUTF8 { bytes.append(contentsOf: $0) } }
            bytes.append(0xFF)
        }

        /// Makes `http` of every `https` that an address begins with.
        mutating func dropSchemes() {
            let count = bytes.withUnsafeMutableBufferPointer { buffer in
                guard let base = buffer.baseAddress else { return 0 }
                let (text, count) = (UnsafePointer(base), buffer.count)
                var (kept, from) = (0, 0)
                func keep(to end: Int) {
                    if kept != from { (base + kept).update(from: base + from, count: end - from) }
                    kept += end - from
                }
                var place = 0
                while let colon = Bytes.find("://", in: text, from: place, to: count) {
                    place = colon + 3
                    guard colon - from >= 5, Bytes.matches("https", in: text, at: colon - 5, to: count) else {
                        continue
                    }
                    keep(to: colon - 1)
                    from = colon
                }
                keep(to: count)
                return kept
            }
            bytes.removeLast(bytes.count - count)
        }

        /// A text without what changes by itself.
        mutating func addText(_ text: String?) {
            if var text { text.withUTF8 { VolatileText.appendRest(of: $0, to: &bytes) } }
            bytes.append(0xFF)
        }
    }
}
