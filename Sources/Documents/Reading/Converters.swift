import ChildProcess

/// The programs that read what this room does not read itself: where they are, and how long one may take.
package struct Converters: Sendable, Equatable {
    /// The folders in which they are looked for, in this order; no others.
    package var folders: [String]
    /// Seconds that one of them may take for one document, or for one page of a scan.
    package var seconds: Double

    /// Programs where Debian puts them, two minutes each.
    package init(folders: [String] = SystemProgram.folders, seconds: Double = 120) {
        self.folders = folders
        self.seconds = seconds
    }

    /// The absolute path of the first of these names that is installed.
    func path(of names: String...) -> String? { SystemProgram.path(of: names, in: folders) }

    /// The bounds of one conversion.
    func limits(memory: Int = 2 << 30) -> ChildProcess.Limits {
        ChildProcess.Limits(seconds: seconds, processorSeconds: max(1, Int(seconds * 2)), memory: memory)
    }
}
