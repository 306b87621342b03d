import Glibc
import JuheKit

/// What is put in front of a program so that it stays within its bounds: programs of util-linux, which every Debian has,
/// and bubblewrap, which some have.
///
/// Each of them replaces itself with the next by `exec`, so that what is waited for is the program itself.
enum Sandbox: String, Sendable, CaseIterable {
    /// Bubblewrap: no network, no other processes, nothing to write to but the one folder.
    case bubblewrap
    /// A network namespace of its own, which has no network in it.
    case unshare
    /// Limits only; the system allows neither.
    case limits

    /// The best that works here; tried once in the life of the process.
    static let best: Sandbox = allCases.first { $0.works } ?? .limits

    /// The whole command line.
    func command(for child: ChildProcess) -> [String] {
        limiting(child.limits) + walls(child) + [child.program] + child.arguments
    }

    private func limiting(_ limits: ChildProcess.Limits) -> [String] {
        [
            "/usr/bin/prlimit", "--cpu=\(limits.processorSeconds)", "--as=\(limits.memory)",
            "--fsize=\(limits.output)", "--core=0", "--nofile=256", "--",
            // Whatever becomes of Juhe, the program does not outlive it.
            "/usr/bin/setpriv", "--pdeathsig", "KILL", "--",
        ]
    }

    private func walls(_ child: ChildProcess) -> [String] {
        switch self {
        case .bubblewrap:
            [
                "/usr/bin/bwrap", "--ro-bind", "/", "/", "--dev", "/dev", "--proc", "/proc", "--tmpfs", "/tmp",
            ]
                // A program that lies where the empty folder is put now.
                + (child.program.hasPrefix("/tmp/") ? ["--ro-bind", child.program, child.program] : [])
                + [
                    "--bind", child.folder, child.folder, "--unshare-net", "--unshare-pid", "--unshare-ipc",
                    "--die-with-parent", "--new-session", "--",
                ]
        case .unshare: ["/usr/bin/unshare", "--user", "--map-root-user", "--net", "--"]
        case .limits: []
        }
    }

    private var works: Bool {
        if self == .limits { return true }
        guard let folder = try? WorkFolder() else { return false }
        let trial = ChildProcess("/bin/true", [], in: folder.path, limits: ChildProcess.Limits(seconds: 5))
        return (try? trial.run(in: self).isSuccess) ?? false
    }
}
