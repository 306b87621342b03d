package import Foundation
package import JuheKit
package import Search

/// What the product asks of its memory, in the field's own operations: the SQLite store answers today, another engine
/// can answer tomorrow without a line changed above it.
package protocol StreamStore: Sendable {
    /// What is remembered of every source, by identifier.
    func sources() throws -> [String: SourceRecord]
    /// Takes in what sources brought, all or nothing: items, retractions, checkpoints and outcomes in one transaction.
    ///
    /// - Parameter leavingRest: true for items that were not understood: they are put among ``itemsToLabel(limit:)``, and what
    ///   stories and search keep of them is made when these come to them.
    func ingest(_ batches: [SourceBatch], at now: Date, leavingRest: Bool) throws -> [IngestCount]
    /// The fingerprints of those of a source's items that are in the stream, 32 bytes each, by identity.
    func fingerprints(of source: String, _ identities: [String]) throws -> [String: [UInt8]]

    /// Writes down which failures the operator has heard of, by source.
    func setReported(_ reported: [String: Set<String>]) throws

    /// Mutes a source or lets it speak again.
    func setMute(_ mute: SourceCourse.Mute?, of source: String) throws
    /// The files that an operator is to look at or has decided on, oldest first.
    func heldFiles() throws -> [HeldFile]
    /// Writes down what an operator decided on a file.
    func decide(_ file: HeldFile, as state: HeldFile.State) throws

    /// The number of the newest change of the stream; 0 for an empty one.
    func watermark() throws -> Int64
    /// Items that match, newest first.
    func items(_ query: ItemQuery) throws -> [Item]
    /// One item at its newest version, or at a given one.
    func item(number: Int64, version: Int?) throws -> Item?
    /// Every item whose newest change lies after one watermark and not after another, newest first.
    func changes(after: Int64, through: Int64) throws -> [ChangedItem]
    /// The newest items as they stood at a watermark, newest first.
    func items(asOf watermark: Int64, limit: Int) throws -> [Item]
    /// The newest items that a query finds, as they stood at a watermark, newest first.
    func items(asOf watermark: Int64, matching query: SearchQuery, limit: Int) throws -> [Item]
    /// The cited versions, in the order asked. An item the store no longer has is a failure.
    func items(cited: [Citation]) throws -> [Item]
    /// How many items there are, deleted ones not counted.
    func itemCount() throws -> Int

    /// How many changes the word index does not know yet.
    func changesToIndex() throws -> Int64
    /// Brings the word index up to the newest change; makes it where it is missing.
    func updateIndex() throws -> Int
    /// Makes the word index anew.
    func rebuildIndex() throws -> Int
    /// Items that a query finds.
    func search(_ query: SearchQuery, order: SearchOrder, limit: Int, now: Date) throws -> [SearchHit]

    /// Marks every item to be labelled anew where the vocabulary is another one than before.
    func adopt(vocabulary: String) throws
    /// Items that are to be labelled anew, at most `limit`, in the order of their numbers.
    func itemsToLabel(limit: Int) throws -> [Item]
    /// Takes in labels, deadlines and references of items that were labelled anew; corrections by people stand.
    func relabel(_ items: [Item]) throws
    /// Writes down what a person says an item is; it outlives every new labelling. False where there is no such item.
    func correct(_ correction: LabelCorrection) throws -> Bool
    /// Every correction, in the order of the items, with the item.
    func corrections() throws -> [(correction: LabelCorrection, item: Item)]
    /// Items with deadlines from `since` on and before `until`, in the order of their earliest one.
    func itemsDue(since: Date, until: Date?) throws -> [Item]
    /// How documents of the stream stand to each other, by item number.
    func standings(of items: [Item]) throws -> [Int64: [DocumentStanding]]

    /// Every version of an item, oldest first.
    func versions(of number: Int64) throws -> [Item]
    /// An item as it stood at a watermark.
    func item(number: Int64, asOf watermark: Int64) throws -> Item?
    /// Takes away what is older than its kind is kept.
    func prune(_ retention: Retention, at now: Date) throws -> PruneCount

    /// Gives stories to what is new or changed.
    func updateStories() throws -> Int
    /// The story of each of these items.
    func stories(of numbers: [Int64]) throws -> [Int64: StoryPlace]
    /// The items of a story, its head first.
    func story(_ story: Int64) throws -> [StoryMember]

    /// The editions of a bulletin, newest first; of all bulletins where none is named.
    func editions(of bulletin: String?) throws -> [EditionRecord]
    /// Numbers and keeps an edition and puts its deliveries into the outbox, in one transaction.
    ///
    /// Its deliveries wait until it is released. A correction takes the numbers of what it corrects.
    func seal(_ seal: EditionSeal) throws -> EditionRecord
    /// The versions an edition cites, in print order, with their fingerprints.
    func cited(in edition: Int64) throws -> [CitedVersion]
    /// Puts another content into an edition that is not released, and sends it back to the draft.
    func revise(edition: Int64, layout: String, citations: [Citation]) throws
    /// Takes an edition that is not released out of the ledger, and writes down that it was there.
    func discard(_ discard: EditionDiscard) throws
    /// The editions of a bulletin that were discarded, oldest first.
    func discards(of bulletin: String) throws -> [EditionDiscard]
    /// Keeps a file that editions need to be printed again.
    func keep(_ file: EditionFile) throws
    /// The file of a digest; nothing where it is not kept.
    func file(_ digest: String) throws -> EditionFile?
    /// The steps of an edition's review, oldest first.
    func reviewSteps(of edition: Int64) throws -> [ReviewStep]
    /// Adds a step to an edition's review and takes the edition to the step's stage; a release puts its deliveries into
    /// the outbox. All or nothing; fails where another step was added in between.
    func add(_ step: ReviewStep, to edition: Int64, sinks: [String]) throws

    /// The items of a span, by the day they were published, that name a unit and were not taken back.
    func publishedItems(from: Date, until: Date) throws -> [ItemTally]
    /// The items of a span, by the day they were published, that a released edition cites, each once; of every bulletin
    /// where none is named.
    func adoptedItems(from: Date, until: Date, bulletin: String?) throws -> [ItemTally]

    /// The deliveries that have not succeeded yet, oldest edition first.
    func pendingDeliveries() throws -> [DeliveryRecord]
    /// The deliveries that were given up, oldest edition first.
    func failedDeliveries() throws -> [DeliveryRecord]
    /// Every delivery of one edition.
    func deliveries(of edition: Int64) throws -> [DeliveryRecord]
    /// Puts an edition's deliveries back into the outbox.
    func redeliver(edition: Int64, sinks: [String]) throws
    /// Writes down how an attempt ended.
    func settle(delivery: Int64, as outcome: DeliveryOutcome, at now: Date) throws
    /// Writes down how far a delivery has come, at once.
    func remember(progress: String, of delivery: Int64) throws

    /// How far an enricher has come; nothing for one that is new.
    func enricherRecord(_ id: String) throws -> EnricherRecord?
    /// Items that an enricher has not had in their newest version, oldest change first, each with its place.
    func itemsToEnrich(
        after place: EnricherRecord.Place, limit: Int
    ) throws -> [(item: Item, place: EnricherRecord.Place)]
    /// Takes in what an enricher added, and how far it has come, in one transaction.
    func enrich(_ items: [Item], by record: EnricherRecord) throws

    /// Writes down that a run ended.
    func record(_ run: RunRecord) throws
    /// The newest run; nothing before the first.
    func lastRun() throws -> RunRecord?
}

extension StreamStore {
    /// Takes in what sources brought and what was understood of it.
    package func ingest(_ batches: [SourceBatch], at now: Date) throws -> [IngestCount] {
        try ingest(batches, at: now, leavingRest: false)
    }
}
