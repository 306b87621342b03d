import Foundation

/// The server as a process beside us. It ends when we do, because its standard input ends then.
final class ServerProcess {
    private let process = Process()
    private let orders = Pipe()
    private let answers = Pipe()
    let port: Int

    /// Starts a server for so many feeds of the folder.
    init(folder: URL, feeds: Int) throws {
        process.executableURL = URL(fileURLWithPath: Programs.beside("bench"))
        process.arguments = ["serve", folder.path, "\(feeds)"]
        process.standardInput = orders
        process.standardOutput = answers
        try process.run()
        guard let port = Int(Self.line(answers)) else { throw SpawnError(program: "bench serve", code: EADDRINUSE) }
        self.port = port
    }

    /// Shows the feeds as they are at first, or after the change.
    func show(changed: Bool) { order(changed ? "changed" : "base") }

    /// Lets every answer take so many milliseconds.
    func delay(milliseconds: Int) { order("\(milliseconds)") }

    private func order(_ words: String) {
        orders.fileHandleForWriting.write(Data((words + "\n").utf8))
        _ = Self.line(answers)
    }

    /// Ends the server.
    func stop() {
        try? orders.fileHandleForWriting.close()
        process.waitUntilExit()
    }

    private static func line(_ pipe: Pipe) -> String {
        String(decoding: pipe.fileHandleForReading.availableData, as: UTF8.self)
            .trimmingCharacters(in: .whitespacesAndNewlines)
    }
}
