import Foundation
import JuheKit
import Statistics

extension Configuration.Arrangement {
    /// Reads the arrangement from a bulletin's checked settings.
    ///
    /// - Parameter place: where the bulletin stands.
    /// - Throws: ``ConfigurationMistakes`` where a file that it names cannot be read or is wrong.
    init(_ options: Options, at place: Place) throws(ConfigurationMistakes) {
        sections = options.tables("sections").map {
            SectionRule(title: $0.text("title") ?? "", filter: ItemFilter($0), limit: $0.integer("limit"))
        }
        isByImportance = options.text("order") == "importance"
        importance = options.tables("importance").map {
            ImportanceRule(filter: ItemFilter($0), points: $0.integer("points") ?? 0)
        }
        highlights = options.integer("highlights") ?? 3
        pictures = options.integer("pictures") ?? 0
        perSection = options.integer("limit_per_section")
        perUnit = options.integer("limit_per_unit")
        issuesWhenEmpty = options.text("when_empty") == "issue"
        if options["review"] != nil { review = Configuration.Review(options.table("review")) }
        proofreadingWords = options.table("proofreading").text("words")
        if options["statistics"] != nil { statistics = try Configuration.Statistics(options.table("statistics")) }
        canonical = OptionValue.table(options).canonical
        guard let path = options.text("template") else { return }
        do {
            template = Template(text: try String(contentsOfFile: path, encoding: .utf8), name: path)
        } catch {
            let reason = (error as NSError).localizedDescription
            throw ConfigurationMistakes(
                mistakes: [Mistake(place: place, key: "template", phrase: .unreadableFile(path, reason: reason))])
        }
    }
}

extension ItemFilter {
    /// Reads a filter from checked settings.
    init(_ options: Options) {
        self.init(
            tracks: Set(options.texts("tracks").compactMap(Track.init(rawValue:))),
            kinds: Set(options.texts("kinds").compactMap(Kind.init(rawValue:))),
            sources: Set(options.texts("sources")), units: Set(options.texts("units")), words: options.texts("words"),
            query: options.text("query"))
    }
}

extension Configuration.Review {
    /// Reads how editions are reviewed.
    init(_ options: Options) {
        stopsAtDraft = options.text("unattended") == "draft"
        secret = options.secret("secret")
        people = [:]
        for stage in [ReviewStage.first, .second, .final] {
            let names = options.texts(stage.rawValue)
            if !names.isEmpty { people[stage] = names }
        }
    }
}

extension Configuration.Statistics {
    /// Reads what is counted.
    init(_ options: Options) throws(ConfigurationMistakes) {
        if let path = options.text("rules") { rules = try ScoringFile.rules(path) } else { rules = .plain }
        if let path = options.text("entries") {
            entries = try ScoringFile.entries(path, levels: rules.levels.map(\.name))
        } else {
            entries = []
        }
        period = options.text("period").flatMap(Period.init(rawValue:)) ?? .month
        isPrinted = options.boolean("print") ?? true
        hasMatrix = options.boolean("matrix") ?? false
    }
}

extension OptionValue {
    /// A value as one text: keys sorted, secrets as stars.
    var canonical: String {
        switch self {
        case .text(let text): "\(text.utf8.count):\(text)"
        case .integer(let number): "\(number)"
        case .number(let number): "\(number)"
        case .boolean(let value): "\(value)"
        case .secret: "***"
        case .list(let values): "[" + values.map(\.canonical).joined(separator: ",") + "]"
        case .table(let options):
            "{" + options.keys.map { "\($0)=\(options[$0]?.canonical ?? "")" }.joined(separator: ",") + "}"
        }
    }
}
