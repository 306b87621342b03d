#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

extension XMLMender {
    /// A start tag at `position`, in the open part of the document (not inside a leaf).
    mutating func startTag() {
        let tagStart = position
        let nameStart = tagStart &+ 1
        let nameEnd = endOfName(nameStart)
        position = nameEnd
        let selfClosing = readAttributes()
        let isSecondRoot = stack.isEmpty && rootName != nil
        if rootName == nil {
            rootName = String(
                decoding: UnsafeBufferPointer(start: base + nameStart, count: min(nameEnd - nameStart, 100)),
                as: UTF8.self)
        } else if isSecondRoot {
            note(.trailingJunk, at: tagStart)
        }
        let known = name(nameStart, nameEnd &- nameStart)
        let mark = undo.count
        let outside = stack.last.map { $0.node < 0 } ?? false
        declareNamespaces()
        let namespace = outside ? XMLVocabulary.unknown : bindings[known.prefix]
        if known.prefix != 0 || hasPrefixedAttribute { checkPrefixes(known, at: tagStart) }
        let term = outside ? 0 : vocabulary.element(local: known.local, namespace: namespace)
        let rank = vocabulary.rank(of: term)
        // After the root only what a broken root may have lost is read.
        guard term != 0, !isSecondRoot || rank == .host || rank == .record else {
            if selfClosing {
                undoBindings(to: mark)
            } else if let top = stack.last, top.model == .both, top.node >= 0, stack.count < limits.depth {
                stack.append(
                    Open(
                        nameStart: nameStart, nameCount: nameEnd &- nameStart, node: top.node, model: .both,
                        undoMark: mark, isTransparent: true, pieces: top.pieces))
            } else {
                open(nameStart, nameEnd, node: -1, .container, mark)
            }
            return
        }
        if rank == .record { closeToHost(nameStart) }
        let node = nodes.count
        nodes.append(
            XMLNode(
                term: term, namespace: namespace, traits: [], text: .empty, end: 0,
                position: UInt32(truncatingIfNeeded: tagStart)))
        let model = vocabulary.model(of: term)
        let tooDeep = stack.count >= limits.depth
        emitStartTag(tagStart, nameEnd, empty: selfClosing || model == .leaf || tooDeep)
        if selfClosing {
            undoBindings(to: mark)
        } else if model == .leaf {
            captureLeaf(node, nameStart, nameEnd &- nameStart)
            undoBindings(to: mark)
        } else {
            open(nameStart, nameEnd, node: node, model, mark)
        }
    }

    private mutating func open(
        _ nameStart: Int, _ nameEnd: Int, node: Int, _ model: XMLVocabulary.Model, _ mark: Int
    ) {
        if stack.count >= limits.depth {
            // Deeper levels are read as if their tags were not there; their end tags match nothing and are dropped.
            note(.tooDeep, at: nameStart)
            undoBindings(to: mark)
            return
        }
        stack.append(
            Open(
                nameStart: nameStart, nameCount: nameEnd &- nameStart, node: node, model: model, undoMark: mark,
                pieces: 0))
    }

    /// An `<item>` starts: an item, an image or an author that is still open was never closed.
    private mutating func closeToHost(_ place: Int) {
        while let top = stack.last, top.node >= 0,
            top.isTransparent || vocabulary.rank(of: nodes[top.node].term) != .host
        {
            note(.unclosedElement, at: place)
            closeTop(unfinished: true)
        }
    }

    /// An end tag at `position`, in the open part of the document.
    mutating func endTag() {
        let nameStart = position &+ 2
        let nameEnd = endOfName(nameStart)
        let tagStart = position
        position = endOfEndTag(nameEnd)
        if let top = stack.last, Bytes.same(base, top.nameStart, top.nameCount, nameStart, nameEnd &- nameStart) {
            closeTop(unfinished: false)
            return
        }
        note(.mismatchedTag, at: tagStart)
        guard let match = matchInStack(nameStart, nameEnd &- nameStart) else { return }
        while stack.count > match + 1 { closeTop(unfinished: true) }
        closeTop(unfinished: false)
    }

    /// The open element that an end tag could mean, if there is one.
    func matchInStack(_ nameStart: Int, _ nameCount: Int) -> Int? {
        var index = stack.count - 1
        while index >= 0 {
            if Bytes.same(base, stack[index].nameStart, stack[index].nameCount, nameStart, nameCount) { return index }
            index -= 1
        }
        return nil
    }

    /// Ends the element on top of the stack.
    mutating func closeTop(unfinished: Bool) {
        guard let top = stack.popLast() else { return }
        if top.node >= 0, !top.isTransparent {
            emitEndTag(top.nameStart, top.nameCount)
            if unfinished { nodes[top.node].traits.insert(.unfinished) }
        }
        undoBindings(to: top.undoMark)
        if stack.isEmpty { sawRootEnd = true }
    }

    /// The first place after a name.
    @inline(__always)
    func endOfName(_ start: Int) -> Int {
        var end = start
        while end < count, XMLNames.continuesName(base[end]) { end &+= 1 }
        return end
    }

    /// The place after the `>` of an end tag whose name ends at `end`.
    @inline(__always)
    mutating func endOfEndTag(_ end: Int) -> Int {
        if end < count, base[end] == UInt8(ascii: ">") { return end &+ 1 }
        var end = end
        while end < count, base[end] != UInt8(ascii: ">"), base[end] != UInt8(ascii: "<") {
            if !Bytes.isSpace(base[end]) { note(.malformedTag, at: end) }
            end &+= 1
        }
        if end < count, base[end] == UInt8(ascii: ">") { return end &+ 1 }
        note(.malformedTag, at: end)
        return end
    }
}
