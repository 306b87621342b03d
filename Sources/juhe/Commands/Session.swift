import ArgumentParser
import Bulletin
import Catalog
import Configuration
import Fetching
import Foundation
import JuheKit
import Operations
import PluginHost
import Store
import Stream

/// What a command works with: a checked configuration, a console, and on demand the store.
struct Session {
    let configuration: Configuration
    let console: Console

    /// Reads the configuration; prints every mistake and ends with 78 where there is one.
    ///
    /// - Parameter trusting: plugins that are taken as they lie there now.
    init(_ options: CommonOptions, trusting: Set<String> = []) throws {
        do {
            configuration = try ConfigurationLoader.load(
                options.configurationPath, catalog: .known, adoption: .pluginHost(trusting: trusting))
        } catch {
            throw options.console().failing(error)
        }
        console = options.console(configuration.language)
        try checkTemplates()
        tellBrokenPlugins(.info)
    }

    /// Tells what is wrong with plugins that nothing asks for.
    func tellBrokenPlugins(_ level: Console.Level) {
        for mistake in configuration.brokenPlugins {
            console.say(mistake.phrase, level, subject: mistake.subject, code: .configuration)
        }
    }

    /// Every mistake of the offices' own templates; ends with 78 where there is one.
    private func checkTemplates() throws {
        var count = 0
        for template in configuration.bulletins.compactMap(\.arrangement.template) {
            for mistake in TemplateCheck.mistakes(template) {
                console.say(
                    mistake.phrase, .error, subject: "\(template.name):\(mistake.line)", code: .configuration)
                count += 1
            }
        }
        guard count > 0 else { return }
        console.say(.mistakeCount(count), .error)
        throw ArgumentParser.ExitCode(Operations.ExitCode.configuration.rawValue)
    }

    /// What items are understood by; prints every mistake of the registers and ends with 78 where there is one.
    ///
    /// The office's own registers are read now, so that their mistakes are told. The shipped ones have none, and are read
    /// once there is something to understand.
    func enrichment() throws -> Enrichment {
        let files = configuration.vocabulary
        guard files.isShipped else { return Enrichment(try vocabulary(), zone: configuration.zone) }
        return Enrichment(zone: configuration.zone) { (try? files.load()) ?? Vocabulary() }
    }

    /// The registers of words; prints every mistake and ends with 78 where there is one.
    func vocabulary() throws -> Vocabulary {
        do {
            return try configuration.vocabulary.load()
        } catch {
            throw console.failing(error)
        }
    }

    /// Opens the store to read; where there is none yet, says so and ends with 66.
    func openToRead() throws -> SQLiteStore {
        guard FileManager.default.fileExists(atPath: configuration.storePath) else {
            throw Failure(.missing, configuration.storePath, .noStore)
        }
        return try SQLiteStore(path: configuration.storePath)
    }

    /// Does work that changes the store, alone.
    ///
    /// In a dry run the work is done on a copy that is thrown away, so that what is reported is what would happen.
    func change(isDryRun: Bool, _ work: (SQLiteStore) async throws -> Operations.ExitCode) async throws {
        try await reporting {
            let path = configuration.storePath
            let lock = try RunLock(beside: path, createsFile: !isDryRun)
            let code: Operations.ExitCode
            if isDryRun {
                let copy = try StoreCopy(of: path)
                defer { copy.remove() }
                do {
                    code = try await work(try SQLiteStore(path: copy.path))
                } catch let failure as Failure where failure.subject == copy.path {
                    // The copy is gone before anybody reads its name.
                    throw Failure(failure.code, path, failure.phrase, isTransient: failure.isTransient)
                }
            } else {
                code = try await work(try SQLiteStore(path: path))
            }
            withExtendedLifetime(lock) {}
            if code != .done { throw ArgumentParser.ExitCode(code.rawValue) }
        }
    }

    /// Runs work and turns its failures into a message and an exit code.
    func reporting(_ work: () async throws -> Void) async throws {
        do {
            try await work()
        } catch let failure as Failure {
            console.say(failure)
            throw ArgumentParser.ExitCode(Self.exitCode(of: failure).rawValue)
        }
    }

    /// The fetcher of this run.
    var fetcher: CurlFetcher {
        let limits = configuration.fetching
        var settings = Settings(
            totalConnections: limits.connections, perHost: limits.perHost, caFile: limits.caFile, proxy: limits.proxy,
            withoutProxy: limits.noProxy)
        if let name = limits.userAgent { settings.userAgent = name }
        settings.perHostRun = limits.perHostRun
        settings.runTimeout = limits.runTimeout
        settings.obeysRobots = limits.obeysRobots
        return CurlFetcher(settings)
    }

    private static func exitCode(of failure: Failure) -> Operations.ExitCode {
        switch failure.code {
        case .locked: .locked
        case .configuration: .configuration
        case .usage: .usage
        case .missing, .unreadable: .noInput
        case .sink: .sinkFailed
        default: .store
        }
    }
}

extension Mistake {
    /// `file:line:column: key`.
    var subject: String { key.isEmpty ? place.text : "\(place.text): \(key)" }
}
