/// The name under which documents know each other: a number or a title, folded so that spellings meet.
package enum DocumentName {
    /// The name of a number: brackets and blanks do not count.
    package static func ofNumber(_ number: String) -> String { "#" + folded(number) }

    /// The name of a title: what 《》 of a cover holds counts, else the whole; punctuation, width and letter case do not.
    /// Nothing for a title too short to be one document's own.
    package static func ofTitle(_ title: String) -> String? {
        let folded = folded(title)
        return folded.unicodeScalars.count >= 6 ? "=" + folded : nil
    }

    /// The names of an item: its document's number, its title, and the title in its title's 《》. Nothing for an item that is
    /// no document: neither policy nor numbered, and pointing to none.
    package static func all(of item: Item) -> [String] {
        guard
            item.details.kind == .policy || item.details.document?.number != nil || !item.details.references.isEmpty
        else { return [] }
        return all(title: item.title, number: item.details.document?.number)
    }

    /// The names of a document with this title and number.
    package static func all(title: String?, number: String?) -> [String] {
        var names: [String] = []
        func add(_ name: String?) {
            if let name, !names.contains(name) { names.append(name) }
        }
        add(number.map(ofNumber))
        let title = title ?? ""
        add(ofTitle(title))
        // The cover 关于印发《…》的通知 stands for what it covers.
        if let inner = inner(of: title), title.contains("印发") || title.contains("公布") { add(ofTitle(inner)) }
        return names.sorted()
    }

    /// What stands in the first 《》.
    package static func inner(of title: String) -> String? {
        // U+300A begins with a byte that most titles have nowhere.
        guard title.utf8.contains(0xE3) else { return nil }
        let scalars = title.unicodeScalars
        guard let open = scalars.firstIndex(of: "《"), let close = scalars.lastIndex(of: "》"), open < close else {
            return nil
        }
        return String(scalars[scalars.index(after: open)..<close])
    }

    private static func folded(_ text: String) -> String {
        var result: [UInt8] = []
        result.reserveCapacity(text.utf8.count)
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0x30...0x39, 0x61...0x7A: result.append(UInt8(scalar.value))
            case 0x4E00...0x9FFF: append(scalar, to: &result)
            // What titles are full of and no name has: spaces, 、。 and brackets.
            case 0x20, 0x28, 0x29, 0x3000...0x3002, 0x3008...0x3011, 0xFF08, 0xFF09, 0xFF0C: continue
            default:
                let narrow =
                    (0xFF01...0xFF5E).contains(scalar.value)
                    ? Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar : scalar
                guard narrow.properties.isAlphabetic || narrow.properties.numericType != nil else { continue }
                for lower in narrow.properties.lowercaseMapping.unicodeScalars { append(lower, to: &result) }
            }
        }
        return String(decoding: result, as: UTF8.self)
    }

    private static func append(_ scalar: Unicode.Scalar, to bytes: inout [UInt8]) {
        for unit in UTF8.encode(scalar) ?? .init() { bytes.append(unit) }
    }
}
