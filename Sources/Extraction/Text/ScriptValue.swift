/// What a page's programs set a name to.
package enum ScriptValue {
    /// `columnid:282`, `'columnid':'282'`, `"columnid" : "282"`, `columnid=282`; percent-encoding is undone.
    package static func value(_ name: String, in text: String) -> String? {
        var rest = text[...]
        for _ in 0..<32 {
            guard let range = rest.firstPlace(of: name) else { return nil }
            let isWord = range.lowerBound == text.startIndex || !(text[text.index(before: range.lowerBound)].isLetter)
            rest = rest[range.upperBound...]
            guard isWord else { continue }
            let behind = rest.prefix(8).drop { $0 == "'" || $0 == "\"" || $0 == " " }
            guard behind.first == ":" || behind.first == "=" else { continue }
            let value = rest[behind.index(after: behind.startIndex)...].prefix(200).drop {
                $0 == " " || $0 == "'" || $0 == "\""
            }
            .prefix { !"'\",;&})>< \n".contains($0) }
            if !value.isEmpty { return PercentEncoding.decoded(String(value)) }
        }
        return nil
    }
}
