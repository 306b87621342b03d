/// Images: where pages that load them late hide their address, and which of them only count readers.
extension SanitizingPass {
    /// Writes an `img`, or its alternative text where there is no address that may be fetched.
    mutating func appendImage() -> Bool {
        if isTrackingPixel() { return false }
        let address = imageAddress()
        if address == nil, tokenizer.hasSkippedAttributes || tokenizer.attributes.contains(where: { $0.key == .src }) {
            appendAlternative()
            return false
        }
        output.append(contentsOf: "<img".utf8)
        attributesStart = output.count
        if let address {
            if firstImage == nil { firstImage = address }
            append(address, behind: rules.attributeStarts[Int(HTMLAttributeName.src.rawValue)])
        }
        for attribute in tokenizer.attributes {
            let check = rules.check(attribute.key, on: .img)
            guard check != .none, check != .image, check != .lateImage, check != .imageSet else { continue }
            appendChecked(attribute, check, on: .img)
        }
        output.append(UInt8(ascii: ">"))
        return true
    }

    /// The late address before the early one, which is a placeholder then; the first of a set if there is no other.
    private mutating func imageAddress() -> [UInt8]? {
        for wanted in [HTMLRules.Check.lateImage, .image, .imageSet] {
            for attribute in tokenizer.attributes where attribute.key != .unknown {
                guard rules.check(attribute.key, on: .img) == wanted else { continue }
                HTMLAttributeValue.decoded(tokenizer.bytes, attribute.value, into: &value)
                if wanted == .imageSet { value = ImageSet.firstAddress(value) }
                if let address = checkedAddress(schemes: rules.imageSchemes) { return address }
            }
        }
        return nil
    }

    private mutating func isTrackingPixel() -> Bool {
        guard rules.dropsTrackingPixels else { return false }
        var tinySides = 0
        for attribute in tokenizer.attributes {
            switch attribute.key {
            case .width, .height:
                HTMLAttributeValue.decoded(tokenizer.bytes, attribute.value, into: &value)
                if ValueForm.isAtMostOnePixel(value) { tinySides += 1 }
            case .style:
                HTMLAttributeValue.decoded(tokenizer.bytes, attribute.value, into: &value)
                if InlineStyle.isInvisible(value) { return true }
            default: continue
            }
        }
        return tinySides == 2
    }

    private mutating func appendAlternative() {
        // Without any source the image was to be drawn by a script; its text is none of the article's.
        let hadSource =
            tokenizer.hasSkippedAttributes || tokenizer.attributes.contains { $0.key == .src && !$0.value.isEmpty }
        guard hadSource, let alternative = tokenizer.attributes.first(where: { $0.key == .alt }) else { return }
        HTMLAttributeValue.decoded(tokenizer.bytes, alternative.value, into: &value)
        HTMLAttributeValue.removeControls(&value)
        HTMLEscaper.appendText(value, 0..<value.count, references: false, to: &output)
    }
}
