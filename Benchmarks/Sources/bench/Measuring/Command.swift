import Foundation

/// A program to run to its end.
struct Command {
    var program: String
    var arguments: [String] = []
    /// How many processors it may use; 0 means all.
    var processors = 0
}

/// What a process and its children cost.
struct Cost: Sendable {
    /// User and system time in seconds.
    var cpu: Double
    var wall: Double
    /// The largest resident set in bytes.
    var memory: Int
    var exitCode: Int32
    var output: String
}
