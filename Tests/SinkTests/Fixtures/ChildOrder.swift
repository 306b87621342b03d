import Foundation
import FoundationXML

/// Which element follows which inside its parent, names without prefixes.
final class ChildOrder: NSObject, XMLParserDelegate {
    private var open: [(name: String, last: String?)] = []
    private var steps: [(parent: String, child: String, before: String?)] = []

    static func steps(in bytes: [UInt8]) -> [(parent: String, child: String, before: String?)] {
        let reader = ChildOrder()
        let parser = XMLParser(data: Data(bytes))
        parser.delegate = reader
        _ = parser.parse()
        return reader.steps
    }

    func parser(
        _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
        attributes: [String: String]
    ) {
        let name = name.split(separator: ":").last.map(String.init) ?? name
        if let parent = open.last {
            steps.append((parent.name, name, parent.last))
            open[open.count - 1].last = name
        }
        open.append((name, nil))
    }

    func parser(_ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?) {
        open.removeLast()
    }
}
