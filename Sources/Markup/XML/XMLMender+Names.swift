extension XMLMender {
    /// The prefix and the local name of a qualified name; names are looked up once per document.
    @inline(__always)
    mutating func name(_ start: Int, _ length: Int) -> KnownName {
        var slot = hash(start, length)
        var probes = 0
        while probes < 16 {
            let index = Int(nameSlots[slot])
            if index < 0 { return remember(start, length, slot) }
            let known = names[index]
            if Bytes.same(base, known.start, known.count, start, length) { return known }
            slot = (slot &+ 1) & 1023
            probes &+= 1
        }
        return split(start, length)
    }

    /// A hash of the first eight bytes, the last eight and the length: names differ there.
    @inline(__always)
    private func hash(_ start: Int, _ length: Int) -> Int {
        var mixed = UInt64(truncatingIfNeeded: length)
        if length >= 8 {
            let first = UnsafeRawPointer(base + start).loadUnaligned(as: UInt64.self)
            let last = UnsafeRawPointer(base + start + length - 8).loadUnaligned(as: UInt64.self)
            mixed = mixed &+ first &+ (last << 7 | last >> 57)
        } else {
            var word: UInt64 = 0
            var at = 0
            while at < length {
                word = word << 8 | UInt64(base[start &+ at])
                at &+= 1
            }
            mixed = mixed &+ word
        }
        mixed = mixed &* 0x9E37_79B9_7F4A_7C15
        return Int(truncatingIfNeeded: mixed >> 54)
    }

    private mutating func remember(_ start: Int, _ length: Int, _ slot: Int) -> KnownName {
        let known = split(start, length)
        // The table is kept at most half full, so that a document of invented names cannot make it slow.
        if names.count < 512, length <= 256 {
            nameSlots[slot] = Int16(names.count)
            names.append(known)
        }
        return known
    }

    private mutating func split(_ start: Int, _ length: Int) -> KnownName {
        var localStart = start
        var prefix = 0
        if let colon = Bytes.find(UInt8(ascii: ":"), in: base, from: start, to: start + min(length, 256)) {
            prefix = self.prefix(start, colon - start)
            localStart = colon + 1
        }
        var local = vocabulary.locals.number(of: base + localStart, count: min(length - (localStart - start), 256))
        // libxml2 must never meet a name that XML does not allow.
        for at in start..<localStart where !XMLNames.isPlain(base[at]) { local = 0 }
        if localStart == start + 1 { local = 0 }
        return KnownName(start: start, count: length, prefix: prefix, local: local)
    }

    /// The number of a prefix; a new one is bound to what it usually means.
    private mutating func prefix(_ start: Int, _ length: Int) -> Int {
        for (index, prefix) in prefixes.enumerated() where prefix.count == length {
            if Bytes.same(base, prefix.start, prefix.count, start, length) { return index }
        }
        guard prefixes.count < 64 else { return 63 }
        prefixes.append(Prefix(start: start, count: length))
        declaredPrefixes.append(Bytes.matches("xml", in: base, at: start, to: start + length))
        bindings.append(vocabulary.namespace(usualPrefix: base + start, count: length))
        return prefixes.count - 1
    }

    /// Binds the prefixes that the tag just read declares.
    @inline(__always)
    mutating func declareNamespaces() {
        var index = 0
        while index < attributeCount {
            let attribute = attributes[index]
            index &+= 1
            if attribute.nameCount >= 5, base[attribute.nameStart] == UInt8(ascii: "x"),
                Bytes.matches("xmlns", in: base, at: attribute.nameStart, to: attribute.nameStart + attribute.nameCount)
            {
                declare(attribute)
            }
        }
    }

    private mutating func declare(_ attribute: RawAttribute) {
        let (from, to) = Bytes.trimmed(base, attribute.valueStart, attribute.valueEnd)
        // Namespaces §2.2: a name is an address; what is none is still looked up.
        for at in from..<to where Bytes.isSpace(base[at]) {
            note(.badNamespace, at: attribute.nameStart)
            break
        }
        var namespace = vocabulary.namespace(address: base + from, count: to - from)
        if attribute.nameCount == 5 {
            // A default namespace that nobody knows: the feed still means what it says.
            if namespace == XMLVocabulary.unknown { namespace = XMLVocabulary.none }
            bind(0, to: namespace)
        } else if base[attribute.nameStart + 5] == UInt8(ascii: ":"), attribute.nameCount > 6 {
            let start = attribute.nameStart + 6
            // §2.2 again: a prefix cannot be bound to nothing.
            if from == to { note(.badNamespace, at: attribute.nameStart) }
            let number = prefix(start, attribute.nameCount - 6)
            if namespace == XMLVocabulary.unknown {
                namespace = vocabulary.namespace(usualPrefix: base + start, count: attribute.nameCount - 6)
            }
            bind(number, to: namespace)
        }
    }

    private mutating func bind(_ prefix: Int, to namespace: UInt8) {
        undo.append((prefix, bindings[prefix], declaredPrefixes[prefix]))
        declaredPrefixes[prefix] = true
        bindings[prefix] = namespace
    }

    /// Namespaces §5: the prefixes of the tag just read must be declared by it or around it.
    mutating func checkPrefixes(_ element: KnownName, at place: Int) {
        if element.prefix != 0, !declaredPrefixes[element.prefix] { note(.undeclaredPrefix, at: place) }
        guard hasPrefixedAttribute else { return }
        for attribute in attributes[..<attributeCount] {
            let known = name(attribute.nameStart, attribute.nameCount)
            guard known.prefix != 0, !declaredPrefixes[known.prefix] else { continue }
            let nameEnd = attribute.nameStart + attribute.nameCount
            if Bytes.matches("xmlns:", in: base, at: attribute.nameStart, to: nameEnd) { continue }
            note(.undeclaredPrefix, at: attribute.nameStart)
        }
    }

    /// Takes back the bindings of an element that ends.
    @inline(__always)
    mutating func undoBindings(to mark: Int) {
        while undo.count > mark, let last = undo.popLast() {
            bindings[last.prefix] = last.namespace
            declaredPrefixes[last.prefix] = last.isDeclared
        }
    }
}
