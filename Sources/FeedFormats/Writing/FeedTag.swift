/// The start tag of an HTML element, read attribute by attribute as browsers do (WHATWG §13.2.5.32 and following).
struct FeedTag {
    private let html: [UInt8]
    private var index: Int
    /// The element's name as it stands there.
    let name: ArraySlice<UInt8>
    /// True where it ends with `/>`.
    private(set) var isClosed = false

    /// The tag whose name begins at `start`.
    init(_ html: [UInt8], at start: Int) {
        self.html = html
        index = start
        while index < html.count, !Self.isSpace(html[index]), html[index] != 0x2F, html[index] != 0x3E { index += 1 }
        name = html[start..<index]
    }

    /// Where the text after the tag begins; known after the last attribute.
    var end: Int { min(index + 1, html.count) }

    /// One attribute.
    struct Attribute {
        let name: ArraySlice<UInt8>
        let value: ArraySlice<UInt8>
        /// Name and value as they stand in the source.
        let source: ArraySlice<UInt8>

        /// True where it means the same in another document and runs nothing there.
        var isPortable: Bool {
            switch String(decoding: name, as: UTF8.self).lowercased() {
            case "style", "srcset": false
            case "href", "src", "cite", "poster", "data", "longdesc", "background", "action":
                FeedAddress.needsNoBase(value)
            case let name: !name.utf8.starts(with: "on".utf8)
            }
        }
    }

    /// The next attribute; nothing at the end of the tag.
    mutating func nextAttribute() -> Attribute? {
        skip { Self.isSpace($0) || $0 == 0x2F }
        guard index < html.count, html[index] != 0x3E else {
            isClosed = index < html.count && index > 0 && html[index - 1] == 0x2F
            return nil
        }
        let start = index
        index += 1
        skip { !Self.isSpace($0) && $0 != 0x2F && $0 != 0x3E && $0 != 0x3D }
        let name = html[start..<index]
        let afterName = index
        skip(while: Self.isSpace)
        guard index < html.count, html[index] == 0x3D else {
            index = afterName
            return Attribute(name: name, value: [], source: name)
        }
        index += 1
        skip(while: Self.isSpace)
        let value = readValue()
        return Attribute(name: name, value: value, source: html[start..<index])
    }

    private mutating func readValue() -> ArraySlice<UInt8> {
        guard index < html.count else { return [] }
        let quote = html[index]
        guard quote == 0x22 || quote == 0x27 else {
            let start = index
            skip { !Self.isSpace($0) && $0 != 0x3E }
            return html[start..<index]
        }
        index += 1
        let start = index
        skip { $0 != quote }
        let value = html[start..<index]
        index = min(index + 1, html.count)
        return value
    }

    private mutating func skip(while condition: (UInt8) -> Bool) {
        while index < html.count, condition(html[index]) { index += 1 }
    }

    private static func isSpace(_ byte: UInt8) -> Bool {
        byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0C || byte == 0x0D
    }
}
