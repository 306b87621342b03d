internal import ChildProcess
internal import JuheKit

/// What is heard from an enricher plugin of one batch, judged line by line by the rules of the protocol.
struct EnrichingSession: PluginSession {
    /// What holds of every conversation.
    private(set) var talk: PluginTalk
    /// The items it gave back.
    private(set) var items: [Item] = []
    private var lines: [[UInt8]]
    private var announced = 0

    /// A session with a plugin that is given `items`.
    init(plugin: String, limits: PluginLimits, items: [Item]) {
        talk = PluginTalk(plugin: plugin, limits: limits, zone: .china)
        lines = [HostMessage.line(Message(items: items)), HostMessage.end]
    }

    private struct Message: Encodable {
        let type = "items"
        let batch = 1
        let items: [Item]
    }

    /// The next line for the plugin; nothing once all has been said.
    mutating func next() -> [UInt8]? { lines.isEmpty ? nil : lines.removeFirst() }

    /// Hears one line.
    mutating func hear(_ line: ArraySlice<UInt8>) -> PluginListening.Wish {
        switch talk.hear(line) {
        case .nothing: .nothing
        case .fetch(let fetch): .fetch(fetch)
        case .end: .end
        case .message(let message): hear(message)
        }
    }

    private mutating func hear(_ message: PluginMessage) -> PluginListening.Wish {
        switch message {
        case .item(.success(let item)):
            announced += 1
            items.append(item)
        case .item(.failure(let bad)):
            announced += 1
            talk.refuse(Failure(.malformed, talk.plugin, .badPluginItem(bad.id ?? "", reason: bad.reason)))
        case .error(let error): talk.refuse(error.failure(of: talk.plugin))
        case .ack: break
        case .done(let count):
            talk.isDone = true
            if let count, count != announced {
                talk.fail(.truncated, .wrongItemCount(said: count, heard: announced))
            }
            return .end
        default: talk.passOver()
        }
        return .nothing
    }
}
