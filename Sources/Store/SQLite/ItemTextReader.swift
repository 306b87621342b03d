import Foundation
import GRDB
import JuheKit

/// Reads of an item only what search and stories look at: reading all of it costs several times as much.
struct ItemTextReader {
    /// What is read, in this order; more columns may follow.
    static let columns = "number, source, title, html, text, summary, attachments, unit, origin, document"
    /// How many these are.
    static let count = 10
    private let decoder = JSONDecoder()

    /// The item of a row selected by ``columns``; what they leave out is empty in it.
    func item(_ row: Row) -> Item {
        var item = Item(id: "", title: row[2])
        item.contentHTML = row[3]
        if item.contentHTML == nil { item.contentText = row[4] }
        item.summary = row[5]
        if let text = row[6] as String? {
            item.attachments = (try? decoder.decode([Attachment].self, from: Data(text.utf8))) ?? []
        }
        var details = ItemDetails(unit: row[7], origin: row[8])
        details.number = row[0]
        details.source = row[1]
        details.document = (row[9] as String?).flatMap {
            try? decoder.decode(OfficialDocument.self, from: Data($0.utf8))
        }
        item.details = details
        return item
    }
}
