package import JuheKit

extension ReportTally {
    /// The heads of the table.
    package static func head(_ language: Language) -> [String] {
        let heads: [Phrase] = [
            .columnNumber, .columnUnit, .columnClass, .columnQuota, .columnSubmitted, .columnItems, .columnRate,
            .columnFusion, .columnBase, .columnAdoption, .columnBonus, .columnPenalty, .columnPoints, .columnRank,
        ]
        return heads.map { $0.text(language) }
    }

    /// The cells of the table, as long as its head.
    package var rows: [[String]] {
        units.enumerated().map { index, unit in
            [
                "\(index + 1)", unit.unit, unit.unitClass ?? "", unit.due.map(String.init) ?? "", "\(unit.submitted)",
                "\(unit.adopted)", Self.rate(unit.adopted, of: unit.submitted), "\(unit.fusion)", "\(unit.base)",
                "\(unit.adoption)", "\(unit.bonus)", "\(unit.penalty)", "\(unit.total)", "\(unit.rank)",
            ]
        }
    }

    /// The table as a bulletin prints it.
    package func circular(_ language: Language) -> Edition.Circular {
        let separator = Phrase.listSeparator.text(language)
        var remarks: [String] = []
        if !rules.title.isEmpty { remarks.append(Phrase.countedBy(rules.title).text(language)) }
        if !silent.isEmpty { remarks.append(Phrase.zeroReports(silent.joined(separator: separator)).text(language)) }
        if let mark = rules.passMark, !failed.isEmpty {
            remarks.append(Phrase.belowMark(mark, failed.joined(separator: separator)).text(language))
        }
        return Edition.Circular(
            period: period.phrase.text(language), head: Self.head(language), rows: rows, remarks: remarks)
    }

    /// In per cent with one digit, rounded half up; a dash where nothing was reported.
    private static func rate(_ part: Int, of whole: Int) -> String {
        guard whole > 0 else { return "—" }
        let tenths = (part * 2_000 + whole) / (whole * 2)
        return "\(tenths / 10).\(tenths % 10)%"
    }
}
