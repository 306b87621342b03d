internal import ChildProcess
internal import Configuration
internal import FeedFormats
internal import Foundation
package import JuheKit

/// A source that is a program of its own: it speaks juhe-plugin/1, or prints a feed.
package struct ProcessSource: ItemSource {
    private(set) var plugin: ExternalPlugin
    let options: Options

    init(_ plugin: ExternalPlugin, options: Options) {
        self.plugin = plugin
        self.options = options
    }

    package func collect(_ context: SourceContext) async throws {
        try plugin.requireTrust()
        if let remark = plugin.remark(context.source.id) { context.note(remark) }
        let begun = ContinuousClock.now
        let place = await PluginGate.shared.enter()
        defer { place.leave() }
        // A source's time is for all that it does, waiting for a place included.
        let left = context.source.deadline - (ContinuousClock.now - begun) / .seconds(1)
        guard left > 0 else { throw Failure(.postponed, context.source.id, .waitedTooLong, isTransient: true) }
        var timed = self
        timed.plugin.patience = left
        switch plugin.description.runtime {
        case .feedPrinter: try await timed.collectFeed(context)
        case .process, .declarative: try await timed.collectMessages(context)
        }
    }

    // MARK: - Messages

    private func collectMessages(_ context: SourceContext) async throws {
        let folder = try WorkFolder()
        let run = UUID().uuidString.lowercased()
        let talk = try plugin.start(options, run: run, in: folder, zone: context.source.zone)
        let start = HostMessage.Start(
            op: .read, run: run, instance: context.source.id, config: SettingsJSON.text(options),
            state: context.state.map(JSONText.init(text:)), now: Timestamp.text(context.now),
            timezone: context.source.zone.identifier, deadlineMilliseconds: Int(plugin.limits.seconds * 1_000),
            limits: plugin.limits, features: ["fetch"] + (context.tellsOfStoring ? ["committed"] : []))
        talk.say(HostMessage.line(start))
        let session = ReadingSession(
            plugin: context.source.id, limits: plugin.limits, zone: context.source.zone,
            tellsOfStoring: context.tellsOfStoring)
        let desk = FetchDesk(plugin: plugin, options: options, folder: folder) { try await context.fetch($0) }
        let (heard, outcome, end) = await PluginListening.runUntilPause(talk, session, desk) { session, line in
            session.hear(line)
        }
        context.emit(heard.items)
        heard.talk.failures.forEach(context.report)
        heard.talk.notes.forEach(context.note)
        if let wait = heard.talk.retryAfter { context.rest(Rest(seconds: wait)) }
        if let failure = outcome.flatMap(heard.judgement) { throw failure }
        let state = heard.state
        if let state { context.checkpoint(state) }
        if heard.items.isEmpty, state == nil || state == context.state { context.unchanged() }
        guard outcome == nil else { return }
        context.afterStoring { isStored in
            if isStored {
                talk.say(HostMessage.committed(state ?? context.state))
                talk.closeInput()
            } else {
                talk.cancel(saying: HostMessage.cancel("shutdown"))
            }
            let (heard, outcome) = await end.value
            withExtendedLifetime(folder) {}
            return isStored ? [heard.judgement(outcome)].compactMap(\.self) : []
        }
    }

    // MARK: - Feeds

    private func collectFeed(_ context: SourceContext) async throws {
        let folder = try WorkFolder()
        let outcome = try await plugin.output(options, in: folder)
        var feed: Feed
        do {
            feed = try FeedReader.read(
                outcome,
                hints: FeedReader.Hints(zoneOffset: context.source.zone.offset(at: context.now)))
        } catch {
            throw error.failure(subject: context.source.id)
        }
        feed.dropHalfEntry()
        context.emit(feed.entries.map(\.item))
        feed.failures(subject: context.source.id).forEach(context.report)
        if let repairs = feed.repairs(subject: context.source.id) { context.note(repairs) }
        if feed.entries.isEmpty { context.note(Failure(.empty, context.source.id, .feedWithoutEntries)) }
    }
}
