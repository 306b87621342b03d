/// What one document may ask of its reader. Nothing here makes reading slower than linear; it bounds what is kept.
package struct HTMLLimits: Sendable {
    /// Open elements; deeper tags are looked through, their text is kept.
    package var depth: Int
    /// Attributes of one tag; the rest of them is not looked at.
    package var attributes: Int
    /// Bytes of one tag's attributes that are kept; one that does not fit any more is not looked at.
    package var tagBytes: Int

    /// - Parameters:
    ///   - depth: open elements, at least one.
    ///   - attributes: attributes kept of one tag.
    ///   - tagBytes: bytes kept of one tag's attributes.
    package init(depth: Int = 200, attributes: Int = 256, tagBytes: Int = 65_536) {
        self.depth = max(1, depth)
        self.attributes = max(0, attributes)
        self.tagBytes = max(0, tagBytes)
    }
}
