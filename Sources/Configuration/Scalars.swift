import Foundation

/// How single values are written.
enum Scalars {
    /// `true` and `false`, the words of YAML 1.2 and of every editor.
    static func boolean(_ text: String) -> Bool? {
        switch text.lowercased() {
        case "true": true
        case "false": false
        default: nil
        }
    }

    /// `30s`, `15m`, `12h`, `31d`, `2w` in seconds; a fraction is allowed, a missing unit is not.
    static func seconds(_ text: String) -> Double? {
        let units: [Character: Double] = ["s": 1, "m": 60, "h": 3_600, "d": 86_400, "w": 604_800]
        guard let last = text.last, let unit = units[last], let value = Double(text.dropLast()), value.isFinite,
            value >= 0, value * unit <= 3.2e9
        else { return nil }
        return value * unit
    }

    /// `500KB`, `10MB`, `2GB`, `4096B` in bytes; units count in thousands.
    static func bytes(_ text: String) -> Int? {
        let text = text.uppercased()
        let units: [(suffix: String, factor: Double)] = [("KB", 1e3), ("MB", 1e6), ("GB", 1e9), ("B", 1)]
        for unit in units where text.hasSuffix(unit.suffix) {
            let digits = text.dropLast(unit.suffix.count).filter { $0 != " " }
            guard let value = Double(digits), value > 0, value * unit.factor <= 1e15 else { return nil }
            return Int(value * unit.factor)
        }
        return nil
    }

    /// An http, https or file address as it stands; anything without a scheme is a path, made absolute.
    static func address(_ text: String, resolve: (String) -> String) -> String? {
        guard !text.isEmpty,
            !text.unicodeScalars.contains(where: { $0.value < 0x21 || $0.value == 0x7F }) || !text.contains("://")
        else { return nil }
        guard let colon = text.range(of: "://") else { return resolve(text) }
        return ["http", "https", "file"].contains(text[..<colon.lowerBound].lowercased()) ? text : nil
    }
}
