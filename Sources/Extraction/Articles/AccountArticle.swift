import FoundationEssentials
import JuheKit
import Markup

/// The page of an official account's article (公众号): its body, its pictures that load late, and what its programs know.
struct AccountArticle {
    let body: String?
    private(set) var title: String?
    private(set) var date: WrittenDate?
    private(set) var account: String?
    private(set) var author: String?
    /// The article that this page only shares.
    private(set) var sharedAddress: String?

    /// Nothing for any other page.
    init?(_ tree: MarkupTree, html: String) {
        func element(_ id: String) -> MarkupTree.Index? {
            tree.elements { tree.attribute("id", $0) == id }.first
        }
        let content = element("js_content")
        let share = element("js_share_source")
        guard content != nil || share != nil else { return nil }
        body = content.map { Self.body(tree, $0) }
        title =
            element("activity-name").map { HTMLTitle.cleaned(tree.text($0)) }.flatMap { $0.isEmpty ? nil : $0 }
            ?? Self.text(of: ["msg_title"], in: html)
        account = element("js_name").map { HTMLTitle.cleaned(tree.text($0)) } ?? Self.text(of: ["nickname"], in: html)
        author = element("js_author_name").map { HTMLTitle.cleaned(tree.text($0)) }
        sharedAddress = share.flatMap { tree.attribute("data-url", $0) }
        if let seconds = Self.number(of: ["ct", "create_time", "createTime"], in: html) {
            let time = CivilTime(Date(timeIntervalSince1970: Double(seconds)), offset: 28_800)
            date = WrittenDate(
                year: time.year, month: time.month, day: time.day,
                time: .init(hour: time.hour, minute: time.minute, second: time.second))
        } else {
            date = element("publish_time").flatMap { WrittenDate.first(in: tree.text($0)) }
        }
        if account?.isEmpty ?? false { account = nil }
        if author?.isEmpty ?? false { author = nil }
    }

    /// The inside of the article. The page hides it until its programs have run; nothing of that style is kept.
    private static func body(_ tree: MarkupTree, _ content: MarkupTree.Index) -> String {
        tree.innerHTML(content)
    }

    /// `var ct = "1572917400";`
    private static func number(of names: [String], in html: String) -> Int? {
        value(of: names, in: html) { Int($0) }
    }

    private static func text(of names: [String], in html: String) -> String? {
        value(of: names, in: html) { value in
            let text = HTMLTitle.text(from: value)
            return text.isEmpty ? nil : text
        }
    }

    private static func value<Value>(of names: [String], in html: String, _ made: (String) -> Value?) -> Value? {
        for name in names {
            var rest = html[...]
            for _ in 0..<8 {
                guard let range = rest.firstPlace(of: "\(name) = ") ?? rest.firstPlace(of: "\(name)=") else { break }
                let isWord =
                    range.lowerBound == rest.startIndex || !(rest[rest.index(before: range.lowerBound)].isLetter)
                rest = rest[range.upperBound...]
                guard isWord else { continue }
                // The value may stand in a call: `htmlDecode("…")`.
                guard let start = rest.prefix(20).firstIndex(where: { $0 == "\"" || $0 == "'" }) else { continue }
                let quote = rest[start]
                let value = String(rest[start...].dropFirst().prefix(400).prefix { $0 != quote })
                if let found = made(value) { return found }
            }
        }
        return nil
    }
}
