internal import ChildProcess
internal import JuheKit

/// What is heard from a sink plugin in one delivery, judged line by line by the rules of the protocol.
struct WritingSession: PluginSession {
    /// What a line asks of the host.
    enum Wish {
        case nothing
        case fetch(PluginFetch)
        /// The progress has changed and is to be remembered.
        case remember
        case end
    }

    /// What holds of every conversation.
    private(set) var talk: PluginTalk
    /// How far the delivery has come.
    private(set) var progress: DeliveryProgress
    /// Items that are to be tried again, each with the reason.
    private(set) var postponed: [(id: String, reason: String)] = []

    private let batches: EditionBatches
    private var waiting: ArraySlice<EditionBatches.Batch>
    /// Batches that were sent in this attempt and have no acknowledgement yet: their items.
    private var sent: [Int: [String]] = [:]
    private var acknowledged: Set<Int> = []
    private var putOut = 0
    private var hasSaidEnd = false

    /// A session with a plugin that is to put out what the channel does not have yet.
    init(plugin: String, limits: PluginLimits, batches: EditionBatches, progress: DeliveryProgress) {
        talk = PluginTalk(plugin: plugin, limits: limits, zone: .china)
        self.batches = batches
        self.progress = progress
        waiting = batches.batches.filter { !progress.settled.contains($0.number) }[...]
    }

    /// The next line for the plugin; nothing while it is not its time, and once all has been said.
    ///
    /// A plugin that acknowledges gets one batch after the other, so that what it hears next is always the answer to what
    /// it said last.
    mutating func next() -> [UInt8]? {
        let isFirst = sent.isEmpty && acknowledged.isEmpty
        guard isFirst || talk.hasHello else { return nil }
        if talk.features.contains("acks"), !sent.isEmpty { return nil }
        if let batch = waiting.popFirst() {
            let only = progress.open[batch.number]
            sent[batch.number] = batch.ids.filter { only?.contains($0) ?? true }
            return batches.line(batch, only: only)
        }
        if hasSaidEnd { return nil }
        hasSaidEnd = true
        return HostMessage.end
    }

    /// Hears one line.
    mutating func hear(_ line: ArraySlice<UInt8>) -> Wish {
        switch talk.hear(line) {
        case .nothing: .nothing
        case .fetch(let fetch): .fetch(fetch)
        case .end: .end
        case .message(let message): hear(message)
        }
    }

    private mutating func hear(_ message: PluginMessage) -> Wish {
        switch message {
        case .ack(let ack): return hear(ack)
        case .state(let text):
            guard text.utf8.count <= talk.limits.state else {
                talk.fail(.limit, .stateTooLarge(talk.limits.state))
                return .end
            }
            progress.state = text
            return .remember
        case .error(let error):
            // Of one item: as if its batch had said so.
            guard let batch = sent.first(where: { $0.value.contains(error.item ?? "") })?.key else {
                talk.note(error.failure(of: talk.plugin))
                return .nothing
            }
            fail(error.item ?? "", of: batch, error.class, error.message)
            sent[batch]?.removeAll { $0 == error.item }
            return .nothing
        case .done(let count): return finish(count)
        default: talk.passOver()
        }
        return .nothing
    }

    private mutating func hear(_ ack: PluginAcknowledgement) -> Wish {
        guard let items = sent[ack.batch] else {
            if acknowledged.contains(ack.batch) {
                talk.passOver()
                return .nothing
            }
            talk.fail(.malformed, .unknownBatch(ack.batch))
            return .end
        }
        for failed in ack.failed ?? [] where !items.contains(failed.id) {
            talk.fail(.malformed, .unknownFailedItem(PluginWords.shown(failed.id), batch: ack.batch))
            return .end
        }
        settle(ack.batch, items, failed: ack.failed ?? [])
        return .remember
    }

    private mutating func settle(_ batch: Int, _ items: [String], failed: [PluginAcknowledgement.Failed]) {
        sent[batch] = nil
        acknowledged.insert(batch)
        var seen: Set<String> = []
        for failed in failed where seen.insert(failed.id).inserted {
            fail(failed.id, of: batch, failed.class ?? .transient, failed.message ?? "")
        }
        putOut += items.count - seen.count
        let again = Set(postponed.map(\.id)).intersection(batches.batches[batch - 1].ids)
        if again.isEmpty {
            progress.settled.insert(batch)
            progress.open[batch] = nil
        } else {
            progress.open[batch] = again
        }
    }

    private mutating func fail(_ id: String, of batch: Int, _ class: PluginError.Class, _ reason: String) {
        switch `class` {
        case .transient, .rateLimited: postponed.append((id, reason))
        case .auth, .config, .data, .permanent: progress.refused[id] = reason
        }
    }

    private mutating func finish(_ count: Int?) -> Wish {
        talk.isDone = true
        let isAcknowledging = talk.features.contains("acks")
        if !isAcknowledging, waiting.isEmpty, hasSaidEnd {
            // A plugin that does not speak of batches has put out all it was given.
            for (batch, items) in sent { settle(batch, items, failed: []) }
        }
        if !sent.isEmpty || !waiting.isEmpty {
            talk.fail(.truncated, .unacknowledged(sent.count + waiting.count))
        } else if let count, count != putOut {
            talk.fail(.truncated, .wrongDeliveredCount(said: count, heard: putOut))
        }
        return .end
    }

    /// What the delivery comes to; nothing where the channel has all of it.
    ///
    /// Whatever broke off is tried again, because an edition must not be lost; what the plugin itself calls hopeless is not.
    func judgement(_ outcome: Conversation.Outcome) -> Failure? {
        if let failure = talk.judgement(outcome) {
            return Failure(failure.code, talk.plugin, failure.phrase, isTransient: !talk.isHopeless(outcome))
        }
        if let first = postponed.first {
            return Failure(
                .sink, talk.plugin, .itemsNotTaken(postponed.count, "\(first.id) \(first.reason)"), isTransient: true)
        }
        if let first = progress.refused.min(by: { $0.key < $1.key }) {
            return Failure(.sink, talk.plugin, .itemsRefused(progress.refused.count, "\(first.key) \(first.value)"))
        }
        return nil
    }
}
