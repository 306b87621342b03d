import Markup

/// Where elements lead whose number a program takes from an attribute when they are clicked:
/// `location.href = "/detail.html?id=" + $(this).data("id")` over `<li data-id="88">`.
struct DataTargets {
    private var targets: [(attribute: String, before: String, behind: String)] = []
    /// Programs that say so at most.
    private static let most = 4

    init(_ tree: MarkupTree) {
        let hasData = tree.elements().contains { element in
            tree.attributes(element).contains { $0.name.hasPrefix("data-") }
        }
        guard hasData else { return }
        let text = ProgramText.all(in: tree)
        for mark in [".attr(", ".data(", ".getAttribute(", ".dataset."] {
            var rest = text[...]
            while targets.count < Self.most, let place = rest.firstPlace(of: mark) {
                let before = rest[..<place.lowerBound]
                rest = rest[place.upperBound...]
                let quoted = rest.drop { "\"' ".contains($0) }
                let name = quoted.prefix(60).prefix { $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_" }
                guard !name.isEmpty, let target = Self.target(before) else { continue }
                let isWhole = mark == ".attr(" || mark == ".getAttribute("
                targets.append(
                    (isWhole ? String(name) : "data-\(name)", target, Self.ending(quoted.dropFirst(name.count))))
            }
        }
    }

    /// The address of an element, as its program puts it together.
    func reference(of index: MarkupTree.Index, in tree: MarkupTree) -> String? {
        for (attribute, before, behind) in targets {
            guard let value = tree.attribute(attribute, index)?.trimmed, !value.isEmpty, value.utf8.count <= 64,
                value.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber || "-_".contains($0)) })
            else { continue }
            return before + value + behind
        }
        return nil
    }

    /// The text behind it: `… + ".html"`.
    private static func ending(_ rest: Substring) -> String {
        let behind = rest.prefix(60).drop { "\"') ".contains($0) }
        guard behind.first == "+", let text = ProgramExpression.value(of: behind.dropFirst(), { _ in nil }) else {
            return ""
        }
        return text
    }

    /// The text before `+ $(this)`, in a statement that leads somewhere.
    private static func target(_ program: Substring) -> String? {
        let statement = program.suffix(300).split(omittingEmptySubsequences: false) { ";{}\n".contains($0) }.last ?? ""
        guard ["location", "window.open("].contains(where: { statement.firstPlace(of: $0) != nil }) else { return nil }
        let parts = statement.split(omittingEmptySubsequences: false) { "\"'".contains($0) }
        // `…= "/detail.html?id=" + $(this)`
        guard parts.count == 3, parts[2].trimmed.first == "+" else { return nil }
        return parts[1].isEmpty ? nil : String(parts[1])
    }
}
