import ArgumentParser
import Configuration
import Foundation
import JuheKit
import PluginHost

/// Previews again and again, whenever something that matters has changed: the rules, the file or folder that is read, the
/// configuration, and the plugins that it names.
struct PreviewWatch {
    private let common: CommonOptions
    private let files: [String]

    /// - Parameter files: files or folders; what is not there does not change.
    init(_ common: CommonOptions, files: [String]) {
        self.common = common
        self.files = files
    }

    private static let patience = Duration.milliseconds(300)

    /// Calls `preview` until the program is ended.
    ///
    /// - Parameter preview: gets the plugins that were trusted when the watch began: their author changes them now, and
    ///   sees them run as they are. In a run they are refused until they are trusted again.
    func run(_ preview: (Set<String>) async throws -> Void) async throws {
        let trusted = trusted
        while true {
            let seen = mark
            do {
                try await preview(trusted)
            } catch let error where !(error is ArgumentParser.ExitCode) {
                // What went wrong is said; its author mends it and sees it go.
                common.console().say(Phrase("\(error)", en: "\(error)"), .error)
            } catch {}
            while mark == seen { try await Task.sleep(for: Self.patience) }
            common.console().say(.previewAgain, .warning)
        }
    }

    private var trusted: Set<String> {
        guard let configuration else { return [] }
        let policy = PluginPolicy(configuration.plugins)
        return Set(configuration.external.filter { policy.trust(of: $0) == .trusted }.map(\.name))
    }

    private var configuration: Configuration? {
        guard FileManager.default.fileExists(atPath: common.configurationPath) else { return nil }
        return try? ConfigurationLoader.load(common.configurationPath, catalog: .known, adoption: .pluginHost)
    }

    /// Everything that is watched, as it is now.
    private var mark: [String] {
        let configuration = configuration
        let sources = Set(configuration?.sources.map(\.place.file) ?? [])
        let folders = configuration?.plugins.folders ?? []
        return ([common.configurationPath] + files + sources.sorted()).map(Self.state) + folders.map(PluginLock.hash)
    }

    /// What tells a file or folder from what it was before.
    private static func state(_ path: String) -> String {
        var isFolder: ObjCBool = false
        let files = FileManager.default
        guard files.fileExists(atPath: path, isDirectory: &isFolder) else { return "" }
        if isFolder.boolValue { return PluginLock.hash(of: path) }
        let attributes = try? files.attributesOfItem(atPath: path)
        let date = (attributes?[.modificationDate] as? Date)?.timeIntervalSince1970 ?? 0
        return "\(date) \(attributes?[.size] ?? 0) \(attributes?[.systemFileNumber] ?? 0)"
    }
}
