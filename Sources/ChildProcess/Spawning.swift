import Glibc
import JuheKit
import Synchronization

/// Starts a program in a session of its own, with nothing to read and two pipes to write to.
enum Spawning {
    /// The reading ends of the program's standard output and standard error.
    struct Pipes {
        var output: Int32
        var errors: Int32
    }

    /// The descriptor of what is enclosed.
    private static let enclosed: Int32 = 3

    /// The ends of the three pipes to a program that one talks with.
    struct TalkPipes: Sendable {
        var input: Int32
        var output: Int32
        var errors: Int32
    }

    static func start(
        _ command: [String], environment: [String]
    ) throws(Failure) -> (child: pid_t, pipes: Pipes) {
        guard let output = pipe(), let errors = pipe() else { throw failure(command, errno) }
        defer {
            close(output.writing)
            close(errors.writing)
        }
        do {
            let child = try spawn(command, environment, [(output.writing, 1), (errors.writing, 2)])
            return (child, Pipes(output: output.reading, errors: errors.reading))
        } catch {
            close(output.reading)
            close(errors.reading)
            throw error
        }
    }

    /// Starts a program that is also told something.
    /// - Parameter enclosure: what it can read from descriptor 3, less than a pipe holds; nothing where it has none.
    static func talk(
        _ command: [String], environment: [String], folder: String, enclosure: [UInt8] = []
    ) throws(Failure) -> (child: pid_t, pipes: TalkPipes) {
        guard let input = pipe(), let output = pipe(), let errors = pipe(), let extra = pipe() else {
            throw failure(command, errno)
        }
        defer {
            close(extra.reading)
            close(input.reading)
            close(output.writing)
            close(errors.writing)
        }
        var descriptors: [(ours: Int32, its: Int32)] = [(input.reading, 0), (output.writing, 1), (errors.writing, 2)]
        if enclosure.isEmpty {
            close(extra.writing)
        } else {
            _ = write(extra.writing, enclosure, enclosure.count)
            close(extra.writing)
            _ = fcntl(extra.reading, F_SETFL, 0)
            descriptors.append((extra.reading, Self.enclosed))
        }
        // Ours to write without waiting, the program's to read as programs do.
        _ = fcntl(input.reading, F_SETFL, 0)
        _ = fcntl(input.writing, F_SETFL, O_NONBLOCK)
        do {
            // `env -C` goes to the folder and becomes the program; bubblewrap goes there by itself.
            let isBubblewrap = command.first?.hasSuffix("/bwrap") ?? false
            let child = try spawn(
                isBubblewrap ? command : ["/usr/bin/env", "-C", folder] + command, environment, descriptors)
            return (child, TalkPipes(input: input.writing, output: output.reading, errors: errors.reading))
        } catch {
            for end in [input.writing, output.reading, errors.reading] { close(end) }
            throw error
        }
    }

    /// - Parameter descriptors: what it has for its own; where it has no standard input, there is nothing to read.
    private static func spawn(
        _ command: [String], _ environment: [String], _ descriptors: [(ours: Int32, its: Int32)]
    ) throws(Failure) -> pid_t {
        let (child, error) = StartingThread.run { spawnHere(command, environment, descriptors) }
        guard error == 0 else { throw failure(command, error) }
        return child
    }

    private static func spawnHere(
        _ command: [String], _ environment: [String], _ descriptors: [(ours: Int32, its: Int32)]
    ) -> (child: pid_t, error: Int32) {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        if !descriptors.contains(where: { $0.its == 0 }) {
            posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
        }
        for (ours, its) in descriptors { posix_spawn_file_actions_adddup2(&actions, ours, its) }
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        var signals = sigset_t()
        sigemptyset(&signals)
        posix_spawnattr_setsigmask(&attributes, &signals)
        sigfillset(&signals)
        posix_spawnattr_setsigdefault(&attributes, &signals)
        // A session is a process group as well: its number is the program's own.
        posix_spawnattr_setflags(&attributes, Int16(setsid | setsigdef | setsigmask))
        var child = pid_t()
        let arguments = command.map { strdup($0) } + [nil]
        let variables = environment.map { strdup($0) } + [nil]
        defer { (arguments + variables).forEach { free($0) } }
        let error = alone.withLock { _ in
            posix_spawn(&child, command[0], &actions, &attributes, arguments, variables)
        }
        return (child, error)
    }

    /// A pipe that no program inherits; its reading end does not wait.
    static func pipe() -> (reading: Int32, writing: Int32)? {
        var ends: [Int32] = [0, 0]
        let isMade = alone.withLock { _ in
            guard Glibc.pipe(&ends) == 0 else { return false }
            for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
            return true
        }
        guard isMade else { return nil }
        _ = fcntl(ends[0], F_SETFL, O_NONBLOCK)
        return (ends[0], ends[1])
    }

    static func failure(_ command: [String], _ error: Int32) -> Failure {
        Failure(.plugin, command.first ?? "", .programNotStarted(reason: String(cString: strerror(error))))
    }

    /// A program that is started between the making of a pipe and its mark would inherit it, and hold it open.
    private static let alone = Mutex(())

    /// POSIX_SPAWN_SETSIGDEF, POSIX_SPAWN_SETSIGMASK and POSIX_SPAWN_SETSID of <spawn.h>, which Swift does not import.
    private static let setsigdef = 0x04
    private static let setsigmask = 0x08
    private static let setsid = 0x80
}
