import Markup

extension XMLFeedReader {
    /// Authors in every dialect.
    mutating func readPerson(
        _ node: Int, _ element: FeedElement, into about: inout FeedDescription, _ scope: Scope
    ) {
        let person = person(node, scope)
        guard !person.isEmpty, about.authors.count < Self.listLimit, about.contributors.count < Self.listLimit
        else { return }
        switch element {
        case .contributor: about.contributors.append(person)
        case .webMaster, .publisher, .errorReports, .itunesOwner:
            if about.publisher == nil || element == .publisher { about.publisher = person }
        case .itunesAuthor:
            about.podcast.author = person.display
            if about.authors.isEmpty { about.authors.append(person) }
        case .googleAuthor: if about.authors.isEmpty { about.authors.append(person) }
        default: if !about.authors.contains(person) { about.authors.append(person) }
        }
    }

    private func person(_ node: Int, _ scope: Scope) -> FeedPerson {
        var person = FeedPerson()
        for child in children(of: node) {
            switch element(child) {
            case .name, .title: person.name = plain(child)
            case .email: person.email = text(child)
            case .uri: person.url = text(child).map { resolved($0, self.scope(of: child, in: scope)) }
            default: break
            }
        }
        guard person.isEmpty else {
            // `<name>Me (me@example.com)</name>`.
            if person.email == nil, let name = person.name, name.utf8.contains(UInt8(ascii: "@")) {
                let parsed = PersonText.person(name)
                if let email = parsed.email {
                    person.email = email
                    person.name = parsed.name
                }
            }
            return person
        }
        guard let text = plain(node) ?? attribute(node, .resource) else { return person }
        return PersonText.person(text)
    }
}

/// `me@example.com (Name)`, `Name <me@example.com>`, `Name (me@example.com)`, `mailto:me@example.com`, `Name`.
enum PersonText {
    static func person(_ text: String) -> FeedPerson {
        // Wide brackets are brackets. Most names have none, and replacing is dear.
        let isWide = Bytes.contains(text, anyOf: ["（", "）"])
        if !isWide, !text.utf8.contains(UInt8(ascii: "@")) {
            // Nearly all are trimmed already.
            let isTrimmed = !Bytes.isSpace(text.utf8.first ?? 0x20) && !Bytes.isSpace(text.utf8.last ?? 0x20)
            return FeedPerson(name: isTrimmed ? text : XMLFeedReader.trimmed(text).nonEmpty)
        }
        let text = isWide ? text.replacing("（", with: "(").replacing("）", with: ")") : text
        var bytes = Array(text.utf8)
        if Bytes.hasPrefix(bytes, "mailto:") { bytes.removeFirst(7) }
        guard let at = bytes.firstIndex(of: UInt8(ascii: "@")) else {
            return FeedPerson(name: XMLFeedReader.trimmed(text).nonEmpty)
        }
        var from = at
        while from > 0, isAddress(bytes[from - 1]) { from -= 1 }
        var to = at + 1
        while to < bytes.count, isAddress(bytes[to]) { to += 1 }
        guard from < at, to > at + 1 else { return FeedPerson(name: XMLFeedReader.trimmed(text).nonEmpty) }
        while to > at + 1, bytes[to - 1] == UInt8(ascii: ".") { to -= 1 }
        let email = String(utf8: bytes[from..<to])
        var rest = Array(bytes[..<from] + bytes[to...])
        // What is left of `mailto:` and the brackets around the address.
        let left = String(utf8: rest)
        if left.hasSuffix("mailto:") || left.contains("(mailto:)") {
            rest = Array(left.split(separator: "mailto:").joined().utf8)
        }
        rest.removeAll { $0 == UInt8(ascii: "<") || $0 == UInt8(ascii: ">") }
        var name = String(utf8: rest)
        if let empty = name.firstRange(of: "()") { name.removeSubrange(empty) }
        var trimmedName = trimmed(Array(name.utf8)[...])
        if let inner = trimmedName, inner.hasPrefix("("), inner.hasSuffix(")"), inner.count > 2 {
            trimmedName = trimmed(Array(inner.dropFirst().dropLast().utf8)[...])
        }
        return FeedPerson(name: trimmedName, email: email)
    }

    private static func isAddress(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "%"),
            UInt8(ascii: "'"):
            true
        default: Bytes.isLetter(byte) || Bytes.isDigit(byte) || byte >= 0x80
        }
    }

    private static func trimmed(_ bytes: ArraySlice<UInt8>) -> String? {
        var bytes = bytes
        while let first = bytes.first, isLayout(first) { bytes.removeFirst() }
        while let last = bytes.last, isLayout(last) { bytes.removeLast() }
        // RFC 5322 §3.2.4: the quotation marks are not part of the name.
        let quote = UInt8(ascii: "\"")
        if bytes.count > 2, bytes.first == quote, bytes.last == quote, !bytes.dropFirst().dropLast().contains(quote) {
            bytes = bytes.dropFirst().dropLast()
        }
        return bytes.isEmpty ? nil : String(utf8: bytes)
    }

    /// White space and what parts a name from its address.
    private static func isLayout(_ byte: UInt8) -> Bool {
        Bytes.isSpace(byte) || byte == UInt8(ascii: ",") || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ":")
    }
}

extension String {
    fileprivate var nonEmpty: String? { isEmpty ? nil : self }
}

extension Bytes {
    static func hasPrefix(_ bytes: [UInt8], _ prefix: String) -> Bool {
        bytes.count >= prefix.utf8.count && zip(bytes, prefix.utf8).allSatisfy { lowercased($0) == $1 }
    }
}
