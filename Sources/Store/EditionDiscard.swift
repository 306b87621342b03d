package import Foundation
package import JuheKit

/// What stays of an edition that was discarded before it was out: its number is the next one's, and the ledger still says that
/// there was one, who took it out and why.
package struct EditionDiscard: Sendable, Hashable {
    /// Its key in the store while it was there.
    package var edition: Int64
    /// The bulletin's identifier.
    package var bulletin: String
    /// Which row of numbers it counted in.
    package var series: Edition.Series
    /// The year it counted in.
    package var year: Int
    /// 第N期, as it would have been.
    package var number: Int
    /// Which correction it was; 0 for none.
    package var revision: Int
    /// How far it had come through its review.
    package var stage: ReviewStage
    /// How many items it cited.
    package var items: Int
    /// When it was sealed, UTC.
    package var sealedAt: Date
    /// Who sealed it.
    package var sealedBy: String
    /// When it was discarded, UTC.
    package var at: Date
    /// Who discarded it.
    package var person: String
    /// Why.
    package var note: String?
    /// The hash of what it said.
    package var content: String
    /// The hash of the last step of its review, if it had one.
    package var lastStep: String?

    /// A discarded edition.
    package init(
        _ record: EditionRecord, at instant: Date, by person: String, note: String?, content: String, lastStep: String?
    ) {
        edition = record.id
        bulletin = record.bulletin
        series = record.series
        year = record.year
        number = record.number
        revision = record.revision
        stage = record.stage
        items = record.items
        sealedAt = record.sealedAt
        sealedBy = record.sealedBy
        at = instant
        self.person = person
        self.note = note
        self.content = content
        self.lastStep = lastStep
    }
}
