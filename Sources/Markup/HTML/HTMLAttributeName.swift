/// The attributes that some rule of ours reads; every other one is `unknown` and never looked at.
enum HTMLAttributeName: UInt8, CaseIterable, Sendable {
    case unknown
    // For everybody.
    case `class`, dir, id, lang, style, title
    // Addresses.
    case action, background, cite, classid, codebase, data, formaction, href, longdesc, manifest, poster, profile,
        src, srcset, usemap
    // Where scripts that load images late keep the address.
    case dataSrc, dataOriginal, dataLazySrc, dataActualsrc, dataSrcset, dataEcho, file, lazySrc, laySrc, realSrc
    // Links, images and documents.
    case alt, content, charset, color, cols, height, hreflang, httpEquiv, itemprop, name, property, rel, role, type,
        width
    // Lists, tables and the rest.
    case abbr, align, border, cellpadding, cellspacing, colspan, datetime, face, headers, open, reversed, rowspan,
        scope, size, span, start, summary, valign, value, hidden, ariaHidden
    // How HTML 4 described and drew.
    case axis, bgcolor, bordercolor, ch, char, charoff, choff, clear, compact, frame, hspace, noshade, nowrap, rules,
        vspace

    /// The name as it is written in a tag.
    var name: String {
        switch self {
        case .unknown: ""
        case .dataSrc: "data-src"
        case .dataOriginal: "data-original"
        case .dataLazySrc: "data-lazy-src"
        case .dataActualsrc: "data-actualsrc"
        case .dataSrcset: "data-srcset"
        case .dataEcho: "data-echo"
        case .lazySrc: "lazy-src"
        case .laySrc: "lay-src"
        case .realSrc: "real_src"
        case .httpEquiv: "http-equiv"
        case .ariaHidden: "aria-hidden"
        default: String(describing: self)
        }
    }
}

/// One attribute of the tag that was read last, as positions in the document.
struct HTMLAttribute: Sendable {
    var key: HTMLAttributeName
    /// As written, capitals included.
    var name: Range<Int>
    /// As written: references are not decoded yet. Empty where there is no value.
    var value: Range<Int>
}
