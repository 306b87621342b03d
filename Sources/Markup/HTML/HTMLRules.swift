/// A policy made ready: tables by element and attribute number instead of sets of names. Its many tables are shared by every
/// run over a document.
final class HTMLRules: Sendable {
    enum Disposition: UInt8, Sendable {
        /// The tags go, the content stays.
        case lookThrough
        case keep
        case dropContent
    }

    /// How an attribute's value is checked.
    enum Check: UInt8, Sendable {
        /// The attribute is not kept.
        case none
        case text
        case link
        case image
        case lateImage
        case imageSet
        case dimension
        case number
        /// A count of columns or rows.
        case cellSpan
        case keyword
        case date
        case flag
        case style
        /// What kind of link it is.
        case relation
        case classes
        case colour
        /// The name of a font.
        case font
    }

    private static let attributeCount = HTMLAttributeName.allCases.count

    private let dispositions: [Disposition]
    private let checks: [Check]
    let schemes: [[UInt8]]
    let imageSchemes: [[UInt8]]
    let styles: InlineStyle
    /// Whether an attribute is kept without a value.
    private let keepsEmpty: [Bool]
    let dropsTrackingPixels: Bool
    let trackingParameters: TrackingParameters?
    let limits: HTMLLimits
    /// `<name`, `</name>` and ` name="`, ready to be written.
    let startTags: [[UInt8]] = HTMLRules.elementNames.map { Array("<\($0)".utf8) }
    let endTags: [[UInt8]] = HTMLRules.elementNames.map { Array("</\($0)>".utf8) }
    let attributeStarts: [[UInt8]] = HTMLRules.attributeNames.map { Array(" \($0)=\"".utf8) }
    let traits = HTMLTraitTable.shared

    init(_ policy: HTMLPolicy) {
        schemes = policy.schemes.map { Array($0.lowercased().utf8) }
        imageSchemes = schemes.filter { $0 == Array("http".utf8) || $0 == Array("https".utf8) }
        styles = InlineStyle(policy.styles, sizesEverything: policy.sizesEverything)
        dropsTrackingPixels = policy.dropsTrackingPixels
        trackingParameters = policy.trackingParameters
        limits = policy.limits
        var dispositions = [Disposition](repeating: .lookThrough, count: HTMLElement.allCases.count)
        var checks = [Check](repeating: .none, count: HTMLElement.allCases.count * HTMLRules.attributeCount)
        var keepsEmpty = [Bool](repeating: false, count: HTMLRules.attributeCount)
        let isAllowed = HTMLRules.attributeNames.map(policy.attributes.contains)
        let isAnywhere = HTMLRules.attributeNames.map(policy.attributesAnywhere.contains)
        for element in HTMLElement.allCases {
            let index = Int(element.rawValue)
            let name = HTMLRules.elementNames[index]
            if policy.elements.contains(name), !traits[element].contains(.neverAllowed) {
                dispositions[index] = .keep
                HTMLRules.readAttributes(of: element, isAllowed, isAnywhere, into: &checks, &keepsEmpty)
            } else if policy.droppedWithContent.contains(name) || element.contentModel != .data
                || element == .svg || element == .math
            {
                // `xmp` and `plaintext` hold text that browsers show.
                let shown = element == .xmp || element == .plaintext
                dispositions[index] = shown ? .lookThrough : .dropContent
            }
        }
        self.dispositions = dispositions
        self.checks = checks
        self.keepsEmpty = keepsEmpty
    }

    func disposition(of element: HTMLElement) -> Disposition { dispositions[Int(element.rawValue)] }

    func check(_ attribute: HTMLAttributeName, on element: HTMLElement) -> Check {
        checks[Int(element.rawValue) * HTMLRules.attributeCount + Int(attribute.rawValue)]
    }

    func keepsEmpty(_ attribute: HTMLAttributeName) -> Bool { keepsEmpty[Int(attribute.rawValue)] }

    /// Names are spelled out once: asking a case for its name costs more than all the rest.
    private static let attributeNames = HTMLAttributeName.allCases.map(\.name)
    private static let elementNames = HTMLElement.allCases.map(\.name)

    /// - Parameters:
    ///   - isAllowed: by attribute, where it means something.
    ///   - isAnywhere: by attribute, on any element.
    private static func readAttributes(
        of element: HTMLElement, _ isAllowed: [Bool], _ isAnywhere: [Bool], into checks: inout [Check],
        _ keepsEmpty: inout [Bool]
    ) {
        for attribute in HTMLAttributeName.allCases.dropFirst() {
            let index = Int(attribute.rawValue)
            var check = HTMLRules.usualCheck(attribute, on: element)
            if isAnywhere[index] {
                keepsEmpty[index] = true
                if check == .none { check = HTMLRules.checkAnywhere(attribute) }
            }
            // The addresses of late images belong to `src`.
            let belongsToSource = check == .lateImage || check == .imageSet
            let isSaid = isAllowed[belongsToSource ? Int(HTMLAttributeName.src.rawValue) : index]
            guard isSaid || isAnywhere[index] else { continue }
            checks[Int(element.rawValue) * HTMLRules.attributeCount + index] = check
        }
    }

    /// Of what kind an attribute's values are, on an element where it means little.
    private static func checkAnywhere(_ attribute: HTMLAttributeName) -> Check {
        switch attribute {
        case .abbr, .alt, .axis, .ch, .char, .headers, .summary, .title: .text
        case .align, .clear, .dir, .frame, .hreflang, .lang, .rules, .scope, .valign: .keyword
        case .bgcolor, .bordercolor, .color: .colour
        case .border, .cellpadding, .cellspacing, .charoff, .choff, .cols, .hspace, .size, .start, .value, .vspace:
            .number
        case .colspan, .rowspan, .span: .cellSpan
        case .height, .width: .dimension
        case .compact, .noshade, .nowrap, .open, .reversed: .flag
        case .cite: .link
        case .class: .classes
        case .datetime: .date
        case .face: .font
        case .style: .style
        default: .none
        }
    }

    /// Which attributes mean something on which element, and of what kind their values are.
    private static func usualCheck(_ attribute: HTMLAttributeName, on element: HTMLElement) -> Check {
        switch (attribute, element) {
        case (.title, _): .text
        case (.dir, _), (.lang, _): .keyword
        case (.style, _): .style
        case (.href, .a): .link
        case (.hreflang, .a): .keyword
        case (.rel, .a): .relation
        case (.cite, .blockquote), (.cite, .q), (.cite, .ins), (.cite, .del): .link
        case (.datetime, .time), (.datetime, .ins), (.datetime, .del): .date
        case (.src, .img): .image
        case (.dataSrc, .img), (.dataOriginal, .img), (.dataLazySrc, .img), (.dataActualsrc, .img), (.file, .img),
            (.lazySrc, .img), (.dataEcho, .img), (.laySrc, .img), (.realSrc, .img):
            .lateImage
        case (.srcset, .img), (.dataSrcset, .img): .imageSet
        case (.alt, .img), (.abbr, .th), (.abbr, .td), (.summary, .table), (.headers, .td), (.headers, .th): .text
        case (.width, .img), (.height, .img), (.width, .table), (.height, .table), (.width, .td), (.height, .td),
            (.width, .th), (.height, .th), (.width, .col), (.width, .colgroup), (.height, .tr), (.width, .hr):
            .dimension
        case (.border, .table), (.cellpadding, .table), (.cellspacing, .table), (.start, .ol), (.value, .li): .number
        case (.colspan, .td), (.colspan, .th), (.rowspan, .td), (.rowspan, .th), (.span, .col), (.span, .colgroup):
            .cellSpan
        case (.align, _), (.valign, _), (.scope, .th), (.scope, .td), (.type, .ol), (.type, .ul), (.type, .li): .keyword
        case (.open, .details), (.reversed, .ol): .flag
        default: .none
        }
    }
}
