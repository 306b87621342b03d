import Catalog
import Configuration
import Foundation
import JuheKit
import Testing

@Suite("Plugin folders")
struct PluginFolderTests {
    /// A plugin's folder, and the manifests of its kind in the catalog.
    private struct Folder {
        var path: URL
        var manifests: [PluginManifest]
    }

    private func folders() throws -> [Folder] {
        let kinds: [(String, [PluginManifest])] = [
            ("Plugins/Sources", PluginCatalog.builtIn.sources.map { $0.manifest }),
            ("Plugins/Sinks", PluginCatalog.builtIn.sinks.map { $0.manifest }),
        ]
        return try kinds.flatMap { kind, manifests in
            let root = checkout.appending(path: kind)
            return try FileManager.default.contentsOfDirectory(atPath: root.path).filter { !$0.hasPrefix(".") }
                .map { Folder(path: root.appending(path: $0), manifests: manifests) }
        }
    }

    @Test("Every plugin folder is in the catalog, and every plugin of the catalog has a folder")
    func catalogued() throws {
        let folders = try folders()
        for folder in folders {
            let name = folder.path.lastPathComponent.lowercased()
            #expect(folder.manifests.contains { $0.name == name }, "\(folder.path.path) is not in Plugins/Catalog")
        }
        #expect(folders.count == PluginCatalog.builtIn.sources.count + PluginCatalog.builtIn.sinks.count)
    }

    @Test(
        "Every plugin folder has a README and a sample configuration that names every option or leaves it out rightly")
    func papers() throws {
        for folder in try folders() {
            let readme = try String(contentsOf: folder.path.appending(path: "README.md"), encoding: .utf8)
            let manifest = try #require(
                folder.manifests.first { $0.name == folder.path.lastPathComponent.lowercased() })
            for option in manifest.options {
                #expect(
                    readme.contains("`\(option.key)`"), "\(folder.path.path)/README.md does not explain \(option.key)")
            }
            #expect(FileManager.default.fileExists(atPath: folder.path.appending(path: "sample.yaml").path))
        }
    }

    @Test("Every sample configuration passes the check")
    func samples() throws {
        for folder in try folders() {
            let sample = folder.path.appending(path: "sample.yaml")
            let isSource = folder.path.deletingLastPathComponent().lastPathComponent == "Sources"
            let scratch = FileManager.default.temporaryDirectory.appending(path: "juhe-sample-" + UUID().uuidString)
            try FileManager.default.createDirectory(at: scratch, withIntermediateDirectories: true)
            defer { try? FileManager.default.removeItem(at: scratch) }
            let text = try String(contentsOf: sample, encoding: .utf8)
            let main = """
                publisher: {name: 市直机关工委}
                store: {path: a.sqlite}
                bulletins: []
                \(isSource ? text : "sources: []\n" + text)
                """
            let file = scratch.appending(path: "juhe.yaml")
            try main.write(to: file, atomically: true, encoding: .utf8)
            do {
                _ = try ConfigurationLoader.load(file.path, catalog: .builtIn)
            } catch {
                Issue.record("\(sample.path): \(error.mistakes.map { $0.text(.english) })")
            }
        }
    }

    @Test("The shipped configuration passes the check, and the shipped schemas are what the program makes")
    func shipped() throws {
        _ = try ConfigurationLoader.load(checkout.appending(path: "Configs/juhe.yaml").path, catalog: .builtIn)
        let schema = ConfigurationSchema(catalog: .builtIn)
        let folder = checkout.appending(path: "Configs/schema")
        #expect(
            try String(contentsOf: folder.appending(path: "juhe.schema.json"), encoding: .utf8) == schema.mainFile())
        #expect(
            try String(contentsOf: folder.appending(path: "sources.schema.json"), encoding: .utf8)
                == schema.sourceFile())
    }
}
