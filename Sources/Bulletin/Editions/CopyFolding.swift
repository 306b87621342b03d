import Foundation
import JuheKit

/// Folds what several sources published under the same title into one entry.
///
/// Only an equal title counts here, letter for letter once spaces, punctuation and the words of forwarding (转发) are put
/// aside: digits stay, so 第3期 and 第4期 remain two. A short title says too little and is never folded.
enum CopyFolding {
    private static let shortestTitle = 10
    private static let window: Double = 7 * 86_400

    /// - Parameter candidates: newest first.
    /// - Returns: entries newest first; the head of a fold is its earliest item.
    static func fold(_ candidates: [EditionDraft.Candidate], publisher: (String) -> String) -> [EditionEntry] {
        var heads: [(candidate: EditionDraft.Candidate, copies: [EditionDraft.Candidate])] = []
        var headsByTitle: [String: [Int]] = [:]
        for candidate in candidates.reversed() {
            let title = foldedTitle(candidate.item.title ?? "")
            let isLong = title.unicodeScalars.count >= shortestTitle
            let head = (isLong ? headsByTitle[title] ?? [] : []).last { index in
                let head = heads[index]
                let sources = [head.candidate.item.details.source] + head.copies.map(\.item.details.source)
                return !sources.contains(candidate.item.details.source)
                    && abs(candidate.sortDate.timeIntervalSince(head.candidate.sortDate)) <= window
            }
            if let head {
                heads[head].copies.append(candidate)
            } else {
                headsByTitle[title, default: []].append(heads.count)
                heads.append((candidate, []))
            }
        }
        return heads.reversed().map { head in
            EditionEntry(
                item: head.candidate.item, state: head.candidate.state,
                copies: head.copies.map { copy in
                    EditionEntry.Copy(
                        number: copy.item.details.number ?? 0,
                        publisher: copy.item.details.unit ?? publisher(copy.item.details.source ?? ""),
                        url: copy.item.url)
                })
        }
    }

    /// The title of what is forwarded: `甲单位转发乙单位《关于…的通知》` and `转发：关于…的通知` are copies of `关于…的通知`.
    static func forwardedTitle(_ title: String) -> Substring {
        guard let forward = title.range(of: "转发") else { return title[...] }
        let rest = title[forward.upperBound...]
        if let open = rest.firstIndex(of: "《"), let close = rest.lastIndex(of: "》"), open < close {
            return rest[rest.index(after: open)..<close]
        }
        let isPrefix = title[..<forward.lowerBound].allSatisfy { !$0.isLetter && !$0.isNumber }
        return isPrefix ? rest : title[...]
    }

    /// The title's letters and digits, width and case folded, without a leading 【…】 and the words of forwarding.
    static func foldedTitle(_ title: String) -> String {
        var scalars = forwardedTitle(title).unicodeScalars
        if scalars.first == "【", let end = scalars.prefix(20).firstIndex(of: "】") {
            scalars = scalars[scalars.index(after: end)...]
        }
        var folded = String.UnicodeScalarView()
        for scalar in scalars.prefix(400) where scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
            // Full-width forms (U+FF01…U+FF5E) are the ASCII characters moved by a constant.
            let narrow = (0xFF01...0xFF5E).contains(scalar.value) ? Unicode.Scalar(scalar.value - 0xFEE0) : scalar
            folded.append(contentsOf: (narrow ?? scalar).properties.lowercaseMapping.unicodeScalars)
        }
        return String(folded)
    }
}
