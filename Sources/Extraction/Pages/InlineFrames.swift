import Markup

/// Frames that have their page in themselves, `<iframe srcdoc="&lt;p&gt;…">`: what a reader sees in one is of the page around it.
enum InlineFrames {
    private static let most = 20

    /// A page with what such frames hold in their places.
    static func opened(_ html: String) -> String {
        guard html.has("srcdoc") else { return html }
        var result = ""
        var rest = html[...]
        for _ in 0..<most {
            guard let frame = rest.firstPlace(of: "<iframe"), let end = end(of: rest[frame.lowerBound...]) else {
                break
            }
            let tag = rest[frame.lowerBound..<end]
            let tree = MarkupTree(html: tag + "</iframe>")
            let page = tree.elements("iframe").first.flatMap { tree.attribute("srcdoc", $0) }
            result += rest[..<frame.lowerBound] + (page.map { "<div>\($0)</div>" } ?? String(tag))
            rest = rest[end...]
        }
        return result + rest
    }

    /// The end of the tag that a text begins with: what stands in quotation marks is no end.
    private static func end(of tag: Substring) -> Substring.Index? {
        var rest = tag
        while let next = rest.firstIndex(where: { "\"'>".contains($0) }) {
            let behind = rest[rest.index(after: next)...]
            if rest[next] == ">" { return behind.startIndex }
            guard let close = behind.firstIndex(of: rest[next]) else { return nil }
            rest = behind[close...].dropFirst()
        }
        return nil
    }
}
