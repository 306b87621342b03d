import Markup

/// What the members of an interface's objects are, where their names do not say it: by their values.
struct JSONShape {
    private let title: String
    private let url: String
    private let date: String?

    /// Values that are looked at.
    private static let most = 40

    /// The shape of objects, or of arrays whose places have meanings; nothing where they have no titles or addresses.
    init?(_ values: [JSONValue]) {
        let objects = values.prefix(Self.most).map(Self.members)
        guard objects.count >= 2 else { return nil }
        var keys: [String] = []
        for key in objects.flatMap({ $0.map(\.key) }) where !keys.contains(key) && keys.count < 60 { keys.append(key) }
        func texts(_ key: String) -> [String] {
            objects.compactMap { members in members.first { $0.key == key }?.value.text?.trimmed }
        }
        /// True where most objects have such a value, and hardly two the same.
        func have(_ key: String, distinct: Bool, _ fits: (String) -> Bool) -> Bool {
            let found = texts(key).filter(fits)
            return found.count * 5 >= objects.count * 4 && (!distinct || Set(found).count * 5 >= found.count * 4)
        }
        let addresses = keys.filter { have($0, distinct: true, Self.isPage) }
        guard let url = addresses.first(where: { !Self.isNamed($0, Self.pictures) }) else { return nil }
        let names = keys.filter { key in
            key != url && !Self.isNamed(key, Self.bodies) && have(key, distinct: true, Self.isTitle)
        }
        func length(_ key: String) -> Int { texts(key).reduce(0) { $0 + $1.unicodeScalars.count } }
        guard
            let title = names.first(where: { Self.isNamed($0, Self.titles) && !Self.isNamed($0, Self.otherTitles) })
                ?? names.max(by: { length($0) < length($1) })
        else { return nil }
        self.title = title
        self.url = url
        let dates = keys.filter { have($0, distinct: false, Self.isDate) }
        date = dates.first { !Self.isNamed($0, Self.otherDates) } ?? dates.first
    }

    /// The object with its members under the names that everybody uses.
    func named(_ value: JSONValue) -> JSONValue {
        let members = Self.members(value)
        func member(_ key: String?, _ name: String) -> [(key: String, value: JSONValue)] {
            members.first { $0.key == key }.map { [(name, $0.value)] } ?? []
        }
        return .object(member(title, "title") + member(url, "url") + member(date, "publishtime") + members)
    }

    /// True for a name that says one of some words.
    static func isNamed(_ key: String, _ words: [String]) -> Bool {
        let key = key.lowercased()
        return words.contains { key.contains($0) }
    }

    private static let titles = ["title", "bt", "biaoti", "subject", "headline"]
    private static let otherTitles = ["sub", "second", "short", "vice", "fu"]
    private static let pictures = ["img", "image", "pic", "thumb", "cover", "logo", "icon", "video", "photo"]
    private static let bodies = [
        "content", "summary", "desc", "abstract", "brief", "zy", "nr", "source", "dept", "org",
    ]
    /// What dates are that say nothing of when an entry was published.
    static let otherDates = ["update", "modif", "edit", "end", "close", "expire", "create", "start", "begin"]

    private static func members(_ value: JSONValue) -> [(key: String, value: JSONValue)] {
        switch value {
        case .object(let members): members
        case .array(let values): values.enumerated().map { ("\($0)", $1) }
        default: []
        }
    }

    private static func isPage(_ text: String) -> Bool {
        let path = text.prefix { $0 != "?" && $0 != "#" }.lowercased()
        guard text.utf8.count <= 500, !text.contains(where: { $0.isWhitespace || $0 == "<" }),
            ![".jpg", ".jpeg", ".png", ".gif", ".webp", ".bmp", ".js", ".css", ".mp4"].contains(where: path.hasSuffix)
        else { return false }
        return ["http://", "https://", "//", "./", "../"].contains(where: path.hasPrefix)
            || path.hasPrefix("/") && path.utf8.count > 1
            || [".html", ".htm", ".shtml", ".jhtml", ".jsp", ".aspx", ".do"].contains(where: path.hasSuffix)
    }

    private static func isTitle(_ text: String) -> Bool {
        let plain = text.contains("<") ? HTMLText.plain(from: text) : text
        return (4...200).contains(plain.unicodeScalars.count) && !isPage(text) && !isDate(text)
            && (plain.unicodeScalars.count(where: \.isHan) >= 2 || plain.contains(" "))
    }

    private static func isDate(_ text: String) -> Bool {
        if text.utf8.count == 10 || text.utf8.count == 13, let number = Double(text), text.allSatisfy(\.isNumber) {
            return (6e8..<4e9).contains(text.utf8.count == 13 ? number / 1_000 : number)
        }
        return (8...30).contains(text.utf8.count) && (WrittenDate.first(in: text.prefix(12)) != nil)
    }
}
