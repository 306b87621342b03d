import Markup

/// A text of a few words, as `详见附件。`: it is shorter than what stands around it, so that only the box that it shares with
/// its title tells it.
enum ShortBody {
    /// Boxes around the title that are looked at, and the bytes of one at most.
    private static let (mostBoxes, longest) = (3, 20_000)

    /// A sentence that stands in one box with a heading that is the title; nothing where there is none.
    static func find(in tree: MarkupTree, titles: [ArticleFields.Found<String>]) -> String? {
        let known = Set(titles.map { TitleText.squeezed($0.value) })
        let headings = tree.elements(where: { ["h1", "h2", "h3"].contains(tree.name($0) ?? "") }).filter {
            known.contains(TitleText.squeezed(HTMLTitle.cleaned(tree.text($0, limit: 1_000))))
        }
        for heading in headings {
            for box in tree.ancestors(heading).prefix(mostBoxes) {
                guard !["body", "html"].contains(tree.name(box) ?? "body") else { break }
                let html = tree.innerHTML(box)
                guard html.utf8.count < longest else { break }
                let text = ArticleEdges.cut(html, titles: titles.map(\.value))
                if text != html, !MissingBody.isMissing(text), HTMLText.plain(from: text).contains("。") { return text }
            }
        }
        return nil
    }
}
