package import Extraction
package import JuheKit

extension SiteSource: ExplainingSource {
    package func collect(_ context: SourceContext, explaining: Explanation) async throws {
        try await SiteCollection(settings: settings, context: context, explanation: explaining).run()
    }
}
