package import Foundation
package import JuheKit

/// What is to be sealed: everything but its numbers, which the store gives.
package struct EditionSeal: Sendable {
    /// The bulletin's identifier.
    package var bulletin: String
    /// The year it counts in.
    package var year: Int
    /// The watermark of the edition before; sealing fails where another edition was sealed in between.
    package var after: Int64
    /// The watermark of this edition.
    package var through: Int64
    /// When, UTC.
    package var sealedAt: Date
    /// Its layout, in the bulletin room's own form.
    package var layout: String
    /// Every version it cites, in print order.
    package var citations: [Citation]
    /// Where it is to be delivered, once it is released.
    package var sinks: [String]
    /// Which row of numbers it counts in.
    package var series = Edition.Series.regular
    /// The key of the edition it corrects; it then takes that one's numbers.
    package var corrects: Int64?
    /// The hash of the settings it was made by.
    package var configuration = ""
    /// Who sealed it.
    package var sealedBy = ""
    /// How far it has come through its review.
    package var stage = ReviewStage.released

    /// A seal.
    package init(
        bulletin: String, year: Int, after: Int64, through: Int64, sealedAt: Date, layout: String,
        citations: [Citation], sinks: [String]
    ) {
        self.bulletin = bulletin
        self.year = year
        self.after = after
        self.through = through
        self.sealedAt = sealedAt
        self.layout = layout
        self.citations = citations
        self.sinks = sinks
    }
}

/// A sealed edition in the ledger.
package struct EditionRecord: Sendable, Hashable {
    /// Its key in the store.
    package var id: Int64
    /// The bulletin's identifier.
    package var bulletin: String
    /// The year it counts in.
    package var year: Int
    /// 第N期.
    package var number: Int
    /// 总第N期.
    package var total: Int
    /// The watermark of the edition before.
    package var after: Int64
    /// Its own watermark.
    package var through: Int64
    /// When it was sealed, UTC.
    package var sealedAt: Date
    /// Its layout, in the bulletin room's own form.
    package var layout: String
    /// How many items it cites.
    package var items: Int
    /// Which row of numbers it counts in.
    package var series: Edition.Series
    /// 0 for the edition itself, 1 for its first correction, and so on.
    package var revision: Int
    /// The key of the edition it corrects.
    package var corrects: Int64?
    /// The hash of the settings it was made by.
    package var configuration: String
    /// Who sealed it.
    package var sealedBy: String
    /// How far it has come through its review; only a released one is delivered, and never changes again.
    package var stage: ReviewStage
}

/// A version that an edition cites, with its fingerprint as it was when it was sealed.
package struct CitedVersion: Sendable, Hashable {
    /// The item's number.
    package var number: Int64
    /// Its version.
    package var version: Int
    /// The version's fingerprint.
    package var fingerprint: [UInt8]
}

/// One edition on its way to one sink.
package struct DeliveryRecord: Sendable, Hashable {
    /// Where a delivery stands.
    package enum State: String, Sendable {
        case pending, sent, failed
    }

    /// Its key in the store.
    package var id: Int64
    /// The edition's key.
    package var edition: Int64
    /// The sink's identifier.
    package var sink: String
    /// Where it stands; `failed` is final, `pending` will be tried again.
    package var state: State
    /// Attempts so far.
    package var attempts: Int
    /// Why the last attempt failed.
    package var failure: Failure?
    /// How far an attempt came that was broken off, in the sink's own words.
    package var progress: String?
}

/// How an attempt to deliver ended.
package enum DeliveryOutcome: Sendable {
    /// The channel has it.
    case sent
    /// It does not; whether trying again helps is the failure's to say.
    case failed(Failure)
}

/// How a run ended, for `juhe status`.
package struct RunRecord: Sendable, Hashable, Codable {
    /// When it began, UTC.
    package var started: Date
    /// When it ended, UTC.
    package var finished: Date
    /// Its exit code.
    package var exitCode: Int32
    /// Sources asked, and how many of them failed.
    package var sources: Int
    /// How many of them failed, wholly or in part.
    package var failed: Int
    /// Items by what became of them.
    package var new: Int
    /// New versions.
    package var changed: Int
    /// Items as they were.
    package var unchanged: Int
    /// Editions sealed.
    package var editions: Int

    private enum CodingKeys: String, CodingKey {
        case started, finished, sources, failed, new, changed, unchanged, editions
        case exitCode = "exit_code"
    }

    /// A run.
    package init(
        started: Date, finished: Date, exitCode: Int32, sources: Int = 0, failed: Int = 0, new: Int = 0,
        changed: Int = 0, unchanged: Int = 0, editions: Int = 0
    ) {
        self.started = started
        self.finished = finished
        self.exitCode = exitCode
        self.sources = sources
        self.failed = failed
        self.new = new
        self.changed = changed
        self.unchanged = unchanged
        self.editions = editions
    }
}
