import Foundation
import JuheKit

/// Failures as the store keeps them.
enum StoredFailure {
    private struct Form: Codable {
        var code: Failure.Code
        var subject: String
        var zh: String
        var en: String
        var transient: Bool
    }

    static func text(_ failure: Failure) throws -> String {
        let form = Form(
            code: failure.code, subject: failure.subject, zh: failure.phrase.zhHans, en: failure.phrase.english,
            transient: failure.isTransient)
        return String(decoding: try JSONEncoder().encode(form), as: UTF8.self)
    }

    static func failure(_ text: String?) -> Failure? {
        guard let text, let form = try? JSONDecoder().decode(Form.self, from: Data(text.utf8)) else { return nil }
        return Failure(form.code, form.subject, Phrase(form.zh, en: form.en), isTransient: form.transient)
    }
}
