/// Looks over the tags of a document before a parser does.
enum XMLTagSurvey {
    /// The most attributes of any one tag, in one pass: equal signs outside of quotation marks.
    static func mostAttributes(_ document: ArraySlice<UInt8>) -> Int {
        var most = 0
        var at = document.startIndex
        while let start = document[at...].firstIndex(of: UInt8(ascii: "<")) {
            let rest = document[start...]
            if rest.starts(with: "<!--".utf8) {
                at = end(of: rest, "-->")
            } else if rest.starts(with: "<![CDATA[".utf8) {
                at = end(of: rest, "]]>")
            } else if rest.starts(with: "<?".utf8) {
                at = end(of: rest, "?>")
            } else {
                let tag = attributes(of: rest.dropFirst())
                most = max(most, tag.count)
                at = tag.end
            }
        }
        return most
    }

    private static func attributes(of tag: ArraySlice<UInt8>) -> (count: Int, end: Int) {
        var quote: UInt8?
        var count = 0
        for at in tag.indices {
            let byte = tag[at]
            if let open = quote {
                if byte == open { quote = nil }
                continue
            }
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "'"): quote = byte
            case UInt8(ascii: "="): count += 1
            case UInt8(ascii: ">"): return (count, at + 1)
            default: break
            }
        }
        return (count, tag.endIndex)
    }

    private static func end(of section: ArraySlice<UInt8>, _ mark: String) -> Int {
        let mark = Array(mark.utf8)
        var at = section.startIndex + 2
        while let found = section[at...].firstIndex(of: mark[0]) {
            if section[found...].starts(with: mark) { return found + mark.count }
            at = found + 1
        }
        return section.endIndex
    }
}
