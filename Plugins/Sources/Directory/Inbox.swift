import JuheKit

/// What an operator is to look at in this folder, or has decided on.
struct Inbox: Sendable {
    private let byPath: [String: HeldFile]
    private let byHash: [String: HeldFile.State]

    init(_ files: [HeldFile]) {
        byPath = Dictionary(files.map { ($0.path, $0) }) { first, _ in first }
        byHash = Dictionary(
            files.filter { $0.state == .released || $0.state == .dropped }.map { ($0.hash, $0.state) }
        ) { first, _ in first }
    }

    /// What is known of the file at a path.
    subscript(path: String) -> HeldFile? { byPath[path] }

    /// What was decided on a content, under whatever name it comes.
    func verdict(on hash: String) -> HeldFile.State? { byHash[hash] }
}
