internal import ChildProcess
internal import Configuration
internal import Foundation
package import JuheKit

extension ExternalPlugin {
    /// Starts the program to ask it about itself.
    func ask(_ question: PluginQuestion, _ options: Options, _ context: EnricherContext) async throws -> PluginAnswer {
        try requireTrust()
        guard case .process = description.runtime else { return PluginAnswer() }
        let folder = try WorkFolder()
        let run = UUID().uuidString.lowercased()
        let talk = try start(options, run: run, in: folder)
        talk.say(
            HostMessage.line(
                HostMessage.Start(
                    op: question == .check ? .check : .discover, run: run, instance: context.enricher,
                    config: SettingsJSON.text(options), state: nil, now: Timestamp.text(context.now),
                    timezone: Zone.china.identifier, deadlineMilliseconds: Int(limits.seconds * 1_000),
                    limits: limits, features: ["fetch"])))
        let desk = FetchDesk(plugin: self, options: options, folder: folder) { try await context.fetch($0) }
        let (heard, outcome) = await PluginListening.run(
            talk, AskingSession(plugin: context.enricher, limits: limits), desk, supply: { $0.next() },
            hear: { session, line in session.hear(line) })
        if let failure = heard.talk.judgement(outcome) { throw failure }
        var answer = heard.answer
        answer.notes = heard.talk.failures + heard.talk.notes
        return answer
    }
}

extension ProcessSource: AskablePlugin {
    /// Asks it about itself.
    package func ask(_ question: PluginQuestion, _ context: EnricherContext) async throws -> PluginAnswer {
        try await plugin.ask(question, options, context)
    }
}

extension ProcessSink: AskablePlugin {
    /// Asks it about itself.
    package func ask(_ question: PluginQuestion, _ context: EnricherContext) async throws -> PluginAnswer {
        try await plugin.ask(question, options, context)
    }
}

extension ProcessEnricher: AskablePlugin {
    /// Asks it about itself.
    package func ask(_ question: PluginQuestion, _ context: EnricherContext) async throws -> PluginAnswer {
        try await plugin.ask(question, options, context)
    }
}
