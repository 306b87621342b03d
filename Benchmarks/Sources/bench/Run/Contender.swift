import Foundation

/// A program that brings many feeds together, set up in a folder of its own.
protocol Contender {
    /// What the table calls it.
    var name: String { get }
    /// Too slow to be run more than once.
    var isSlow: Bool { get }

    /// What to run, for feeds that are served on the port, with the state in the folder. Called once per fresh folder.
    func prepare(_ fleet: Fleet, port: Int, in folder: URL) throws -> Command
    /// Looks at what it holds after a run.
    func check(_ phase: Phase, _ fleet: Fleet, in folder: URL, scratch: URL) throws -> Held
}

/// What a program holds after a run.
struct Held {
    /// nil where it keeps no items.
    var items: Int?
    var fault: String?

    init(items: Int?, fault: String?) {
        self.items = items
        self.fault = fault
    }

    /// Compares the items, and how many were edited by the last run if the program can tell, with what is right.
    init(items: Int, edited: Int?, after phase: Phase, _ fleet: Fleet) {
        self.items = items
        let right = fleet.items + (phase == .changed ? fleet.added : 0)
        let rightEdited = phase == .changed ? fleet.edited : 0
        if items != right {
            fault = "not \(right)"
        } else if let edited, edited != rightEdited {
            fault = "\(edited) edited, not \(rightEdited)"
        }
    }
}

/// The runs in their order.
enum Phase: String, CaseIterable {
    case cold
    case unchanged
    /// Nothing has changed, and every answer takes 50 ms.
    case distant = "at 50 ms"
    case changed = "5 % changed"
}

extension Phase {
    /// Milliseconds that every answer takes.
    var delay: Int { self == .distant ? 50 : 0 }
}

/// The numbers that floors and scripts leave in a file.
enum Counts {
    static func read(_ folder: URL) -> [Int] {
        let counts = (try? Data(contentsOf: folder.appendingPathComponent("counts"))) ?? Data()
        return String(decoding: counts, as: UTF8.self).split(whereSeparator: \.isWhitespace).compactMap { Int($0) }
    }
}
