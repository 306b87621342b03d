public import FoundationEssentials

/// What a source has around it while it collects.
public struct SourceContext: Sendable {
    /// What the configuration says of the source.
    public let source: SourceProfile
    /// The run's time: the same for every source of a run.
    public let now: Date
    /// The last checkpoint, as the source wrote it; nothing on the first run.
    public let state: String?
    /// Files of the source that an operator is to look at, or has decided on.
    public let held: [HeldFile]
    /// True where nothing may be changed outside of the store: a dry run.
    public let isRehearsal: Bool
    private let host: any SourceHost

    /// A context in front of a host.
    public init(
        source: SourceProfile, now: Date, state: String?, held: [HeldFile] = [], isRehearsal: Bool = false,
        host: any SourceHost
    ) {
        self.source = source
        self.now = now
        self.state = state
        self.held = held
        self.isRehearsal = isRehearsal
        self.host = host
    }

    /// Asks the network through the run's one guarded fetcher.
    public func fetch(_ request: FetchRequest) async throws(Failure) -> FetchResponse {
        try await host.fetch(request)
    }

    /// Gives an item to the stream.
    public func emit(_ item: Item) { host.emit([item]) }

    /// Gives items to the stream, in order.
    public func emit(_ items: [Item]) { host.emit(items) }

    /// Names an item that the source no longer has and that the stream shall mark as deleted.
    public func retract(id: String) { host.retract(id: id) }

    /// Remembers where the source stands; the last one of a run counts. At most 64 KiB from a plugin of others, 4 MiB
    /// from one that comes with Juhe.
    ///
    /// It is kept unless ``Source/collect(_:)`` throws, even where parts were reported as failed: a source that wants to
    /// read those again next time says so in its state.
    public func checkpoint(_ state: String) { host.checkpoint(state) }

    /// True where the host says afterwards whether what was given is in the store: in a run, and never in a rehearsal.
    public var tellsOfStoring: Bool { host.tellsOfStoring }

    /// Leaves work for the time when items and checkpoint are in the store: to take a message off a queue, to mark a mail
    /// as read. It is done once, soon after the source was read, and told whether they are; its remarks are the run's.
    ///
    /// Only where ``tellsOfStoring`` is true, and only if ``Source/collect(_:)`` does not throw.
    public func afterStoring(_ work: @escaping @Sendable (_ isStored: Bool) async -> [Failure]) {
        host.afterStoring(work)
    }

    /// Says that nothing changed since the last checkpoint; then the run does not look further.
    public func unchanged() { host.unchanged() }

    /// Says how the source asks to be left alone, each time it was read; what it said last holds until then.
    public func rest(_ rest: Rest) { host.rest(rest) }

    /// Says how many items the document that was read has, known ones among them: a document that suddenly has none, or
    /// much less than usual, is then told of.
    public func listed(_ count: Int) { host.listed(count) }

    /// Says, in each run, how many items were given without the text that belongs to them, because it could not be had yet or
    /// ever: until there is none, what failed with them has not recovered.
    public func lacking(_ count: Int) { host.lacking(count) }

    /// Says, in each run, that the source is asked at another address than the configured one, because it moved there
    /// for good.
    public func moved(to address: String) { host.moved(to: address) }

    /// Reports a part that failed (a file, an item) while the rest goes on; the source counts as partly failed.
    public func report(_ failure: Failure) { host.report(failure) }

    /// Notes a repair or an oddity that is no failure.
    public func note(_ failure: Failure) { host.note(failure) }

    /// Puts a file on the list that an operator looks through (`juhe inbox`), or changes what stands there of it.
    public func hold(_ file: HeldFile) { host.hold(file) }

    /// Takes a file off that list, because it was mended or is gone.
    public func settle(path: String) { host.settle(path: path) }
}

/// The other side of a ``SourceContext``: the pipeline in a run, a recorder in a test.
public protocol SourceHost: Sendable {
    /// Asks the network.
    func fetch(_ request: FetchRequest) async throws(Failure) -> FetchResponse
    /// Takes items, in order.
    func emit(_ items: [Item])
    /// Takes the identifier of an item that is gone.
    func retract(id: String)
    /// Takes the state to keep.
    func checkpoint(_ state: String)
    /// Whether work for after storing is done.
    var tellsOfStoring: Bool { get }
    /// Takes work for after storing.
    func afterStoring(_ work: @escaping @Sendable (_ isStored: Bool) async -> [Failure])
    /// Takes the word that nothing changed.
    func unchanged()
    /// Takes a failed part.
    func report(_ failure: Failure)
    /// Takes a remark.
    func note(_ failure: Failure)
    /// Takes the source's wish to be left alone.
    func rest(_ rest: Rest)
    /// Takes the address that the source moved to.
    func moved(to address: String)
    /// Takes the number of items in the document.
    func listed(_ count: Int)
    /// Takes the number of items whose text could not be had.
    func lacking(_ count: Int)
    /// Takes a file that an operator is to look at.
    func hold(_ file: HeldFile)
    /// Takes the path of a file that needs no look any more.
    func settle(path: String)
}

extension SourceHost {
    /// Nothing is stored in a preview.
    public var tellsOfStoring: Bool { false }
    /// Nothing is stored in a preview.
    public func afterStoring(_ work: @escaping @Sendable (_ isStored: Bool) async -> [Failure]) {}
    /// Nobody plans ahead in a preview.
    public func rest(_ rest: Rest) {}
    /// Nothing is remembered in a preview.
    public func moved(to address: String) {}
    /// Nothing is compared in a preview.
    public func listed(_ count: Int) {}
    /// Nothing is compared in a preview.
    public func lacking(_ count: Int) {}
    /// Where nothing is stored, nobody looks later.
    public func hold(_ file: HeldFile) {}
    /// Where nothing is stored, nobody looks later.
    public func settle(path: String) {}
}
