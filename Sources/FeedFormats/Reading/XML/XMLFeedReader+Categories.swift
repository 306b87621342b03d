import Markup

extension XMLFeedReader {
    /// Categories with scheme and label, subjects, keywords.
    mutating func readCategory(
        _ node: Int, _ element: FeedElement, into about: inout FeedDescription, _ scope: Scope
    ) {
        switch element {
        case .keywords:
            for part in (text(node) ?? "").split(whereSeparator: { $0 == "," || $0 == ";" }) {
                let term = Self.trimmed(part)
                if !term.isEmpty { add(FeedCategory(term: term), to: &about) }
            }
        case .itunesCategory:
            guard let term = attribute(node, .text) else { return }
            add(FeedCategory(term: term, scheme: "http://www.itunes.com/"), to: &about)
            for child in children(of: node) where self.element(child) == .itunesCategory {
                readCategory(child, .itunesCategory, into: &about, scope)
            }
        case .mediaCategory:
            guard let term = text(node) else { return }
            let scheme = attribute(node, .scheme) ?? "http://search.yahoo.com/mrss/category_schema"
            add(FeedCategory(term: term, scheme: scheme, label: attribute(node, .label)), to: &about)
        default:
            let term = attribute(node, .term) ?? plain(node) ?? attribute(node, .text) ?? attribute(node, .label)
            guard term != nil || attribute(node, .scheme) != nil else { return }
            let category = FeedCategory(
                term: term ?? "", scheme: attribute(node, .scheme) ?? attribute(node, .domain),
                label: attribute(node, .label)
            )
            let isSubject = tape.nodes[node].namespace == FeedNamespace.dc
            if !isSubject {
                add(category, to: &about)
            } else if subjects.count < Self.listLimit {
                subjects.append(category)
            }
        }
    }

    /// Subjects of Dublin Core come after the format's own categories.
    mutating func addSubjects(to about: inout FeedDescription) {
        for subject in subjects { add(subject, to: &about) }
        subjects = []
    }

    private func add(_ category: FeedCategory, to about: inout FeedDescription) {
        if about.categories.count < Self.listLimit, !about.categories.contains(category) {
            about.categories.append(category)
        }
    }

    static func trimmed(_ text: some StringProtocol) -> String {
        let bytes = Array(text.utf8)
        return bytes.withUnsafeBufferPointer { buffer in
            guard let base = buffer.baseAddress else { return "" }
            let (from, to) = Bytes.trimmed(base, 0, buffer.count)
            return String(utf8: UnsafeBufferPointer(rebasing: buffer[from..<to]))
        }
    }
}
