internal import ChildProcess
internal import Foundation
package import JuheKit

/// A sink that is a program of its own: it gets an edition's items in batches and acknowledges each.
package struct ProcessSink: EditionSink {
    let plugin: ExternalPlugin
    let options: Options

    init(_ plugin: ExternalPlugin, options: Options) {
        self.plugin = plugin
        self.options = options
    }

    /// Hands an edition over. What the channel has acknowledged is remembered at once and is not sent again; everything
    /// else is, with the same keys.
    package func deliver(_ edition: Edition, _ context: SinkContext) async throws {
        // What a program does cannot be taken back, so that in a rehearsal it is not even started.
        guard !context.isRehearsal else { return }
        try requireTrust(context)
        if let remark = plugin.remark(context.sink) { context.note(remark) }
        let place = await PluginGate.shared.enter()
        defer { place.leave() }
        let progress = DeliveryProgress(context.progress)
        let batches = EditionBatches(edition, sink: context.sink, isLatest: context.isLatest)
        let session = WritingSession(
            plugin: context.sink, limits: plugin.limits, batches: batches, progress: progress)
        let (heard, outcome) = try await talk(session, edition, context)
        heard.talk.failures.forEach(context.note)
        heard.talk.notes.forEach(context.note)
        if let failure = heard.judgement(outcome) {
            if heard.progress != progress { try context.remember(heard.progress.text) }
            throw failure
        }
    }

    /// A plugin that is not trusted yet may be tomorrow: the edition waits for it.
    private func requireTrust(_ context: SinkContext) throws(Failure) {
        do {
            try plugin.requireTrust()
        } catch {
            throw Failure(error.code, context.sink, error.phrase, isTransient: true)
        }
    }

    private func talk(
        _ session: WritingSession, _ edition: Edition, _ context: SinkContext
    ) async throws -> (WritingSession, Conversation.Outcome) {
        let folder = try WorkFolder()
        let run = UUID().uuidString.lowercased()
        let talk = try plugin.start(options, run: run, in: folder)
        talk.say(
            HostMessage.line(
                HostMessage.Start(
                    op: .write, run: run, instance: context.sink, config: SettingsJSON.text(options),
                    state: session.progress.state.map(JSONText.init(text:)),
                    now: Timestamp.text(context.now), timezone: edition.masthead.zone,
                    deadlineMilliseconds: Int(plugin.limits.seconds * 1_000), limits: plugin.limits,
                    features: ["fetch", "acks"])))
        let desk = FetchDesk(plugin: plugin, options: options, folder: folder) { try await context.fetch($0) }
        return await PluginListening.run(
            talk, session, desk, supply: { $0.next() },
            hear: { session, line in
                switch session.hear(line) {
                case .nothing: return .nothing
                case .fetch(let fetch): return .fetch(fetch)
                case .end: return .end
                case .remember:
                    // Where the store cannot be written the delivery itself will fail; the plugin cannot help it.
                    try? context.remember(session.progress.text)
                    return .nothing
                }
            })
    }
}
