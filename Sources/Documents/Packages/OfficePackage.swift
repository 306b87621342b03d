import Extraction
import JuheKit
import Markup

/// A package of XML parts that refer to one another (ECMA-376 part 2): what `.docx` and `.xlsx` are.
struct OfficePackage {
    /// A reference from one part to another, or out of the package.
    struct Relation {
        let type: String
        let target: String
        let isExternal: Bool
    }

    /// The path of the main part, e.g. `word/document.xml`.
    let main: String
    private let parts: [String: [UInt8]]
    /// The names of all entries.
    let names: [String]

    /// Parts that are read; pictures and the like are only listed.
    private static func isRead(_ name: String) -> Bool { name.hasSuffix(".xml") || name.hasSuffix(".rels") }

    init(_ bytes: [UInt8]) throws(Archive.Problem) {
        var names: [String] = []
        parts = try Archive(bytes).files { name in
            names.append(name)
            return Self.isRead(name)
        }
        self.names = names
        let relations = Self.relations(parts["_rels/.rels"], of: "")
        main = relations.values.first { $0.type == "officeDocument" }?.target ?? ""
    }

    /// The XML of a part; nothing where it is not there.
    func tree(_ path: String) throws(XMLTree.Problem) -> XMLTree.Node? {
        guard let bytes = parts[path] else { return nil }
        return try XMLTree(bytes).root
    }

    /// The XML of a part that may be damaged without harm to the rest.
    func optionalTree(_ path: String?) -> XMLTree.Node? { path.flatMap { try? tree($0) } }

    /// The relations of a part, by identifier.
    func relations(of part: String) -> [String: Relation] {
        let folder = part.lastIndex(of: "/").map { String(part[...$0]) } ?? ""
        let name = part.dropFirst(folder.count)
        return Self.relations(parts["\(folder)_rels/\(name).rels"], of: folder)
    }

    /// Title, author and date of the properties (Dublin Core).
    func describe(_ content: inout DocumentContent) {
        let main = Self.relations(parts["_rels/.rels"], of: "").values.first { $0.type == "core-properties" }
        guard let core = optionalTree(main?.target ?? "docProps/core.xml") else { return }
        content.title = core.first("title")?.text.trimmed.nonEmpty
        content.author = core.first("creator")?.text.trimmed.nonEmpty
        content.created = core.first("created")?.text.trimmed.nonEmpty
    }

    /// What a document brings that could run or be fetched: it is named, and neither is done.
    func dangers(subject: String) -> [Failure] {
        var dangers: [Failure] = []
        if names.contains(where: { $0.hasSuffix("vbaProject.bin") }) {
            dangers.append(Failure(.refused, subject, .hasMacros))
        }
        let outside = parts.filter { $0.key.hasSuffix(".rels") }.flatMap { Self.relations($0.value, of: "").values }
            .filter { $0.isExternal && $0.type != "hyperlink" }
        if !outside.isEmpty { dangers.append(Failure(.refused, subject, .refersOutside)) }
        return dangers
    }

    private static func relations(_ bytes: [UInt8]?, of folder: String) -> [String: Relation] {
        guard let bytes, let tree = try? XMLTree(bytes) else { return [:] }
        var relations: [String: Relation] = [:]
        for node in tree.root.all("Relationship") {
            guard let id = node["Id"], let target = node["Target"], let type = node["Type"] else { continue }
            let isExternal = node["TargetMode"] == "External"
            relations[id] = Relation(
                type: type.split(separator: "/").last.map(String.init) ?? "",
                target: isExternal ? target : PartPath.resolve(target, in: folder), isExternal: isExternal)
        }
        return relations
    }
}

/// Paths inside packages.
enum PartPath {
    /// A reference as a path from the package's root: `/` begins there, anything else in `folder`.
    static func resolve(_ reference: String, in folder: String) -> String {
        let path = reference.hasPrefix("/") ? reference : folder + "/" + reference
        var names: [Substring] = []
        for name in path.split(separator: "/") where name != "." {
            if name == ".." { _ = names.popLast() } else { names.append(name) }
        }
        return names.joined(separator: "/")
    }
}

extension String {
    /// Nothing for an empty text.
    var nonEmpty: String? { isEmpty ? nil : self }
}
