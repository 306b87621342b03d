import Foundation

/// Feed files of one kind, and what a right reader counts in them.
struct ParseCorpus {
    /// What `juhe parse --count` must print.
    struct Truth: Equatable {
        var files = 0
        var items = 0
        var contentBytes = 0
        var dates = 0
    }

    /// What the files are like.
    enum Kind: String, CaseIterable {
        case cdata = "rss-cdata"
        case escaped = "rss-escaped"
        case xhtml = "atom-xhtml"
        case gb18030 = "rss-gb18030"
        case mixed = "mixed-small"

        /// The processor time, as a part of the floor's, that the project wants to stay under.
        var goal: Double {
            switch self {
            case .cdata, .gb18030: 0.8
            case .escaped, .xhtml, .mixed: 1.3
            }
        }

        fileprivate func form(_ number: Int) -> FeedForm {
            switch self {
            case .cdata: .rssCDATA
            case .escaped: .rssEscaped
            case .xhtml: .atomXHTML
            case .gb18030: .rssGB18030
            case .mixed: FeedForm.allCases[number % FeedForm.allCases.count]
            }
        }
    }

    let kind: Kind
    private(set) var files: [String] = []
    private(set) var bytes = 0
    private(set) var truth = Truth()

    /// Writes files into the folder until they have so many bytes.
    init(_ kind: Kind, bytes goal: Int, seed: UInt64, in folder: URL) throws {
        self.kind = kind
        let folder = folder.appendingPathComponent(kind.rawValue)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        while bytes < goal {
            try add(number: files.count, seed: seed, in: folder)
        }
    }

    private mutating func add(number: Int, seed: UInt64, in folder: URL) throws {
        var random = SeededGenerator(seed, UInt64(number))
        let count = kind == .mixed ? random.number(4..<24) : random.number(40..<160)
        let size = kind == .mixed ? 1500 : 4000
        var published = 1_795_000_000 - random.number(0..<10_000_000)
        var articles: [Article] = []
        for index in 0..<count {
            articles.append(
                Article(
                    feed: number, number: index, host: "www\(number % 40).ninglan.example", published: published,
                    size: size, seed: seed))
            published -= random.number(600..<90000)
        }
        let title = "\(random.pick(Vocabulary.units))·\(random.pick(Vocabulary.columns))"
        let writer = FeedWriter(
            form: kind.form(number), title: title, home: "http://www\(number % 40).ninglan.example/")
        let data = writer.bytes(articles)
        let file = folder.appendingPathComponent("\(number).xml")
        try Data(data).write(to: file)
        files.append(file.path)
        bytes += data.count
        truth.files += 1
        for article in articles {
            truth.items += 1
            truth.contentBytes += article.content.utf8.count
            truth.dates += article.published
        }
    }
}
