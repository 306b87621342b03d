import Extraction
import Markup

/// A straight line on a page, level or upright: what the borders of tables are drawn with. Lengths as in ``PageText``.
struct PageRule: Sendable, Equatable {
    var isLevel: Bool
    /// The height of a level one, the distance from the left edge of an upright one.
    var place: Double
    /// From where to where it goes along the other direction.
    var start: Double
    var end: Double

    /// What is thinner than this is a line, whatever it was drawn as; what is shorter is none.
    private static let thickest = 3.0
    private static let shortest = 6.0

    /// A line between two points; nothing where it is slanted or too short.
    init?(_ from: (x: Double, y: Double), _ to: (x: Double, y: Double)) {
        let width = abs(from.x - to.x)
        let height = abs(from.y - to.y)
        guard max(width, height) >= Self.shortest, min(width, height) <= Self.thickest else { return nil }
        isLevel = width > height
        place = isLevel ? (from.y + to.y) / 2 : (from.x + to.x) / 2
        start = isLevel ? min(from.x, to.x) : min(from.y, to.y)
        end = isLevel ? max(from.x, to.x) : max(from.y, to.y)
    }

    /// The lines of a path of straight pieces, `M x y L x y … Z`; nothing of one with curves.
    ///
    /// Of one that is filled only what is thin is a line: some programs draw borders as narrow boxes.
    static func lines(
        of path: String, isStroked: Bool, _ moved: (_ x: Double, _ y: Double) -> (x: Double, y: Double)
    ) -> [PageRule] {
        var rules: [PageRule] = []
        var figure: [(x: Double, y: Double)] = []
        func finish(isClosed: Bool) {
            if isStroked {
                let ends = isClosed ? figure.dropFirst() + figure.prefix(1) : figure.dropFirst()
                rules += zip(figure, ends).compactMap { PageRule($0, $1) }
            } else if let left = figure.map(\.x).min(), let right = figure.map(\.x).max(),
                let top = figure.map(\.y).min(), let bottom = figure.map(\.y).max()
            {
                rules += [PageRule((left, top), (right, bottom))].compactMap { $0 }
            }
        }
        var words = path.split { $0 == " " || $0 == "," || $0 == "\n" }[...]
        while let word = words.popFirst() {
            switch word {
            case "M", "L":
                guard let x = words.popFirst().flatMap({ Double($0) }), let y = words.popFirst().flatMap({ Double($0) })
                else { return rules }
                if word == "M" {
                    finish(isClosed: false)
                    figure = []
                }
                figure.append(moved(x, y))
            case "Z":
                finish(isClosed: true)
                figure = []
            default: return rules
            }
            if figure.count > 1_000 { return rules }
        }
        finish(isClosed: false)
        return rules
    }
}

extension PageRule {
    /// The lines of a page that `pdftocairo -svg` has drawn.
    static func lines(ofSVG bytes: [UInt8]) -> [PageRule] {
        guard let root = try? XMLTree(bytes).root else { return [] }
        var rules: [PageRule] = []
        gather(root, depth: 0, &rules)
        return rules
    }

    private static func gather(_ node: XMLTree.Node, depth: Int, _ rules: inout [PageRule]) {
        guard depth < 64, rules.count < 20_000 else { return }
        for child in node.children {
            switch child.name {
            case "path":
                let style = child["style"] ?? ""
                let isStroked = style.contains("stroke:") && !style.contains("stroke:none")
                guard let path = child["d"], isStroked || !style.contains("fill:none") else { continue }
                let matrix = child["transform"].map(numbers).flatMap { $0.count == 6 ? $0 : nil } ?? [1, 0, 0, 1, 0, 0]
                rules += lines(of: path, isStroked: isStroked) { x, y in
                    (matrix[0] * x + matrix[2] * y + matrix[4], matrix[1] * x + matrix[3] * y + matrix[5])
                }
            case "rect":
                func number(_ name: String) -> Double { child[name].flatMap { Double($0) } ?? 0 }
                let from = (x: number("x"), y: number("y"))
                if let rule = PageRule(from, (from.x + number("width"), from.y + number("height"))) {
                    rules.append(rule)
                }
            // What letters look like.
            case "defs", "use", "image": continue
            default: gather(child, depth: depth + 1, &rules)
            }
        }
    }

    private static func numbers(_ text: String) -> [Double] {
        text.split { "(), matrix".contains($0) }.compactMap { Double($0) }
    }
}
