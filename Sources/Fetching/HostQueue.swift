/// Who may ask next: a queue in which hosts take turns.
///
/// Every host has a lane. At most `total` elements are out at once, at most `perHost` of one lane. The first places go
/// to different hosts, as far as there are any; a host whose answer came keeps its place (and its connection) for up to
/// `turn` requests while others wait, then goes to the end of the line.
struct HostQueue<Element> {
    /// One host: what waits for it and how many are out.
    final class Lane {
        let host: String
        fileprivate(set) var out = 0
        fileprivate var waiting: [Element] = []
        fileprivate var first = 0
        fileprivate var served = 0
        fileprivate var isInLine = false

        fileprivate init(host: String) { self.host = host }

        fileprivate var isWaiting: Bool { first < waiting.count }

        fileprivate func next() -> Element {
            let element = waiting[first]
            first += 1
            if first == waiting.count {
                waiting.removeAll(keepingCapacity: true)
                first = 0
            } else if first >= 64, first * 2 >= waiting.count {
                waiting.removeFirst(first)
                first = 0
            }
            return element
        }
    }

    private var lanes: [String: Lane] = [:]
    private var line: [Lane] = []
    private var lineStart = 0
    /// Lanes whose answer just came: their connections are warm.
    private var warm: [Lane] = []
    private let total: Int
    private let perHost: Int
    private let turn: Int
    /// How many elements are out.
    private(set) var out = 0

    /// An empty queue with its limits.
    init(total: Int, perHost: Int, turn: Int = 32) {
        self.total = max(1, total)
        self.perHost = max(1, perHost)
        self.turn = max(1, turn)
    }

    /// Puts an element into its host's lane: at the end, or before all others where it is on its way already.
    mutating func add(_ element: Element, host: String, isUnderway: Bool = false) {
        let lane: Lane
        if let known = lanes[host] {
            lane = known
        } else {
            lane = Lane(host: host)
            lanes[host] = lane
        }
        if isUnderway {
            lane.waiting.insert(element, at: lane.first)
            warm.append(lane)
        } else {
            lane.waiting.append(element)
            join(lane)
        }
    }

    /// The next element that may go, with the lane to give back through ``done(_:)``.
    mutating func next() -> (element: Element, lane: Lane)? {
        while out < total, let lane = warm.popLast() ?? nextInLine() {
            guard lane.isWaiting, lane.out < perHost else { continue }
            let element = lane.next()
            lane.out += 1
            out += 1
            join(lane)
            return (element, lane)
        }
        return nil
    }

    private mutating func nextInLine() -> Lane? {
        guard lineStart < line.count else { return nil }
        let lane = line[lineStart]
        lineStart += 1
        if lineStart >= 64, lineStart * 2 >= line.count {
            line.removeFirst(lineStart)
            lineStart = 0
        }
        lane.isInLine = false
        return lane
    }

    /// Takes back the place of an element that is out no more.
    mutating func done(_ lane: Lane) {
        lane.out -= 1
        out -= 1
        if lane.isWaiting {
            lane.served += 1
            if lane.served < turn {
                warm.append(lane)
            } else {
                lane.served = 0
                join(lane)
            }
        } else if lane.out == 0 {
            lanes[lane.host] = nil
        }
    }

    /// Takes out everything that waits.
    mutating func removeAll() -> [Element] {
        let all = lanes.values.flatMap { $0.waiting[$0.first...] }
        for lane in lanes.values { (lane.waiting, lane.first) = ([], 0) }
        lanes = lanes.filter { $0.value.out > 0 }
        return all
    }

    private mutating func join(_ lane: Lane) {
        guard !lane.isInLine, lane.isWaiting, lane.out < perHost else { return }
        lane.isInLine = true
        line.append(lane)
    }
}
