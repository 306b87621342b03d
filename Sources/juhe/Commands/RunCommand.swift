import ArgumentParser
import Configuration
import JuheKit
import Operations
import Store

/// `juhe run`: collect, issue, deliver.
struct RunCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "run", abstract: Phrase.runCommand.spoken, discussion: Phrase.runExamples.spoken)

    @OptionGroup var common: CommonOptions
    @OptionGroup var change: ChangeOptions
    @OptionGroup var collecting: CollectOptions

    func run() async throws {
        let session = try Session(common)
        try await session.change(isDryRun: change.dryRun) { store in
            var job = Job(session: session, store: store, change: change)
            try await job.collect(collecting)
            if job.mayIssue(collecting) { try await job.issue(bulletins: session.configuration.bulletins) }
            try await job.deliver()
            try job.prune()
            return try job.finish()
        }
    }
}

/// `juhe collect`.
struct CollectCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "collect", abstract: Phrase.collectCommand.spoken, discussion: Phrase.collectExamples.spoken)

    @OptionGroup var common: CommonOptions
    @OptionGroup var change: ChangeOptions
    @OptionGroup var collecting: CollectOptions

    @Flag(name: .long, help: ArgumentHelp(Phrase.laterOption.spoken))
    var later = false

    func run() async throws {
        let session = try Session(common)
        try await session.change(isDryRun: change.dryRun) { store in
            var job = Job(session: session, store: store, change: change)
            try await job.collect(collecting, leavingRest: later)
            return try job.finish()
        }
    }
}

/// `juhe deliver`.
struct DeliverCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "deliver", abstract: Phrase.deliverCommand.spoken, discussion: Phrase.deliverExamples.spoken)

    @OptionGroup var common: CommonOptions
    @OptionGroup var change: ChangeOptions

    func run() async throws {
        let session = try Session(common)
        try await session.change(isDryRun: change.dryRun) { store in
            var job = Job(session: session, store: store, change: change)
            try await job.deliver()
            return try job.finish()
        }
    }
}

/// What collecting takes.
struct CollectOptions: ParsableArguments {
    @Option(name: .long, help: ArgumentHelp(Phrase.sourceOption.spoken, valueName: "id"))
    var source: [String] = []

    @Flag(name: .long, help: ArgumentHelp(Phrase.allOption.spoken))
    var all = false

    @Flag(name: .long, help: ArgumentHelp(Phrase.strictOption.spoken))
    var strict = false

    @Option(name: .long, help: ArgumentHelp(Phrase.maxFailuresOption.spoken, valueName: "N"))
    var maxFailures: Int?

    func validate() throws {
        if let maxFailures, maxFailures < 0 { throw ValidationError(Phrase.maxFailuresOption.spoken) }
    }

    /// Which sources are asked.
    var scope: Operations.Collection.Scope {
        if !source.isEmpty { return .named }
        return all ? .all : .due
    }

    /// Failed sources that are accepted; nothing where any number is.
    var tolerance: Int? { strict ? 0 : maxFailures }
}
