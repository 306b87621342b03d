import Glibc
package import JuheKit
import Synchronization

/// A program that one talks with, line by line, over its standard input and output: bounded in time and size, never able
/// to stall or to kill the one who talks with it, and gone with all it started when ``run(_:)`` returns.
///
/// ```swift
/// let talk = try Conversation(command, environment: variables, limits: Conversation.Limits())
/// talk.say(Array("{\"type\":\"start\"}".utf8))
/// let outcome = talk.run { line in line.isEmpty ? .stop : .goOn }
/// ```
package final class Conversation: Sendable {
    /// What the program may use.
    package struct Limits: Sendable {
        /// Seconds until its first line.
        package var firstLine: Double
        /// Seconds until it has ended.
        package var seconds: Double
        /// Seconds that it has to end by itself once it was told to.
        package var grace: Double
        /// Bytes of one line.
        package var line: Int
        /// Bytes of standard output.
        package var output: Int
        /// What is said to it when its time is over, before its input ends.
        package var lastWord: [UInt8] = []

        /// The limits of PLUGIN-PROTOCOL: 5 s, 60 s, 2 s, 1 MiB, 64 MiB.
        package init(
            firstLine: Double = 5, seconds: Double = 60, grace: Double = 2, line: Int = 1 << 20, output: Int = 64 << 20
        ) {
            self.firstLine = firstLine
            self.seconds = seconds
            self.grace = grace
            self.line = line
            self.output = output
        }
    }

    /// Whether to hear more.
    package enum Hearing: Sendable {
        /// Go on.
        case goOn
        /// The program has said what it had to say, or talks nonsense: end it.
        case stop
    }

    /// How it ended.
    package enum Ending: Sendable, Equatable {
        /// By itself, with this code.
        case exited(Int32)
        /// By a signal.
        case signalled(Int32)
        /// It was ended because of this.
        case ended(Reason)
    }

    /// Why a program was ended.
    package enum Reason: Sendable, Equatable {
        /// No first line in time.
        case silent
        /// Not through in time.
        case deadline
        /// A line longer than allowed.
        case lineTooLong
        /// More output than allowed.
        case outputTooLarge
        /// The run is being stopped.
        case cancelled
        /// The listener wanted no more.
        case listener
    }

    /// What it left behind.
    package struct Outcome: Sendable {
        /// How it ended.
        package var ending: Ending
        /// What it said after its last line end; a program that was cut off leaves half a line.
        package var rest: [UInt8]
        /// Standard error, the first 64 KiB.
        package var errors: [UInt8]
        /// Bytes of standard output.
        package var received: Int
    }

    /// The variable that marks a run.
    package static let markName = "JUHE_RUN"

    let child: pid_t
    let pipes: Spawning.TalkPipes
    let limits: Limits
    /// The variable by which processes are found that the program leaves behind.
    let mark: String?
    /// True where the program is bubblewrap, which waits for one inside that is no child of ours.
    let hasInner: Bool
    let mail: Mutex<Outgoing>
    let bell: (reading: Int32, writing: Int32)

    /// What is still to be said.
    struct Outgoing: Sendable {
        var bytes: [UInt8] = []
        /// Bytes that were taken to be said, and are not in the pipe yet.
        var underway = 0
        var isClosing = false
        var isCancelled = false
        var isOver = false
    }

    /// Starts a program.
    ///
    /// - Parameters:
    ///   - command: the absolute path of the program and its arguments.
    ///   - environment: its whole environment, `NAME=value` each; with a unique ``markName`` in it, processes that it
    ///     leaves behind in sessions of their own are ended with it.
    ///   - folder: its working directory.
    /// - Throws: ``Failure`` with the code `plugin` where it cannot be started.
    package init(
        _ command: [String], environment: [String], folder: String, limits: Limits = Limits(), enclosure: [UInt8] = []
    ) throws(Failure) {
        self.limits = limits
        mark = environment.first { $0.hasPrefix(Self.markName + "=") }
        hasInner = command.first?.hasSuffix("/bwrap") ?? false
        guard let bell = Spawning.pipe() else { throw Spawning.failure(command, errno) }
        self.bell = bell
        do {
            (child, pipes) = try Spawning.talk(
                command, environment: environment, folder: folder, enclosure: enclosure)
        } catch {
            close(bell.reading)
            close(bell.writing)
            throw error
        }
        mail = Mutex(Outgoing())
    }

    deinit {
        close(bell.reading)
        close(bell.writing)
    }

    /// Says a line; a line feed is put behind it. May be called from any thread, and after the program has ended.
    package func say(_ line: [UInt8]) {
        mail.withLock { mail in
            guard !mail.isClosing, !mail.isOver else { return }
            mail.bytes += line
            mail.bytes.append(0x0A)
        }
        ring()
    }

    /// Says that nothing more will be said: the program reads the end of its input.
    package func closeInput() {
        mail.withLock { $0.isClosing = true }
        ring()
    }

    /// Asks for an end: `line` is said, the input closed, and after the grace all is killed.
    package func cancel(saying line: [UInt8]) {
        mail.withLock { mail in
            guard !mail.isCancelled, !mail.isOver else { return }
            if !mail.isClosing { mail.bytes += line + [0x0A] }
            mail.isClosing = true
            mail.isCancelled = true
        }
        ring()
    }

    /// How many bytes wait to be said: what a program that does not read its input lets grow.
    package var unsaid: Int { mail.withLock { $0.bytes.count + $0.underway } }

    /// True once the program has ended: nothing that is said is heard any more.
    package var isOver: Bool { mail.withLock(\.isOver) }

    /// Listens until the program has ended. The caller's thread waits; it is not one of the concurrency pool's.
    ///
    /// - Parameters:
    ///   - supply: asked for the next line whenever all that was said has gone into the pipe, so that no more than a line
    ///     waits in memory; nothing where there is none now.
    ///   - hear: gets every line without its line feed, in order.
    package func run(
        supply: () -> [UInt8]? = { nil }, _ hear: (ArraySlice<UInt8>) -> Hearing
    ) -> Outcome {
        var listening = Listening(self)
        let outcome = listening.untilEnd(supply, hear)
        mail.withLock { mail in
            mail.isOver = true
            mail.bytes = []
            mail.underway = 0
        }
        return outcome
    }

    private func ring() {
        var one: UInt8 = 1
        _ = write(bell.writing, &one, 1)
    }
}
