import Markup

/// Reads OPML 1.0, 1.1 and 2.0 subscription lists, broken ones too.
package enum OPMLReader {
    /// The list with its folders. Outlines that are neither subscriptions nor hold any are left out.
    ///
    /// Names of attributes are read whatever their case: `xmlurl` is common. A subscription without a name takes its address's.
    package static func read(_ bytes: [UInt8]) throws(FeedReadingError) -> OPMLOutput {
        let document = try FeedReader.decoded(bytes, FeedReader.Hints())
        let tape: XMLTape
        do {
            tape = try XMLTape.read(document.bytes, from: document.start, vocabulary: vocabulary).tape
        } catch {
            switch error {
            case .entityBomb(let position):
                throw .entityBomb(line: document.bytes.prefix(position).count { $0 == 0x0A } + 1)
            }
        }
        guard let root = tape.nodes.first, root.term == Term.opml.rawValue else {
            throw .notAFeed(found: tape.rootName.map { .xml(root: $0) } ?? .text)
        }
        let reader = OutlineReader(tape: tape)
        return OPMLOutput(title: reader.title ?? "", outlines: reader.outlines(in: 0))
    }

    /// Elements and attributes of OPML.
    fileprivate enum Term: UInt16, CaseIterable {
        case opml = 1, head, body, outline, title
        case text, xmlUrl, htmlUrl, description, language, category, url
    }

    private static let vocabulary: XMLVocabulary = {
        func name(_ term: Term, _ local: String, _ model: XMLVocabulary.Model = .container) -> XMLVocabulary.Name {
            XMLVocabulary.Name(term.rawValue, in: [XMLVocabulary.none], local, model)
        }
        return XMLVocabulary(
            namespaces: [],
            elements: [
                name(.opml, "opml"), name(.head, "head"), name(.body, "body"), name(.outline, "outline"),
                name(.title, "title", .leaf),
            ],
            attributes: [
                name(.text, "text"), name(.title, "title"), name(.xmlUrl, "xmlUrl"), name(.htmlUrl, "htmlUrl"),
                name(.description, "description"), name(.language, "language"), name(.category, "category"),
                name(.url, "url"),
            ])
    }()
}

/// Walks the outlines of one document.
private struct OutlineReader {
    let tape: XMLTape

    /// The list's own name.
    var title: String? {
        for head in children(of: 0) where tape.nodes[head].term == OPMLReader.Term.head.rawValue {
            for node in children(of: head) where tape.nodes[node].term == OPMLReader.Term.title.rawValue {
                return OutputText.line(tape.string(tape.nodes[node].text))
            }
        }
        return nil
    }

    /// What stands in an element, in its order; what hides in elements of no meaning counts too.
    func outlines(in node: Int) -> [OPMLOutput.Outline] {
        children(of: node).flatMap { child -> [OPMLOutput.Outline] in
            switch OPMLReader.Term(rawValue: tape.nodes[child].term) {
            case .outline: outline(child).map { [$0] } ?? []
            case .body: outlines(in: child)
            default: []
            }
        }
    }

    private func outline(_ node: Int) -> OPMLOutput.Outline? {
        let inner = outlines(in: node)
        let feed = attribute(node, .xmlUrl) ?? (inner.isEmpty ? attribute(node, .url) : nil)
        guard feed != nil || !inner.isEmpty else { return nil }
        let name = attribute(node, .title) ?? attribute(node, .text)
        return OPMLOutput.Outline(
            title: name ?? feed ?? "", feed: feed, site: attribute(node, .htmlUrl),
            description: attribute(node, .description), language: attribute(node, .language),
            categories: (attribute(node, .category) ?? "").split(separator: ",")
                .compactMap { OutputText.line(String($0)) },
            outlines: inner)
    }

    private func children(of node: Int) -> [Int] {
        var children: [Int] = []
        var place = node + 1
        while place < Int(tape.nodes[node].end) {
            if !tape.nodes[place].isAttribute { children.append(place) }
            place = max(Int(tape.nodes[place].end), place + 1)
        }
        return children
    }

    private func attribute(_ node: Int, _ term: OPMLReader.Term) -> String? {
        var place = node + 1
        while place < tape.nodes.count, tape.nodes[place].isAttribute {
            if tape.nodes[place].term == term.rawValue {
                return OutputText.line(tape.string(tape.nodes[place].text))
            }
            place += 1
        }
        return nil
    }
}
