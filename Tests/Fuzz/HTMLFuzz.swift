import Markup

/// What must hold for the sanitizer whatever it is given.
enum HTMLFuzz {
    private static let sanitizers = [HTMLSanitizer(), HTMLSanitizer(policy: .asPublished)]
    private static let forbidden = [
        "script", "style", "iframe", "object", "embed", "svg", "math", "form", "input", "textarea", "template", "base",
        "meta", "link", "title", "noscript", "select", "button", "!", "?", "plaintext", "xmp", "frameset",
    ].map { Array("<\($0)".utf8) }

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
        for index in output.indices where output[index] == UInt8(ascii: "<") {
            for name in forbidden where output[index...].starts(with: name) {
                let end = index + name.count
                let continues = end < output.count && (output[end] | 0x20 >= 0x61 && output[end] | 0x20 <= 0x7A)
                if !continues { return String(decoding: name, as: UTF8.self) }
            }
        }
        return nil
    }
}
