import ArgumentParser
import Configuration
import Foundation
import JuheKit
import Store

/// `juhe items why`: the rules behind an item's labels, and the story it belongs to.
struct ItemWhyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "why", abstract: Phrase.whyCommand.spoken)

    @OptionGroup var common: CommonOptions

    @Flag(name: .long, help: ArgumentHelp(Phrase.jsonOption.spoken))
    var json = false

    @Argument(help: ArgumentHelp(Phrase.itemNumberArgument.spoken, valueName: "number"))
    var number: Int64

    private struct Report: Encodable {
        var number: Int64
        var why: [Reason]
        var story: Int64?
        var members: [StoryMember]
    }

    func run() async throws {
        let session = try Session(common)
        try await session.reporting {
            let store = try session.openToRead()
            guard let item = try store.item(number: number, version: nil) else {
                throw Failure(.missing, "\(number)", .noSuchItem(number))
            }
            let story = try store.stories(of: [number])[number]?.story
            let members = try story.map { try store.story($0) } ?? []
            if json {
                let report = Report(number: number, why: item.details.why, story: story, members: members)
                Console.write(try JSONLines.text(report), to: STDOUT_FILENO)
                return
            }
            let language = session.console.language
            func show(_ phrase: Phrase) { session.console.print(phrase.text(language)) }
            session.console.print(PlainText.oneLine("\(number)  \(item.title ?? "-")"))
            for reason in item.details.why {
                show(.reasonLine(reason.label, rule: reason.rule, words: reason.words))
            }
            if members.count < 2 { return show(.storyAlone) }
            show(.storyOf(members.count))
            for (index, member) in members.enumerated() {
                let day = session.configuration.zone.civilTime(member.date).isoDate
                let place = [member.unit ?? member.source, member.title ?? "-"].joined(separator: "  ")
                session.console.print(PlainText.oneLine("  \(member.number)  \(day)  \(place)"))
                if index == 0 { show(.storyHead(member.distance)) }
                if let partner = member.partner, let evidence = member.evidence {
                    show(.storyEvidence(evidence, partner: partner))
                }
            }
        }
    }
}

/// Text for a terminal.
enum PlainText {
    /// Control characters could steer a terminal: they become spaces.
    static func oneLine(_ text: String) -> String {
        String(
            String.UnicodeScalarView(text.unicodeScalars.map { $0.properties.generalCategory == .control ? " " : $0 }))
    }
}
