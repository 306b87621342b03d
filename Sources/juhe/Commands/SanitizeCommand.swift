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
        var input = InputLines()
        while let line = input.next() {
            if line.isEmpty { continue }
            guard let question = try? JSONDecoder().decode(Question.self, from: line) else {
                console.say(.badJSONLine, .error, subject: "\(input.number)")
                throw ExitCode(65)
            }
            answer(question, sanitizer)
        }
    }

    /// Prints the answer piece by piece: it may be six times the question.
    private func answer(_ question: consuming Question, _ sanitizer: HTMLSanitizer) {
        let id = question.id
        let html = sanitizer.sanitizedBytes(Array(question.html.utf8), base: base)
        Console.write("{\"html\":\"", to: STDOUT_FILENO)
        write(html)
        switch id {
        case .number(let number): Console.write("\",\"id\":\(number)", to: STDOUT_FILENO)
        case .text(let text):
            Console.write("\",\"id\":\"", to: STDOUT_FILENO)
            write(Array(text.utf8))
            Console.write("\"", to: STDOUT_FILENO)
        case nil: Console.write("\"", to: STDOUT_FILENO)
        }
        Console.write(",\"text\":\"", to: STDOUT_FILENO)
        write(Array(HTMLText.plain(fromSanitized: html).utf8))
        Console.write("\"}\n", to: STDOUT_FILENO)
    }

    private func write(_ text: [UInt8]) {
        let step = 1 << 16
        var piece: [UInt8] = []
        for start in stride(from: 0, to: text.count, by: step) {
            text.withUnsafeBufferPointer {
                JSONText.append(.init(rebasing: $0[start..<min(start + step, text.count)]), to: &piece)
            }
            Console.write(piece, to: STDOUT_FILENO)
            piece.removeAll(keepingCapacity: true)
        }
    }

    private struct Question: Decodable {
        var id: Identifier?
        var html: String
    }

    /// A text or a number, given back as it came.
    private enum Identifier: Decodable {
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
    }
}
