import Markup

/// One step of a rule: it takes values and gives values.
package enum RuleStep: Sendable {
    /// `xpath:…` over a page or an XML document.
    case xpath(String)
    /// `css:…`, translated.
    case css(CSSSelector)
    /// `json:…` over a JSON document.
    case json(JSONPath)
    /// `regex:…` over text: the first group, or the whole match.
    case regex(Pattern)
    /// `const:…`
    case constant(String)
    /// `meta:…`: a meta tag of the page, in any letter case.
    case meta(String)
    /// `@…`: an attribute.
    case attribute(String)
    /// `text`: all text, on one line.
    case text
    /// `lines`: all text, one line for each paragraph.
    case lines
    /// `html`: what is in an element, as HTML.
    case html
    /// `parse:html`, `parse:xml`, `parse:json`: reads a text as a document; JSON may stand in a call.
    case parse(Kind)
    /// `unescape`: references such as `&amp;` undone.
    case unescape
    /// `replace:A=>B`
    case replace(String, String)
    /// `format:…{}…`: the value put into a text.
    case format(String)
    /// `first`, `last`, `nth:N`.
    case pick(Int)
    /// `join:…`: all values as one text.
    case join(String)
    /// `split:…`: one text as several.
    case split(String)

    /// What a text is read as.
    package enum Kind: String, Sendable {
        case html, xml, json
    }

    /// A regular expression and how it was written.
    package struct Pattern: @unchecked Sendable {
        // `Regex` is immutable once made; the standard library has not marked it yet.
        let regex: Regex<AnyRegexOutput>
        /// As written.
        package let text: String

        /// Nothing where it is no regular expression.
        package init?(_ text: String) {
            guard let regex = try? Regex(text) else { return nil }
            self.regex = regex.matchingSemantics(.unicodeScalar)
            self.text = text
        }

        /// The first group of each match, or each match itself.
        func all(in text: String, most: Int) -> [String] {
            var found: [String] = []
            var rest = text[...]
            while found.count < most, let match = try? regex.firstMatch(in: rest) {
                let output = match.output
                let part = output.count > 1 ? output[1].substring ?? output[0].substring : output[0].substring
                if let part { found.append(String(part)) }
                guard !match.range.isEmpty else { break }
                rest = rest[match.range.upperBound...]
            }
            return found
        }

        /// The first group of the first match, or the match itself.
        func first(in text: String) -> String? {
            guard let match = try? regex.firstMatch(in: text) else { return nil }
            let output = match.output
            let part = output.count > 1 ? output[1].substring ?? output[0].substring : output[0].substring
            return part.map(String.init)
        }
    }
}
