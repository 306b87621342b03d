import Glibc
package import JuheKit

/// Another program, run for one piece of work: no shell, no network where the system can take it away, bounded in time,
/// memory and output, and gone with all its children when this returns.
///
/// ```swift
/// let outcome = try ChildProcess("pdftotext", ["-enc", "UTF-8", "--", file, "-"], in: folder).run()
/// ```
///
/// The caller's thread waits; it is not one of the concurrency pool's.
package struct ChildProcess: Sendable {
    /// What the program may use.
    package struct Limits: Sendable {
        /// Seconds by the clock.
        package var seconds: Double
        /// Seconds of processor time.
        package var processorSeconds: Int
        /// Bytes of address space.
        package var memory: Int
        /// Bytes of standard output, and of any file it writes.
        package var output: Int

        /// Limits that fit the conversion of one document.
        package init(
            seconds: Double = 60, processorSeconds: Int = 60, memory: Int = 2 << 30, output: Int = 64 << 20
        ) {
            self.seconds = seconds
            self.processorSeconds = processorSeconds
            self.memory = memory
            self.output = output
        }
    }

    /// How it ended.
    package enum Ending: Sendable, Equatable {
        /// By itself, with this code; 0 says that all went well.
        case exited(Int32)
        /// By a signal: of its own, or because it took more memory or processor time than allowed.
        case signalled(Int32)
        /// It took longer than allowed, and was ended.
        case timedOut
        /// It said more than allowed, and was ended.
        case outputTooLarge
    }

    /// What it left behind.
    package struct Outcome: Sendable {
        /// How it ended.
        package var ending: Ending
        /// Standard output, at most ``Limits/output``.
        package var output: [UInt8]
        /// Standard error, the first 64 KiB.
        package var errors: [UInt8]

        /// True where it ended by itself and said that all went well.
        package var isSuccess: Bool { ending == .exited(0) }
        /// The first line of standard error that is not blank, at most 200 characters, for people.
        package var complaint: String {
            let lines = String(decoding: errors, as: UTF8.self).split(whereSeparator: \.isNewline)
            let line = lines.first { $0.contains { $0 != " " } } ?? ""
            return String(String.UnicodeScalarView(line.unicodeScalars.filter { $0.value >= 0x20 }.prefix(200)))
        }
    }

    let program: String
    let arguments: [String]
    let folder: String
    let limits: Limits

    /// A program to run.
    ///
    /// - Parameters:
    ///   - program: the absolute path of the executable; see ``SystemProgram``.
    ///   - arguments: given as they are. A path among them is absolute or stands behind `--`.
    ///   - folder: the only folder that the program should write to; its `HOME` and `TMPDIR`.
    package init(_ program: String, _ arguments: [String], in folder: String, limits: Limits = Limits()) {
        self.program = program
        self.arguments = arguments
        self.folder = folder
        self.limits = limits
    }

    /// True where programs are kept from the network here.
    package static var hasNoNetwork: Bool { Sandbox.best != .limits }

    /// Runs the program to its end.
    /// - Throws: ``Failure`` with the code `plugin` where it cannot even be started.
    package func run() throws(Failure) -> Outcome {
        try run(in: Sandbox.best)
    }

    func run(in sandbox: Sandbox) throws(Failure) -> Outcome {
        let command = sandbox.command(for: self)
        let (child, pipes) = try Spawning.start(command, environment: environment)
        var watch = Watching(child: child, pipes: pipes, limits: limits)
        return watch.untilEnd()
    }

    private var environment: [String] {
        [
            "PATH=/usr/bin:/bin", "LANG=C.UTF-8", "LC_ALL=C.UTF-8", "TZ=UTC", "HOME=\(folder)", "TMPDIR=\(folder)",
            "SOURCE_DATE_EPOCH=0",
        ]
    }
}
