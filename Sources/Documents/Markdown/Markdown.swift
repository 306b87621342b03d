import Extraction
import CCMark
import JuheKit
import Synchronization

/// CommonMark with tables and strikethrough, turned to HTML by cmark-gfm. HTML in the text is left out, and so are links
/// to scripts; the stream cleans what comes out once more.
enum Markdown {
    /// A rendered text.
    struct Rendering: Sendable, Equatable {
        /// The text of the heading that was taken off.
        var heading: String?
        var html: String
    }

    /// False for text that no person wrote and that would keep cmark busy for minutes: its time grows with the square of
    /// the brackets in a paragraph and of the columns of a table.
    static func isReasonable(_ text: String) -> Bool {
        var brackets = 0
        var bars = 0
        var wasBreak = false
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "["): brackets += 1
            case UInt8(ascii: "|"): bars += 1
            case UInt8(ascii: "\n"):
                bars = 0
                if wasBreak { brackets = 0 }
            default: break
            }
            if brackets > 2_000 || bars > 500 { return false }
            wasBreak = byte == UInt8(ascii: "\n")
        }
        return true
    }

    /// Registers tables and strikethrough, once: cmark says that it has while another thread is still at it.
    private static let extensions: Void = cmark_gfm_core_extensions_ensure_registered()

    /// One parser at a time: the characters that mean something are one table for the whole process, and a parser that ends
    /// takes those of its extensions out of it.
    private static let turn = Mutex(())

    /// Renders a text.
    /// - Parameter takesHeading: whether the first heading, of these words, is the title and leaves the text.
    static func rendered(_ text: String, takesHeading: (String) -> Bool) -> Rendering {
        Self.extensions
        // Two tildes, because one stands between numbers: 3~5日.
        let options = CMARK_OPT_VALIDATE_UTF8 | CMARK_OPT_STRIKETHROUGH_DOUBLE_TILDE | CMARK_OPT_FOOTNOTES
        guard let parser = cmark_parser_new(options) else { return Rendering(html: "") }
        defer { cmark_parser_free(parser) }
        for name in ["table", "strikethrough"] {
            if let found = cmark_find_syntax_extension(name) { cmark_parser_attach_syntax_extension(parser, found) }
        }
        var text = text
        text.withUTF8 { bytes in
            bytes.withMemoryRebound(to: CChar.self) { cmark_parser_feed(parser, $0.baseAddress, $0.count) }
        }
        let finished = turn.withLock { _ in cmark_parser_finish(parser).map { UInt(bitPattern: $0) } }
        guard let document = finished.flatMap({ OpaquePointer(bitPattern: $0) }) else { return Rendering(html: "") }
        defer { cmark_node_free(document) }
        let heading = takenHeading(of: document, where: takesHeading)
        guard let html = cmark_render_html(document, options, cmark_parser_get_syntax_extensions(parser)) else {
            return Rendering(heading: heading, html: "")
        }
        defer { cmark_get_default_mem_allocator()?.pointee.free(html) }
        return Rendering(heading: heading, html: String(cString: html))
    }

    /// The first block, if it is a heading, or the first heading of the first level.
    private static func takenHeading(of document: OpaquePointer, where wanted: (String) -> Bool) -> String? {
        var block = cmark_node_first_child(document)
        var isFirst = true
        while let node = block {
            if cmark_node_get_type(node) == CMARK_NODE_HEADING, isFirst || cmark_node_get_heading_level(node) == 1 {
                let words = words(of: node)
                guard !words.isEmpty, wanted(words) else { return nil }
                cmark_node_unlink(node)
                cmark_node_free(node)
                return words
            }
            isFirst = false
            block = cmark_node_next(node)
        }
        return nil
    }

    private static func words(of heading: OpaquePointer) -> String {
        guard let walk = cmark_iter_new(heading) else { return "" }
        defer { cmark_iter_free(walk) }
        var words = ""
        while true {
            let event = cmark_iter_next(walk)
            if event == CMARK_EVENT_DONE { return words.trimmed }
            guard event == CMARK_EVENT_ENTER, let node = cmark_iter_get_node(walk) else { continue }
            let type = cmark_node_get_type(node)
            if type == CMARK_NODE_TEXT || type == CMARK_NODE_CODE {
                if let literal = cmark_node_get_literal(node) { words += String(cString: literal) }
            } else if type == CMARK_NODE_SOFTBREAK || type == CMARK_NODE_LINEBREAK {
                words += " "
            }
        }
    }
}
