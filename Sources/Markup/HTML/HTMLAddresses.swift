/// Makes the addresses in HTML absolute and changes nothing else: for readers who ask for the content as it is.
package enum HTMLAddresses {
    /// - Parameters:
    ///   - html: a fragment or a document; it is not made safe.
    ///   - base: what relative references are resolved against.
    /// - Returns: the same bytes but for the values of attributes that hold addresses.
    package static func resolved(in html: String, base: String) -> String {
        let bytes = Array(html.utf8)
        let resolver = URLResolver(base: base)
        var tokenizer = HTMLTokenizer(bytes)
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count + bytes.count / 8)
        var copied = 0
        var value: [UInt8] = []
        while true {
            let token = tokenizer.next()
            if token == .end { break }
            guard token == .startTag else { continue }
            for attribute in tokenizer.attributes where holdsAddress(attribute.key, on: tokenizer.element) {
                HTMLAttributeValue.decoded(bytes, attribute.value, into: &value)
                let isSet = attribute.key == .srcset || attribute.key == .dataSrcset
                let old = value
                if isSet {
                    value = ImageSet.resolved(old, with: resolver)
                } else if !old.isEmpty, let absolute = resolver.resolve(old) {
                    value = absolute
                }
                if value == old { continue }
                result.append(contentsOf: bytes[copied..<attribute.name.upperBound])
                result.append(contentsOf: "=\"".utf8)
                HTMLEscaper.appendValue(value, to: &result)
                result.append(UInt8(ascii: "\""))
                copied = attribute.value.upperBound
                // The closing quotation mark of the old value goes with it.
                let quote = attribute.value.lowerBound - 1
                if bytes[quote] == UInt8(ascii: "\"") || bytes[quote] == UInt8(ascii: "'") { copied += 1 }
            }
        }
        result.append(contentsOf: bytes[copied...])
        return String(decoding: result, as: UTF8.self)
    }

    /// HTML's attributes of type URL, by element.
    private static func holdsAddress(_ attribute: HTMLAttributeName, on element: HTMLElement) -> Bool {
        switch attribute {
        case .href: [.a, .area, .base, .link].contains(element)
        case .src:
            [.img, .image, .audio, .video, .source, .track, .embed, .iframe, .frame, .script, .input].contains(element)
        case .srcset, .dataSrcset: element == .img || element == .source
        case .dataSrc, .dataOriginal, .dataLazySrc: element == .img
        case .cite: [.blockquote, .q, .ins, .del].contains(element)
        case .longdesc: [.img, .iframe, .frame].contains(element)
        case .poster: element == .video
        case .background: [.body, .table, .td, .th].contains(element)
        case .action: element == .form
        case .formaction: element == .button || element == .input
        case .data, .classid, .codebase: element == .object || element == .applet
        case .usemap: [.img, .input, .object].contains(element)
        case .profile: element == .head
        case .manifest: element == .html
        default: false
        }
    }
}
