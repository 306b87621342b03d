import FoundationEssentials
import JuheKit
import Markup

/// The page of an official account's article (公众号): its body, its pictures that load late, and what its programs know.
struct AccountArticle {
    let body: String?
    /// Where the body stands, for people.
    let bodyRule: String
    /// True where the page shares an article that is another page.
    let isShare: Bool
    private(set) var title: String?
    /// What tells the title: an element, or a name in the page's programs.
    private(set) var titleRule = "#activity-name"
    private(set) var date: WrittenDate?
    private(set) var account: String?
    private(set) var author: String?

    /// Nothing for any other page.
    /// - Parameter summary: what the page's `description` says; a message of pictures has its text there alone.
    init?(_ tree: MarkupTree, html: String, summary: String? = nil) {
        func element(_ id: String) -> MarkupTree.Index? {
            tree.elements { tree.attribute("id", $0) == id }.first
        }
        let content = element("js_content")
        let share = element("js_share_source")
        isShare = share != nil
        // The element for the text stands empty on a page of pictures.
        let text = content.map { Self.body(tree, $0) }.flatMap { MissingBody.isMissing($0) ? nil : $0 }
        let pictures = text == nil && share == nil ? Self.pictures(in: html) : []
        // A message of words alone is known to the page's programs only.
        let message =
            text == nil && share == nil && pictures.isEmpty
            ? ProgramText.value(of: ["content_noencode"], in: html) : nil
        guard content != nil || share != nil || !pictures.isEmpty || message != nil else { return nil }
        if let content, text != nil || pictures.isEmpty && message == nil {
            (body, bodyRule) = (text ?? Self.body(tree, content), "#js_content")
        } else if !pictures.isEmpty {
            (body, bodyRule) = (Self.body(of: pictures, summary), "picture_page_info_list")
        } else {
            (body, bodyRule) = (message.map(Self.paragraphs), message == nil ? "" : "content_noencode")
        }
        title = element("activity-name").map { HTMLTitle.cleaned(tree.text($0)) }.flatMap { $0.isEmpty ? nil : $0 }
        for name in message == nil ? ["msg_title"] : ["msg_title", "title"] where title == nil {
            (title, titleRule) = (Self.text(of: [name], in: html), name)
        }
        if title == nil, let message { (title, titleRule) = (Self.firstLine(message), "content_noencode") }
        account =
            element("js_name").map { HTMLTitle.cleaned(tree.text($0)) }.flatMap { $0.isEmpty ? nil : $0 }
            ?? Self.text(of: ["nickname", "nick_name"], in: html)
        author = element("js_author_name").map { HTMLTitle.cleaned(tree.text($0)) }
        let stated = ProgramText.time(
            of: ["ct", "ori_create_time", "oriCreateTime", "create_time", "createTime"], in: html)
        if let seconds = stated ?? Self.shownTime(tree) {
            let time = CivilTime(Date(timeIntervalSince1970: Double(seconds)), offset: 28_800)
            date = WrittenDate(
                year: time.year, month: time.month, day: time.day,
                time: .init(hour: time.hour, minute: time.minute, second: time.second))
        } else {
            date =
                element("publish_time").flatMap { WrittenDate.first(in: tree.text($0)) }
                ?? ProgramText.value(of: ["createTime", "create_time"], in: html) { WrittenDate.first(in: $0) }
        }
        if account?.isEmpty ?? false { account = nil }
        if author?.isEmpty ?? false { author = nil }
    }

    /// The inside of the article. The page hides it until its programs have run; nothing of that style is kept. What editors
    /// leave in it for themselves is never shown.
    private static func body(_ tree: MarkupTree, _ content: MarkupTree.Index) -> String {
        tree.innerHTML(content) { index in
            tree.isElement(index)
                && tree.attribute("style", index)?.lowercased().filter { !$0.isWhitespace }.has("display:none") ?? false
        }
    }

    /// A message as HTML: its lines are paragraphs where it has no markup.
    private static func paragraphs(_ message: String) -> String {
        guard !message.contains("<") else { return message }
        return message.split(separator: "\n").map { "<p>\($0)</p>" }.joined()
    }

    /// How much of a message stands for its title where it has none.
    private static let longestTitle = 64

    /// What a message of words begins with: readers are shown that as its title.
    private static func firstLine(_ message: String) -> String? {
        let lines = HTMLText.plain(from: message.replacing("\n", with: "<br>")).split(separator: "\n")
        guard let line = lines.lazy.map({ String($0).trimmed }).first(where: { !$0.isEmpty }) else { return nil }
        return line.unicodeScalars.count <= longestTitle
            ? line : String(String.UnicodeScalarView(line.unicodeScalars.prefix(longestTitle))) + "…"
    }

    /// The question for the article that a page only shares; nothing for a page that has one itself.
    static func sharedAddress(of document: PageDocument) -> PageRequest? {
        guard let tree = document.html,
            let share = tree.elements(where: { tree.attribute("id", $0) == "js_share_source" }).first,
            let url = tree.attribute("data-url", share).flatMap({ PageLinks.address($0, against: document.address) })
        else { return nil }
        let body = tree.elements { tree.attribute("id", $0) == "js_content" }.first
        return body.map { MissingBody.isMissing(tree.innerHTML($0)) } ?? true ? PageRequest(url: url) : nil
    }

    /// The pictures of a message that is nothing else: its page's programs have them in a list.
    private static func pictures(in html: String) -> [String] {
        guard let list = html.firstPlace(of: "picture_page_info_list") else { return [] }
        var addresses: [String] = []
        var rest = html[list.upperBound...].prefix(200_000)
        while addresses.count < 60, let place = rest.firstPlace(of: "cdn_url") {
            rest = rest[place.upperBound...]
            // `cdn_url: '…'`, `"cdn_url": "…"`, `cdn_url: JsDecode('…')`
            let sign = rest.prefix(600).drop { "\"' ".contains($0) }
            guard sign.first == ":",
                let stated = ProgramText.value(of: ["cdn_url"], in: "cdn_url" + sign)
            else { continue }
            let address = stated.replacing("&amp;", with: "&")
            if address.hasPrefix("http"), !addresses.contains(address) { addresses.append(address) }
        }
        return addresses
    }

    private static func body(of pictures: [String], _ summary: String?) -> String {
        let lines = (summary ?? "").replacing("\\x0a", with: "\n").split(separator: "\n")
        let words = lines.map { "<p>\(EscapedText.of(String($0)))</p>" }
        return (words + pictures.map { "<p><img src=\"\(EscapedText.of($0))\"></p>" }).joined()
    }

    /// The time in the program that writes it on the page: `n="1572917400",…,document.getElementById("publish_time")`.
    private static func shownTime(_ tree: MarkupTree) -> Int? {
        for script in tree.elements("script") {
            let text = tree.text(script, limit: 65_536)
            guard text.has("publish_time") else { continue }
            let words = text.split { $0 == "\"" || $0 == "'" }
            if let time = words.lazy.filter({ $0.utf8.count == 10 }).compactMap({ Int($0) }).first(where: {
                $0 > 1_000_000_000
            }) {
                return time
            }
        }
        return nil
    }

    private static func text(of names: [String], in html: String) -> String? {
        ProgramText.value(of: names, in: html) { value in
            let text = HTMLTitle.text(from: value)
            return text.isEmpty ? nil : text
        }
    }
}
