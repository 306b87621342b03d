import Markup

/// A small program in a page, as its text has it.
struct PageProgram {
    /// Where its tag begins.
    let start: Substring.Index
    /// From behind the tag's name to the end of the program.
    let text: Substring

    /// The first one in a text; nothing where none is there, or none ends.
    init?(firstIn html: Substring) {
        guard let start = html.firstPlace(of: "<script"),
            let end = html[start.upperBound...].firstPlace(of: "</script")
        else { return nil }
        self.start = start.lowerBound
        text = html[start.upperBound..<end.lowerBound]
    }

    /// Where what ends it begins.
    var end: Substring.Index { text.endIndex }
}
