import ArgumentParser
import Foundation
import JuheKit
import Markup

/// `juhe sanitize`: what the stream would make of foreign HTML, line by line.
struct SanitizeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sanitize", abstract: Phrase.sanitizeCommand.spoken,
        discussion: Phrase.sanitizeExamples.spoken)

    @Option(name: .long, help: ArgumentHelp(Phrase.baseOption.spoken, valueName: "URL"))
    var base: String?

    @Option(name: .long, help: ArgumentHelp(Phrase.languageOption.spoken, valueName: "tag"))
    var language: String?

    @Flag(name: .long, help: ArgumentHelp(Phrase.asPublishedOption.spoken))
    var asPublished = false

    func run() throws {
        let sanitizer = HTMLSanitizer(policy: asPublished ? .asPublished : HTMLPolicy())
        let console = Console(language: Speech.chosen ?? .zhHans)
        var number = 0
        while let line = readLine() {
            number += 1
            if line.isEmpty { continue }
            guard let question = try? JSONDecoder().decode(Question.self, from: Data(line.utf8)) else {
                console.say(.badJSONLine, .error, subject: "\(number)")
                throw ExitCode(65)
            }
            let html = sanitizer.sanitize(question.html, base: base).html
            let answer = Answer(id: question.id, html: html, text: HTMLText.plain(fromSanitized: html))
            Console.write(try JSONLines.text(answer), to: STDOUT_FILENO)
        }
    }

    private struct Question: Decodable {
        var id: Identifier?
        var html: String
    }

    private struct Answer: Encodable {
        var id: Identifier?
        var html: String
        var text: String
    }

    /// A text or a number, given back as it came.
    private enum Identifier: Codable {
        case text(String)
        case number(Int)

        init(from decoder: any Swift.Decoder) throws {
            let value = try decoder.singleValueContainer()
            if let number = try? value.decode(Int.self) {
                self = .number(number)
            } else {
                self = .text(try value.decode(String.self))
            }
        }

        func encode(to encoder: any Encoder) throws {
            var value = encoder.singleValueContainer()
            switch self {
            case .text(let text): try value.encode(text)
            case .number(let number): try value.encode(number)
            }
        }
    }
}
