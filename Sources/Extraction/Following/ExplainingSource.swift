package import JuheKit

/// A source that can say which rule gave what: for `juhe preview`.
package protocol ExplainingSource: Source {
    /// Collects like ``Source/collect(_:)``, and tells on the way what it finds and by which rules.
    func collect(_ context: SourceContext, explaining: Explanation) async throws
}
