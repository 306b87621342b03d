import Extraction
import FoundationEssentials
import JuheKit
import Markup

/// What the number in a cell means by its format (ECMA-376 part 1, §18.8.30): a date, a time, a share of a hundred, or a
/// number.
struct CellFormats {
    private enum Kind {
        case number, date, time
        /// With so many places behind the point.
        case percent(places: Int)
    }

    private var kinds: [Kind] = []
    private let is1904: Bool

    init(_ styles: XMLTree.Node?, is1904: Bool) {
        self.is1904 = is1904
        var own: [Int: String] = [:]
        for node in styles?.first("numFmts")?.all("numFmt") ?? [] {
            if let id = node["numFmtId"].flatMap({ Int($0) }) { own[id] = node["formatCode"] ?? "" }
        }
        for node in styles?.first("cellXfs")?.all("xf") ?? [] {
            let id = node["numFmtId"].flatMap { Int($0) } ?? 0
            kinds.append(own[id].map(Self.kind) ?? Self.kind(builtIn: id))
        }
    }

    private static func kind(builtIn id: Int) -> Kind {
        switch id {
        case 9: .percent(places: 0)
        case 10: .percent(places: 2)
        case 14...17, 22, 27...31, 36, 50...54, 57, 58: .date
        case 18...21, 32...35, 45...47, 55, 56: .time
        default: .number
        }
    }

    /// By the letters outside of quotation marks, escapes and brackets; of the first section only.
    private static func kind(_ code: String) -> Kind {
        var letters = ""
        var rest = code.lowercased()[...]
        loop: while let character = rest.popFirst() {
            switch character {
            case "\"": rest = rest.drop { $0 != "\"" }.dropFirst()
            case "\\", "_", "*": rest = rest.dropFirst()
            case "[":
                let inside = rest.prefix { $0 != "]" }
                if ["h", "hh", "m", "mm", "s", "ss"].contains(String(inside)) { letters += inside }
                rest = rest.dropFirst(inside.count + 1)
            case ";": break loop
            default: letters.append(character)
            }
        }
        if letters.contains("%") {
            return .percent(places: letters.split(separator: ".").dropFirst().first?.prefix { $0 == "0" }.count ?? 0)
        }
        guard !letters.contains("general") else { return .number }
        if letters.contains("y") || letters.contains("d") || letters.contains("e") && letters.contains("m") {
            return .date
        }
        if letters.contains("h") || letters.contains("s") { return .time }
        return letters.contains("m") && !letters.contains("0") && !letters.contains("#") ? .date : .number
    }

    /// The text of a number in a style.
    func text(_ value: String, style: Int) -> String {
        guard let number = Double(value), number.isFinite else { return value }
        switch kinds.indices.contains(style) ? kinds[style] : .number {
        case .number: return Self.plain(number, value)
        case .percent(let places): return Self.percent(number, places)
        case .time where number < 1: return Self.time(number)
        case .date, .time: return date(number) ?? value
        }
    }

    /// As many places as the format asks for, more where the number has them: nothing is rounded away.
    private static func percent(_ number: Double, _ places: Int) -> String {
        let text = plain((number * 1e12).rounded() / 1e10, "")
        let behind = text.split(separator: ".").dropFirst().first?.count ?? 0
        guard behind < places, places <= 10, !text.contains("e") else { return text + "%" }
        return text + (behind == 0 ? "." : "") + String(repeating: "0", count: places - behind) + "%"
    }

    private func date(_ serial: Double) -> String? {
        // Excel takes 1900 for a leap year: day 60 never was.
        let days = Int(serial.rounded(.down)) + (is1904 ? 1_462 : 0)
        guard (1...2_958_465).contains(days) else { return nil }
        let shifted = days < 60 ? days + 1 : days
        let civil = CivilTime(Date(timeIntervalSince1970: Double(shifted - 25_569) * 86_400), offset: 0)
        func two(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
        let day = "\(civil.year)-\(two(civil.month))-\(two(civil.day))"
        let part = serial - serial.rounded(.down)
        return part * 86_400 < 0.5 ? day : "\(day) \(Self.time(part))"
    }

    private static func time(_ part: Double) -> String {
        let seconds = Int((part * 86_400).rounded())
        func two(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
        let text = "\(two(seconds / 3_600 % 24)):\(two(seconds / 60 % 60))"
        return seconds % 60 == 0 ? text : "\(text):\(two(seconds % 60))"
    }

    /// Whole numbers without a point or an exponent: telephone and document numbers are often kept as numbers.
    private static func plain(_ number: Double, _ written: String) -> String {
        guard abs(number) < 1e15 else { return written }
        if number == number.rounded() { return String(Int64(number)) }
        guard written.contains("e") || written.contains("E") || written.utf8.count > 15 || written.isEmpty else {
            return written
        }
        let rounded = (number * 1e10).rounded() / 1e10
        return String(rounded)
    }
}
