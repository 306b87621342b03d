/// What a document says in the words of a vocabulary, flat and in order: each element, its attributes, its children.
///
/// Texts are runs of bytes, most of them still in the document itself; a `String` is made when one is asked for.
package struct XMLTape: Sendable {
    /// The document in UTF-8.
    let document: [UInt8]
    /// Texts that had to be decoded or put together.
    let arena: [UInt8]
    /// The nodes in document order.
    package let nodes: [XMLNode]
    /// The name of the first element, as written; nil when there is none.
    package let rootName: String?
    /// What had to be repaired, in the order of the document, at most 100.
    package let problems: [XMLProblem]
    /// Whether the document ended before its root element did.
    package let truncated: Bool

    /// The text as a string.
    package func string(_ text: XMLText) -> String {
        withBytes(of: text) { String(utf8: $0) }
    }

    /// The bytes of a text, valid UTF-8, within the closure only.
    @inline(__always)
    package func withBytes<Result>(of text: XMLText, _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
        (text.isInArena ? arena : document).withUnsafeBufferPointer { buffer in
            body(UnsafeBufferPointer(rebasing: buffer[text.offset..<(text.offset &+ text.count)]))
        }
    }
}
