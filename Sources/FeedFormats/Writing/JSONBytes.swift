import Markup

/// A JSON value whose members keep their order, so that the same value is the same bytes.
indirect enum JSONBytes {
    case text(String)
    case number(Int64)
    case truth(Bool)
    case list([JSONBytes])
    case object([(String, JSONBytes?)])

    /// The value as UTF-8, two spaces per level; members without a value are left out.
    func bytes() -> [UInt8] {
        var output: [UInt8] = []
        write(to: &output, level: 0)
        output.append(0x0A)
        return output
    }

    private func write(to output: inout [UInt8], level: Int) {
        switch self {
        case .text(let text): Self.write(text, to: &output)
        case .number(let number): output += String(number).utf8
        case .truth(let truth): output += (truth ? "true" : "false").utf8
        case .list(let values):
            Self.write(values.map { (nil, $0) }, "[", "]", to: &output, level)
        case .object(let members):
            Self.write(members.compactMap { name, value in value.map { (name, $0) } }, "{", "}", to: &output, level)
        }
    }

    private static func write(
        _ members: [(String?, JSONBytes)], _ open: String, _ close: String, to output: inout [UInt8], _ level: Int
    ) {
        output += open.utf8
        for (index, (name, value)) in members.enumerated() {
            output += (index == 0 ? "\n" : ",\n").utf8
            output += [UInt8](repeating: 0x20, count: level * 2 + 2)
            if let name {
                write(name, to: &output)
                output += ": ".utf8
            }
            value.write(to: &output, level: level + 1)
        }
        if !members.isEmpty {
            output.append(0x0A)
            output += [UInt8](repeating: 0x20, count: level * 2)
        }
        output += close.utf8
    }

    /// RFC 8259 §7.
    private static func write(_ text: String, to output: inout [UInt8]) {
        var text = text
        output.append(0x22)
        text.withUTF8 { JSONText.append($0, to: &output) }
        output.append(0x22)
    }
}
