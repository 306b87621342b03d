/// Elements that are left out with all they contain.
extension SanitizingPass {
    /// Where a dropped element began and what is open inside it.
    struct Dropped {
        var element: HTMLElement
        /// Behind its start tag.
        var start: Int
        /// Open elements of the same name.
        var depth = 1
        /// Open `svg`, `math` and the elements inside them that hold HTML; empty outside of foreign content.
        var foreign: [HTMLElement] = []
    }

    /// Deeper nesting of foreign content is not followed; all of it is dropped anyway.
    private static let deepestForeign = 64

    mutating func beginDropping(_ element: HTMLElement) {
        var drop = Dropped(element: element, start: tokenizer.position)
        if element == .svg || element == .math {
            if tokenizer.isSelfClosing { return }
            drop.foreign = [element]
            tokenizer.contentModel = .foreign
        }
        dropped = drop
    }

    /// Follows a tag inside a dropped element.
    /// - Returns: true where the tag is outside of it again and must be handled.
    mutating func continueDropping(startTag: Bool) -> Bool {
        guard var drop = dropped else { return true }
        let element = tokenizer.element
        if !drop.foreign.isEmpty {
            let goesOn = startTag ? foreignStart(element, &drop) : foreignEnd(element, &drop)
            dropped = drop.foreign.isEmpty ? nil : drop
            let top = drop.foreign.last
            if tokenizer.contentModel == .data || tokenizer.contentModel == .foreign {
                tokenizer.contentModel = top == .svg || top == .math ? .foreign : .data
            }
            return goesOn
        }
        if element == drop.element {
            drop.depth += startTag ? 1 : -1
            dropped = drop.depth == 0 ? nil : drop
        }
        return false
    }

    /// A start tag inside `svg` or `math`.
    private func foreignStart(_ element: HTMLElement, _ drop: inout Dropped) -> Bool {
        let top = drop.foreign.last
        guard top == .svg || top == .math else {
            // HTML inside a foreign element's `desc` or `mtext`.
            if element == .svg || element == .math, !tokenizer.isSelfClosing, drop.foreign.count < Self.deepestForeign {
                drop.foreign.append(element)
            }
            return false
        }
        let coloured = element == .font && tokenizer.attributes.contains { [.color, .face, .size].contains($0.key) }
        if rules.traits[element].contains(.breaksOut) || coloured {
            while let last = drop.foreign.last, last == .svg || last == .math { drop.foreign.removeLast() }
            // The tokenizer saw the tag as foreign: HTML's own content models begin with no element that breaks out.
            return drop.foreign.isEmpty
        }
        let opens = element == .svg || element == .math || rules.traits[element].contains(.integrationPoint)
        if opens, !tokenizer.isSelfClosing, drop.foreign.count < Self.deepestForeign { drop.foreign.append(element) }
        return false
    }

    /// An end tag inside `svg` or `math`; `</p>` and `</br>` break out.
    private func foreignEnd(_ element: HTMLElement, _ drop: inout Dropped) -> Bool {
        let top = drop.foreign.last
        if top == .svg || top == .math, element == .p || element == .br {
            while let last = drop.foreign.last, last == .svg || last == .math { drop.foreign.removeLast() }
            return drop.foreign.isEmpty
        }
        if let index = drop.foreign.lastIndex(of: element), element != .unknown {
            drop.foreign.removeLast(drop.foreign.count - index)
        }
        return false
    }

    /// At the document's end: an `object` or `iframe` that nobody closed must not take the rest of the article with it,
    /// so reading goes back to its start and looks through it. Each kind of element goes back at most once.
    mutating func goBackToUnclosed() -> Bool {
        guard let drop = dropped else { return false }
        switch drop.element {
        case .applet, .audio, .canvas, .datalist, .object, .select, .video: break
        case .iframe, .noembed, .noframes, .noscript, .textarea, .title:
            tokenizer.elementsWithoutRawText.append(drop.element)
        default: return false
        }
        dropped = nil
        lookedThrough.append(drop.element)
        tokenizer.position = drop.start
        tokenizer.contentModel = .data
        return drop.start < tokenizer.bytes.count
    }
}
