internal import Glibc

/// A moment of the clock that never jumps, in milliseconds.
struct Instant: Comparable {
    private let milliseconds: Int

    static var now: Instant {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return Instant(milliseconds: time.tv_sec * 1000 + time.tv_nsec / 1_000_000)
    }

    /// The moment some seconds later; a day is the longest wait.
    func advanced(bySeconds seconds: Double) -> Instant {
        Instant(milliseconds: milliseconds + Self.milliseconds(seconds))
    }

    /// The moment some milliseconds later.
    func advanced(byMilliseconds milliseconds: Int) -> Instant {
        Instant(milliseconds: self.milliseconds + milliseconds)
    }

    /// Milliseconds from another moment to this one.
    func milliseconds(since other: Instant) -> Int { milliseconds - other.milliseconds }

    /// Seconds as whole milliseconds between one and a day.
    static func milliseconds(_ seconds: Double) -> Int {
        seconds.isNaN ? 1 : Int(min(max(seconds * 1000, 1), 86_400_000))
    }

    static func < (one: Instant, other: Instant) -> Bool { one.milliseconds < other.milliseconds }
}
