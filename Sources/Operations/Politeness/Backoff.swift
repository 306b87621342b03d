/// How long a source that fails is left alone.
package enum Backoff {
    /// No source is left alone for longer than twelve hours because it fails: a daily run asks it every day.
    package static let longest: Double = 43_200

    /// Seconds to wait after a failure: as long as the failures have lasted, so that the time between two attempts about
    /// doubles whatever the run's own interval is; less up to a half of it, so that not all who failed together come
    /// back together.
    ///
    /// The part taken off depends on source and attempt only: the same failure waits the same time again.
    /// - Parameters:
    ///   - elapsed: seconds since the first failure in a row.
    ///   - attempt: failures in a row, from 1.
    package static func wait(elapsed: Double, source: String, attempt: Int) -> Double {
        min(max(0, elapsed), longest) * (0.5 + 0.5 * fraction(source, attempt))
    }

    /// A number from 0 up to 1 that is even over sources and attempts (FNV-1a, mixed as in SplitMix64).
    static func fraction(_ source: String, _ attempt: Int) -> Double {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in "\(source) \(attempt)".utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        hash = (hash ^ hash >> 30) &* 0xBF58_476D_1CE4_E5B9
        hash = (hash ^ hash >> 27) &* 0x94D0_49BB_1331_11EB
        return Double((hash ^ hash >> 31) >> 11) / Double(1 << 53)
    }
}
