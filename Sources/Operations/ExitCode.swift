/// How a run ended, for the program that started it. The numbers above 63 are those of BSD's `sysexits.h`.
package enum ExitCode: Int32, Sendable {
    /// Everything went well.
    case done = 0
    /// Some sources failed; the bulletin is out.
    case someSourcesFailed = 3
    /// Every source failed.
    case allSourcesFailed = 4
    /// A sink failed.
    case sinkFailed = 5
    /// The command line is wrong.
    case usage = 64
    /// An input file cannot be read.
    case noInput = 66
    /// The store cannot be used.
    case store = 74
    /// Another run holds the lock.
    case locked = 75
    /// The configuration is wrong.
    case configuration = 78
}
