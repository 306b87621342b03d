/// The elements that the tokenizer, the sanitizer or the page reader treat in a way of their own.
///
/// A case is spelled like its tag. Everything else is `unknown` and looked through: tags dropped, content kept.
enum HTMLElement: UInt8, CaseIterable, Sendable {
    case unknown
    // Text.
    case a, abbr, acronym, b, bdi, bdo, big, br, cite, code, data, del, dfn, em, font, i, ins, kbd, mark, nobr, q,
        rb, rp, rt, rtc, ruby, s, samp, small, span, strike, strong, sub, sup, time, tt, u, `var`, wbr
    // Blocks.
    case address, article, aside, blockquote, center, dd, details, dialog, dir, div, dl, dt, fieldset, figcaption,
        figure, footer, form, h1, h2, h3, h4, h5, h6, header, hgroup, hr, li, main, menu, nav, ol, p, pre, search,
        section, summary, ul
    // Tables.
    case caption, col, colgroup, table, tbody, td, tfoot, th, thead, tr
    // Media.
    case area, audio, canvas, embed, iframe, image, img, map, object, param, picture, portal, fencedframe, source,
        track, video, applet, bgsound, marquee
    // Forms.
    case button, datalist, input, keygen, label, legend, meter, optgroup, option, output, progress, select, textarea,
        isindex
    // Documents.
    case base, basefont, body, frame, frameset, head, html, link, meta, noembed, noframes, noscript, script, slot,
        style, template, title
    // Raw and foreign.
    case listing, plaintext, xmp, svg, math, foreignobject, desc, mi, mo, mn, ms, mtext, annotationXML

    /// The name as it is written in a tag.
    var name: String {
        switch self {
        case .unknown: ""
        case .annotationXML: "annotation-xml"
        default: String(describing: self)
        }
    }
}

/// How the tokenizer reads what follows a start tag.
enum HTMLContentModel: Sendable {
    /// Tags and references.
    case data
    /// References but no tags, up to the end tag: `title`, `textarea`.
    case escapableText
    /// Neither, up to the end tag: `style`, `xmp`, `iframe`, `noembed`, `noframes`, `noscript`.
    case rawText
    /// Raw, with the comment rules of `script`.
    case script
    /// Raw to the end of the document.
    case plaintext
    /// Tags, references and CDATA sections: inside `svg` and `math`.
    case foreign
}

/// What an element is to the rules of nesting.
struct HTMLTraits: OptionSet, Sendable {
    let rawValue: UInt16

    /// Has neither content nor an end tag.
    static let void = HTMLTraits(rawValue: 1 << 0)
    /// Its start tag ends an open paragraph.
    static let closesParagraph = HTMLTraits(rawValue: 1 << 1)
    /// Ends where its block ends and goes on in the next one: `b`, `font`, …
    static let formatting = HTMLTraits(rawValue: 1 << 2)
    /// End tags do not look past it.
    static let boundary = HTMLTraits(rawValue: 1 << 3)
    /// `h1`–`h6`.
    static let heading = HTMLTraits(rawValue: 1 << 4)
    /// Begins a line of its own in plain text.
    static let block = HTMLTraits(rawValue: 1 << 5)
    /// A part of a table; means nothing outside one.
    static let tablePart = HTMLTraits(rawValue: 1 << 6)
    /// Ends `svg` and `math` content when it appears there (§13.2.6.5).
    static let breaksOut = HTMLTraits(rawValue: 1 << 7)
    /// Active, foreign, or read in a content model of its own: no policy can let it through.
    static let neverAllowed = HTMLTraits(rawValue: 1 << 8)
    /// HTML again inside `svg` and `math`.
    static let integrationPoint = HTMLTraits(rawValue: 1 << 9)
}

extension HTMLElement {
    /// How many there are, unknown ones included.
    static let count = allCases.count

    var traits: HTMLTraits { HTMLTraitTable.shared[self] }

    /// What the tokenizer must switch to behind this element's start tag, scripting being on.
    var contentModel: HTMLContentModel {
        switch self {
        case .title, .textarea: .escapableText
        case .style, .xmp, .iframe, .noembed, .noframes, .noscript: .rawText
        case .script: .script
        case .plaintext: .plaintext
        default: .data
        }
    }
}

/// The traits of every element, by its number.
struct HTMLTraitTable: Sendable {
    static let shared = HTMLTraitTable()

    private var traits = [HTMLTraits](repeating: [], count: HTMLElement.allCases.count)

    subscript(element: HTMLElement) -> HTMLTraits { traits[Int(element.rawValue)] }

    private init() {
        mark(
            .void,
            [
                .area, .base, .basefont, .bgsound, .br, .col, .embed, .frame, .hr, .image, .img, .input, .keygen, .link,
                .meta, .param, .source, .track, .wbr,
            ])
        mark(
            .closesParagraph,
            [
                .address, .article, .aside, .blockquote, .center, .dd, .details, .dialog, .dir, .div, .dl, .dt,
                .fieldset, .figcaption, .figure, .footer, .form, .h1, .h2, .h3, .h4, .h5, .h6, .header, .hgroup, .hr,
                .li, .listing, .main, .menu, .nav, .ol, .p, .plaintext, .pre, .search, .section, .summary, .table, .ul,
                .xmp,
            ])
        mark(.block, [.body, .html, .caption, .tr, .legend, .optgroup, .option])
        for element in HTMLElement.allCases where self[element].contains(.closesParagraph) { mark(.block, [element]) }
        mark(
            .formatting,
            [.a, .b, .big, .code, .em, .font, .i, .nobr, .s, .small, .strike, .strong, .tt, .u])
        mark(.boundary, [.table, .td, .th, .caption, .html, .marquee, .button])
        mark(.heading, [.h1, .h2, .h3, .h4, .h5, .h6])
        mark(.tablePart, [.caption, .col, .colgroup, .tbody, .td, .tfoot, .th, .thead, .tr])
        mark(
            .breaksOut,
            [
                .b, .big, .blockquote, .body, .br, .center, .code, .dd, .div, .dl, .dt, .em, .embed, .h1, .h2, .h3,
                .h4, .h5, .h6, .head, .hr, .i, .img, .li, .listing, .menu, .meta, .nobr, .ol, .p, .pre, .ruby, .s,
                .small, .span, .strong, .strike, .sub, .sup, .table, .tt, .u, .ul, .var,
            ])
        mark(.integrationPoint, [.foreignobject, .desc, .title, .mi, .mo, .mn, .ms, .mtext, .annotationXML])
        mark(
            .neverAllowed,
            [
                .unknown, .applet, .base, .basefont, .bgsound, .body, .button, .canvas, .datalist, .dialog, .embed,
                .fencedframe, .fieldset, .form, .frame, .frameset, .head, .html, .iframe, .image, .input, .isindex,
                .keygen, .link, .listing, .map, .area, .marquee, .meta, .noembed, .noframes, .noscript, .object,
                .optgroup, .option, .output, .param, .plaintext, .portal, .script, .select, .slot, .style, .template,
                .textarea, .title, .xmp, .svg, .math, .foreignobject, .desc, .mi, .mo, .mn, .ms, .mtext,
                .annotationXML,
            ])
    }

    private mutating func mark(_ trait: HTMLTraits, _ elements: [HTMLElement]) {
        for element in elements { traits[Int(element.rawValue)].insert(trait) }
    }
}
