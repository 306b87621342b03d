internal import JuheKit

/// The list pages of an archive.
struct ArchivePage {
    private let template: HTMLTemplate
    private let frame: [String: Any]
    private let words: PrintedEdition.Words

    init(_ newest: Edition, feedFolder: String?) throws {
        template = try HTMLTemplate(
            String(decoding: PackageResources.archive_mustache, as: UTF8.self), name: "archive.mustache")
        let style = String(decoding: PackageResources.page_css, as: UTF8.self)
        let printed = PrintedEdition(newest)
        words = printed.words
        frame = [
            "language": printed.language, "style": style,
            "policy": StylePolicy.contentSecurityPolicy(style: style), "bulletin": printed.masthead.title,
            "issuer": printed.masthead.issuer,
            "feeds": BulletinPage.Site(feedFolder: feedFolder).feeds.map {
                ["feedType": $0.type, "feedURL": $0.url, "feedTitle": printed.masthead.title]
            },
            "words": [
                "skip": words(.skipToContent), "top": words(.backToTop), "largeText": words(.largeText),
                "editions": words(.allEditions),
            ],
        ]
    }

    /// The list of all issues, by year, with the units and the topics.
    func index(
        _ issues: [ArchiveIssue], units: [ArchiveList], topics: [ArchiveList], words: PrintedEdition.Words
    ) -> [UInt8] {
        var parts: [[String: Any]] = []
        for issue in issues {
            let line = self.line(
                issue.title, link: "\(issue.stem).html",
                facts: [issue.date, words(.count(issue.lines.count))], text: issue.highlights.joined(separator: "；"))
            if parts.last?["year"] as? Int == issue.year, var lines = parts.last?["lines"] as? [[String: Any]] {
                lines.append(line)
                parts[parts.count - 1]["lines"] = lines
            } else {
                parts.append([
                    "year": issue.year, "heading": words(.year(issue.year)), "code": "y\(issue.year)", "lines": [line],
                ])
            }
        }
        for (code, heading, lists) in [("units", Phrase.byUnit, units), ("topics", Phrase.byTopic, topics)]
        where !lists.isEmpty {
            parts.append([
                "heading": words(heading), "code": code, "isShort": true,
                "lines": lists.map { line($0.name, link: $0.path, facts: [words(.count($0.count))]) },
            ])
        }
        return page(words(.allEditions), parts, root: "")
    }

    /// The entries of one unit or topic, by edition.
    func list(_ list: ArchiveList, root: String) -> [UInt8] {
        let parts = list.issues.map { issue, lines -> [String: Any] in
            [
                "heading": "\(issue.title) \(issue.date)", "code": "i\(issue.stem)",
                "lines": lines.map { line($0.title, link: "\(root)\(issue.stem).html#\($0.anchor)", facts: $0.facts) },
            ]
        }
        return page(list.name, parts, root: root)
    }

    private func line(_ title: String, link: String, facts: [String], text: String = "") -> [String: Any] {
        var line: [String: Any] = ["title": title, "link": link, "facts": facts.map { ["fact": $0] }]
        line["text"] = text.isEmpty ? false : text as Any
        return line
    }

    private func page(_ title: String, _ parts: [[String: Any]], root: String) -> [UInt8] {
        var fields = frame
        fields["pageTitle"] = title
        fields["up"] = root.isEmpty ? false : "\(root)index.html" as Any
        fields["parts"] = parts.map { part in
            part.merging(["isShort": false]) { own, _ in own }
        }
        return template.render(fields: fields)
    }
}
