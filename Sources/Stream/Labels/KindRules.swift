internal import JuheKit

/// Policy, procedure or update: how the points of a title or of a body decide.
enum KindRules {
    /// What a title says: its form first, then its words. Points are those of the lexicon times three.
    static func title(_ scores: Scores, form: TitleForm.Ending?) -> Verdict<Kind> {
        var totals: [(kind: Kind, group: Lexicon.Group, points: Int)] = [
            (.procedure, .procedure, scores[.procedure]), (.update, .update, scores[.update]),
            (.policy, .policy, scores[.policy]),
        ]
        // The last word of a title says what it is.
        let group = form?.kind == .service ? .procedure : form?.kind
        if let form, let index = totals.firstIndex(where: { $0.group == group }) { totals[index].points += form.points }
        // What a paper asks for (开展…活动) is not what happened, however many verbs there are.
        if let form, form.kind == .policy || form.kind == .procedure,
            let index = totals.firstIndex(where: { $0.group == .update })
        {
            totals[index].points = min(totals[index].points, form.points - 1)
        }
        // Of equal ones the first counts.
        guard let best = totals.reversed().max(by: { $0.points < $1.points }), best.points >= 6 else { return .open }
        let isForm = group == best.group
        var words = scores.words(best.group)
        if let form, isForm, !words.contains(form.word) { words.append(form.word) }
        return Verdict(
            label: best.kind, rule: isForm ? "form" : "title", words: words, points: best.points,
            isFirm: best.points >= 12)
    }

    /// What a body says, where the title says too little.
    ///
    /// - Parameter track: what it is about. Party and business as one have no windows to apply at; what is done there is news.
    static func body(_ scores: Scores, track: Track? = nil) -> Verdict<Kind> {
        var totals: [(kind: Kind, group: Lexicon.Group)] = [(.policy, .policy), (.update, .update)]
        if track != .fusion { totals.insert((.procedure, .procedure), at: 1) }
        guard let best = totals.max(by: { scores[$0.group] < scores[$1.group] }), scores[best.group] >= 2 else {
            return .open
        }
        return Verdict(
            label: best.kind, rule: "body", words: scores.words(best.group), points: scores[best.group], isFirm: false)
    }
}
