/// An Office Open XML package (ECMA-376 part 2, "Open Packaging Conventions"): parts, their media types, and how they
/// relate to each other.
///
/// ```swift
/// var package = OpenXMLPackage()
/// package.relate("", to: "word/document.xml", as: .document)
/// package.add("word/document.xml", type: .wordDocument, xml: text)
/// let bytes = try package.bytes()
/// ```
package struct OpenXMLPackage {
    private var parts: [(name: String, type: String, bytes: [UInt8])] = []
    private var relations: [(source: String, list: [Relation])] = []

    private struct Relation {
        var id: String
        var type: String
        var target: String
        var isExternal: Bool
    }

    /// An empty package.
    package init() {}

    /// Adds a part.
    ///
    /// - Parameters:
    ///   - name: its path in the package without a slash before it.
    ///   - type: its media type.
    ///   - xml: the document without its XML declaration.
    package mutating func add(_ name: String, type: String, xml: String) {
        parts.append((name, type, Array((Self.declaration + xml).utf8)))
    }

    /// Adds a part that is no XML: a picture.
    ///
    /// - Parameters:
    ///   - name: its path in the package without a slash before it.
    ///   - type: its media type.
    package mutating func add(_ name: String, type: String, bytes: [UInt8]) { parts.append((name, type, bytes)) }

    /// Says that one part uses another, or an address outside.
    ///
    /// - Parameters:
    ///   - source: the part that uses; empty for the package itself.
    ///   - target: a path relative to the folder of `source`, or an address.
    ///   - type: what it is used as: the last words of the relationship's type, e.g. `styles`.
    /// - Returns: the identifier by which `source` names it, `rId1`, `rId2`, ….
    @discardableResult
    package mutating func relate(
        _ source: String, to target: String, as type: String, isExternal: Bool = false
    ) -> String {
        let place = relations.firstIndex { $0.source == source } ?? relations.endIndex
        if place == relations.endIndex { relations.append((source, [])) }
        let id = "rId\(relations[place].list.count + 1)"
        let full = type.contains("/") ? type : Self.officeRelations + type
        relations[place].list.append(Relation(id: id, type: full, target: target, isExternal: isExternal))
        return id
    }

    /// The package as a ZIP file.
    package func bytes() throws(OpenXMLError) -> [UInt8] {
        var files: [(name: String, bytes: [UInt8])] = [("[Content_Types].xml", Array(contentTypes.utf8))]
        for (source, list) in relations { files.append((Self.relationsPart(of: source), Array(Self.xml(list).utf8))) }
        for part in parts { files.append((part.name, part.bytes)) }
        return try ZipFile.bytes(of: files)
    }

    private var contentTypes: String {
        let overrides = parts.map {
            "<Override PartName=\"/\($0.name)\" ContentType=\"\($0.type)\"/>"
        }
        return Self.declaration
            + "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
            + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
            + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>" + overrides.joined() + "</Types>"
    }

    private static func xml(_ relations: [Relation]) -> String {
        let lines = relations.map { relation in
            "<Relationship Id=\"\(relation.id)\" Type=\"\(relation.type)\" Target=\"\(XMLText.escaped(relation.target))\""
                + (relation.isExternal ? " TargetMode=\"External\"/>" : "/>")
        }
        return declaration
            + "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
            + lines.joined() + "</Relationships>"
    }

    private static func relationsPart(of source: String) -> String {
        guard let slash = source.lastIndex(of: "/") else { return "_rels/\(source).rels" }
        return "\(source[..<slash])/_rels/\(source[source.index(after: slash)...]).rels"
    }

    private static let declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
    private static let officeRelations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
}
