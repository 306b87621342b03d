/// The words of the command line, many files set aside: the time that the library takes to look at words grows with the
/// square of their number.
enum Arguments {
    /// What the library is to look at.
    static let parsed = Array(CommandLine.arguments[1..<boundary])
    /// Files behind the last option and its value, from the second one on.
    static let rest = Array(CommandLine.arguments[boundary...])

    private static let boundary: Int = {
        let words = CommandLine.arguments
        guard words.count > 64, words[1] == "parse" else { return words.count }
        let last = words.lastIndex { $0.hasPrefix("-") } ?? 1
        return min(words.count, last + 3)
    }()
}
