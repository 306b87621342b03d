package import JuheKit

extension Feed {
    /// What an operator must know of a feed that could be read: faults of the sender that may have cost something.
    ///
    /// - Parameter subject: the feed's address or path.
    package func failures(subject: String) -> [Failure] {
        var failures: [Failure] = []
        if truncated { failures.append(Failure(.truncated, subject, .truncatedFeed(entries: entries.count))) }
        var named: Set<String> = []
        for problem in problems where named.insert(problem.code).inserted {
            let place = problem.line.map { "\(subject):\($0)" } ?? subject
            switch problem.code {
            case "mislabelledEncoding", "unknownEncoding":
                failures.append(Failure(.mislabelled, place, .mislabelledFeed(used: encoding)))
            case "externalEntity":
                failures.append(Failure(.refused, place, .externalEntity))
            case "tooManyEntries":
                failures.append(Failure(.limit, subject, .tooManyEntries(read: entries.count)))
            case "tooDeep", "tooManyAttributes", "nodeTooLong":
                failures.append(Failure(.limit, place, .feedLimit(problem.code)))
            default: break
            }
        }
        return failures
    }

    /// Takes out the entry in which the document broke off.
    ///
    /// Half a text would take the place of the whole one, and half an identifier is another item's or nobody's. The entry
    /// comes whole with the next answer that does.
    package mutating func dropHalfEntry() {
        guard truncated, let last = entries.last, !last.isComplete else { return }
        entries.removeLast()
    }

    /// Repairs that cost nothing, as one remark; nothing where the feed needed none.
    package func repairs(subject: String) -> Failure? {
        let harmless: Set<String> = [
            "mislabelledEncoding", "unknownEncoding", "externalEntity", "tooDeep", "tooManyAttributes", "nodeTooLong",
            "tooManyEntries", "truncated",
        ]
        let repaired = problems.filter { !harmless.contains($0.code) }
        guard let first = repaired.first else { return nil }
        let place = first.line.map { "\(subject):\($0)" } ?? subject
        return Failure(.malformed, place, .repairedFeed(count: repaired.count, kinds: Self.kinds(of: repaired)))
    }

    /// The kinds of problems in the order in which they were met, no more than a message can hold.
    private static func kinds(of problems: [FeedProblem]) -> [(code: String, lines: [Int])] {
        var kinds: [(code: String, lines: [Int])] = []
        for problem in problems {
            if let known = kinds.firstIndex(where: { $0.code == problem.code }) {
                if let line = problem.line, kinds[known].lines.count < 3, !kinds[known].lines.contains(line) {
                    kinds[known].lines.append(line)
                }
            } else if kinds.count < 4 {
                kinds.append((problem.code, problem.line.map { [$0] } ?? []))
            }
        }
        return kinds
    }
}

extension FeedReadingError {
    /// The failure that an operator understands.
    package func failure(subject: String) -> Failure {
        switch self {
        case .empty: Failure(.empty, subject, .emptyFeed)
        case .notAFeed(.html): Failure(.notAFeed, subject, .htmlInsteadOfFeed)
        case .notAFeed(.xml(let root)): Failure(.notAFeed, subject, .otherXML(root: root))
        case .notAFeed(.json): Failure(.notAFeed, subject, .otherContent(Phrase("别的 JSON 数据", en: "other JSON")))
        case .notAFeed(.text): Failure(.notAFeed, subject, .otherContent(Phrase("文本", en: "text")))
        case .notAFeed(.binary):
            Failure(.notAFeed, subject, .otherContent(Phrase("文件或压缩数据", en: "a file, or compressed data")))
        case .tooLarge(_, let limit): Failure(.tooLarge, subject, .tooLarge(limit: limit))
        case .entityBomb(let line): Failure(.entityBomb, "\(subject):\(line)", .entityBomb)
        case .brokenJSON(let line): Failure(.malformed, "\(subject):\(line)", .brokenJSON)
        }
    }
}
