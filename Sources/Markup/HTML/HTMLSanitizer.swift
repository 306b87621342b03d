/// HTML that is safe to put into a page of ours.
package struct SanitizedHTML: Sendable, Equatable {
    /// Well nested, of allowed elements and attributes only.
    package let html: String
    /// The address of the first image that was kept.
    package let firstImage: String?
}

/// Makes foreign HTML safe: an allow list over the standard's own tokens, in linear time.
///
/// The output is written anew from tokens with an escaper of its own; no piece of the input reaches it as markup. It has
/// no element that runs, embeds or changes how a parser reads, so that no parser can understand it differently.
///
///     let sanitizer = HTMLSanitizer()
///     sanitizer.sanitize("<p onclick=x>通知<script>…</script>", base: nil).html // "<p>通知</p>"
///
/// One sanitizer serves any number of documents, from any number of threads.
package struct HTMLSanitizer: Sendable {
    /// What is let through.
    package let policy: HTMLPolicy
    let rules: HTMLRules

    /// - Parameter policy: what is let through.
    package init(policy: HTMLPolicy = HTMLPolicy()) {
        self.policy = policy
        rules = HTMLRules(policy)
    }

    /// - Parameters:
    ///   - html: a fragment or a whole document.
    ///   - base: the address that relative references are resolved against; without it they stay relative.
    package func sanitize(_ html: String, base: String? = nil) -> SanitizedHTML {
        var pass = SanitizingPass(Array(html.utf8), rules: rules, base: base)
        pass.run()
        // Much of what feeds bring is safe as it is, and stays the text that it was.
        return SanitizedHTML(
            html: Bytes.isSame(html, pass.output) ? html : String(utf8: pass.output),
            firstImage: pass.firstImage.map { String(utf8: $0) })
    }

    /// - Parameters:
    ///   - html: UTF-8; a byte that is not becomes U+FFFD.
    ///   - base: the address that relative references are resolved against; without it they stay relative.
    package func sanitize(_ html: [UInt8], base: String? = nil) -> SanitizedHTML {
        var pass = SanitizingPass(html, rules: rules, base: base)
        pass.run()
        return SanitizedHTML(
            html: String(utf8: pass.output),
            firstImage: pass.firstImage.map { String(utf8: $0) })
    }

    /// The sanitized bytes alone, for callers that keep bytes.
    package func sanitizedBytes(_ html: [UInt8], base: String? = nil) -> [UInt8] {
        var pass = SanitizingPass(html, rules: rules, base: base)
        pass.run()
        return pass.output
    }
}
