package import FoundationEssentials
package import JuheKit
package import Markup

/// Finds the list in an XML document that is no feed: elements that have a title and an address in elements of their own.
package enum XMLList {
    /// The entries, read as those of an interface that answers with JSON.
    package static func list(_ tree: MarkupTree, base: String?, now: Date, zone: Zone) -> JSONList.List {
        let objects = tree.elements(where: { (2...40).contains(tree.elementChildren($0).count) }).prefix(2_000).map {
            parent in
            JSONValue.object(
                tree.elementChildren(parent).map { child in
                    (key: tree.name(child) ?? "", value: JSONValue.string(tree.text(child, limit: 16_384).trimmed))
                })
        }
        return JSONList(base: base, now: now, zone: zone).list(.array(Array(objects)))
    }
}
