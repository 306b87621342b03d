import Markup

/// What small programs in a page write into it: `<script>var ly = "市水务局"; document.write("来源：" + ly)</script>`.
///
/// Nothing is run: a program that decides between two texts, or does more than put plain texts together, writes nothing here.
package enum WrittenByProgram {
    /// A program that is looked at is no longer, in bytes; so many of a page are.
    private static let (longest, most) = (1_500, 40)

    /// The page with what its programs write in their places.
    package static func put(into html: String) -> String {
        guard html.has("document.write") else { return html }
        var result = ""
        var rest = html[...]
        for _ in 0..<most {
            guard let start = rest.firstPlace(of: "<script"),
                let end = rest[start.upperBound...].firstPlace(of: "</script")
            else { break }
            let program = rest[start.upperBound..<end.lowerBound]
            if program.utf8.count <= longest, let text = text(of: program) {
                result += rest[..<start.lowerBound] + text
                rest = rest[end.lowerBound...]
            } else {
                result += rest[..<end.lowerBound]
                rest = rest[end.lowerBound...]
            }
        }
        return result + rest
    }

    private static func text(of program: Substring) -> String? {
        guard program.has("document.write"), !program.has("else") else { return nil }
        let whole = String(program)
        var result = ""
        var rest = program
        while let call = rest.firstPlace(of: "document.write") {
            rest = rest[call.upperBound...]
            let open = rest.drop { $0.isLetter || $0 == " " }
            guard open.first == "(" else { return nil }
            guard
                let text = ProgramExpression.value(
                    of: open.dropFirst(), { ProgramText.value(of: ["var \($0)", "\($0) "], in: whole) })
            else { continue }
            result += text
        }
        return result.isEmpty || result.has("<script") ? nil : result
    }
}
