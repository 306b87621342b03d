import JuheKit
import Store

/// What one source gave, and what the operator is to hear of it. It goes from hand to hand, and has too much to be copied.
final class Outcome: Sendable {
    let profile: SourceProfile
    let batch: SourceBatch
    let isUnchanged: Bool
    let hasBrokenOff: Bool
    let notes: [Failure]
    /// Bytes that came from the network.
    let received: Int
    /// Why it was not asked after all.
    let postponed: Failure?
    /// What the source does once its batch is stored.
    let afterStoring: (@Sendable (_ isStored: Bool) async -> [Failure])?
    let failuresInARow: Int
    let isNews: Bool
    let hasRecovered: Bool

    /// The operator hears of a failure when it has held for so many runs, when another one joins it, and when all is
    /// well again; never in every run.
    /// - Parameter lacking: how many items lack the text that belongs to them.
    init(
        profile: SourceProfile, batch: SourceBatch, isUnchanged: Bool, hasBrokenOff: Bool, notes: [Failure],
        received: Int, lacking: Int = 0, postponed: Failure?,
        afterStoring: (@Sendable (_ isStored: Bool) async -> [Failure])?,
        record: SourceRecord?, reportAfter: Int
    ) {
        self.profile = profile
        self.batch = batch
        self.isUnchanged = isUnchanged
        self.hasBrokenOff = hasBrokenOff
        self.notes = notes
        self.received = received
        self.postponed = postponed
        self.afterStoring = afterStoring
        let isFailing = !batch.failures.isEmpty
        let reported = record?.reported ?? []
        failuresInARow = isFailing ? (record?.failures ?? 0) + 1 : 0
        let hasNew = !Set(batch.failures.map(\.signature)).isSubset(of: reported)
        isNews = isFailing && failuresInARow >= reportAfter && hasNew
        // Articles that are not asked for any more, or not now, have not come back.
        let isStillLacking = lacking > 0 && record?.course.failingSince == nil
        hasRecovered = !isFailing && !reported.isEmpty && !isStillLacking
    }

    /// About how much memory its items take.
    var bytes: Int {
        batch.items.reduce(0) { sum, item in
            sum + (item.item.contentHTML?.utf8.count ?? 0) + (item.item.contentText?.utf8.count ?? 0)
        }
    }

    func entry(_ count: IngestCount) -> CollectReport.Entry {
        var notes = notes
        if count.renamed > 0 { notes.append(Failure(.malformed, profile.id, .renamedItems(count.renamed))) }
        return CollectReport.Entry(
            profile: profile, count: count, isUnchanged: isUnchanged, hasBrokenOff: hasBrokenOff,
            failures: batch.failures, notes: notes, failuresInARow: failuresInARow, isNews: isNews,
            hasRecovered: hasRecovered)
    }
}
