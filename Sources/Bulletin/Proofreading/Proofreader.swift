package import JuheKit

/// Something in an edition that a proofreader would mark.
package struct ProofFinding: Sendable, Hashable {
    /// Where it stands, e.g. `第3条 标题`.
    package let place: String
    /// The words in question.
    package let found: String
    /// What would be right; nothing where only a person can say.
    package let suggestion: String?
    /// What is wrong.
    package let reason: Phrase

    /// A finding.
    package init(place: String, found: String, suggestion: String?, reason: Phrase) {
        self.place = place
        self.found = found
        self.suggestion = suggestion
        self.reason = reason
    }

    /// The finding as a sentence.
    package var phrase: Phrase {
        guard let suggestion else {
            return Phrase("“\(found)”：\(reason.zhHans)。", en: "\"\(found)\": \(reason.english)")
        }
        return Phrase(
            "“\(found)”：\(reason.zhHans)，应为“\(suggestion)”。",
            en: "\"\(found)\": \(reason.english); should be \"\(suggestion)\"")
    }
}

/// Reads an edition as a proofreader does before the review: mechanical checks only, which are right whatever the text says,
/// and the office's own list of wrong words.
package struct Proofreader: Sendable {
    private let words: WordList
    private let units: [String]
    private let rules: [any ProofRule]

    /// A proofreader.
    ///
    /// - Parameters:
    ///   - words: the office's own list.
    ///   - units: the names of the units as they are registered.
    package init(words: WordList = WordList(), units: [String] = []) {
        self.words = words
        self.units = units
        rules = [
            DocumentNumberRule(), PairingRule(), WidthRule(), DateRule(), OrderRule(), DoublingRule(), LeakRule(),
            words,
        ]
    }

    /// Everything that should be looked at, in print order.
    package func findings(_ edition: PrintedEdition) -> [ProofFinding] {
        let words = edition.words
        var findings: [ProofFinding] = []
        func check(_ text: String?, _ place: Phrase) {
            guard let text else { return }
            findings += self.findings(text, place: words(place))
        }
        check(edition.masthead.title, .placeMasthead)
        check(edition.correction?.text, .correctionNote)
        check(edition.note.isEmpty ? nil : edition.note.joined(separator: "\n"), .editorsNote)
        for section in edition.sections {
            check(section.title, .placeSection)
            for entry in section.groups.flatMap(\.entries) {
                check(entry.title, .placeTitle(entry.number))
                check(entry.documentNumber, .placeNumber(entry.number))
                check(entry.excerpt, .placeExcerpt(entry.number))
                check(entry.remark, .placeRemark(entry.number))
                if let finding = UnitRule.finding(entry.unit, units, place: words(.placeUnit(entry.number))) {
                    findings.append(finding)
                }
            }
        }
        return findings
    }

    /// What should be looked at in one text.
    package func findings(_ text: String, place: String = "") -> [ProofFinding] {
        let scalars = Array(text.unicodeScalars)
        return rules.flatMap { $0.remarks(on: scalars) }.sorted { $0.range.lowerBound < $1.range.lowerBound }.map {
            ProofFinding(
                place: place, found: String(scalars[$0.range]), suggestion: $0.suggestion, reason: $0.reason)
        }
    }
}

/// A rule that looks at one text.
protocol ProofRule: Sendable {
    /// What the rule has to say, in order.
    func remarks(on text: [Unicode.Scalar]) -> [ProofRemark]
}

/// What a rule says about a piece of a text.
struct ProofRemark {
    /// Where it is.
    var range: Range<Int>
    /// What would be right.
    var suggestion: String?
    /// What is wrong.
    var reason: Phrase
}

extension String {
    init(_ scalars: some Sequence<Unicode.Scalar>) {
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars)
        self.init(view)
    }
}

extension Unicode.Scalar {
    /// True for a Chinese character.
    var isHan: Bool {
        switch value {
        case 0x4E00...0x9FFF, 0x3400...0x4DBF, 0x20000...0x3134F, 0xF900...0xFAFF, 0x3007: true
        default: false
        }
    }

    /// The value of a decimal digit, half or full width.
    var digit: Int? {
        switch value {
        case 0x30...0x39: Int(value) - 0x30
        case 0xFF10...0xFF19: Int(value) - 0xFF10
        default: nil
        }
    }
}
