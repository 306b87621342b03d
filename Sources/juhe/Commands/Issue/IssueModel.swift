import ArgumentParser
import Bulletin
import Foundation
import JuheKit

/// `juhe issue model`: the names that a template of an office's own may use.
struct IssueModel: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "model", abstract: Phrase.issueModelCommand.spoken)

    @OptionGroup var common: CommonOptions

    @Flag(name: .long, help: ArgumentHelp(Phrase.jsonOption.spoken))
    var json = false

    @Flag(name: .long, help: ArgumentHelp(Phrase.templateOption.spoken))
    var template = false

    private struct Line: Encodable {
        var path: String
        var help: String
        var example: String
    }

    func run() throws {
        if template {
            Console.write(BulletinPage.builtIn.text, to: STDOUT_FILENO)
            return
        }
        var table = TextTable([.templateName, .note, .example].map { (phrase: Phrase) in phrase.spoken })
        for field in TemplateModel.fields {
            if json {
                let line = Line(path: field.path, help: field.help.spoken, example: field.example)
                Console.write(try JSONLines.text(line), to: STDOUT_FILENO)
            } else {
                table.add([field.path, field.help.spoken, TextTable.cut(field.example, to: 40)])
            }
        }
        if !json { table.lines.forEach { Console.write($0 + "\n", to: STDOUT_FILENO) } }
    }
}
