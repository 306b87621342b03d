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

    /// The names of an item: its document's number, its title, and the title in its title's 《》.
    package static func all(of item: Item) -> [String] {
        var names: Set<String> = []
        if let number = item.details.document?.number { names.insert(ofNumber(number)) }
        let title = item.title ?? ""
        if let name = ofTitle(title) { names.insert(name) }
        // The cover 关于印发《…》的通知 stands for what it covers.
        if title.contains("印发") || title.contains("公布"), let inner = inner(of: title), let name = ofTitle(inner) {
            names.insert(name)
        }
        return names.sorted()
    }

    /// What stands in the first 《》.
    package static func inner(of title: String) -> String? {
        guard let open = title.firstIndex(of: "《"), let close = title.lastIndex(of: "》"), open < close else {
            return nil
        }
        return String(title[title.index(after: open)..<close])
    }

    private static func folded(_ text: String) -> String {
        var result = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            let narrow =
                (0xFF01...0xFF5E).contains(scalar.value)
                ? Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar : scalar
            guard narrow.properties.isAlphabetic || narrow.properties.numericType != nil else { continue }
            result.append(contentsOf: narrow.properties.lowercaseMapping.unicodeScalars)
        }
        return String(result)
    }
}
