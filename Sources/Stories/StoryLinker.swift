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

    private var members: [Member] = []
    private var prints: [Int: StoryPrint] = [:]
    private var newest: [UInt64: Int32] = [:]
    /// For each entry of a key, the one before it, and whose it is.
    private var chain: [(before: Int32, member: Int32)] = []

    /// A linker that knows nothing yet.
    package init() {}

    /// How far around an item's date others count, in seconds.
    package static let window = StoryJudge.window

    /// Makes a member known.
    package mutating func add(_ member: Member, keys: [UInt64], print: StoryPrint? = nil) {
        let index = members.count
        members.append(member)
        if let print { prints[index] = print }
        for key in keys {
            chain.append((newest[key] ?? -1, Int32(index)))
            newest[key] = Int32(chain.count - 1)
        }
    }

    /// The story of an item.
    /// - Parameter load: reads the print of a member that was stored earlier, by number and date; nothing where it is gone.
    package mutating func link(
        _ print: StoryPrint, keys: [UInt64], load: (Int64, Int64) throws -> StoryPrint?
    ) rethrows -> Link {
        var link = Link(story: print.number)
        let candidates = candidates(print, keys)
        if candidates.isEmpty { return link }
        let judge = StoryJudge(print)
        var stories: Set<Int64> = []
        var compared = 0
        for candidate in candidates where compared < Self.compared {
            let member = members[candidate]
            if stories.contains(member.story) { continue }
            guard let other = try prints[candidate] ?? load(member.number, member.date) else { continue }
            prints[candidate] = other
            compared += 1
            guard let evidence = judge.evidence(other) else { continue }
            if stories.isEmpty { (link.partner, link.evidence) = (member.number, evidence) }
            stories.insert(member.story)
        }
        if let first = stories.min() {
            link.story = first
            link.joined = stories.filter { $0 != first }.sorted()
            if !link.joined.isEmpty {
                for index in members.indices where stories.contains(members[index].story) {
                    members[index].story = first
                }
            }
        }
        return link
    }

    /// Forgets members that are older than the window before `date`.
    package mutating func forget(before date: Int64) {
        guard members.count > 4_096 else { return }
        let kept = members.indices.filter { members[$0].date >= date - Self.window }
        guard kept.count * 2 < members.count else { return }
        var places = [Int32](repeating: -1, count: members.count)
        for (new, old) in kept.enumerated() { places[old] = Int32(new) }
        let old = (newest: newest, chain: chain, prints: prints)
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
        prints = [:]
        for (index, print) in old.prints where places[index] >= 0 { prints[Int(places[index])] = print }
    }

    /// Those that share most keys come first, newer ones before older ones.
    private func candidates(_ print: StoryPrint, _ keys: [UInt64]) -> [Int] {
        var shared: [Int: Int] = [:]
        for key in keys {
            var entry = newest[key] ?? -1
            var (steps, passed) = (0, 0)
            while entry >= 0, steps < Self.perKey, passed < Self.passedOver {
                let index = Int(chain[Int(entry)].member)
                let member = members[index]
                if abs(member.date - print.date) <= Self.window, member.number != print.number {
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
