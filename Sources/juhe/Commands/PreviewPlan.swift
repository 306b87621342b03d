import ArgumentParser
import Configuration
import Extraction
import Fetching
import Foundation
import JuheKit
import Operations
import PluginHost
import Stream

/// What `juhe preview` is about to ask, and by which way.
///
/// An address or a path speaks for itself; any other word is a source of the configuration. What is on the network is asked
/// as the configuration would have it asked, where there is one: by its proxy, with its certificates, under its name.
struct PreviewPlan {
    var target: Operations.Collection.Target
    var fetcher: CurlFetcher
    var console: Console
    var enrichment: Enrichment

    /// - Parameter trusting: plugins that are taken as they lie there now.
    /// - Throws: ``Failure`` or ``ConfigurationMistakes`` where a setting is wrong, an exit code where all has been said.
    init(_ command: PreviewCommand, trusting: Set<String>) throws {
        let subject = command.subject
        let isAddress = subject.contains("://") && !subject.hasPrefix("file:")
        var isFolder: ObjCBool = false
        let isFile = !isAddress && FileManager.default.fileExists(atPath: subject, isDirectory: &isFolder)
        // The office's own word for a source says more than a file that happens to lie here; that has another name too.
        let isBoth = isFile && command.namesSource
        let exists = (subject.contains("://") || isFile) && !isBoth
        if !exists, !command.mayNameSource { throw Self.nothing(subject, command.common.console()) }
        let session =
            !exists || isAddress && FileManager.default.fileExists(atPath: command.common.configurationPath)
            ? try Session(command.common, trusting: trusting) : nil
        fetcher = session?.fetcher ?? CurlFetcher(Settings())
        console = session?.console ?? command.common.console()
        enrichment = try session?.enrichment() ?? Enrichment(try VocabularyFiles().load())
        if let session, !exists {
            guard let source = session.configuration.sources.first(where: { $0.profile.id == subject }) else {
                throw Self.nothing(subject, session.console)
            }
            target = Collection.Target(profile: source.profile, plugin: source.plugin)
            if isBoth { console.say(.sourceAndFile(subject), .warning) }
        } else if isAddress, command.isPlain, let session, let known = try command.knownByPlugin(session, trusting) {
            target = known
        } else {
            var profile = SourceProfile(id: ShownAddress.text(subject))
            if let session { profile.zone = session.configuration.zone }
            target = Collection.Target(
                profile: profile, plugin: try command.plugin(isFolder: isFolder.boolValue))
        }
    }

    /// Says that there is nothing of this name, and what was likely meant.
    private static func nothing(_ subject: String, _ console: Console) -> ArgumentParser.ExitCode {
        console.say(.nothingToPreview(subject, meant: MeantAddress(subject)?.text), .error)
        return ArgumentParser.ExitCode(Operations.ExitCode.noInput.rawValue)
    }
}

extension PreviewCommand {
    /// True where the subject can be a source's name, and there is a configuration, or one was asked for, to look it up in.
    fileprivate var mayNameSource: Bool {
        let isName = !subject.isEmpty && subject.unicodeScalars.allSatisfy { !"/:?#@ ".unicodeScalars.contains($0) }
        return isName && common.hasConfiguration
    }

    /// True where nothing says how the address is to be read.
    fileprivate var isPlain: Bool { preset == nil && rules == nil && base == nil }

    /// True where the configuration, as far as it can be read, has a source of this name.
    fileprivate var namesSource: Bool {
        guard !subject.contains("/"), isPlain, set.isEmpty,
            let configuration = try? ConfigurationLoader.load(
                common.configurationPath, catalog: .known, adoption: .pluginHost(trusting: []))
        else { return false }
        return configuration.sources.contains { $0.profile.id == subject }
    }

    /// The plugin that reads an address, a file or a folder, with its settings from the command line.
    fileprivate func plugin(isFolder: Bool) throws -> any ItemSource {
        let isURL = subject.contains("://")
        let path = isURL ? subject : URL(fileURLWithPath: subject).path
        let name = isFolder ? "directory" : isSite(path) && !isSetAsFeed ? "site" : "feed"
        guard let type = PluginCatalog.known.source(named: name) else {
            throw ValidationError(Phrase.unknownName(name, of: .aSourceType, nearest: nil, known: []).spoken)
        }
        var options = try GivenSettings.options(set, specs: type.manifest.options, required: false)
            .setting(isFolder ? "path" : "url", to: .text(path))
        if !allow.isEmpty { options = options.setting("allow_networks", to: .list(allow.map(OptionValue.text))) }
        if name == "site" {
            if let preset { options = options.setting("preset", to: .text(try known(preset, of: type))) }
            if let base { options = options.setting("base", to: .text(base)) }
            if let pages { options = options.setting("pages", to: .integer(pages)) }
            if listOnly { options = options.setting("follow", to: .boolean(false)) }
            if let rules {
                let read = try SettingsFile.read(rules, RuleSet.options, under: "rules")
                guard !read.keys.isEmpty else { throw Failure(.configuration, rules, .noRules) }
                options = options.setting("rules", to: .table(read))
            }
            options = options.setting("articles", to: .integer(min(limit, 1_000)))
        }
        do {
            return try type.make(options)
        } catch let failure as Failure {
            // A rule is a part of its file: that is where it has to be put right.
            guard let rules, failure.code == .configuration else { throw failure }
            throw SettingsFile.mistakes(failure, in: rules, under: "rules")
        }
    }

    /// True where a setting is given that feeds have and sites have not, such as `fulltext=true`.
    private var isSetAsFeed: Bool {
        func has(_ type: String, _ key: String) -> Bool {
            PluginCatalog.known.source(named: type)?.manifest.options.contains { $0.key == key } ?? false
        }
        return isPlain
            && set.contains { given in
                let key = String(given.prefix { $0 != "=" })
                return has("feed", key) && !has("site", key)
            }
    }

    /// A plugin of the configuration that knows the address; nothing where there is none.
    fileprivate func knownByPlugin(
        _ session: Session, _ trusting: Set<String>
    ) throws -> Operations.Collection.Target? {
        for manifest in session.configuration.external where manifest.kind == .source && manifest.knows(subject) {
            let policy = PluginPolicy(session.configuration.plugins)
            let plugin = ExternalPlugin(
                manifest, policy: trusting.contains(manifest.name) ? policy.trusting(manifest) : policy)
            guard let key = manifest.addressKey,
                let type = plugin.sourceType(site: PluginCatalog.known.source(named: "site"))
            else { continue }
            var options = try GivenSettings.options(set, specs: type.manifest.options, required: false)
                .setting(key, to: .text(subject))
            if !allow.isEmpty { options = options.setting("allow_networks", to: .list(allow.map(OptionValue.text))) }
            return Collection.Target(profile: SourceProfile(id: manifest.name), plugin: try type.make(options))
        }
        return nil
    }

    /// A page, an interface's answer, or anything on the network: what is a feed there is read as one.
    private func isSite(_ path: String) -> Bool {
        if preset != nil || rules != nil || base != nil { return true }
        if subject.contains("://"), !subject.hasPrefix("file:") { return true }
        let ending = (path as NSString).pathExtension.lowercased()
        if ["html", "htm", "shtml", "xhtml", "jhtml", "php", "jsp", "jsonp", "js", "json"].contains(ending) {
            return true
        }
        guard ending == "xml", let file = FileHandle(forReadingAtPath: path) else { return false }
        defer { try? file.close() }
        let head = String(decoding: (try? file.read(upToCount: 512)) ?? Data(), as: UTF8.self)
        return head.contains("<datastore") || head.contains("<recordset")
    }

    private func known(_ preset: String, of plugin: PluginCatalog.SourceType) throws -> String {
        guard case .choice(let names)? = plugin.manifest.options.first(where: { $0.key == "preset" })?.shape,
            !names.contains(preset)
        else {
            return preset
        }
        throw ValidationError(Phrase.unknownPreset(preset, known: names).spoken)
    }
}
