import Extraction

/// Headers, footers and page numbers: what stands at the edge of every page and is no part of the text.
struct PageMargins {
    /// The share of a page's height at either edge in which they stand.
    private static let edge = 0.12

    /// Takes them off the pages' lines.
    /// - Returns: what was taken off.
    static func take(from pages: inout [[PageLine]], heights: [Double]) -> [String] {
        var taken: [String] = []
        var counts: [String: Int] = [:]
        for (page, lines) in pages.enumerated() {
            for key in Set(lines.filter { isAtEdge($0, heights[page]) }.map { self.key($0.text) }) {
                counts[key, default: 0] += 1
            }
        }
        let most = max(2, (pages.count + 1) / 2)
        for page in pages.indices {
            let height = heights[page]
            pages[page].removeAll { line in
                guard isAtEdge(line, height) else { return false }
                let isRepeated = (counts[key(line.text)] ?? 0) >= most
                guard isRepeated || (isPageNumber(line.text) && isAtFoot(line, height)) else { return false }
                if !isPageNumber(line.text), !taken.contains(line.text) { taken.append(line.text) }
                return true
            }
        }
        return taken
    }

    private static func isAtEdge(_ line: PageLine, _ height: Double) -> Bool {
        line.bottom < height * edge || line.y > height * (1 - edge)
    }

    private static func isAtFoot(_ line: PageLine, _ height: Double) -> Bool { line.y > height * (1 - edge) }

    /// A line without its digits, so that `第3页` is the same on every page.
    private static func key(_ text: String) -> String {
        String(String.UnicodeScalarView(text.unicodeScalars.filter { $0.digit == nil && !$0.isBlank }))
    }

    /// `- 1 -`, `—2—`, `3`, `第 3 页 共 8 页`, `3/8`.
    static func isPageNumber(_ text: String) -> Bool {
        let scalars = text.unicodeScalars.filter { !$0.isBlank }
        guard (1...16).contains(scalars.count), scalars.contains(where: { $0.digit != nil }) else { return false }
        return scalars.allSatisfy { $0.digit != nil || "-—–－─·.第页共/／,，".unicodeScalars.contains($0) }
    }
}
