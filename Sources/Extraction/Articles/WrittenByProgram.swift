import Markup

/// What small programs in a page write into it: `<script>var ly = "市水务局"; document.write("来源：" + ly)</script>`.
///
/// Nothing is run: a program that decides between two texts, or does more than put plain texts together, writes nothing here.
package enum WrittenByProgram {
    /// A program that is looked at is no longer, in bytes; so many of a page are.
    private static let (longest, most) = (1_500, 40)

    /// The page with what its programs write in their places.
    package static func put(into html: String) -> String {
        put(writingHere: ElementTexts.put(into: html))
    }

    private static func put(writingHere html: String) -> String {
        guard html.has("document.write") else { return html }
        var result = ""
        var rest = html[...]
        for _ in 0..<most {
            guard let program = PageProgram(firstIn: rest) else { break }
            if program.text.utf8.count <= longest, let text = text(of: program.text) {
                result += rest[..<program.start] + text
            } else {
                result += rest[..<program.end]
            }
            rest = rest[program.end...]
        }
        return result + rest
    }

    private static func text(of program: Substring) -> String? {
        guard program.has("document.write") else { return nil }
        return program.has("else") ? date(in: program) : plain(program) ?? date(in: program)
    }

    /// A program that does more with its only date writes it in one form or another:
    /// `var t = "2026-11-05 09:30:00"; document.write(t.split(" ")[0])`.
    private static func date(in program: Substring) -> String? {
        // One that counts the days until something has a date too.
        guard !program.has("new Date") else { return nil }
        let texts = program.split(omittingEmptySubsequences: false) { $0 == "\"" || $0 == "'" }
        let dates = Set(texts.filter { $0.utf8.count <= 24 && WrittenDate.whole($0) != nil }.map(\.trimmed))
        return dates.count == 1 ? dates.first : nil
    }

    /// `var currentPage = 3;`
    private static func number(_ name: String, in program: String) -> String? {
        ScriptValue.value("var \(name)", in: program).flatMap { Int($0) }.map { String($0) }
    }

    private static func plain(_ program: Substring) -> String? {
        let whole = String(program)
        var result = ""
        var rest = program
        while let call = rest.firstPlace(of: "document.write") {
            rest = rest[call.upperBound...]
            let open = rest.drop { $0.isLetter || $0 == " " }
            guard open.first == "(" else { return nil }
            guard
                let text = ProgramExpression.value(
                    of: open.dropFirst(),
                    { ProgramText.value(of: ["var \($0)", "\($0) "], in: whole) ?? Self.number($0, in: whole) })
            else { continue }
            result += text
        }
        return result.isEmpty || result.has("<script") ? nil : result
    }
}
