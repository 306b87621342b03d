package import Markup

/// Values that a page keeps for its programs: in them, in scripts that are data, in attributes.
package enum ProgramValues {
    /// Scripts that are looked at, and bytes of each.
    private static let (most, longest) = (40, 2_000_000)

    /// All that may hold a list.
    package static func all(in tree: MarkupTree) -> [JSONValue] {
        var values: [JSONValue] = []
        for script in tree.elements("script").prefix(most) {
            let text = tree.text(script, limit: longest)
            guard text.utf8.count > 40 else { continue }
            if let place = text.firstPlace(of: "[{"), let value = JSONText.value(in: text[place.lowerBound...]) {
                values.append(value)
            }
            if tree.attribute("type", script)?.hasSuffix("json") ?? false, let value = JSONText.value(in: text) {
                values.append(value)
            } else {
                values += ProgramLiteral.arrays(in: text)
            }
        }
        for element in tree.elements() {
            for attribute in tree.attributes(element) where attribute.value.utf8.count > 40 {
                guard attribute.value.hasPrefix("[{"), let value = JSONText.value(in: attribute.value) else { continue }
                values.append(value)
            }
        }
        return values
    }
}
