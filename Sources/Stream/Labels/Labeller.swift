package import JuheKit
internal import Markup

/// Gives items their track, their kind and the labels of the registers, each with the reason for it.
///
/// What the source, its configuration or a page's own declaration says stands; then a document number; then the lexicon,
/// title before column before body; then what kind of organ published it. What is left stays unsorted.
///
/// ```swift
/// let labeller = Labeller(vocabulary)
/// labeller.label(&item, text: plainText, labeller.read(plainText))
/// ```
package final class Labeller: Sendable {
    private let meanings: Meanings
    private let form: TitleForm
    private let columns: [(name: [UInt32], word: String, group: Lexicon.Group)]

    /// How many bytes of a body are read: what it is shows early.
    private static let longestBody = 12_000
    /// Fewer scalars say too little to stand against a body.
    private static let shortestTitle = 6

    /// A labeller of a vocabulary. Making one takes as long as labelling some hundred items: make it once.
    package init(_ vocabulary: Vocabulary) {
        meanings = Meanings(vocabulary)
        form = TitleForm(vocabulary.lexicon.endings)
        columns = vocabulary.lexicon.columns.flatMap { entry in
            entry.words.map { (TextFolding.fold($0), $0, entry.group) }
        }
    }

    /// Finds the words of a body, and what marks it has.
    func read(_ body: String) -> FoundTerms {
        meanings.automaton.scan(body, wanted: Meanings.Family.inBodies, limit: Self.longestBody)
    }

    /// Labels an item; labels it has already are kept.
    ///
    /// - Parameters:
    ///   - text: its body as plain text; empty where it has none.
    ///   - found: what was found in that.
    func label(_ item: inout Item, text: String, _ found: FoundTerms) {
        // A title that was made from the text says what the text says, and not what it is.
        let title = item.details.flags.contains(.untitled) ? "" : item.title ?? ""
        let titleMatches = meanings.automaton.scan(title, wanted: Meanings.Family.inTitles)
        let bodyMatches = text.isEmpty ? read(item.summary ?? "") : found
        if item.details.track == nil || item.details.kind == nil {
            sort(&item, title: title, titleMatches, bodyMatches)
        }
        addLabels(&item, titleMatches[Meanings.Family.labels.rawValue], bodyMatches[Meanings.Family.labels.rawValue])
    }

    private func sort(
        _ item: inout Item, title: String, _ titleMatches: FoundTerms, _ bodyMatches: FoundTerms
    ) {
        var ending = form.ending(of: title)
        var scores = Scores()
        scores.add(
            NamedUnits.masking(titleMatches[Meanings.Family.track.rawValue], in: title, meanings), .track, meanings,
            weight: 3)
        scores.add(titleMatches[Meanings.Family.kind.rawValue], .kind, meanings, weight: 3)
        // 党建引领“一枚印章管审批”: such a mark tells of what was done.
        if ending?.kind == .service, scores[.fusion] >= 12 { ending = nil }
        // 市民政局党员上门办理…登记: so does a unit's party organisation or member that acts.
        if ending?.kind == .service, membersAct(titleMatches[Meanings.Family.track.rawValue]) { ending = nil }
        // 通知公告 is where things stand, not what they are.
        if isMasked(title, titleMatches[Meanings.Family.kind.rawValue]) { ending = nil }
        var column = Scores()
        addColumn(item.details.column, to: &column)

        var kind = self.kind(scores, column, ending, item.details.document)
        // What is done for people is a procedure only where the words agree.
        let form = kind.label == .procedure && (kind.rule == "form" || Self.asks(kind)) ? .procedure : ending?.kind
        var track = TrackRules.title(title, scores, form: form)
        // 通知, 公告栏, 工作信息: such titles stand over anything.
        if kind.rule != "document", title.utf8.count < 60, TextFolding.fold(title).count < Self.shortestTitle {
            kind.isFirm = false
            track.isFirm = track.isFirm && track.rule == "office"
        }
        if !track.isFirm || !kind.isFirm {
            var bodyScores = Scores()
            bodyScores.add(bodyMatches[Meanings.Family.track.rawValue], .track, meanings, repeats: 2)
            bodyScores.add(bodyMatches[Meanings.Family.body.rawValue], .body, meanings, repeats: 2)
            if !track.isFirm { track = self.track(track, scores, column, bodyScores, kind, item.details.unit, title) }
            if !kind.isFirm, track.rule != "office" {
                let said = KindRules.body(bodyScores, track: track.label)
                if said.label != nil { kind = said }
                // A weak word (窗口) of a unit that acts tells no way to go.
                if kind.label == .procedure, kind.rule == "title", kind.points ?? 0 <= 9,
                    namesActor(title, titleMatches)
                {
                    kind = .open
                }
                if kind.label == nil, scores[.service] > 0, track.label != .fusion, !namesActor(title, titleMatches) {
                    kind = Verdict(
                        label: .procedure, rule: "service", words: scores.words(.service), points: nil, isFirm: false)
                }
                // Who does something and writes no paper about it tells news.
                if kind.label == nil, track.label != nil {
                    kind = Verdict(label: .update, rule: "statement", words: [], points: nil, isFirm: false)
                }
            }
        }
        if track.rule == "office" {
            // The office's own notes are sorted neither way.
            item.details.why.append(track.reason("track"))
            return
        }
        if item.details.track == nil, let label = track.label {
            item.details.track = label
            item.details.why.append(track.reason("track"))
        }
        if item.details.kind == nil, let label = kind.label {
            item.details.kind = label
            item.details.why.append(kind.reason("kind"))
        }
    }

    private func kind(
        _ scores: Scores, _ column: Scores, _ ending: TitleForm.Ending?,
        _ document: OfficialDocument?
    ) -> Verdict<Kind> {
        if let number = document?.number, ending?.kind != .procedure {
            return Verdict(label: .policy, rule: "document", words: [number], points: nil, isFirm: true)
        }
        var scores = scores
        for group in Lexicon.Group.ofKind where column[group] > 0 {
            for word in column.words(group) { scores.add(12, to: group, word: word) }
        }
        return KindRules.title(scores, form: ending)
    }

    /// The track, where the title alone is not enough.
    private func track(
        _ byTitle: Verdict<Track>, _ scores: Scores, _ column: Scores, _ body: Scores, _ kind: Verdict<Kind>,
        _ unit: String?, _ title: String
    ) -> Verdict<Track> {
        for (group, track) in [(Lexicon.Group.fusion, Track.fusion), (.party, .party), (.business, .business)]
        where column[group] > 0 {
            return Verdict(label: track, rule: "column-name", words: column.words(group), points: 12, isFirm: true)
        }
        var said = TrackRules.body(body)
        // How something of the party is done is the party's, whatever forms and windows it takes.
        if said.label == .fusion, body[.fusion] == 0, KindRules.body(body).label == .procedure { said.label = .party }
        if said.label == .business, said.points ?? 0 < 6, let actor = body.units.first, actor.organ == .party {
            return byOrgan(.party, actor.name)
        }
        if said.label != nil || said.rule == "office" && byTitle.label == nil && kind.label == nil { return said }
        // A weak word of business says less than a party organ that is named.
        if byTitle.label == .business, let actor = scores.units.first, actor.organ == .party {
            return byOrgan(.party, actor.name)
        }
        // And the other way round: 文明, 帮扶 is any unit's.
        if byTitle.label == .party, byTitle.points ?? 0 <= 3, let actor = scores.units.first, actor.organ == .business,
            title.hasPrefix(actor.name)
        {
            return byOrgan(.business, actor.name)
        }
        if byTitle.label != nil { return byTitle }
        // Who is named in the title acts in it; else whoever published it.
        if let actor = scores.units.first { return byOrgan(actor.organ, actor.name) }
        if let actor = body.units.first { return byOrgan(actor.organ, actor.name) }
        if let unit, let organ = organ(of: unit) { return byOrgan(organ, unit) }
        if kind.label == .policy || kind.label == .procedure {
            return Verdict(label: .business, rule: "paper", words: [], points: nil, isFirm: false)
        }
        if let area = Self.areas.first(where: { title.unicodeScalars.starts(with: $0.unicodeScalars) }) {
            return Verdict(label: .business, rule: "area", words: [area], points: nil, isFirm: false)
        }
        return .open
    }

    private func byOrgan(_ organ: UnitRegister.Organ, _ name: String) -> Verdict<Track> {
        Verdict(
            label: organ == .party ? .party : .business, rule: "unit", words: [name], points: nil, isFirm: false)
    }

    /// What a unit is, by the register.
    private func organ(of unit: String) -> UnitRegister.Organ? {
        var scores = Scores()
        scores.add(
            meanings.automaton.scan(unit)[Meanings.Family.track.rawValue], .track, meanings)
        return scores.units.last?.organ
    }

    private func addColumn(_ name: String?, to scores: inout Scores) {
        guard let name else { return }
        let folded = TextFolding.fold(name)
        for column in columns where folded.contains(column.name) {
            scores.add(12, to: column.group, word: column.word)
        }
    }

    private func addLabels(_ item: inout Item, _ inTitle: [TermMatch], _ inBody: [TermMatch]) {
        if inTitle.isEmpty, inBody.isEmpty { return }
        lazy var day = (item.datePublished ?? item.dateModified).map { Zone.china.civilTime($0).isoDate }
        // Rarely more than a few, so that looking through them is cheaper than a set.
        var found: [Int] = []
        for matches in [inTitle, inBody] {
            for match in matches {
                for case .label(let index) in meanings.meanings(match, .labels) where !found.contains(index) {
                    found.append(index)
                }
            }
        }
        for index in found.sorted() {
            let entry = meanings.labels[index]
            if let since = entry.since, let day, day < since { continue }
            if let until = entry.until, let day, day > until { continue }
            let label = ItemLabel(entry.register, entry.name)
            if !item.details.labels.contains(label) { item.details.labels.append(label) }
        }
    }

    /// True where a title begins with a unit of the business and who of its party acts.
    private func membersAct(_ matches: [TermMatch]) -> Bool {
        guard matches.count > 1, matches[0].start == 0, matches[1].start == matches[0].end else { return false }
        return meanings.meanings(matches[0], .track).contains { if case .unit(.business) = $0 { true } else { false } }
            && meanings.meanings(matches[1], .track).contains { meaning in
                if case .word(.partyActors, _) = meaning { true } else { false }
            }
    }

    /// True where one word that counts nothing is all of a title.
    private func isMasked(_ title: String, _ matches: [TermMatch]) -> Bool {
        guard let match = matches.first, matches.count == 1, match.start == 0, title.utf8.count < 20 else {
            return false
        }
        return TextFolding.fold(title).count == match.end
            && meanings.meanings(match, .kind).allSatisfy { if case .word(.ignore, _) = $0 { true } else { false } }
    }

    /// True where a title begins with who acts: a unit, or the area.
    private func namesActor(_ title: String, _ matches: FoundTerms) -> Bool {
        if Self.areaNames.contains(where: title.hasPrefix) { return true }
        return matches[Meanings.Family.track.rawValue].contains { match in
            match.start == 0
                && meanings.meanings(match, .track).contains { if case .unit = $0 { true } else { false } }
        }
    }

    /// True where the words of a title ask how, where or what.
    private static func asks(_ kind: Verdict<Kind>) -> Bool {
        kind.words.contains { Bytes.contains($0, anyOf: questions) }
    }

    private static let questions: [StaticString] = ["怎么", "怎样", "如何", "哪", "什么", "能否", "能不能", "可不可以", "多少", "多久", "咋"]

    /// What titles about the area as a whole begin with.
    private static let areaNames = areas.filter { $0.count > 1 }
    private static let areas = ["全市", "我市", "本市", "全县", "全区", "全旗", "我区", "我县", "我旗", "城区", "市", "县", "区", "旗"]
}

extension Array where Element: Equatable {
    /// True where `run` stands somewhere in it as a whole.
    fileprivate func contains(_ run: [Element]) -> Bool {
        guard !run.isEmpty, run.count <= count else { return false }
        return (0...(count - run.count)).contains { self[$0...].starts(with: run) }
    }
}
