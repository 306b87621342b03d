import Foundation
import Glibc
import JuheKit
import Testing

@testable import DirectorySource

/// A folder of real files for one test; gone when the test is.
final class TemporaryFolder {
    let path: String
    /// The time at which the source is asked; files are older than that unless a test says otherwise.
    static let now = Date(timeIntervalSince1970: 1_790_000_000)

    init() throws {
        path = NSTemporaryDirectory() + "juhe-directory-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    func write(_ name: String, _ text: String, age: Double = 3_600) throws {
        try write(Array(name.utf8), Array(text.utf8), age: age)
    }

    func write(_ name: String, bytes: [UInt8], age: Double = 3_600) throws {
        try write(Array(name.utf8), bytes, age: age)
    }

    /// Writes a file whose name may be any bytes.
    func write(_ name: [UInt8], _ bytes: [UInt8], age: Double = 3_600) throws {
        if let slash = name.lastIndex(of: UInt8(ascii: "/")) {
            try folder(String(decoding: name[..<slash], as: UTF8.self))
        }
        let whole = (Array(path.utf8) + [UInt8(ascii: "/")] + name).cString
        let file = open(whole, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
        try #require(file >= 0)
        defer { close(file) }
        try #require(Glibc.write(file, bytes, bytes.count) == bytes.count)
        touch(whole, age: age)
    }

    /// Sets when a file was written, in seconds before ``now``.
    func touch(_ name: String, age: Double) {
        touch((path + "/" + name).utf8.map { CChar(bitPattern: $0) } + [0], age: age)
    }

    private func touch(_ whole: [CChar], age: Double) {
        let time = timespec(tv_sec: Int(Self.now.timeIntervalSince1970 - age), tv_nsec: 500)
        _ = utimensat(AT_FDCWD, whole, [time, time], AT_SYMLINK_NOFOLLOW)
    }

    func folder(_ name: String) throws {
        try FileManager.default.createDirectory(atPath: path + "/" + name, withIntermediateDirectories: true)
    }

    func remove(_ name: String) throws { try FileManager.default.removeItem(atPath: path + "/" + name) }

    func link(_ name: String, to target: String) throws { try #require(symlink(target, path + "/" + name) == 0) }

    func hardLink(_ name: String, to target: String) throws {
        try #require(Glibc.link(path + "/" + target, path + "/" + name) == 0)
    }

    func pipe(_ name: String) throws { try #require(mkfifo(path + "/" + name, 0o644) == 0) }

    /// Asks a source over this folder.
    func collect(
        _ options: [String: OptionValue] = [:], state: String? = nil, held: [HeldFile] = [], isRehearsal: Bool = false,
        source: SourceProfile = SourceProfile(id: "folder")
    ) async throws -> RecordingHost.Record {
        let host = RecordingHost()
        let options = options.merging(["path": .text(path)]) { own, _ in own }
        let plugin = try DirectorySource(options: Options(options))
        try await plugin.collect(
            SourceContext(
                source: source, now: Self.now, state: state, held: held, isRehearsal: isRehearsal, host: host))
        return host.record
    }

    /// The one item that a file gives.
    static func item(
        _ name: String, _ text: String, source: SourceProfile = SourceProfile(id: "folder")
    ) async throws -> Item {
        try await item(name, bytes: Array(text.utf8), source: source)
    }

    /// The one item that a file gives.
    static func item(
        _ name: String, bytes: [UInt8], source: SourceProfile = SourceProfile(id: "folder")
    ) async throws -> Item {
        let folder = try TemporaryFolder()
        try folder.write(name, bytes: bytes)
        let record = try await folder.collect(source: source)
        try #require(record.failures.isEmpty, "\(record.failures)")
        return try #require(record.items.first)
    }
}
