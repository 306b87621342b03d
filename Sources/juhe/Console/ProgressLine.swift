import Foundation
import JuheKit

/// One line on a terminal that tells how far collecting is; nothing anywhere else.
struct ProgressLine {
    private let console: Console
    private let all: Int
    private let isShown: Bool
    private var done = 0
    private var new = 0
    private var failed = 0
    private var lastDrawn = ContinuousClock.Instant?.none

    init(_ console: Console, of all: Int) {
        self.console = console
        self.all = all
        isShown = Console.isTerminal && console.format == .text
    }

    /// One more source is through.
    mutating func advance(new: Int, failed: Bool) {
        done += 1
        self.new += new
        self.failed += failed ? 1 : 0
        guard isShown else { return }
        let now = ContinuousClock.now
        // Ten times a second is enough for an eye.
        if let lastDrawn, now - lastDrawn < .milliseconds(100), done < all { return }
        lastDrawn = now
        let text = Phrase.progress(done: done, of: all, new: self.new, failed: self.failed).text(console.language)
        Console.write("\r\u{1B}[K\(text)", to: STDERR_FILENO)
    }

    /// Wipes the line away.
    func finish() {
        if isShown { Console.write("\r\u{1B}[K", to: STDERR_FILENO) }
    }
}
