/// What the sanitizer lets through.
///
/// The lists can be narrowed or widened, but only within what the sanitizer can check: elements that run, embed, send or
/// switch the parser (`script`, `iframe`, `form`, `svg`, `style`, …) stay out whatever a list says, and an attribute's
/// value must pass the check that belongs to it.
package struct HTMLPolicy: Sendable {
    /// Tags that are kept. Of every other element the tags go and the content stays.
    package var elements: Set<String> = HTMLPolicy.usualElements
    /// Elements that go with all they contain.
    package var droppedWithContent: Set<String> = HTMLPolicy.usualDropped
    /// Attributes that are kept where the element has them.
    package var attributes: Set<String> = HTMLPolicy.usualAttributes
    /// Attributes that are kept on every element, also where they mean nothing, and also when they are empty.
    package var attributesAnywhere: Set<String> = []
    /// Schemes of links. Images are held to `http` and `https` among them.
    package var schemes: Set<String> = ["http", "https", "mailto", "tel"]
    /// Properties kept of `style` attributes; a hyphen at a name's end stands for all that begin so.
    package var styles: Set<String> = InlineStyle.usualProperties
    /// Whether a style's `width` and `height` are kept on every element, or on tables, cells and images only.
    package var sizesEverything = false
    /// Whether images that say they are one pixel large, or invisible, are dropped.
    package var dropsTrackingPixels = true
    /// Query parameters taken out of addresses; nil leaves them alone.
    package var trackingParameters: TrackingParameters? = TrackingParameters()
    /// Bounds on depth and on the size of tags.
    package var limits = HTMLLimits()

    /// The policy for what goes into the stream.
    package init() {}

    /// As safe, but as its author dressed it: classes, colours, fonts, margins, and the images that count readers.
    ///
    /// For showing what a feed holds, not for putting it into a page of ours: there its classes would meet our style
    /// sheet, and its colours our dark mode.
    package static var asPublished: HTMLPolicy {
        var policy = HTMLPolicy()
        policy.elements.formUnion(["dir", "font", "label", "menu", "nobr"])
        policy.attributes.formUnion(["rel"])
        policy.attributesAnywhere = presentation
        policy.styles = InlineStyle.publishedProperties
        policy.sizesEverything = true
        policy.dropsTrackingPixels = false
        policy.trackingParameters = nil
        return policy
    }

    /// What describes and draws and does nothing else, in HTML 4 and since.
    private static let presentation: Set<String> = [
        "abbr", "align", "alt", "axis", "bgcolor", "border", "bordercolor", "cellpadding", "cellspacing", "ch", "char",
        "charoff", "choff", "cite", "class", "clear", "color", "cols", "colspan", "compact", "datetime", "dir", "face",
        "frame", "headers", "height", "hreflang", "hspace", "lang", "noshade", "nowrap", "open", "reversed", "rowspan",
        "rules", "scope", "size", "span", "start", "style", "summary", "title", "valign", "value", "vspace", "width",
    ]

    /// Text, lists, tables, figures and images.
    package static let usualElements: Set<String> = [
        "a", "abbr", "acronym", "address", "article", "aside", "b", "bdi", "bdo", "big", "blockquote", "br", "caption",
        "center", "cite", "code", "col", "colgroup", "dd", "del", "details", "dfn", "div", "dl", "dt", "em",
        "figcaption", "figure", "footer", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hgroup", "hr", "i", "img",
        "ins", "kbd", "li", "main", "mark", "nav", "ol", "p", "pre", "q", "rb", "rp", "rt", "rtc", "ruby", "s", "samp",
        "section", "small", "span", "strike", "strong", "sub", "summary", "sup", "table", "tbody", "td", "tfoot", "th",
        "thead", "time", "tr", "tt", "u", "ul", "var", "wbr",
    ]

    /// Programs, style sheets, foreign languages, frames, forms' insides, and what is only a fallback.
    package static let usualDropped: Set<String> = [
        "applet", "audio", "canvas", "datalist", "iframe", "math", "noembed", "noframes", "noscript", "object",
        "portal", "script", "select", "style", "svg", "template", "textarea", "title", "video",
    ]

    /// What describes, sizes and aligns; no `id`, `name` or `class`, which would reach into the page around.
    package static let usualAttributes: Set<String> = [
        "abbr", "align", "alt", "border", "cellpadding", "cellspacing", "cite", "colspan", "datetime", "dir", "headers",
        "height", "href", "hreflang", "lang", "open", "reversed", "rowspan", "scope", "span", "src", "start", "style",
        "summary", "title", "type", "valign", "value", "width",
    ]
}
