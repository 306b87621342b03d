internal import JuheKit

/// Names of units that no register has: what stands before 中心党支部 or 公司党委 says whose it is, not what it does.
enum NamedUnits {
    /// The words of a title without those of business inside such a name.
    static func masking(_ matches: [TermMatch], in title: String, _ meanings: Meanings) -> [TermMatch] {
        // Few titles have both; only these are looked at closer.
        guard matches.count > 1, matches.contains(where: { $0.start > 2 && speaks($0, for: .partyActors, meanings) }),
            matches.contains(where: { speaks($0, for: .business, meanings) })
        else { return matches }
        let scalars = TextFolding.fold(title)
        var kept: [TermMatch] = []
        for match in matches {
            if speaks(match, for: .partyActors, meanings), match.start <= scalars.count,
                endsWithOrgan(scalars[..<match.start])
            {
                while let last = kept.last, last.start + longestName >= match.start,
                    speaks(last, for: .business, meanings)
                {
                    kept.removeLast()
                }
            }
            kept.append(match)
        }
        return kept
    }

    private static func speaks(_ match: TermMatch, for group: Lexicon.Group, _ meanings: Meanings) -> Bool {
        meanings.meanings(match, .track).contains { meaning in
            if case .word(let spoken, _) = meaning { spoken == group } else { false }
        }
    }

    private static func endsWithOrgan(_ scalars: ArraySlice<UInt32>) -> Bool {
        organs.contains { scalars.count > $0.count + 1 && scalars.suffix($0.count).elementsEqual($0) }
    }

    /// How far before the party organisation its unit's name may begin, in scalars.
    private static let longestName = 12
    private static let organs = [
        "中心", "公司", "集团", "支队", "大队", "总队", "协会", "学会", "学院", "医院", "学校", "中学", "小学", "大学", "研究院", "幼儿园",
        "管理处", "管理站", "服务站", "事务所", "研究所", "管理所", "监督所", "馆", "局",
    ].map(TextFolding.fold)
}
