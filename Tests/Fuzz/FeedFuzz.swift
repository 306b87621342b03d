import FeedFormats

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// Reads broken feeds until the time is up: `feedfuzz SECONDS CORPUS-FILE…`.
///
/// Each input is a file of the corpus, broken by `Mutator` in a way that its number alone decides, so that a failure is
/// repeated by its number. Every third input is sanitized as HTML too. A crash is the system's to report; the harness itself watches the clock, the memory and that
/// what was read is what was counted. With a number in `FUZZ_ONLY`, only that input is read.
@main
struct FeedFuzz {
    static func main() {
        let arguments = CommandLine.arguments.dropFirst()
        guard let seconds = arguments.first.flatMap({ Int($0) }), arguments.count > 1 else {
            print("usage: feedfuzz SECONDS CORPUS-FILE…")
            exit(64)
        }
        let corpus = arguments.dropFirst().compactMap(load)
        let mutator = Mutator(corpus: corpus)
        if let only = getenv("FUZZ_ONLY").flatMap({ UInt64(String(cString: $0)) }) {
            let input = mutator.input(only)
            if let path = getenv("FUZZ_SAVE") { save(input, String(cString: path)) }
            check(input, only)
            return
        }
        let first = getenv("FUZZ_FIRST").flatMap { UInt64(String(cString: $0)) } ?? 0
        let end = time(nil) + seconds
        var number = first
        var bytes = 0
        while time(nil) < end {
            let input = mutator.input(number)
            mark(number)
            check(input, number)
            bytes += input.count
            number += 1
        }
        print("\(number - first) inputs, \(bytes / 1_000_000) MB, numbers \(first)..<\(number)")
    }

    /// Leaves the number where it can be found after a crash.
    private static func mark(_ number: UInt64) {
        guard let path = getenv("FUZZ_MARK"), let file = fopen(path, "w") else { return }
        fputs("\(number)\n", file)
        fclose(file)
    }

    private static func check(_ input: [UInt8], _ number: UInt64) {
        let start = clock()
        var tally = FeedTally()
        tally.count(input)
        var entries = 0
        do {
            let feed = try FeedReader.read(input, hints: .init(baseURL: "http://www.ningl.example/a/b.xml"))
            entries = feed.entries.count
            let json = feed.conformanceJSON(file: "f", sanitizing: number % 4 == 0)
            if !json.hasSuffix("}") { fail(number, "broken report") }
            if tally.errors != 0 { fail(number, "counting failed where reading did not") }
            if tally.items != entries { fail(number, "\(tally.items) counted, \(entries) read") }
        } catch {
            if tally.errors != 1 { fail(number, "reading failed where counting did not: \(error)") }
        }
        if number % 3 == 0, let fault = HTMLFuzz.fault(input) { fail(number, fault) }
        let milliseconds = Double(clock() - start) * 1000 / Double(CLOCKS_PER_SEC)
        // Many times slower than usual is a hang in the making. Thousands of empty entries, the slowest of what is honest, take
        // ten microseconds a byte in a build for debugging.
        if milliseconds > 200 + Double(input.count) / 40 {
            fail(number, "\(milliseconds) ms for \(input.count) bytes")
        }
    }

    private static func fail(_ number: UInt64, _ what: String) {
        print("input \(number): \(what)")
        if getenv("FUZZ_KEEP_GOING") == nil { exit(1) }
    }

    private static func load(_ path: String) -> [UInt8]? {
        guard let file = fopen(path, "rb") else { return nil }
        defer { fclose(file) }
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 65_536)
        while case let count = fread(&buffer, 1, buffer.count, file), count > 0 { bytes += buffer[..<count] }
        return bytes
    }

    private static func save(_ bytes: [UInt8], _ path: String) {
        guard let file = fopen(path, "wb") else { return }
        fwrite(bytes, 1, bytes.count, file)
        fclose(file)
    }
}
