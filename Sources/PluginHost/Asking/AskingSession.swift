internal import ChildProcess
internal import JuheKit

/// What is heard from a plugin that was asked about itself.
struct AskingSession: PluginSession {
    /// What holds of every conversation.
    private(set) var talk: PluginTalk
    /// What it answered so far.
    private(set) var answer = PluginAnswer()
    private var hasSaidEnd = false

    init(plugin: String, limits: PluginLimits) {
        talk = PluginTalk(plugin: plugin, limits: limits, zone: .china)
    }

    /// Nothing is handed over, so that a sink is at its end at once.
    mutating func next() -> [UInt8]? {
        if hasSaidEnd { return nil }
        hasSaidEnd = true
        return HostMessage.end
    }

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
        case .check(let isGood, let message):
            answer.isGood = isGood
            answer.message = PluginWords.shown(message)
        case .found(let configuration, let title):
            answer.found.append(PluginAnswer.Found(configuration: configuration, title: PluginWords.shown(title)))
        case .error(let error): talk.refuse(error.failure(of: talk.plugin))
        case .done:
            talk.isDone = true
            return .end
        // A plugin that looks at no `op` does its usual work; nobody wants it now.
        default: break
        }
        return .nothing
    }
}
