/// What a package says of itself (ECMA-376 part 2 §11, core properties).
package struct DocumentProperties {
    /// The title.
    package var title: String
    /// Who made it.
    package var creator: String
    /// When, as `YYYY-MM-DDThh:mm:ssZ`.
    package var created: String
    /// A language tag.
    package var language: String

    /// Properties of a document.
    package init(title: String, creator: String, created: String, language: String) {
        self.title = title
        self.creator = creator
        self.created = created
        self.language = language
    }
}

extension OpenXMLPackage {
    /// Adds the core properties and relates the package to them.
    package mutating func add(_ properties: DocumentProperties) {
        let date = XMLText.escaped(properties.created)
        relate(
            "", to: "docProps/core.xml",
            as: "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties")
        add(
            "docProps/core.xml", type: "application/vnd.openxmlformats-package.core-properties+xml",
            xml: """
                <cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" \
                xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" \
                xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>\(XMLText.escaped(properties.title))</dc:title>\
                <dc:creator>\(XMLText.escaped(properties.creator))</dc:creator>\
                <dcterms:created xsi:type="dcterms:W3CDTF">\(date)</dcterms:created>\
                <dcterms:modified xsi:type="dcterms:W3CDTF">\(date)</dcterms:modified>\
                <dc:language>\(XMLText.escaped(properties.language))</dc:language></cp:coreProperties>
                """)
    }
}
