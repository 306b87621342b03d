import Extraction
import FoundationEssentials
import JuheKit

/// Whether and at which known articles a run looks again: how something is done is changed in place, under the same line of the
/// list.
struct LookingAgain {
    /// True where the time has come.
    let isDue: Bool
    /// True where it holds for all articles, not only for those that are known to tell how something is done.
    let takesAll: Bool
    /// Where the next run begins, of more articles than one run looks at.
    private(set) var next: Int
    private let seen: SeenEntries
    private let now: Date

    /// Procedures are looked at once a day where the configuration says nothing else.
    private static let usual: Double = 86_400
    /// A run that comes a little early, as cron does, is not put off to the next.
    private static let slack: Double = 60

    init(_ settings: SiteSettings, _ state: SiteState, _ context: SourceContext) {
        seen = state.seen
        now = context.now
        next = state.lookFrom
        takesAll = settings.recheck != nil || context.source.kind == .procedure
        guard settings.follows, takesAll || seen.hasProcedures else {
            isDue = false
            return
        }
        let wait = settings.recheck ?? Self.usual
        let since = context.now.timeIntervalSince1970 - Double(state.lookedAgain ?? 0)
        isDue = since >= wait - min(Self.slack, wait / 60)
    }

    /// The known entries of a list that are given again: those that came whole, and where it is due those whose articles are
    /// to be looked at.
    ///
    /// Where these are more than one run looks at, each run goes on where the last one ended.
    mutating func entries(of list: [ExtractedItem], atMost most: Int) -> [ExtractedItem] {
        let known = list.filter { !seen.wants($0.item, at: now) }
        let whole = known.filter { $0.item.contentHTML != nil }
        guard isDue else { return whole }
        let rest = known.filter { $0.item.contentHTML == nil && (takesAll || seen.isProcedure($0.item)) }
        let count = min(rest.count, max(0, most))
        guard count < rest.count else {
            next = 0
            return whole + rest
        }
        let start = next % rest.count
        next = (start + count) % rest.count
        return whole + (rest[start...] + rest[..<start]).prefix(count)
    }
}
