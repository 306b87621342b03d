import Foundation
import JuheKit
import Store

/// Who gives the command.
enum Person {
    /// The user's login name; the number of the user where there is none.
    static let name: String = {
        guard let entry = getpwuid(getuid()), let name = entry.pointee.pw_name else { return "\(getuid())" }
        return String(cString: name)
    }()
}

extension EditionRecord {
    /// Its number for people.
    func spoken(_ language: Language) -> String {
        Phrase.issueNumber(year: year, number: number, series: series, revision: revision).text(language)
    }
}
