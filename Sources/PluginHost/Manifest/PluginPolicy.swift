package import Configuration
internal import Crypto
internal import Foundation
internal import JuheKit

/// What the operator allows plugins: the sandbox, and which plugins, byte for byte, are trusted.
package struct PluginPolicy: Sendable {
    /// Whether a plugin's files are those that were trusted.
    package enum Trust: String, Sendable {
        /// They are.
        case trusted
        /// They were others when it was trusted.
        case changed
        /// It never was.
        case unknown
    }

    /// How plugins are kept in bounds.
    package let sandbox: PluginSandbox
    /// Plugins that may have the network for themselves, by name.
    package let direct: Set<String>
    /// The lock file's hashes by name.
    package let locked: [String: String]

    /// True where walls can be built.
    package let hasWalls: Bool
    /// True where, without walls, a plugin can at least be kept from the network.
    package let hidesNetwork: Bool

    /// True where plugins run with fewer walls than they should.
    package var isDegraded: Bool { sandbox == .off || !hasWalls }

    /// A policy.
    ///
    /// - Parameters:
    ///   - hasWalls: whether walls can be built here; found out by itself where nothing is given.
    ///   - hidesNetwork: whether a plugin can be kept from the network without them; found out by itself as well.
    package init(
        sandbox: PluginSandbox = .auto, direct: Set<String> = [], locked: [String: String] = [:],
        hasWalls: Bool = PluginSandbox.hasWalls, hidesNetwork: Bool? = nil
    ) {
        self.hasWalls = hasWalls
        // Tried only where it is needed: a trial costs as much as a run.
        self.hidesNetwork = hidesNetwork ?? (sandbox == .auto && !hasWalls && PluginSandbox.hidesNetwork)
        self.sandbox = sandbox
        self.direct = direct
        self.locked = locked
    }

    /// Whether a plugin is trusted as it lies there now.
    package func trust(of plugin: ExternalManifest) -> Trust {
        guard let known = locked[plugin.name] else { return .unknown }
        return known == PluginLock.hash(of: plugin.folder) ? .trusted : .changed
    }

    /// The same, with one plugin trusted as it lies there now: for its author, who is about to run it.
    package func trusting(_ plugin: ExternalManifest) -> PluginPolicy {
        var hashes = locked
        hashes[plugin.name] = PluginLock.hash(of: plugin.folder)
        return PluginPolicy(
            sandbox: sandbox, direct: direct, locked: hashes, hasWalls: hasWalls, hidesNetwork: hidesNetwork)
    }

    func allowsDirectNetwork(_ name: String) -> Bool { direct.contains(name) }
}

/// The lock file: a line for each trusted plugin, its name and the SHA-256 of its folder.
package enum PluginLock {
    /// The hashes by name; none where there is no file.
    package static func read(_ path: String) -> [String: String] {
        guard let text = try? String(contentsOfFile: path, encoding: .utf8) else { return [:] }
        let lines = text.split(separator: "\n").map { $0.split(separator: " ") }.filter {
            $0.count == 2 && $0[0] != "#"
        }
        return Dictionary(lines.map { (String($0[0]), String($0[1])) }) { _, last in last }
    }

    /// The file's text.
    package static func text(_ hashes: [String: String]) -> String {
        "# juhe plugin trust NAME\n" + hashes.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)\n" }.joined()
    }

    /// SHA-256 over the names, rights and bytes of all files of a folder, in order; empty where one cannot be read.
    package static func hash(of folder: String) -> String {
        let files = FileManager.default
        guard let names = try? files.subpathsOfDirectory(atPath: folder).sorted() else { return "" }
        var hash = SHA256()
        for name in names where !name.hasPrefix(".") && !name.contains("/.") && !name.contains("__pycache__") {
            let path = folder + "/" + name
            guard let attributes = try? files.attributesOfItem(atPath: path) else { return "" }
            if attributes[.type] as? FileAttributeType == .typeDirectory { continue }
            let isExecutable = files.isExecutableFile(atPath: path)
            hash.update(data: Data("\(name)\0\(isExecutable)\0".utf8))
            if let target = try? files.destinationOfSymbolicLink(atPath: path) {
                hash.update(data: Data(target.utf8))
            } else if let bytes = files.contents(atPath: path) {
                hash.update(data: Data("\(bytes.count)\0".utf8))
                hash.update(data: bytes)
            } else {
                return ""
            }
        }
        return hash.finalize().map { byte in
            let digits = String(byte, radix: 16)
            return digits.utf8.count == 1 ? "0" + digits : digits
        }.joined()
    }
}
