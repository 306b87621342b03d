import JuheKit

/// Reads how long items are kept.
enum RetentionReader {
    /// The spans of a table in seconds, by its keys; a kind that is kept for ever has none.
    static func read(_ table: Options, _ node: Node?, _ reader: inout TableReader) -> [String: Double] {
        var spans: [String: Double] = [:]
        for key in table.keys {
            guard let text = table.text(key) else { continue }
            switch span(text) {
            case .some(let seconds): spans[key] = seconds
            case nil:
                let place = node?.mapping?[key] ?? node
                if let place {
                    reader.add(place, "retention.\(key)", .wrongValue(expected: .aRetention, found: text))
                }
            }
        }
        return spans
    }

    /// `2y`, `18mo`, `90d`, `30年`; nothing where it is none of them, and `nil` inside where it is for ever.
    private static func span(_ text: String) -> Double?? {
        let text = text.filter { $0 != " " }
        if ["forever", "永久"].contains(text) { return .some(nil) }
        let units: [(String, Double)] = [
            ("mo", 30.4375), ("个月", 30.4375), ("y", 365.25), ("年", 365.25), ("w", 7), ("周", 7), ("d", 1), ("天", 1),
        ]
        for (unit, days) in units where text.hasSuffix(unit) {
            guard let count = Int(text.dropLast(unit.count)), (1...10_000).contains(count) else { return nil }
            return .some(Double(count) * days * 86_400)
        }
        return nil
    }
}
