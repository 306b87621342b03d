import Markup

/// What must hold for the sanitizer whatever it is given.
enum HTMLFuzz {
    private static let sanitizers = [HTMLSanitizer(), HTMLSanitizer(policy: .asPublished)]
    private static let forbidden: Set<String> = [
        "script", "style", "iframe", "object", "embed", "svg", "math", "form", "input", "textarea", "template", "base",
        "meta", "link", "title", "noscript", "select", "button", "plaintext", "xmp", "frameset",
    ]

    /// - Returns: what does not hold; nothing where all does.
    static func fault(_ input: [UInt8]) -> String? {
        for sanitizer in sanitizers {
            let once = sanitizer.sanitizedBytes(input, base: "http://www.ningl.example/a/b.html")
            // Escaping makes six bytes of one; elements that go on behind their block are bounded by the input's size.
            if once.count > input.count * 8 + 65_536 { return "\(once.count) bytes of \(input.count)" }
            let twice = sanitizer.sanitizedBytes(once, base: "http://www.ningl.example/a/b.html")
            if once != twice { return "sanitizing again changes the output" }
            if let name = found(in: once) { return "\(name) came through" }
            _ = HTMLText.plain(fromSanitized: once)
        }
        return nil
    }

    /// A tag that may never come out: a real `<` is always one of our own tags.
    private static func found(in output: [UInt8]) -> String? {
        var rest = output[...]
        while let open = rest.firstIndex(of: UInt8(ascii: "<")) {
            rest = rest[(open + 1)...]
            // No name is longer; most bytes of what comes out are none of it, and the harness is not built to be fast.
            let name = String(
                decoding: rest.prefix(12).prefix { $0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7A }, as: UTF8.self)
            if forbidden.contains(name.lowercased()) { return name }
            if rest.first == UInt8(ascii: "!") || rest.first == UInt8(ascii: "?") {
                return "<" + String(decoding: rest.prefix(8), as: UTF8.self)
            }
        }
        return nil
    }
}
