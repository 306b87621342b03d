package import JuheKit

/// Checks a template of an office's own before anything is made from it: tags that fit together, names that there are,
/// nothing that would leave text unescaped.
package enum TemplateCheck {
    /// What is wrong with a line.
    package struct Mistake: Error, Sendable, Hashable {
        /// The line, from 1.
        package let line: Int
        /// What is wrong, and what comes nearest.
        package let phrase: Phrase
    }

    /// Every mistake, in the order of the lines.
    package static func mistakes(_ template: Template) -> [Mistake] {
        var scanner = TagScanner(template.text)
        var open: [(name: String, line: Int)] = []
        var mistakes: [Mistake] = []
        func add(_ line: Int, _ phrase: Phrase) { mistakes.append(Mistake(line: line, phrase: phrase)) }
        while let tag = scanner.next() {
            guard tag.isClosed else {
                add(tag.line, .templateUnclosedTag)
                break
            }
            switch tag.sigil {
            case "!": continue
            case "#", "^": open.append((tag.name, tag.line))
            case "/":
                guard let last = open.popLast() else {
                    add(tag.line, .templateStrayEnd(tag.name))
                    continue
                }
                if last.name != tag.name { add(tag.line, .templateWrongEnd(tag.name, open: last.name, at: last.line)) }
                continue
            case "{", "&":
                if tag.name != "style" { add(tag.line, .templateUnescaped(tag.name)) }
                continue
            case nil: break
            default:
                add(tag.line, .templateForbidden("{{\(tag.sigil.map { String($0) } ?? "")…}}"))
                continue
            }
            if !TemplateModel.names.contains(tag.name) {
                add(tag.line, .templateUnknownName(tag.name, nearest: nearest(to: tag.name)))
            }
        }
        for tag in open { add(tag.line, .templateUnclosedSection(tag.name)) }
        return mistakes.sorted { $0.line < $1.line }
    }

    /// The known name that shares most with a wrong one: most letters at its beginning and end.
    private static func nearest(to name: String) -> String? {
        let scored = TemplateModel.names.map { known in
            (
                known,
                zip(known, name).prefix { $0 == $1 }.count
                    + zip(known.reversed(), name.reversed()).prefix { $0 == $1 }.count
            )
        }
        return scored.filter { $0.1 * 2 > name.count }.max { ($0.1, $1.0) < ($1.1, $0.0) }?.0
    }
}

/// Finds the tags of a Mustache template with their lines.
private struct TagScanner {
    struct Tag {
        var sigil: Character?
        var name: String
        var line: Int
        var isClosed: Bool
    }

    private var rest: Substring
    private var line = 1

    init(_ text: String) { rest = text[...] }

    mutating func next() -> Tag? {
        guard let start = rest.firstRange(of: "{{") else { return nil }
        line += Self.lines(in: rest[..<start.lowerBound])
        let isTriple = rest[start.upperBound...].hasPrefix("{")
        let inside = isTriple ? rest.index(after: start.upperBound) : start.upperBound
        guard let end = rest[inside...].firstRange(of: isTriple ? "}}}" : "}}") else {
            rest = ""
            return Tag(sigil: nil, name: "", line: line, isClosed: false)
        }
        let content = String(rest[inside..<end.lowerBound])
        var tag = Tag(sigil: isTriple ? "{" : nil, name: content.trimmed, line: line, isClosed: true)
        if !isTriple, let first = tag.name.first, "#^/!&>=%$<".contains(first) {
            tag.sigil = first
            tag.name = String(tag.name.dropFirst()).trimmed
        }
        line += Self.lines(in: rest[start.lowerBound..<end.upperBound])
        rest = rest[end.upperBound...]
        return tag
    }

    private static func lines(in text: Substring) -> Int { text.utf8.count { $0 == 0x0A } }
}
