package import Markup

/// A path into a JSON document: `searchVO.catMap.*.listVO[*]`, `$.data[0]['发布时间']`, `..title`.
package struct JSONPath: Sendable, Equatable {
    private enum Step: Sendable, Equatable {
        case key(String)
        /// Counts from 0; from the end where it is negative.
        case index(Int)
        /// All members of an object, all elements of an array.
        case all
        /// A key at any depth.
        case anywhere(String)
    }

    private let steps: [Step]
    /// Values that one step may give.
    private static let most = 20_000

    /// Nothing where the text is no path.
    package init?(_ text: String) {
        var rest = text.trimmed[...]
        if rest.first == "$" { rest.removeFirst() }
        var steps: [Step] = []
        while let first = rest.first {
            if first == "[" {
                guard let close = rest.firstIndex(of: "]") else { return nil }
                let inner = rest[rest.index(after: rest.startIndex)..<close].trimmed
                rest = rest[rest.index(after: close)...]
                if inner == "*" {
                    steps.append(.all)
                } else if let index = Int(inner) {
                    steps.append(.index(index))
                } else if let quote = inner.first, quote == "'" || quote == "\"", inner.last == quote, inner.count >= 2
                {
                    steps.append(.key(String(inner.dropFirst().dropLast())))
                } else {
                    return nil
                }
                continue
            }
            let isDeep = rest.hasPrefix("..")
            rest = rest.drop { $0 == "." }
            let name = rest.prefix { $0 != "." && $0 != "[" }
            rest = rest[name.endIndex...]
            if name.isEmpty {
                if rest.isEmpty, steps.isEmpty, !isDeep { break }
                return nil
            }
            steps.append(name == "*" ? .all : isDeep ? .anywhere(String(name)) : .key(String(name)))
        }
        self.steps = steps
    }

    /// The values it leads to, in order. A last step that leads to an array gives the array itself.
    package func values(in root: JSONValue) -> [JSONValue] {
        steps.reduce([root]) { values, step in
            Array(values.lazy.flatMap { Self.take(step, $0) }.prefix(Self.most))
        }
    }

    private static func take(_ step: Step, _ value: JSONValue) -> [JSONValue] {
        switch (step, value) {
        case (.key(let key), .object): value[key].map { [$0] } ?? []
        // A key of an array is that key of its elements.
        case (.key(let key), .array(let values)): values.compactMap { $0[key] }
        case (.index(let index), .array(let values)):
            values.indices.contains(index < 0 ? values.count + index : index)
                ? [values[index < 0 ? values.count + index : index]] : []
        case (.all, .array(let values)): values
        case (.all, .object(let members)): members.map(\.value)
        case (.anywhere(let key), _): deep(key, value)
        default: []
        }
    }

    private static func deep(_ key: String, _ value: JSONValue) -> [JSONValue] {
        switch value {
        case .object(let members):
            members.flatMap { member in (member.key == key ? [member.value] : []) + deep(key, member.value) }
        case .array(let values): values.flatMap { deep(key, $0) }
        default: []
        }
    }
}
