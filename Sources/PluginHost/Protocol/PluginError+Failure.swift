internal import JuheKit

extension PluginError {
    /// The failure that an operator understands.
    func failure(of plugin: String) -> Failure {
        let subject = item.map { "\(plugin) \(PluginWords.shown($0))" } ?? plugin
        let words = detail.map { "\(message)（\($0)）" } ?? message
        return switch `class` {
        case .transient: Failure(.plugin, subject, .pluginSays(words), isTransient: true)
        case .rateLimited: Failure(.plugin, subject, .pluginRateLimited(words, seconds: retryAfter), isTransient: true)
        case .auth: Failure(.permission, subject, .pluginSays(words))
        case .config: Failure(.configuration, subject, .pluginSays(words))
        case .data: Failure(.malformed, subject, .pluginSays(words))
        case .permanent: Failure(.plugin, subject, .pluginSays(words))
        }
    }
}

/// What a program complained of on its standard error.
enum PluginComplaint {
    /// The last line that is not blank, without control characters, at most 200 of them: where a program ends badly, the
    /// reason stands last.
    static func lastLine(of errors: [UInt8]) -> String {
        let lines = errors.split(separator: 0x0A).reversed()
        let line = lines.first { $0.contains { $0 > 0x20 } } ?? []
        let scalars = String(decoding: line, as: UTF8.self).unicodeScalars.filter {
            $0.value >= 0x20 && $0.value != 0x7F
        }
        return String(String.UnicodeScalarView(scalars.prefix(200)))
    }
}
