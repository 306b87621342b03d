/// A base address taken apart once, to resolve the many references of one document.
struct URLResolver: Sendable {
    private let base: [UInt8]
    private let scheme: Range<Int>?
    private let authority: Range<Int>?
    private let path: Range<Int>
    private let query: Range<Int>?
    /// `mailto:x`, `urn:x:y`: nothing but a fragment can be relative to it.
    private let isOpaque: Bool

    init(base text: String) {
        base = URLReference.trimmed(Array(text.utf8))
        let parts = URLParts(of: base)
        scheme = parts.scheme
        authority = parts.authority
        path = parts.path
        query = parts.query
        let rooted = !parts.path.isEmpty && base[parts.path.lowerBound] == UInt8(ascii: "/")
        isOpaque = parts.scheme != nil && parts.authority == nil && !rooted
    }

    /// The reference made absolute; nil where the base is opaque.
    func resolve(_ bytes: [UInt8]) -> [UInt8]? {
        let cleaned = URLReference.trimmed(bytes)
        return resolve(cleaned, URLParts(of: cleaned))
    }

    /// RFC 3986 §5.2.2 and §5.3 over bytes that are already trimmed.
    func resolve(_ reference: [UInt8], _ parts: URLParts) -> [UInt8]? {
        if parts.scheme != nil { return URLReference.withoutDots(reference, parts) }
        var result: [UInt8] = []
        result.reserveCapacity(base.count + reference.count)
        let onlyFragment = parts.authority == nil && parts.path.isEmpty && parts.query == nil
        if isOpaque && !onlyFragment { return nil }
        if let scheme {
            result.append(contentsOf: base[scheme])
            result.append(UInt8(ascii: ":"))
        }
        if let own = parts.authority {
            appendAuthority(reference[own], to: &result)
            URLResolver.appendWithoutDots(reference[parts.path], to: &result)
        } else {
            if let authority { appendAuthority(base[authority], to: &result) }
            appendPath(of: reference, parts, to: &result)
        }
        if let own = parts.query {
            result.append(UInt8(ascii: "?"))
            result.append(contentsOf: reference[own])
        } else if let query, onlyFragment {
            result.append(UInt8(ascii: "?"))
            result.append(contentsOf: base[query])
        }
        if let fragment = parts.fragment {
            result.append(UInt8(ascii: "#"))
            result.append(contentsOf: reference[fragment])
        }
        return result
    }

    private func appendAuthority(_ authority: ArraySlice<UInt8>, to result: inout [UInt8]) {
        result.append(UInt8(ascii: "/"))
        result.append(UInt8(ascii: "/"))
        result.append(contentsOf: authority)
    }

    /// The path where base and reference share the authority: absolute, empty, or merged (§5.2.3).
    private func appendPath(of reference: [UInt8], _ parts: URLParts, to result: inout [UInt8]) {
        if parts.path.isEmpty {
            result.append(contentsOf: base[path])
        } else if reference[parts.path.lowerBound] == UInt8(ascii: "/") {
            URLResolver.appendWithoutDots(reference[parts.path], to: &result)
        } else {
            var merged: [UInt8] = []
            if authority != nil && path.isEmpty {
                merged.append(UInt8(ascii: "/"))
            } else if let slash = base[path].lastIndex(of: UInt8(ascii: "/")) {
                merged.append(contentsOf: base[path.lowerBound...slash])
            }
            merged.append(contentsOf: reference[parts.path])
            URLResolver.appendWithoutDots(merged[...], to: &result)
        }
    }

    /// RFC 3986 §5.2.4 in one pass: segments are copied, `..` takes the last one back.
    static func appendWithoutDots(_ path: ArraySlice<UInt8>, to result: inout [UInt8]) {
        let floor = result.count
        let slash = UInt8(ascii: "/")
        let dot = UInt8(ascii: ".")
        var index = path.startIndex
        while index < path.endIndex {
            let leading = path[index] == slash
            let start = leading ? index + 1 : index
            var end = start
            while end < path.endIndex, path[end] != slash { end += 1 }
            let segment = path[start..<end]
            let isDot = segment.count == 1 && segment.first == dot
            let isDotDot = segment.count == 2 && segment.allSatisfy { $0 == dot }
            if isDotDot {
                while result.count > floor, result.removeLast() != slash {}
            }
            if isDot || isDotDot {
                // What ends in a dot segment is a folder; a leading one of a relative path leaves nothing behind.
                if end == path.endIndex && leading { result.append(slash) }
                index = !leading && result.count == floor && end < path.endIndex ? end + 1 : end
                continue
            }
            if leading { result.append(slash) }
            result.append(contentsOf: segment)
            index = end
        }
    }
}
