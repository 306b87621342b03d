internal import Foundation
internal import JuheKit

/// A plugin's settings as it gets them: as one JSON object, and one by one as environment variables.
enum SettingsJSON {
    /// The settings as a JSON object.
    static func text(_ options: Options) -> JSONText {
        let object = value(.table(options))
        let data = try? JSONSerialization.data(withJSONObject: object, options: [.sortedKeys, .withoutEscapingSlashes])
        return JSONText(text: data.map { String(decoding: $0, as: UTF8.self) } ?? "{}")
    }

    /// `KEY` and its value for every setting that is a single value; secrets among them.
    static func variables(_ options: Options) -> [(key: String, value: String)] {
        options.keys.compactMap { key in
            guard let single = options[key].flatMap(single) else { return nil }
            let name = key.uppercased().map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "_" }
            return (String(name), single)
        }
    }

    private static func value(_ option: OptionValue) -> Any {
        switch option {
        case .text(let text): text
        case .integer(let value): value
        case .number(let value): value
        case .boolean(let value): value
        case .secret(let secret): secret.reveal()
        case .list(let values): values.map(value)
        case .table(let options):
            Dictionary(uniqueKeysWithValues: options.keys.compactMap { key in options[key].map { (key, value($0)) } })
        }
    }

    private static func single(_ option: OptionValue) -> String? {
        switch option {
        case .text(let text): text
        case .integer(let value): String(value)
        case .number(let value): String(value)
        case .boolean(let value): String(value)
        case .secret(let secret): secret.reveal()
        case .list, .table: nil
        }
    }
}
