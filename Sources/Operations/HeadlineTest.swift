package import Foundation
package import JuheKit
package import Stream

/// How well the lexicon labels headlines whose labels are known: `juhe rules test FILE`.
///
/// The file has tab-separated columns, named in its first line: `track`, `kind` and `title`; `unit`, `column` and `text`
/// may follow. The track `other` stands for items that are rightly left unsorted; a kind that is none of the three is not
/// counted.
package struct HeadlineTest: Sendable {
    /// One headline.
    package struct Case: Sendable, Hashable {
        /// Its line in the file.
        package var line: Int
        /// Its title.
        package var title: String
        /// The right track; nothing for one that is rightly unsorted.
        package var track: Track?
        /// The right kind; nothing where it is not counted.
        package var kind: Kind?
        /// True where a track is given at all.
        package var countsTrack: Bool
        /// What the lexicon made of it.
        package var labelled: ItemDetails
    }

    /// Every headline in the order of the file.
    package let cases: [Case]

    /// Labels every headline of a file's text.
    /// - Throws: ``Failure`` where the first line names no `title`, or a line has too few columns.
    package init(_ text: String, name: String, enrichment: Enrichment, now: Date) throws(Failure) {
        // CRLF is one character: lines are parted by scalars.
        let lines = text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false).map(Substring.init)
        let heads = Self.fields(lines.first ?? "")
        guard let title = heads.firstIndex(of: "title") else {
            throw Failure(.unreadable, name, .headlinesWithoutTitle)
        }
        func column(_ name: String) -> Int? { heads.firstIndex(of: name) }
        let (track, kind) = (column("track"), column("kind"))
        var cases: [Case] = []
        for (index, line) in lines.enumerated().dropFirst() where !line.allSatisfy(\.isWhitespace) {
            let fields = Self.fields(line)
            guard fields.count > max(title, track ?? 0, kind ?? 0) else {
                throw Failure(.unreadable, "\(name):\(index + 1)", .headlineTooShort(columns: heads.count))
            }
            func field(_ name: String) -> String? {
                column(name).flatMap { $0 < fields.count && !fields[$0].isEmpty ? fields[$0] : nil }
            }
            var item = Item(id: "\(index)", title: fields[title], contentText: field("text"))
            item.details.unit = field("unit")
            item.details.column = field("column")
            enrichment.enrich(&item, text: item.contentText ?? "", now: now)
            cases.append(
                Case(
                    line: index + 1, title: fields[title], track: track.flatMap { Track(rawValue: fields[$0]) },
                    kind: kind.flatMap { Kind(rawValue: fields[$0]) },
                    countsTrack: track.map { Track(rawValue: fields[$0]) != nil || fields[$0] == "other" } ?? false,
                    labelled: item.details))
        }
        self.cases = cases
    }

    /// The share of right tracks; an unsorted one is wrong unless the case says `other`.
    package var trackScore: Score {
        Score(cases.filter(\.countsTrack).map { $0.track == $0.labelled.track })
    }

    /// The share of right kinds.
    package var kindScore: Score {
        Score(cases.filter { $0.kind != nil }.map { $0.kind == $0.labelled.kind })
    }

    /// The cases that were labelled wrongly.
    package var errors: [Case] {
        cases.filter {
            $0.countsTrack && $0.track != $0.labelled.track || $0.kind != nil && $0.kind != $0.labelled.kind
        }
    }

    /// How often which track was taken for which: rows are right, columns are given, `other` last.
    package var trackConfusion: [[Int]] {
        confusion(cases.filter(\.countsTrack), Track.allCases, { $0.track }, { $0.labelled.track })
    }

    /// The same for kinds; only the last column stands for unsorted ones.
    package var kindConfusion: [[Int]] {
        confusion(cases.filter { $0.kind != nil }, Kind.allCases, { $0.kind }, { $0.labelled.kind })
    }

    private func confusion<Label: Equatable>(
        _ cases: [Case], _ labels: [Label], _ right: (Case) -> Label?, _ given: (Case) -> Label?
    ) -> [[Int]] {
        var table = Array(repeating: Array(repeating: 0, count: labels.count + 1), count: labels.count + 1)
        func index(_ label: Label?) -> Int { label.flatMap { labels.firstIndex(of: $0) } ?? labels.count }
        for one in cases { table[index(right(one))][index(given(one))] += 1 }
        return table
    }

    private static func fields(_ line: Substring) -> [String] {
        let scalars = line.unicodeScalars
        let plain = scalars.last == "\r" ? scalars.dropLast() : scalars
        return Substring(plain).split(separator: "\t", omittingEmptySubsequences: false).map {
            $0.trimmingCharacters(in: .whitespaces)
        }
    }
}

/// A number of right answers among all.
package struct Score: Sendable, Hashable {
    /// Right ones.
    package var right: Int
    /// All.
    package var all: Int

    /// A score.
    package init(_ answers: [Bool]) {
        right = answers.count(where: { $0 })
        all = answers.count
    }

    /// The share in thousandths, rounded; 1000 where there is none to answer.
    package var thousandths: Int { all == 0 ? 1_000 : (right * 2_000 + all) / (2 * all) }
}
