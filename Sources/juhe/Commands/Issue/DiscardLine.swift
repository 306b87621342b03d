import Configuration
import Foundation
import JuheKit
import Operations
import Store

/// A discarded edition as `juhe issue list --discarded` prints it.
struct DiscardLine: Encodable {
    var bulletin: String
    var series: String
    var year: Int
    var number: Int
    var revision: Int
    var stage: String
    var items: Int
    var sealedAt: Date
    var sealedBy: String
    var discardedAt: Date
    var discardedBy: String
    var note: String?
    var content: String
    var lastStep: String?

    private enum CodingKeys: String, CodingKey {
        case bulletin, series, year, number, revision, stage, items, note, content
        case sealedAt = "sealed_at"
        case sealedBy = "sealed_by"
        case discardedAt = "discarded_at"
        case discardedBy = "discarded_by"
        case lastStep = "last_step"
    }

    init(_ discard: EditionDiscard) {
        bulletin = discard.bulletin
        series = discard.series.rawValue
        year = discard.year
        number = discard.number
        revision = discard.revision
        stage = discard.stage.rawValue
        items = discard.items
        sealedAt = discard.sealedAt
        sealedBy = discard.sealedBy
        discardedAt = discard.at
        discardedBy = discard.person
        note = discard.note
        content = discard.content
        lastStep = discard.lastStep
    }

    /// Prints them, as JSON Lines or as a table.
    static func print(_ list: [EditionDiscard], _ session: Session, isJSON: Bool) throws {
        if isJSON {
            for discard in list { Console.write(try JSONLines.text(DiscardLine(discard)), to: STDOUT_FILENO) }
            return
        }
        let language = session.console.language
        let heads: [Phrase] = [.aBulletin, .issue, .stage, .items, .discardedAt, .discardedBy, .note]
        var table = TextTable(heads.map { $0.text(language) })
        for discard in list {
            table.add([
                discard.bulletin, "\(discard.year)-\(discard.number)", Phrase.name(of: discard.stage).text(language),
                String(discard.items), session.configuration.zone.civilTime(discard.at).isoMinute, discard.person,
                discard.note ?? "",
            ])
        }
        if !list.isEmpty { table.lines.forEach(session.console.print) }
    }
}
