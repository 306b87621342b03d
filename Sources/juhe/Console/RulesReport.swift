import Foundation
import JuheKit
import Operations

/// What `juhe rules test` prints.
struct RulesReport {
    let console: Console
    let isJSON: Bool

    private var language: Language { console.language }

    /// Accuracy, confusion tables and every error.
    func print(_ test: HeadlineTest) {
        if isJSON { return printJSON(test) }
        say(.accuracy(.track, test.trackScore.right, test.trackScore.all, test.trackScore.thousandths))
        table(Track.allCases.map { $0.title }, test.trackConfusion)
        say(.accuracy(.kind, test.kindScore.right, test.kindScore.all, test.kindScore.thousandths))
        table(Kind.allCases.map { $0.title }, test.kindConfusion)
        for error in test.errors {
            let right = [Phrase.name(of: error.track), error.kind.map { Phrase.name(of: $0) }].compactMap {
                $0?.text(language)
            }
            let given = [Phrase.name(of: error.labelled.track), .name(of: error.labelled.kind)].map {
                $0.text(language)
            }
            console.print(
                "\(error.line)  \(right.joined(separator: "/")) → \(given.joined(separator: "/"))  \(error.title)")
            for reason in error.labelled.why { console.print("    \(Self.line(reason))") }
        }
    }

    /// What would change in the archive.
    func print(_ test: ArchiveTest) {
        if isJSON {
            for change in test.changes {
                let line = ChangeLine(
                    number: change.item.details.number ?? 0, title: change.item.title ?? "",
                    before: LabelPair(change.item.details), after: LabelPair(change.details),
                    why: change.details.why)
                Console.write((try? JSONLines.text(line)) ?? "", to: STDOUT_FILENO)
            }
            return
        }
        say(.archiveTest(items: test.items, changes: test.changes.count, unsorted: test.unsorted))
        for change in test.changes {
            let before = LabelPair(change.item.details).words(language)
            let after = LabelPair(change.details).words(language)
            console.print("\(change.item.details.number ?? 0)  \(before) → \(after)  \(change.item.title ?? "")")
            for reason in change.details.why { console.print("    \(Self.line(reason))") }
        }
    }

    /// One explanation on one line: `track title 党员 党课 18`.
    static func line(_ reason: Reason) -> String {
        ([reason.label, reason.rule] + reason.words + (reason.points.map { ["\($0)"] } ?? [])).joined(separator: " ")
    }

    private func say(_ phrase: Phrase) { console.print(phrase.text(language)) }

    private func table(_ labels: [Phrase], _ counts: [[Int]]) {
        let names = (labels + [.unsorted]).map { $0.text(language) }
        var table = TextTable([Phrase.rightAndGiven.text(language)] + names)
        for (name, row) in zip(names, counts) where row.contains(where: { $0 > 0 }) {
            table.add([name] + row.map(String.init))
        }
        table.lines.forEach { console.print("  " + $0) }
    }

    private func printJSON(_ test: HeadlineTest) {
        let summary = Summary(
            track: .init(test.trackScore, test.trackConfusion), kind: .init(test.kindScore, test.kindConfusion),
            errors: test.errors.map { error in
                ErrorLine(
                    line: error.line, title: error.title, right: LabelPair(track: error.track, kind: error.kind),
                    given: LabelPair(error.labelled), why: error.labelled.why)
            })
        Console.write((try? JSONLines.text(summary)) ?? "", to: STDOUT_FILENO)
    }

    private struct Summary: Encodable {
        struct Part: Encodable {
            var right: Int
            var all: Int
            var accuracy: Double
            var confusion: [[Int]]

            init(_ score: Score, _ confusion: [[Int]]) {
                right = score.right
                all = score.all
                accuracy = Double(score.thousandths) / 1_000
                self.confusion = confusion
            }
        }

        var track: Part
        var kind: Part
        var errors: [ErrorLine]
    }

    private struct ErrorLine: Encodable {
        var line: Int
        var title: String
        var right: LabelPair
        var given: LabelPair
        var why: [Reason]
    }

    private struct ChangeLine: Encodable {
        var number: Int64
        var title: String
        var before: LabelPair
        var after: LabelPair
        var why: [Reason]
    }
}

/// A track and a kind.
private struct LabelPair: Encodable {
    var track: Track?
    var kind: Kind?

    init(track: Track?, kind: Kind?) {
        self.track = track
        self.kind = kind
    }

    init(_ details: ItemDetails) { self.init(track: details.track, kind: details.kind) }

    func words(_ language: Language) -> String {
        "\(Phrase.name(of: track).text(language))/\(Phrase.name(of: kind).text(language))"
    }
}
