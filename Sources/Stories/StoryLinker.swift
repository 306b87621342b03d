/// Finds for each item the story it belongs to, among those of the days around it. Items are given by date; what is too old
/// to matter is forgotten, so that memory and time do not grow with the archive.
package struct StoryLinker {
    /// An item that others may belong to.
    package struct Member: Sendable {
        /// Its number.
        package var number: Int64
        /// Its story.
        package var story: Int64
        /// Seconds since 1970.
        package var date: Int64

        /// A member.
        package init(number: Int64, story: Int64, date: Int64) {
            self.number = number
            self.story = story
            self.date = date
        }
    }

    /// What was found for an item.
    package struct Link: Sendable, Hashable {
        /// The story: the number of the item that it began with.
        package var story: Int64
        /// The item that it is a copy of, or that is a copy of it; nothing for an item on its own.
        package var partner: Int64?
        /// Why.
        package var evidence: StoryEvidence?
        /// Stories that this item shows to be the same as `story`.
        package var joined: [Int64] = []

        /// A link to a story, by itself.
        package init(story: Int64) { self.story = story }
    }

    /// Copies of one text that are looked at for one key, newest first.
    private static let perKey = 12
    /// Entries of a key outside the window that are passed over: behind so many there is nothing newer.
    private static let passedOver = 64
    /// Items whose text is compared with one item's.
    private static let compared = 8

    /// Prints that are kept: those that were asked for last.
    private static let mostPrints = 2_000

    private var members: [Member] = []
    private var prints: [Int64: StoryPrint] = [:]
    /// Whose prints are kept, in a ring.
    private var printed: [Int64] = []
    private var nextPrinted = 0
    private var newest: [UInt64: Int32] = [:]
    /// When the stories of the members began: a copy is one within the window around that, so that no chain of copies goes
    /// from one instance of a template to the next for ever.
    private var begun: [Int64: Int64] = [:]
    /// For each entry of a key, the one before it, and whose it is.
    private var chain: [(before: Int32, member: Int32)] = []

    /// A linker that knows nothing yet.
    package init() {}

    /// How far around an item's date others count, in seconds.
    package static let window = StoryJudge.window

    /// Makes a member known. One without keys is nobody's copy, and nobody is its.
    package mutating func add(_ member: Member, keys: [UInt64]) {
        if keys.isEmpty { return }
        let index = members.count
        members.append(member)
        begun[member.story] = min(begun[member.story] ?? member.date, member.date)
        for key in keys {
            chain.append((newest[key] ?? -1, Int32(index)))
            newest[key] = Int32(chain.count - 1)
        }
    }

    /// The story of an item.
    /// - Parameters:
    ///   - item: its number and date.
    ///   - keys: its keys; without those that nobody else has, where that is known.
    ///   - load: reads the print of an item, the asked one or a member, by number and date; nothing where it is gone.
    package mutating func link(
        _ item: (number: Int64, date: Int64), keys: [UInt64], load: (Int64, Int64) throws -> StoryPrint?
    ) rethrows -> Link {
        var link = Link(story: item.number)
        let candidates = candidates(item, keys)
        if candidates.isEmpty { return link }
        guard let print = try print(of: item, load) else { return link }
        let judge = StoryJudge(print)
        var matches: [Match] = []
        var refused: Set<Int64> = []
        for candidate in candidates.prefix(Self.compared) {
            let member = members[candidate]
            if print.date - (begun[member.story] ?? member.date) > Self.window {
                refused.insert(member.story)
                continue
            }
            guard let other = try self.print(of: (member.number, member.date), load) else { continue }
            switch judge.verdict(other) {
            case .same(let evidence):
                let isExact = judge.isExact(other)
                matches.append(Match(member: member, print: other, evidence: evidence, isExact: isExact))
            case .different: refused.insert(member.story)
            case .unsure: break
            }
            // Whatever else it is like, what is wholly the same is its story.
            if matches.last?.isExact == true { break }
        }
        guard let best = Self.best(of: matches, without: refused, near: print.date) else { return link }
        (link.partner, link.evidence) = (best.member.number, best.evidence)
        var stories = [best.member.story]
        // What is wholly the same was joined with others when it came itself.
        if !best.isExact { stories += Self.joined(matches, with: best.member.story, without: refused) }
        link.story = stories.min() ?? best.member.story
        link.joined = stories.filter { $0 != link.story }.sorted()
        if !link.joined.isEmpty {
            for index in members.indices where link.joined.contains(members[index].story) {
                members[index].story = link.story
            }
            begun[link.story] = stories.compactMap { begun[$0] }.min()
        }
        return link
    }

    private mutating func print(
        of item: (number: Int64, date: Int64), _ load: (Int64, Int64) throws -> StoryPrint?
    ) rethrows -> StoryPrint? {
        if let known = prints[item.number] { return known }
        guard let print = try load(item.number, item.date) else { return nil }
        if printed.count < Self.mostPrints {
            printed.append(item.number)
        } else {
            prints[printed[nextPrinted]] = nil
            printed[nextPrinted] = item.number
            nextPrinted = (nextPrinted + 1) % Self.mostPrints
        }
        prints[item.number] = print
        return print
    }

    /// A member that an item is the same story as.
    private struct Match {
        var member: Member
        var print: StoryPrint
        var evidence: StoryEvidence
        var isExact: Bool
    }

    /// Other stories that an item belongs to as well. A copy that was cut short may fit two instances of a template: that
    /// makes them no story, so nothing that is known of one may part it from the other.
    private static func joined(_ matches: [Match], with story: Int64, without refused: Set<Int64>) -> [Int64] {
        var stories: [Int64] = []
        for other in Set(matches.map(\.member.story)).subtracting(refused).subtracting([story]).sorted() {
            let own = matches.filter { $0.member.story == story || stories.contains($0.member.story) }
            let isParted = own.contains { one in
                let judge = StoryJudge(one.print)
                return matches.contains { $0.member.story == other && judge.verdict($0.print) == .different }
            }
            if !isParted { stories.append(other) }
        }
        return stories
    }

    /// What is wholly the same, else what is nearest in time, of stories that nothing speaks against.
    private static func best(of matches: [Match], without refused: Set<Int64>, near date: Int64) -> Match? {
        if let exact = matches.last, exact.isExact { return exact }
        return matches.filter { !refused.contains($0.member.story) }
            .min { abs($0.member.date - date) < abs($1.member.date - date) }
    }

    /// Forgets members that are older than the window before `date`.
    package mutating func forget(before date: Int64) {
        guard members.count > 4_096 else { return }
        let kept = members.indices.filter { members[$0].date >= date - Self.window }
        guard kept.count * 2 < members.count else { return }
        var places = [Int32](repeating: -1, count: members.count)
        for (new, old) in kept.enumerated() { places[old] = Int32(new) }
        let old = (newest: newest, chain: chain)
        newest.removeAll(keepingCapacity: true)
        chain.removeAll(keepingCapacity: true)
        for (key, head) in old.newest {
            var entries: [Int32] = []
            var entry = head
            while entry >= 0 {
                let place = places[Int(old.chain[Int(entry)].member)]
                if place >= 0 { entries.append(place) }
                entry = old.chain[Int(entry)].before
            }
            for place in entries.reversed() {
                chain.append((newest[key] ?? -1, place))
                newest[key] = Int32(chain.count - 1)
            }
        }
        members = kept.map { members[$0] }
        let stories = Set(members.map(\.story))
        begun = begun.filter { stories.contains($0.key) }
    }

    /// Those that share most keys come first, newer ones before older ones.
    private func candidates(_ item: (number: Int64, date: Int64), _ keys: [UInt64]) -> [Int] {
        var shared: [Int: Int] = [:]
        for key in keys {
            var entry = newest[key] ?? -1
            var (steps, passed) = (0, 0)
            while entry >= 0, steps < Self.perKey, passed < Self.passedOver {
                let index = Int(chain[Int(entry)].member)
                let member = members[index]
                if abs(member.date - item.date) <= Self.window, member.number != item.number {
                    shared[index, default: 0] += 1
                    steps += 1
                } else {
                    passed += 1
                }
                entry = chain[Int(entry)].before
            }
        }
        return shared.sorted { ($0.value, $0.key) > ($1.value, $1.key) }.map(\.key)
    }
}
