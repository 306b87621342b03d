package import JuheKit
import Markup

extension Item {
    /// Takes a text out that is an error instead of an article, and says so by a flag.
    /// - Returns: true where there was one.
    @discardableResult
    package mutating func dropApology() -> Bool {
        let html = contentHTML.map(MissingBody.isApology(html:)) ?? false
        let text = contentText.map { MissingBody.isApology($0.trimmed) } ?? false
        if summary.map({ MissingBody.isApology($0) }) ?? false { summary = nil }
        guard html || text else { return false }
        contentHTML = nil
        contentText = nil
        if !details.flags.contains(.noBody) { details.flags.append(.noBody) }
        return true
    }
}
