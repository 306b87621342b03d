internal import ChildProcess
internal import Foundation
package import JuheKit

/// An enricher that is a program of its own: it gets a batch of items and says those again that it has something to add to.
package struct ProcessEnricher: ItemEnricher {
    let plugin: ExternalPlugin
    let options: Options

    init(_ plugin: ExternalPlugin, options: Options) {
        self.plugin = plugin
        self.options = options
    }

    package func enrich(_ items: [Item], _ context: EnricherContext) async throws -> [Item] {
        do {
            try plugin.requireTrust()
        } catch {
            throw Failure(error.code, context.enricher, error.phrase)
        }
        if let remark = plugin.remark(context.enricher) { context.note(remark) }
        let place = await PluginGate.shared.enter()
        defer { place.leave() }
        let folder = try WorkFolder()
        let run = UUID().uuidString.lowercased()
        let talk = try plugin.start(options, run: run, in: folder)
        talk.say(
            HostMessage.line(
                HostMessage.Start(
                    op: .enrich, run: run, instance: context.enricher, config: SettingsJSON.text(options), state: nil,
                    now: Timestamp.text(context.now), timezone: Zone.china.identifier,
                    deadlineMilliseconds: Int(plugin.limits.seconds * 1_000), limits: plugin.limits,
                    features: ["fetch"])))
        let session = EnrichingSession(plugin: context.enricher, limits: plugin.limits, items: items)
        let desk = FetchDesk(plugin: plugin, options: options, folder: folder) { try await context.fetch($0) }
        let (heard, outcome) = await PluginListening.run(
            talk, session, desk, supply: { $0.next() }, hear: { session, line in session.hear(line) })
        heard.talk.failures.forEach(context.note)
        heard.talk.notes.forEach(context.note)
        // What is given in half a run may be half of what was meant: all of the batch is asked for again.
        if let failure = heard.talk.judgement(outcome) { throw failure }
        return heard.items
    }
}
