import ArgumentParser
import Foundation
import JuheKit
import Operations
import Store

/// `juhe items label`: a person's word on what an item is.
struct ItemsLabelCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "label", abstract: Phrase.itemsLabelCommand.spoken,
        discussion: Phrase.itemsLabelExamples.spoken)

    @OptionGroup var common: CommonOptions

    @Flag(name: .long, help: ArgumentHelp(Phrase.dryRunOption.spoken))
    var dryRun = false

    @Option(name: .long, help: ArgumentHelp(Phrase.trackOption.spoken, valueName: "track"))
    var track: Track?

    @Option(name: .long, help: ArgumentHelp(Phrase.kindOption.spoken, valueName: "kind"))
    var kind: Kind?

    @Option(name: .long, help: ArgumentHelp(Phrase.personOption.spoken, valueName: "name"))
    var by: String?

    @Argument(help: ArgumentHelp(Phrase.itemNumberArgument.spoken, valueName: "number"))
    var numbers: [Int64]

    func validate() throws {
        if track == nil, kind == nil { throw ValidationError(Phrase.nothingToCorrect.spoken) }
        if numbers.isEmpty { throw ValidationError(Phrase.itemNumberArgument.spoken) }
    }

    func run() async throws {
        let session = try Session(common)
        try await session.change(isDryRun: dryRun) { store in
            for number in numbers {
                let isThere = try store.correct(
                    LabelCorrection(number: number, track: track, kind: kind, person: by, date: Date()))
                guard isThere else { throw Failure(.missing, "\(number)", .noSuchItem(number)) }
                session.console.say(.corrected(number, track: track, kind: kind))
            }
            return .done
        }
    }
}
