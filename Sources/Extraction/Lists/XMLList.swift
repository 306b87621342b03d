package import FoundationEssentials
package import JuheKit
package import Markup

/// Finds the list in an XML document that is no feed: elements that have a title and an address in elements of their own or
/// in attributes.
package enum XMLList {
    /// The entries, read as those of an interface that answers with JSON.
    package static func list(_ tree: MarkupTree, base: String?, now: Date, zone: Zone) -> JSONList.List {
        func members(_ index: MarkupTree.Index) -> Int {
            tree.elementChildren(index).count + tree.attributes(index).count
        }
        let objects = tree.elements(where: { (2...40).contains(members($0)) }).prefix(2_000).map { parent in
            JSONValue.object(
                tree.elementChildren(parent).map { child in
                    (key: tree.name(child) ?? "", value: JSONValue.string(tree.text(child, limit: 16_384).trimmed))
                } + tree.attributes(parent).map { (key: $0.name, value: JSONValue.string($0.value)) })
        }
        return JSONList(base: base, now: now, zone: zone).list(.array(Array(objects)))
    }
}
