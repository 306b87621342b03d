/// Content lines of iCalendar (RFC 5545 §3.1): CRLF at their ends, folded at 75 octets, never inside a character.
struct CalendarText {
    private(set) var bytes: [UInt8] = []

    /// Writes a line as it is; its value has no need of escaping.
    mutating func add(_ line: String) {
        var used = 0
        for scalar in line.unicodeScalars {
            if scalar.value < 0x20 && scalar != "\t" || scalar.value == 0x7F { continue }
            let encoded = Array(String(scalar).utf8)
            if used + encoded.count > 75 {
                bytes += [0x0D, 0x0A, 0x20]
                // The blank that marks a folded line counts.
                used = 1
            }
            bytes += encoded
            used += encoded.count
        }
        bytes += [0x0D, 0x0A]
    }

    /// Writes a property of type TEXT (§3.3.11); nothing where it has no value.
    mutating func add(_ name: String, text: String?) {
        guard let text, !text.isEmpty else { return }
        add("\(name):\(Self.escaped(text))")
    }

    /// `\`, `;`, `,` and line ends escaped.
    static func escaped(_ text: String) -> String {
        var result = String.UnicodeScalarView()
        var isAfterReturn = false
        for scalar in text.unicodeScalars {
            if scalar == "\n", isAfterReturn {
                isAfterReturn = false
                continue
            }
            isAfterReturn = scalar == "\r"
            switch scalar {
            case "\\", ";", ",":
                result.append("\\")
                result.append(scalar)
            case "\n", "\r", "\u{2028}", "\u{2029}":
                result.append("\\")
                result.append("n")
            default: result.append(scalar)
            }
        }
        return String(result)
    }
}
