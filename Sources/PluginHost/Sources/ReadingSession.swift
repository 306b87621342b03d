internal import ChildProcess
internal import JuheKit

/// What is heard from a source plugin in one run, judged line by line by the rules of the protocol.
struct ReadingSession: PluginSession {
    /// The items, in order.
    private(set) var items: [Item] = []
    /// The last checkpoint.
    private(set) var state: String?
    /// What holds of every conversation.
    private(set) var talk: PluginTalk
    private var announced = 0
    private let tellsOfStoring: Bool

    /// A session with a plugin.
    ///
    /// - Parameter tellsOfStoring: whether a plugin with the feature `committed` hears that its items are stored.
    init(plugin: String, limits: PluginLimits, zone: Zone, tellsOfStoring: Bool = false) {
        self.tellsOfStoring = tellsOfStoring
        talk = PluginTalk(plugin: plugin, limits: limits, zone: zone)
    }

    /// Counts as done without a word: a program that prints a feed says none.
    mutating func finish() { talk.isDone = true }

    /// Hears one line.
    mutating func hear(_ line: ArraySlice<UInt8>) -> PluginListening.Wish {
        // What a plugin says after it was done is the end of its work, and no item.
        if talk.isDone { return .nothing }
        return switch talk.hear(line) {
        case .nothing: .nothing
        case .fetch(let fetch): .fetch(fetch)
        case .end: .end
        case .message(let message): hear(message)
        }
    }

    private mutating func hear(_ message: PluginMessage) -> PluginListening.Wish {
        switch message {
        case .item(let result):
            announced += 1
            take(result)
        case .state(let text):
            guard text.utf8.count <= talk.limits.state else {
                talk.fail(.limit, .stateTooLarge(talk.limits.state))
                return .end
            }
            state = text
        case .error(let error): talk.refuse(error.failure(of: talk.plugin))
        case .done(let count):
            talk.isDone = true
            if let count, count != announced {
                talk.fail(.truncated, .wrongItemCount(said: count, heard: announced))
                return .end
            }
            return tellsOfStoring && talk.features.contains("committed") ? .pause : .end
        default: talk.passOver()
        }
        return .nothing
    }

    private mutating func take(_ result: Result<Item, PluginMessage.BadItem>) {
        switch result {
        case .success(let item):
            // What cannot be printed cannot be compared or asked for either.
            let isSound = !item.id.isEmpty && item.id.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value != 0x7F }
            if isSound { return items.append(item) }
            talk.refuse(Failure(.malformed, talk.plugin, .badPluginItem("", reason: .badItemID)))
        case .failure(let bad):
            talk.refuse(Failure(.malformed, talk.plugin, .badPluginItem(bad.id ?? "", reason: bad.reason)))
        }
    }

    /// What the whole run comes to; nothing where all is well.
    func judgement(_ outcome: Conversation.Outcome) -> Failure? { talk.judgement(outcome) }
}
