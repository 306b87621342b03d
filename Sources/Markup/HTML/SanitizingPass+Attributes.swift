/// Start tags and their attributes.
extension SanitizingPass {
    /// Writes a start tag with the attributes that pass their checks.
    /// - Returns: false where nothing was written: an image that may not be fetched.
    mutating func appendStartTag(_ element: HTMLElement) -> Bool {
        if element == .img { return appendImage() }
        output.append(contentsOf: rules.startTags[Int(element.rawValue)])
        attributesStart = output.count
        for attribute in tokenizer.attributes where attribute.key != .unknown {
            let check = rules.check(attribute.key, on: element)
            if check == .none { continue }
            appendChecked(attribute, check, on: element)
        }
        output.append(UInt8(ascii: ">"))
        return true
    }

    /// Writes an attribute if its value passes.
    mutating func appendChecked(_ attribute: HTMLAttribute, _ check: HTMLRules.Check, on element: HTMLElement) {
        HTMLAttributeValue.decoded(tokenizer.bytes, attribute.value, into: &value)
        if value.isEmpty, rules.keepsEmpty(attribute.key) {
            append(attribute.key, value)
        } else if check == .link {
            if let address = checkedAddress(schemes: rules.schemes) { append(attribute.key, address) }
        } else if passes(check, element) {
            append(attribute.key, value)
        }
    }

    private mutating func append(_ key: HTMLAttributeName, _ value: [UInt8]) {
        append(value, behind: rules.attributeStarts[Int(key.rawValue)])
    }

    /// Writes a value behind ` name="`; escaped, it must fit the limit of a tag as it must unescaped, or reading the
    /// output again would leave it out.
    mutating func append(_ value: [UInt8], behind name: [UInt8]) {
        let start = output.count
        output.append(contentsOf: name)
        HTMLEscaper.appendValue(value, to: &output)
        output.append(UInt8(ascii: "\""))
        if output.count - attributesStart > rules.limits.tagBytes { output.removeSubrange(start...) }
    }

    /// Checks `value` and brings it into the form that is written.
    private mutating func passes(_ check: HTMLRules.Check, _ element: HTMLElement) -> Bool {
        switch check {
        case .none, .link, .image, .lateImage, .imageSet: return false
        case .text:
            HTMLAttributeValue.removeControls(&value)
            return true
        case .flag:
            value.removeAll(keepingCapacity: true)
            return true
        case .style:
            let isSized = rules.traits[element].contains(.tablePart) || element == .table || element == .img
            scratch.removeAll(keepingCapacity: true)
            rules.styles.appendAllowed(value, isSized: isSized, to: &scratch)
            swap(&value, &scratch)
            return !value.isEmpty
        case .dimension: return ValueForm.dimension(&value)
        case .number: return ValueForm.number(value)
        case .cellSpan: return ValueForm.cellSpan(value)
        case .keyword: return ValueForm.keyword(value)
        case .date: return ValueForm.date(value)
        case .relation: return ValueForm.relations(&value)
        case .classes: return ValueForm.classes(value)
        case .colour: return ValueForm.colour(value)
        case .font: return ValueForm.font(value)
        }
    }

    /// `value` as an address that may be followed: allowed scheme, resolved, without spaces and controls.
    mutating func checkedAddress(schemes: [[UInt8]]) -> [UInt8]? {
        HTMLAttributeValue.removeControls(&value)
        var address = URLReference.trimmed(value)
        guard !address.isEmpty else { return nil }
        var parts = URLParts(of: address)
        if let resolver {
            guard let resolved = resolver.resolve(address, parts) else { return nil }
            address = resolved
            parts = URLParts(of: address)
        }
        if let scheme = parts.scheme {
            guard schemes.contains(where: { isScheme(address[scheme], $0) }) else { return nil }
        } else if resolver != nil || hasColonInFirstSegment(address, parts) {
            // Nothing that some reader might take for a scheme stays relative.
            return nil
        }
        if let tracking = rules.trackingParameters, parts.query != nil, let rest = tracking.stripped(from: address) {
            address = rest
        }
        return ValueForm.percentEncoded(address)
    }

    private func isScheme(_ written: ArraySlice<UInt8>, _ allowed: [UInt8]) -> Bool {
        written.count == allowed.count
            && zip(written, allowed).allSatisfy { $0 == $1 || isLetter($0) && $0 | 0x20 == $1 }
    }

    private func hasColonInFirstSegment(_ address: [UInt8], _ parts: URLParts) -> Bool {
        guard parts.authority == nil else { return false }
        let segment = address[parts.path].prefix { $0 != UInt8(ascii: "/") }
        return segment.contains(UInt8(ascii: ":"))
    }
}
