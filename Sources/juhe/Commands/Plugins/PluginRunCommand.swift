import ArgumentParser
import Bulletin
import Configuration
import Fetching
import Foundation
import JuheKit
import Operations
import PluginHost

/// `juhe plugin run`: one run of a plugin for its author; nothing is stored, no trust is needed.
struct PluginRunCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "run", abstract: Phrase.pluginRunCommand.spoken)

    @OptionGroup var common: CommonOptions

    @Flag(name: .long, help: ArgumentHelp(Phrase.jsonOption.spoken))
    var json = false

    @Flag(name: .long, help: ArgumentHelp(Phrase.pluginDryOption.spoken))
    var dry = false

    @Flag(name: .long, help: ArgumentHelp(Phrase.pluginOfflineOption.spoken))
    var offline = false

    @Flag(name: .long, help: ArgumentHelp(Phrase.watchOption.spoken))
    var watch = false

    @Flag(name: .long, help: ArgumentHelp(Phrase.pluginTimeOption.spoken))
    var time = false

    @Option(name: .long, help: ArgumentHelp(Phrase.pluginSetOption.spoken, valueName: "key=value"))
    var set: [String] = []

    @Option(name: .long, help: ArgumentHelp(Phrase.pluginStateOption.spoken, valueName: "json"))
    var state: String?

    @Argument(help: ArgumentHelp(Phrase.pluginFolderArgument.spoken))
    var folder: String

    func run() async throws {
        guard watch else { return try await runOnce() }
        let path = URL(fileURLWithPath: folder).path
        while true {
            let hash = PluginLock.hash(of: path)
            // What went wrong has been said; the author mends it and sees it run again.
            try? await runOnce()
            while PluginLock.hash(of: path) == hash { try await Task.sleep(for: .milliseconds(500)) }
        }
    }

    private func runOnce() async throws {
        let console = common.console()
        if let state, (try? JSONSerialization.jsonObject(with: Data(state.utf8), options: .fragmentsAllowed)) == nil {
            console.say(Failure(.usage, "--state", .stateIsNoJSON))
            throw ArgumentParser.ExitCode(Operations.ExitCode.usage.rawValue)
        }
        try await console.failing(with: .sinkFailed) {
            let plugin = try ExternalPlugin(ofAuthor: folder)
            if let type = plugin.sourceType(site: PluginCatalog.known.source(named: "site")) {
                try await collect(type, console)
            } else if let type = plugin.sinkType {
                if dry, plugin.actsByItself { return console.say(.sinkNotStarted, .warning) }
                try await deliver(type, console)
            } else if let type = plugin.enricherType {
                try await enrich(type, console)
            }
        }
    }

    /// The way to the network; in a dry run one that sends nothing.
    private func fetcher(_ console: Console) -> any Fetcher {
        guard dry || offline else { return CurlFetcher(Settings()) }
        let manifest = try? ManifestReader.read(folder: URL(fileURLWithPath: folder).path)
        let cases = manifest.flatMap { try? RecordedCase.all(of: $0) } ?? []
        return RehearsalFetcher(
            console: console, answers: cases.reduce(into: [:]) { $0.merge($1.answers) { first, _ in first } },
            real: offline ? nil : CurlFetcher(Settings()))
    }

    /// Does work with a fetcher of this command, and ends it.
    private func closing<Value>(_ fetcher: any Fetcher, after work: () async throws -> Value) async throws -> Value {
        let real = fetcher as? CurlFetcher ?? (fetcher as? RehearsalFetcher)?.real
        return if let real { try await real.closing(after: work) } else { try await work() }
    }

    private func collect(_ type: PluginCatalog.SourceType, _ console: Console) async throws {
        let source = try type.make(try GivenSettings.options(set, specs: type.manifest.options))
        let fetcher = fetcher(console)
        if time { return try await measure(source, named: type.manifest.name, fetcher, console) }
        let target = Collection.Target(profile: SourceProfile(id: type.manifest.name), plugin: source)
        let preview = try await closing(fetcher) {
            await Preview(target, state: state, fetcher: fetcher, now: Date())
        }
        if json {
            for item in preview.items { Console.write(try JSONLines.text(item), to: STDOUT_FILENO) }
        } else {
            ItemListing(language: console.language, zone: target.profile.zone).table(preview.items)
                .forEach(console.print)
        }
        if let state = preview.state { console.say(.pluginState(state), .warning) }
        for note in preview.notes { console.say(note, .warning) }
        for failure in preview.failures { console.say(failure) }
        if preview.items.isEmpty, preview.failures.isEmpty { console.say(.nothingFound, .warning) }
        if !preview.failures.isEmpty {
            let code = preview.items.isEmpty ? Operations.ExitCode.allSourcesFailed : .someSourcesFailed
            throw ArgumentParser.ExitCode(code.rawValue)
        }
    }

    /// Takes a source's items through the protocol and no further.
    private func measure(
        _ source: any ItemSource, named name: String, _ fetcher: any Fetcher, _ console: Console
    ) async throws {
        let host = CountingHost(fetcher: fetcher)
        let timing = RunTiming()
        try await closing(fetcher) {
            try await source.collect(
                SourceContext(source: SourceProfile(id: name), now: Date(), state: state, host: host))
            console.say(timing.phrase(items: host.items), .warning)
        }
    }

    /// Puts out an edition that is made up.
    private func deliver(_ type: PluginCatalog.SinkType, _ console: Console) async throws {
        let sink = try type.make(try GivenSettings.options(set, specs: type.manifest.options))
        let fetcher = fetcher(console)
        let edition = TemplateExample.edition
        let context = SinkContext(
            sink: type.manifest.name, isLatest: true, stream: { _ in edition.entries.map(\.item) },
            publish: { [dry] path, bytes in
                if !dry { try AtomicFile.write(bytes, to: path) }
                console.say(dry ? .wouldPublish(path) : .published(path), .warning)
            }, fetcher: fetcher, note: { console.say($0, .warning) })
        try await closing(fetcher) { try await sink.deliver(edition, context) }
        console.say(.pluginDelivered(PrintedEdition(edition).masthead.issue), .warning)
    }

    /// Shows what an enricher adds to items that are made up.
    private func enrich(_ type: PluginCatalog.EnricherType, _ console: Console) async throws {
        let enricher = try type.make(try GivenSettings.options(set, specs: type.manifest.options))
        let fetcher = fetcher(console)
        let context = EnricherContext(enricher: type.manifest.name, now: Date(), fetcher: fetcher) {
            console.say($0, .warning)
        }
        let items = TemplateExample.edition.entries.prefix(1).map(\.item)
        let added = try await closing(fetcher) { try await enricher.enrich(Array(items), context) }
        for item in added { Console.write(try JSONLines.text(item), to: STDOUT_FILENO) }
        if added.isEmpty { console.say(.nothingFound, .warning) }
    }
}
