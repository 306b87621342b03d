import Foundation

/// The scripts that use other people's libraries.
enum Peers {
    /// The folder is named by the script that starts us.
    static func script(_ name: String) -> String {
        let folder = ProcessInfo.processInfo.environment["BENCH_PEERS"] ?? "Peers"
        return "\(folder)/\(name)"
    }

    /// Whether Python can import the library.
    static func hasPython(_ library: String, scratch: URL) -> Bool {
        let command = Command(program: "python3", arguments: ["-c", "import \(library)"])
        return (try? command.run(in: scratch))?.exitCode == 0
    }
}
