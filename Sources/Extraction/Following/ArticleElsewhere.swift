import Markup

/// Where an article's text is that its page gets when it is shown: a page in a frame, an interface that its programs ask.
package enum ArticleElsewhere {
    private static let most = 2

    /// What to ask for the text of a page that has none itself, the likeliest first.
    package static func requests(_ page: PageDocument) -> [PageRequest] {
        guard let tree = page.html, let address = page.address else { return [] }
        let links = PageLinks(tree, address: address)
        let host = URLReference.host(of: address)
        let frames = tree.elements("iframe").compactMap { frame -> PageRequest? in
            guard let source = tree.attribute("src", frame), !links.isClutter(frame),
                let url = PageLinks.address(source, against: links.base), url != address,
                URLReference.host(of: url) == host, AttachmentLinks.type(of: url) == nil
            else { return nil }
            return PageRequest(url: url)
        }
        return Array((frames + ProgramCalls.articleRequests(tree, links)).prefix(most))
    }

    /// An interface's answer as the page that a program would make of it; nothing where it holds no text.
    package static func page(of answer: PageDocument) -> PageDocument? {
        guard let value = answer.json, let article = article(in: value, depth: 0) else { return nil }
        var html = "<html><head>"
        for (tag, keys) in [
            ("ArticleTitle", JSONKeys.title), ("PubDate", JSONKeys.date), ("ContentSource", JSONKeys.origin),
            ("Author", JSONKeys.author),
        ] {
            guard let text = JSONList.text(keys, article)?.value else { continue }
            html += "<meta name=\"\(tag)\" content=\"\(EscapedText.of(HTMLTitle.text(from: text)))\">"
        }
        html +=
            "</head><body><div id=\"zoom\">\(JSONList.text(JSONKeys.content, article)?.value ?? "")</div></body></html>"
        return PageDocument(html: html, address: answer.address)
    }

    /// The first object with a text of some length.
    private static func article(in value: JSONValue, depth: Int) -> JSONValue? {
        guard depth < 5 else { return nil }
        switch value {
        case .object(let members):
            if let text = JSONList.text(JSONKeys.content, value)?.value, HiddenBody.isText(text) { return value }
            return members.prefix(64).lazy.compactMap { article(in: $0.value, depth: depth + 1) }.first
        // Several texts are a list, and none of them this page's.
        case .array(let values): return values.count == 1 ? article(in: values[0], depth: depth + 1) : nil
        default: return nil
        }
    }
}
