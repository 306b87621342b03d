/// Several failures at once: all that is wrong with the settings of one plugin, so that nobody has to mend them one by one.
public struct Failures: Error, Sendable {
    /// At least one; the subject of each is the key of the setting it speaks of, or nothing.
    public let all: [Failure]

    /// Nothing where all is well.
    public init?(_ all: [Failure]) {
        if all.isEmpty { return nil }
        self.all = all
    }
}
