internal import JuheKit

/// Party building, business or both: how the points of a title or of a body decide.
///
/// Party words are a closed class and business words an open one. So a party word counts for much, a title without any
/// belongs to the business of whoever acts in it, and where a party organisation acts upon a business object, both are
/// one (融合).
enum TrackRules {
    /// What a title says. Points are those of the lexicon times three.
    ///
    /// - Parameters:
    ///   - title: the title itself.
    ///   - scores: its points.
    ///   - form: the kind of document that its ending tells.
    static func title(_ title: String, _ scores: Scores, form: Lexicon.Group?) -> Verdict<Track> {
        let actors = scores[.partyActors]
        let activity = scores[.party]
        let party = actors + activity
        let business = scores[.business]
        let fusion = scores[.fusion]
        let isPaper = form == .policy || form == .procedure
        func verdict(_ track: Track, _ points: Int, _ groups: Lexicon.Group..., firm: Bool = true) -> Verdict<Track> {
            Verdict(label: track, rule: "title", words: scores.words(groups), points: points, isFirm: firm)
        }
        // A paper of the party about a campaign (亮身份) is the party's own, and so is a lesson held where the party's
        // places are (党课开在烈士陵园).
        let isOwn = activity >= 9 && fusion < 15 && (isPaper || business < 6 && isGathering(scores.words(.fusion)))
        if fusion >= 12, !isOwn {
            return verdict(.fusion, fusion, .fusion)
        }
        // 党建考核与业务考核: a party word beside business as such joins both.
        if party >= 9, !scores.words(.business).filter(business(named:)).isEmpty {
            return verdict(.fusion, party + business, .partyActors, .party, .business)
        }
        if scores[.office] > 0, party <= 9, business <= 12, !scores.names(.business) {
            return Verdict(label: nil, rule: "office", words: scores.words(.office), points: nil, isFirm: true)
        }
        // A paper needs plainer words for both sides than a piece of news.
        let isJoint = form == .policy ? business >= 9 && activity <= 3 : business >= 6 && activity <= 6
        if form != .procedure, actors >= 6, isJoint, scores[.caring] == 0 {
            return verdict(.fusion, party + business, .partyActors, .business)
        }
        // How something of the party is done is the party's, whatever forms and permits it takes.
        if form == .procedure, party >= 6 { return verdict(.party, party, .partyActors, .party) }
        if !isPaper, party >= 9, business >= 6, scores[.serving] > 0, scores[.caring] == 0 {
            return verdict(.fusion, party + business, .partyActors, .party, .business, .serving)
        }
        // 市公安局党员先锋队…: a squad that is not just being founded or honoured does the unit's work.
        if !isPaper, actors >= 6, activity == 0, scores[.caring] == 0, scores.names(.business),
            scores.words(.partyActors).contains(where: isSquad), !founding.contains(where: title.contains)
        {
            return verdict(.fusion, party + business, .partyActors, .business)
        }
        // 坚守, 破解, 护航: what a unit's party members fight for is the unit's work, whatever it is called.
        if !isPaper, actors >= 6, activity == 0, scores[.serving] >= 6, scores[.caring] == 0, scores.names(.business) {
            return verdict(.fusion, party + scores[.serving], .partyActors, .serving)
        }
        if party >= 6, party >= business { return verdict(.party, party, .partyActors, .party) }
        // Whom the party visits does not make it their business.
        if actors >= 6, scores[.caring] > 0 { return verdict(.party, party, .partyActors, .party, .caring) }
        if business >= 6 { return verdict(.business, business, .business) }
        if party > 0, party >= business { return verdict(.party, party, .partyActors, .party, firm: false) }
        if business > 0 { return verdict(.business, business, .business, firm: false) }
        return .open
    }

    /// True for 党员突击队, 党员先锋岗 and their like.
    private static func isSquad(_ actor: String) -> Bool {
        (actor.hasSuffix("队") || actor.hasSuffix("岗")) && !actor.contains("志愿")
    }

    /// What becomes of a squad, and not what it does.
    private static let founding = [
        "成立", "组建", "授旗", "授牌", "挂牌", "揭牌", "命名", "评选", "表彰", "评为", "获", "培训", "宣誓", "招募", "召开", "会议", "座谈", "设立", "创建",
        "打造", "学习",
    ]

    /// True where all that joins both sides is where the party met.
    private static func isGathering(_ marks: [String]) -> Bool {
        marks.allSatisfy { mark in ["党课", "主题党日", "组织生活", "支部会"].contains { mark.hasPrefix($0) } }
    }

    /// True for 业务 itself and what is measured of it; 业务培训 is anybody's.
    private static func business(named word: String) -> Bool {
        ["业务", "业务工作", "业务考核", "业务指标", "业务标兵"].contains(word)
    }

    /// What a body says, where the title says too little. Points are those of the lexicon, each word twice at most.
    static func body(_ scores: Scores) -> Verdict<Track> {
        let actors = scores[.partyActors]
        let party = actors + scores[.party]
        let business = scores[.business]
        let fusion = scores[.fusion]
        func verdict(_ track: Track, _ points: Int, _ groups: Lexicon.Group...) -> Verdict<Track> {
            Verdict(label: track, rule: "body", words: scores.words(groups, most: 5), points: points, isFirm: false)
        }
        if scores[.office] > 0, party == 0, fusion == 0, business <= 6, scores.units.isEmpty {
            return Verdict(label: nil, rule: "office", words: scores.words(.office), points: nil, isFirm: false)
        }
        if fusion >= 9 || fusion >= 5 && party >= 3 && business >= 4 || fusion >= 4 && party >= 3 && business >= 6 {
            return verdict(.fusion, fusion + party + business, .fusion, .partyActors, .business)
        }
        // Nothing but who acts, and what of the business they act upon.
        if actors >= 6, scores[.party] <= 2, scores[.caring] == 0, business >= 5 {
            return verdict(.fusion, party + business, .partyActors, .business)
        }
        if party >= 6, 2 * party >= 5 * business { return verdict(.party, party, .partyActors, .party) }
        // Whom the party's members help does not make it their business.
        if actors >= 3, scores[.caring] > 0, business < 6 {
            return verdict(.party, party, .partyActors, .party, .caring)
        }
        // Two words of who acts, in a text that is all about the business.
        if actors >= 3, party >= 6, scores[.caring] == 0, business >= 2 * party {
            return verdict(.fusion, party + business, .partyActors, .business)
        }
        if business >= 6, 2 * business >= 5 * party { return verdict(.business, business, .business) }
        if actors >= 6, business >= 8, party >= 8, 2 * scores[.party] <= 3 * actors {
            return verdict(.fusion, party + business, .partyActors, .business)
        }
        if party >= 3, party > business { return verdict(.party, party, .partyActors, .party) }
        if business >= 4 || business == 3 && party == 0 { return verdict(.business, business, .business) }
        return .open
    }
}
