import Foundation

/// The built program, run as a user or cron runs it.
struct Program {
    /// What a run left behind.
    struct Outcome {
        var status: Int32
        var output: String
        var errors: String
    }

    /// The folder it runs in.
    let folder: String
    /// The executable's name.
    var name = "juhe"

    /// Executables lie beside the test bundle.
    private static let products: String = {
        let own = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? ""
        return (own as NSString).deletingLastPathComponent
    }()

    /// Runs to the end. There is no terminal, as under cron.
    func run(_ arguments: String..., input: String = "", environment: [String: String] = [:]) throws -> Outcome {
        try run(list: arguments, input: input, environment: environment)
    }

    /// Runs to the end, the arguments as a list.
    ///
    /// - Parameter limits: words for a shell that take something from the program before it starts, as `ulimit -n 64`.
    func run(
        list arguments: [String], input: String = "", environment: [String: String] = [:], limits: String? = nil
    ) throws -> Outcome {
        let process = Process()
        let executable = Self.products + "/" + name
        process.executableURL = URL(fileURLWithPath: limits == nil ? executable : "/bin/sh")
        process.arguments =
            limits.map { ["-c", "\($0); exec \"$0\" \"$@\"", executable] + arguments } ?? arguments
        process.currentDirectoryURL = URL(fileURLWithPath: folder)
        process.environment = ["PATH": "/usr/bin:/bin", "HOME": folder].merging(environment) { $1 }
        // Files rather than pipes: nothing to drain, nothing to deadlock.
        let scratch = FileManager.default.temporaryDirectory.appending(path: "juhe-program-" + UUID().uuidString)
        try FileManager.default.createDirectory(at: scratch, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: scratch) }
        try Data(input.utf8).write(to: scratch.appending(path: "in"))
        for name in ["out", "err"] { try Data().write(to: scratch.appending(path: name)) }
        process.standardInput = try FileHandle(forReadingFrom: scratch.appending(path: "in"))
        process.standardOutput = try FileHandle(forWritingTo: scratch.appending(path: "out"))
        process.standardError = try FileHandle(forWritingTo: scratch.appending(path: "err"))
        try process.run()
        process.waitUntilExit()
        func text(_ name: String) throws -> String {
            String(decoding: try Data(contentsOf: scratch.appending(path: name)), as: UTF8.self)
        }
        return Outcome(status: process.terminationStatus, output: try text("out"), errors: try text("err"))
    }

    /// Starts a command that does not end by itself; all that it says goes to a file.
    func start(_ arguments: [String], saying file: String) throws -> Process {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: Self.products + "/" + name)
        process.arguments = arguments
        process.currentDirectoryURL = URL(fileURLWithPath: folder)
        process.environment = ["PATH": "/usr/bin:/bin", "HOME": folder]
        let output = try FileHandle(forWritingTo: URL(fileURLWithPath: file))
        process.standardOutput = output
        process.standardError = output
        try process.run()
        return process
    }

    /// Starts a run and kills it after `seconds`, with no chance to clean up.
    func runAndKill(_ arguments: String..., after seconds: Double) throws {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: Self.products + "/" + name)
        process.arguments = arguments
        process.currentDirectoryURL = URL(fileURLWithPath: folder)
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
        Thread.sleep(forTimeInterval: seconds)
        kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
    }
}
