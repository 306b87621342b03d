import JuheKit
import Markup

/// The name behind 来源, as a reader takes it.
enum OriginName {
    /// What the names of newspapers, stations and accounts end in: a name that a space parts from another.
    private static let media = [
        "日报", "晚报", "早报", "晨报", "商报", "时报", "电视台", "广播电台", "通讯社", "客户端", "融媒体中心", "公众号", "新闻网", "发布",
    ]
    /// What stands behind a name on English pages.
    private static let buttons: Set<String> = [
        "print", "share", "font", "size", "views", "editor", "author", "by", "large", "small",
    ]
    /// True for what only says that the text is the site's own: that names nobody.
    static func isOwn(_ name: String) -> Bool { OwnOrigin.words.contains(name) }

    /// `宁澜日报 澜河晚报`, `City News Office`: a name as far as it goes on behind a space.
    static func whole(_ name: String, in line: String) -> String {
        guard let place = line.firstPlace(of: name) else { return name }
        var words = [name]
        for word in line[place.upperBound...].prefix(80).split(whereSeparator: { $0 == " " || $0 == "\u{3000}" }) {
            if buttons.contains(word.lowercased()) { break }
            let goesOn = isLatin(word) && words.last.map { isLatin($0[...]) } ?? false
            let isMedium =
                word.unicodeScalars.allSatisfy { $0.properties.isAlphabetic } && media.contains(where: word.hasSuffix)
                && media.contains(where: words[0].hasSuffix)
            guard goesOn || isMedium else { break }
            words.append(String(word))
        }
        return words.joined(separator: " ")
    }

    private static func isLatin(_ word: Substring) -> Bool {
        word.allSatisfy { $0.isASCII && ($0.isLetter || "&'-.".contains($0)) }
            && word.contains(where: \.isLetter)
    }
}
