import Crypto
import JuheKit

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
        var bytes = fields.bytes
        VolatileAddress.takeOut(of: &bytes)
        return SHA256.hash(data: bytes).withUnsafeBytes(Array.init)
    }

    /// What is hashed.
    private struct Fields {
        private(set) var bytes: [UInt8] = []

        init(room: Int) { bytes.reserveCapacity(room) }

        mutating func add(_ text: String?) {
            if var text { text.withUTF8 { bytes.append(contentsOf: $0) } }
            bytes.append(0xFF)
        }

        /// A text without what changes by itself.
        mutating func addText(_ text: String?) {
            if var text { text.withUTF8 { VolatileText.appendRest(of: $0, to: &bytes) } }
            bytes.append(0xFF)
        }
    }
}
