/// Where elements end that nobody ended, and what goes on behind them: as much of the standard's tree construction
/// (§13.2.6.4.7) as a stream can follow.
extension SanitizingPass {
    /// No more formatting elements than this go on behind the end of their block.
    private static let mostPending = 16

    /// Ends elements until so many are left; formatting ones among them go on later.
    mutating func close(downTo count: Int, keepingFormatting: Bool = true) {
        if keepingFormatting {
            for open in stack[min(count, stack.count)...]
            where rules.traits[open.element].contains(.formatting) && pending.count - pendingBase < Self.mostPending {
                pending.append(open)
            }
        }
        while stack.count > count { _ = pop() }
    }

    /// Starts the pending formatting elements again, before text or an inline element.
    mutating func reopenPending() {
        let again = pending[pendingBase...]
        pending.removeLast(again.count)
        for open in again {
            guard startAgain(open) else { return }
        }
    }

    /// Writes a start tag once more, in the place that it would have if it came from the document.
    /// - Returns: false where it does not fit any more; what stood inside it would stand somewhere else without it.
    private mutating func startAgain(_ open: Open) -> Bool {
        if open.element == .a {
            // A link inside a link would be read as its end.
            if innermost(.a) != nil { return true }
        } else {
            _ = makeRoom(for: open.element, rules.traits[open.element])
        }
        guard stack.count < rules.limits.depth, repetitionBudget >= open.startTag.count else { return false }
        repetitionBudget -= open.startTag.count
        let start = output.count
        output.append(contentsOf: Array(output[open.startTag]))
        push(open.element, startTag: start..<output.count)
        return true
    }

    /// The innermost open element of a kind, not looking past tables, cells and captions.
    private func innermost(_ element: HTMLElement) -> Int? {
        guard isOpen(element) else { return nil }
        for index in stack.indices.reversed() {
            if stack[index].element == element { return index }
            if rules.traits[stack[index].element].contains(.boundary) { return nil }
        }
        return nil
    }

    mutating func closeParagraph() {
        if let index = innermost(.p) { close(downTo: index) }
    }

    /// Ends what a start tag implies to be over.
    /// - Returns: false where the tag means nothing here.
    mutating func makeRoom(for element: HTMLElement, _ traits: HTMLTraits) -> Bool {
        if traits.contains(.tablePart) { return makeRoomInTable(for: element) }
        if traits.contains(.closesParagraph) { closeParagraph() }
        switch element {
        case .h1, .h2, .h3, .h4, .h5, .h6:
            if let last = stack.last, rules.traits[last.element].contains(.heading) { close(downTo: stack.count - 1) }
        case .li:
            closeItem([.li], within: [.ul, .ol, .menu, .dir])
        case .dd, .dt:
            closeItem([.dd, .dt], within: [.dl])
        case .rt, .rp, .rb, .rtc:
            if let last = stack.last?.element, last == .rt || last == .rp || last == .rb {
                close(downTo: stack.count - 1)
            }
        case .a:
            if let index = innermost(.a) { closeFormatting(at: index) }
            // Those outside of the cell are none of its business.
            while let last = pending.lastIndex(where: { $0.element == .a }), last >= pendingBase {
                pending.remove(at: last)
            }
        case .table:
            // A table straight inside a table's rows ends that table.
            if let last = stack.last?.element, last == .tr || last == .tbody || last == .thead || last == .tfoot,
                let index = stack.lastIndex(where: { $0.element == .table })
            {
                close(downTo: index)
            } else if stack.last?.element == .table {
                close(downTo: stack.count - 1)
            }
        default: break
        }
        return true
    }

    /// Ends an open item of the same list.
    private mutating func closeItem(_ items: [HTMLElement], within lists: [HTMLElement]) {
        for index in stack.indices.reversed() {
            let element = stack[index].element
            if items.contains(element) {
                close(downTo: index)
                break
            }
            if lists.contains(element) || rules.traits[element].contains(.boundary) { break }
            let isPlain = element == .div || element == .p || element == .address
            if rules.traits[element].contains(.block), !isPlain { break }
        }
        closeParagraph()
    }

    /// Ends what stands between the table and its next part, and writes the row that a cell needs.
    private mutating func makeRoomInTable(for element: HTMLElement) -> Bool {
        guard isOpen(.table), let table = stack.lastIndex(where: { $0.element == .table }) else { return false }
        var keep = table + 1
        if element == .tr || element == .td || element == .th, keep < stack.count,
            [.tbody, .thead, .tfoot].contains(stack[keep].element)
        {
            keep += 1
        }
        let isCell = element == .td || element == .th
        if isCell, keep < stack.count, stack[keep].element == .tr { keep += 1 }
        if element == .col, keep < stack.count, stack[keep].element == .colgroup { keep += 1 }
        close(downTo: keep)
        if isCell, stack.last?.element != .tr, stack.count + 1 < rules.limits.depth,
            disposition(of: .tr) == .keep
        {
            let start = output.count
            output.append(contentsOf: "<tr>".utf8)
            push(.tr, startTag: start..<output.count)
        }
        return true
    }

    /// What an end tag ends.
    mutating func closeMatching(_ element: HTMLElement) {
        let traits = rules.traits[element]
        if traits.contains(.formatting), pending.count > pendingBase,
            let index = pending.lastIndex(where: { $0.element == element }), index >= pendingBase
        {
            pending.remove(at: index)
            return
        }
        // Any heading's end tag ends any heading.
        guard traits.contains(.heading) || isOpen(element) else { return }
        if traits.contains(.tablePart) || element == .table {
            // Cells and rows belong to the innermost table; anything may be open inside them.
            for index in stack.indices.reversed() {
                if stack[index].element == element { return close(downTo: index) }
                if stack[index].element == .table { return }
            }
        } else if traits.contains(.heading) {
            for index in stack.indices.reversed() {
                if rules.traits[stack[index].element].contains(.heading) { return close(downTo: index) }
                if rules.traits[stack[index].element].contains(.boundary) { return }
            }
        } else if traits.contains(.formatting) {
            if let index = innermost(element) { closeFormatting(at: index) }
        } else if traits.contains(.block) {
            closeBlock(element)
        } else {
            for index in stack.indices.reversed() {
                if stack[index].element == element { return close(downTo: index) }
                let above = rules.traits[stack[index].element]
                if above.contains(.block) || above.contains(.boundary) { return }
            }
        }
    }

    private mutating func closeBlock(_ element: HTMLElement) {
        for index in stack.indices.reversed() {
            let open = stack[index].element
            if open == element { return close(downTo: index) }
            if rules.traits[open].contains(.boundary) { return }
            // An item's end tag does not reach out of the list it stands in.
            if element == .li, open == .ul || open == .ol { return }
        }
    }

    /// Ends a formatting element. Blocks open inside it are ended and started again, unless they are items or cells,
    /// which must not come twice: then the element goes on to its block's end.
    private mutating func closeFormatting(at index: Int) {
        let above = stack[(index + 1)...]
        let blocks = above.filter { rules.traits[$0.element].contains(.block) }
        for block in blocks {
            switch block.element {
            case .div, .p, .center, .section, .article, .blockquote, .h1, .h2, .h3, .h4, .h5, .h6: continue
            default: return
            }
        }
        let again = Array(above)
        close(downTo: index, keepingFormatting: false)
        if blocks.isEmpty {
            let formatting = again.filter { rules.traits[$0.element].contains(.formatting) }
            pending.append(contentsOf: formatting.prefix(max(0, Self.mostPending - (pending.count - pendingBase))))
            return
        }
        for open in again {
            // A heading inside a heading would be read as the end of the outer one.
            let isHeading = rules.traits[open.element].contains(.heading)
            if isHeading, stack.contains(where: { rules.traits[$0.element].contains(.heading) }) { continue }
            guard startAgain(open) else { return }
        }
    }
}
