internal import ChildProcess
internal import Foundation
internal import JuheKit

/// How plugins are kept in bounds.
package enum PluginSandbox: String, Sendable, CaseIterable {
    /// Behind walls where the system can build them, else within limits only, which is shown.
    case auto
    /// Behind walls or not at all.
    case required
    /// Within limits only.
    case off

    /// True where walls can be built here; tried once in the life of the process.
    package static let hasWalls: Bool = filtersCalls || trial([])

    /// True where the walls can also keep calls from the kernel.
    static let filtersCalls: Bool = !CallFilter.program.isEmpty && trial(CallFilter.program)

    private static func trial(_ filter: [UInt8]) -> Bool {
        guard let bubblewrap = SystemProgram.path(of: "bwrap"), let folder = try? WorkFolder() else { return false }
        let command =
            [bubblewrap, "--ro-bind", "/", "/", "--dev", "/dev", "--unshare-all", "--die-with-parent"]
            + filtering(filter) + ["--", "/bin/true"]
        let trial = try? Conversation(
            command, environment: [], folder: folder.path, limits: Conversation.Limits(firstLine: 5, seconds: 5),
            enclosure: filter)
        return trial?.run { _ in .goOn }.ending == .exited(0)
    }

    /// The arguments of bubblewrap that make it load what is enclosed.
    private static func filtering(_ filter: [UInt8]) -> [String] { filter.isEmpty ? [] : ["--seccomp", "3"] }

    /// What goes with a command, to be enclosed.
    func enclosure(of command: [String]) -> [UInt8] {
        let isFiltered =
            command.first?.hasSuffix("/bwrap") ?? false && command.prefix { $0 != "--" }.contains("--seccomp")
        return isFiltered ? CallFilter.program : []
    }

    /// True where a program can at least be kept from the network, by a network of its own that has nothing in it; tried
    /// once in the life of the process.
    package static let hidesNetwork: Bool = {
        guard let folder = try? WorkFolder() else { return false }
        let trial = ChildProcess(
            emptyNetwork[0], Array(emptyNetwork.dropFirst()) + ["/bin/true"], in: folder.path,
            limits: ChildProcess.Limits(seconds: 5))
        return (try? trial.run().isSuccess) ?? false
    }()

    private static let emptyNetwork = ["/usr/bin/unshare", "--user", "--map-current-user", "--net", "--"]

    /// The command line that runs a program within its bounds.
    /// - Throws: ``Failure`` with the code `permission` where walls are required and cannot be built.
    func command(
        _ program: [String], walls: PluginWalls, limits: PluginLimits, hasWalls: Bool, hidesNetwork: Bool,
        _ name: String
    ) throws(Failure) -> [String] {
        let bounded = [
            "/usr/bin/prlimit", "--cpu=\(limits.processorSeconds):\(limits.processorSeconds + 2)",
            "--as=\(limits.memory)", "--core=0",
            "--fsize=\(1 << 30)",
            "--nofile=256", "--",
        ]
        guard self != .off else { return bounded + program }
        guard hasWalls, let bubblewrap = SystemProgram.path(of: "bwrap") else {
            if self == .required { throw Failure(.permission, name, .noSandbox) }
            return (hidesNetwork && !walls.isDirect ? Self.emptyNetwork : []) + bounded + program
        }
        let filter = Self.filtersCalls ? Self.filtering(CallFilter.program) : []
        return [bubblewrap] + walls.arguments + filter + ["--"] + bounded + program
    }
}

/// What a plugin sees of the machine.
struct PluginWalls {
    /// Its own folder, to read.
    var plugin: String
    /// Its work folder, to write.
    var work: String
    /// What its manifest asks to read.
    var read: [String]
    /// What its manifest asks to write.
    var write: [String]
    /// True where it has the network for itself.
    var isDirect: Bool

    /// The arguments of bubblewrap. The system's programs can be read, nothing of the users' homes can.
    var arguments: [String] {
        var words = [
            "--die-with-parent", "--new-session", "--unshare-all", "--proc", "/proc", "--dev", "/dev",
            "--size", "\(256 << 20)", "--tmpfs", "/tmp",
        ]
        for folder in ["/usr", "/bin", "/sbin", "/lib", "/lib64", "/etc", "/opt"] {
            words += ["--ro-bind-try", folder, folder]
        }
        if isDirect { words.append("--share-net") }
        for path in [plugin] + read { words += ["--ro-bind-try", path, path] }
        for path in [work] + write { words += ["--bind-try", path, path] }
        return words + ["--chdir", plugin]
    }
}
