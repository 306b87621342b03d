import Crypto
import JuheKit

/// What an item says, as 32 bytes: equal where title, address, content, summary, authors, tags, attachments and
/// document are equal, whatever its dates, its counters and the time of its printing.
enum Fingerprint {
    /// SHA-256 over the fields, each ended by a byte that UTF-8 never has.
    static func of(_ item: Item) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(512 + (item.contentHTML?.utf8.count ?? 0) + (item.contentText?.utf8.count ?? 0))
        func add(_ text: String?) {
            if let text { bytes.append(contentsOf: text.utf8) }
            bytes.append(0xFF)
        }
        func addText(_ text: String?) {
            if var text {
                text.withUTF8 { VolatileText.parts(of: $0) { bytes.append(contentsOf: $0) } }
            }
            bytes.append(0xFF)
        }
        add(item.title)
        add(item.url)
        add(item.externalURL)
        addText(item.contentHTML)
        addText(item.contentText)
        addText(item.summary)
        add(item.image)
        for author in item.authors {
            add(author.name)
            add(author.url)
        }
        add(nil)
        item.tags.forEach(add)
        add(nil)
        for attachment in item.attachments {
            add(attachment.url)
            add(attachment.title)
        }
        add(nil)
        add(item.details.document?.number)
        add(item.details.document?.validity)
        return SHA256.hash(data: bytes).withUnsafeBytes(Array.init)
    }
}
