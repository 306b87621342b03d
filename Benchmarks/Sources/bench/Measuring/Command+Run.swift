import Foundation

/// A program could not be started.
struct SpawnError: Error, CustomStringConvertible {
    let program: String
    let code: Int32
    var description: String { "\(program): \(String(cString: strerror(code)))" }
}

extension Command {
    /// Runs it through `measure`, with its standard output and error in files of the folder, and waits for it.
    func run(in scratch: URL) throws -> Cost {
        let outputFile = scratch.appendingPathComponent("output").path
        let resultFile = scratch.appendingPathComponent("result").path
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
        for (descriptor, file) in [(1, outputFile), (2, scratch.appendingPathComponent("errors").path)] {
            posix_spawn_file_actions_addopen(
                &actions, Int32(descriptor), file, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
        }
        let measure = Programs.beside("measure")
        var pid: pid_t = 0
        let code = CStrings.with([measure, resultFile, "\(processors)", program] + arguments) {
            posix_spawn(&pid, measure, &actions, nil, $0, environ)
        }
        guard code == 0 else { throw SpawnError(program: program, code: code) }
        var status: Int32 = 0
        while waitpid(pid, &status, 0) < 0, errno == EINTR {}
        guard status == 0, let result = try? String(contentsOfFile: resultFile, encoding: .utf8),
            let cost = Cost(result, output: (try? Data(contentsOf: URL(fileURLWithPath: outputFile))) ?? Data())
        else { throw SpawnError(program: program, code: status == 127 << 8 ? ENOENT : EIO) }
        return cost
    }
}

extension Cost {
    /// From the line that `measure` writes.
    fileprivate init?(_ line: String, output: Data) {
        let fields = line.split(whereSeparator: \.isWhitespace)
        guard fields.count == 4, let cpu = Double(fields[0]), let wall = Double(fields[1]),
            let memory = Int(fields[2]), let exitCode = Int32(fields[3])
        else { return nil }
        self.init(
            cpu: cpu, wall: wall, memory: memory, exitCode: exitCode, output: String(decoding: output, as: UTF8.self))
    }
}

/// Lists of strings as C programs take them.
enum CStrings {
    static func with<Result>(
        _ strings: [String], _ body: (UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>) -> Result
    ) -> Result {
        var pointers = strings.map { strdup($0) } + [nil]
        defer { pointers.forEach { free($0) } }
        return pointers.withUnsafeMutableBufferPointer { buffer in
            guard let base = buffer.baseAddress else { preconditionFailure("the list ends with nil") }
            return body(base)
        }
    }
}
