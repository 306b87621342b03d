/// Pages that only a browser can read: a program (瑞数, 加速乐 and others of their kind) that sets a cookie and asks again.
package enum ProgramPage {
    /// More bytes than such a page has outside its programs.
    private static let most = 4_096

    /// True where a page has programs and, beside its title, not a word to read.
    package static func isOne(_ body: [UInt8]) -> Bool {
        var rest = body[...]
        var hasProgram = false
        var seen = 0
        while let byte = rest.first {
            guard byte == UInt8(ascii: "<") else {
                // Blanks and what stands between tags; a letter is a word.
                if byte > 0x20 { return false }
                rest = rest.dropFirst()
                seen += 1
                if seen > most { return false }
                continue
            }
            let silent = ["script", "style", "noscript", "title"].first { isTag($0, at: rest) }
            if silent == "script" { hasProgram = true }
            rest = silent.map { after("</" + $0, in: rest.dropFirst()) } ?? rest
            rest = after(">", in: rest)
        }
        return hasProgram
    }

    private static func isTag(_ name: String, at rest: ArraySlice<UInt8>) -> Bool {
        let end = rest.startIndex + 1 + name.utf8.count
        guard end < rest.endIndex, !isLetter(rest[end]) else { return false }
        return zip(rest.dropFirst(), name.utf8).allSatisfy { $0 | 0x20 == $1 }
    }

    private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }

    /// What follows the next occurrence of a text, whatever its case; nothing where there is none.
    private static func after(_ text: String, in rest: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        let wanted = Array(text.utf8)
        var place = rest.startIndex
        while place + wanted.count <= rest.endIndex {
            if zip(rest[place...], wanted).allSatisfy({ $0 == $1 || $0 | 0x20 == $1 }) {
                return rest[(place + wanted.count)...]
            }
            place += 1
        }
        return rest[rest.endIndex...]
    }
}
