/// The blocks of a page in document order, with what stands directly in each; children follow their parents.
struct PageTree {
    struct Node {
        var element: HTMLElement
        var parent: Int
        /// Where its start tag begins, where its content begins and ends, and where its end tag ends, in bytes.
        var start: Int
        var contentStart: Int
        var contentEnd: Int
        var end: Int
        /// Lower-cased class names and id.
        var marks: [String]
        /// Tells unknown elements apart.
        var name = HTMLPackedName()
        /// Behind its last descendant in the list.
        var subtreeEnd = 0
        /// Of the text that stands in no deeper node: characters but white space, those in links, and punctuation.
        var own = Measure()
        /// The same with all descendants'.
        var total = Measure()
        var isBody: Bool { element == .body }
    }

    struct Measure {
        var characters = 0
        var linked = 0
        var punctuation = 0
        var images = 0

        /// The part of the text that is links.
        var linkDensity: Double { characters == 0 ? 0 : Double(linked) / Double(characters) }

        static func += (left: inout Measure, right: Measure) {
            left.characters += right.characters
            left.linked += right.linked
            left.punctuation += right.punctuation
            left.images += right.images
        }
    }

    var nodes: [Node]

    init(length: Int) {
        // The root stands for the document, so that there always is a parent.
        nodes = [
            Node(element: .html, parent: 0, start: 0, contentStart: 0, contentEnd: length, end: length, marks: [])
        ]
    }

    /// Adds the measures up from the leaves.
    mutating func finish() {
        for index in nodes.indices { nodes[index].total = nodes[index].own }
        for index in nodes.indices.dropFirst().reversed() {
            let total = nodes[index].total
            nodes[nodes[index].parent].total += total
        }
    }
}
