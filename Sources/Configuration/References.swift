import Foundation
import JuheKit

/// `${env:NAME}` and `${file:PATH}` inside a value: what must not stand in the file, or differs per machine.
enum References {
    /// A value with its references replaced.
    struct Expansion {
        var text: String
        /// True where at least one reference was replaced.
        var isReference: Bool
    }

    /// What is wrong with a reference.
    struct Fault: Error {
        var phrase: Phrase
    }

    /// Replaces every reference. A file's text loses the line ends at its end. What is put in is not looked at again.
    ///
    /// - Parameter settings: in what a plugin declares only `${config:KEY}` stands for something, a setting of its own: a
    ///   plugin reads no variables and no files of the operator's.
    static func expand(
        _ text: String, relativeTo file: YAMLFile, settings: [String: String]? = nil
    ) throws(Fault) -> Expansion {
        guard mayStand(in: text) else { return Expansion(text: text, isReference: false) }
        var result = ""
        var rest = text[...]
        while let start = rest.range(of: "${") {
            result += rest[..<start.lowerBound]
            guard let end = rest[start.upperBound...].firstIndex(of: "}") else {
                throw Fault(phrase: .badReference(String(rest[start.lowerBound...])))
            }
            let reference = String(rest[start.upperBound..<end])
            if let settings {
                guard reference.hasPrefix("config:"), let value = settings[String(reference.dropFirst(7))] else {
                    throw Fault(phrase: .badSettingReference("${\(reference)}", known: settings.keys.sorted()))
                }
                result += value
            } else {
                result += try value(of: reference, relativeTo: file)
            }
            rest = rest[rest.index(after: end)...]
        }
        return Expansion(text: result + rest, isReference: true)
    }

    /// False where no reference can be: of thousands of values nearly all.
    static func mayStand(in text: String) -> Bool {
        var bytes = text
        let hasSign = bytes.withUTF8 { bytes in
            bytes.baseAddress.map { memchr($0, 0x24, bytes.count) != nil } ?? false
        }
        return hasSign && text.contains("${")
    }

    private static func value(of reference: String, relativeTo file: YAMLFile) throws(Fault) -> String {
        let parts = reference.split(separator: ":", maxSplits: 1).map(String.init)
        guard parts.count == 2, !parts[1].isEmpty else { throw Fault(phrase: .badReference("${\(reference)}")) }
        switch parts[0] {
        case "env":
            guard let value = ProcessInfo.processInfo.environment[parts[1]] else {
                throw Fault(phrase: .missingEnvironment(parts[1]))
            }
            return value
        case "file":
            let path = file.resolve(parts[1])
            do {
                let text = try String(contentsOfFile: path, encoding: .utf8)
                return String(text.reversed().drop { $0.isNewline }.reversed())
            } catch {
                throw Fault(phrase: .unreadableFile(path, reason: "UTF-8"))
            }
        default:
            throw Fault(phrase: .badReference("${\(reference)}"))
        }
    }
}
