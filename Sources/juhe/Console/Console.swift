import Foundation
import JuheKit

/// What the program says: results on standard output, everything about the run on standard error.
///
/// Without a terminal a run that goes well is silent.
struct Console: Sendable {
    /// How messages are written.
    enum Format: String, Sendable, CaseIterable {
        case text, json
    }

    /// How much a message matters.
    enum Level: String, Sendable {
        /// Said on a terminal or with `--verbose` only.
        case info
        /// Always said.
        case warning, error
    }

    let language: Language
    let format: Format
    /// True where somebody watches, or asked for it.
    let isTalkative: Bool

    /// Whether standard error is a terminal.
    static var isTerminal: Bool { isatty(STDERR_FILENO) == 1 }

    init(language: Language, format: Format = .text, isVerbose: Bool = false) {
        self.language = language
        self.format = format
        isTalkative = isVerbose || Self.isTerminal
    }

    /// Says a phrase.
    func say(_ phrase: Phrase, _ level: Level = .info, subject: String = "", code: Failure.Code? = nil) {
        guard level != .info || isTalkative else { return }
        let text = phrase.text(language)
        switch format {
        case .text:
            Self.write((subject.isEmpty ? text : "\(subject): \(text)") + "\n", to: STDERR_FILENO)
        case .json:
            var line = LogLine(time: Timestamp.text(Date()), level: level.rawValue, message: text)
            line.subject = subject.isEmpty ? nil : subject
            line.code = code?.rawValue
            Self.write((try? JSONLines.text(line)) ?? text, to: STDERR_FILENO)
        }
    }

    /// Says what went wrong.
    func say(_ failure: Failure, _ level: Level = .error) {
        say(failure.phrase, level, subject: failure.subject, code: failure.code)
    }

    /// Prints a line of results.
    func print(_ line: String) { Self.write(line + "\n", to: STDOUT_FILENO) }

    /// Writes all of a text; a reader that has gone away is no error.
    static func write(_ text: String, to descriptor: Int32) {
        var text = text
        text.withUTF8 { write($0, to: descriptor) }
    }

    /// The same for bytes.
    static func write(_ bytes: [UInt8], to descriptor: Int32) {
        bytes.withUnsafeBufferPointer { write($0, to: descriptor) }
    }

    private static func write(_ buffer: UnsafeBufferPointer<UInt8>, to descriptor: Int32) {
        var offset = 0
        while offset < buffer.count {
            let count = Glibc.write(descriptor, buffer.baseAddress.map { $0 + offset }, buffer.count - offset)
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { return }
            offset += count
        }
    }
}

private struct LogLine: Encodable {
    var time: String
    var level: String
    var code: String?
    var subject: String?
    var message: String
}

/// JSON as commands print it: one value a line, keys sorted, slashes as they are, instants as RFC 3339.
enum JSONLines {
    /// A value and a line end.
    static func text(_ value: some Encodable) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        encoder.dateEncodingStrategy = .iso8601
        return String(decoding: try encoder.encode(value), as: UTF8.self) + "\n"
    }
}
