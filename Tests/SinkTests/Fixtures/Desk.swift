import JuheKit
import Synchronization

/// A place where sinks publish in tests: remembers what was written, in order.
final class Desk: Sendable {
    private let written = Mutex<[(path: String, bytes: [UInt8])]>([])

    /// The paths in the order they were written.
    var paths: [String] { written.withLock { $0.map(\.path) } }

    /// What was written to the first path that ends with `suffix`.
    func text(_ suffix: String) -> String { String(decoding: bytes(suffix), as: UTF8.self) }

    /// The same as it was written.
    func bytes(_ suffix: String) -> [UInt8] {
        written.withLock { files in files.first { $0.path.hasSuffix(suffix) }?.bytes } ?? []
    }

    /// Lets a sink deliver an edition; the stream holds the edition's items.
    func deliver(_ edition: Edition, by sink: any Sink, isLatest: Bool = true) async throws {
        let items = edition.entries.map(\.item)
        let context = SinkContext(
            sink: "test", isLatest: isLatest, stream: { Array(items.prefix($0)) },
            publish: { path, bytes in self.written.withLock { $0.append((path, bytes)) } }, archive: { _ in [edition] })
        try await sink.deliver(edition, context)
    }
}
