package import JuheKit
import Markup

/// A question that reading a site leads to: the next page of a list, the interface behind a column.
package struct PageRequest: Sendable, Hashable {
    /// An `http`, `https` or `file` address.
    package var url: String
    /// The fields of a form that is sent; then it is a `POST`.
    package var form: [Field]?
    /// True where the fields are sent as one object of JSON rather than as a form.
    package var isJSON = false

    /// A field of a form.
    package struct Field: Sendable, Hashable {
        /// Its name.
        package var name: String
        /// Its value.
        package var value: String
        /// True for a number or a truth value that a program sends as such.
        package var isPlain = false

        /// A field by name and value.
        package init(_ name: String, _ value: String, isPlain: Bool = false) {
            self.name = name
            self.value = value
            self.isPlain = isPlain
        }
    }

    /// A question for one address.
    package init(url: String, form: [Field]? = nil) {
        self.url = url
        self.form = form
    }

    /// The body to send; nothing for a plain question.
    package var body: FetchBody? {
        form.map { fields in
            isJSON ? Self.object(fields) : FetchBody.form(fields.map { ($0.name, $0.value) })
        }
    }

    private static func object(_ fields: [Field]) -> FetchBody {
        let members = fields.map { "\(quoted($0.name)):\($0.isPlain ? $0.value : quoted($0.value))" }
        return FetchBody(contentType: "application/json", bytes: Array("{\(members.joined(separator: ","))}".utf8))
    }

    private static func quoted(_ text: String) -> String {
        let escaped = text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
        return "\"\(escaped.filter { !$0.isNewline })\""
    }

    /// The address with a parameter of its query set to a value; its other parameters stay as they are.
    package func setting(_ name: String, to value: String) -> PageRequest {
        var parts = url.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        if parts.count == 1 { parts.append("") }
        var pairs = parts[1].split(separator: "&").map(String.init)
        let pair = "\(name)=\(FetchBody.encoded(value))"
        if let at = pairs.firstIndex(where: { $0 == name || $0.hasPrefix(name + "=") }) {
            pairs[at] = pair
        } else {
            pairs.append(pair)
        }
        var copy = self
        copy.url = parts[0] + "?" + pairs.joined(separator: "&")
        return copy
    }

    /// The value of a parameter of its query, as it stands there.
    package func parameter(_ name: String) -> String? {
        guard let query = url.firstIndex(of: "?") else { return nil }
        return url[url.index(after: query)...].split(separator: "&").first { $0.hasPrefix(name + "=") }
            .map { String($0.dropFirst(name.count + 1)) }
    }
}
