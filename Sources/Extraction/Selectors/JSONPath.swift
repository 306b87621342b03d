package import Markup

/// A path into a JSON document: `searchVO.catMap.*.listVO[*]`, `$.data[0]['发布时间']`, `..title`, `rows[0:20]`,
/// `rows[?(@.type=='news')]`.
package struct JSONPath: Sendable, Equatable {
    private indirect enum Step: Sendable, Equatable {
        case key(String)
        /// Counts from 0; from the end where it is negative.
        case index(Int)
        /// All members of an object, all elements of an array.
        case all
        /// A key at any depth.
        case anywhere(String)
        /// Everything at any depth.
        case everything
        /// `[2:10]`, `[-5:]`, `[::2]`
        case slice(from: Int?, to: Int?, step: Int)
        /// `[0,2]`, `['a','b']`
        case several([Step])
        /// `[?(@.type=='news')]`
        case filter(JSONPathFilter)
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
                guard let close = Self.close(of: rest) else { return nil }
                let inner = rest[rest.index(after: rest.startIndex)..<close].trimmed
                rest = rest[rest.index(after: close)...]
                guard let step = Self.step(inner[...]) else { return nil }
                steps.append(step)
                continue
            }
            let isDeep = rest.hasPrefix("..")
            rest = rest.drop { $0 == "." }
            let name = rest.prefix { $0 != "." && $0 != "[" }
            rest = rest[name.endIndex...]
            if name.isEmpty, isDeep, rest.first == "[" {
                steps.append(.everything)
                continue
            }
            if name.isEmpty {
                if rest.isEmpty, steps.isEmpty, !isDeep { break }
                return nil
            }
            steps.append(name == "*" ? .all : isDeep ? .anywhere(String(name)) : .key(String(name)))
        }
        self.steps = steps
    }

    /// The bracket that closes the one at the front; what stands in quotation marks or in further brackets is passed over.
    private static func close(of text: Substring) -> Substring.Index? {
        var depth = 0
        var quote: Character?
        for index in text.indices {
            let character = text[index]
            if let open = quote {
                if character == open { quote = nil }
                continue
            }
            switch character {
            case "'", "\"": quote = character
            case "[": depth += 1
            case "]":
                depth -= 1
                if depth == 0 { return index }
            default: break
            }
        }
        return nil
    }

    /// What stands in brackets.
    private static func step(_ text: Substring) -> Step? {
        let text = text.trimmed
        if text == "*" { return .all }
        if let index = Int(text) { return .index(index) }
        if text.hasPrefix("?") { return JSONPathFilter(text.dropFirst()).map { .filter($0) } }
        let parts = text.split(separator: ",", omittingEmptySubsequences: false)
        if let quote = text.first, quote == "'" || quote == "\"", text.last == quote, text.count >= 2 {
            let inner = text.dropFirst().dropLast()
            if !inner.contains(quote) { return .key(String(inner)) }
        }
        if parts.count > 1 {
            let steps = parts.compactMap { step($0) }
            return steps.count == parts.count ? .several(steps) : nil
        }
        let bounds = text.split(separator: ":", omittingEmptySubsequences: false).map { $0.trimmed }
        guard (2...3).contains(bounds.count), bounds.allSatisfy({ $0.isEmpty || Int($0) != nil }) else { return nil }
        let width = bounds.count == 3 ? Int(bounds[2]) ?? 1 : 1
        return width > 0 ? .slice(from: Int(bounds[0]), to: Int(bounds[1]), step: width) : nil
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
        case (.everything, _): everything(value)
        case (.slice(let from, let to, let step), .array(let values)): slice(values, from, to, step)
        case (.several(let steps), _): steps.flatMap { take($0, value) }
        case (.filter(let filter), .array(let values)): values.filter(filter.holds)
        case (.filter(let filter), .object(let members)): members.map(\.value).filter(filter.holds)
        default: []
        }
    }

    private static func slice(_ values: [JSONValue], _ from: Int?, _ to: Int?, _ step: Int) -> [JSONValue] {
        func place(_ index: Int) -> Int { min(max(index < 0 ? values.count + index : index, 0), values.count) }
        let (start, end) = (place(from ?? 0), place(to ?? values.count))
        return start < end ? stride(from: start, to: end, by: step).map { values[$0] } : []
    }

    /// The value and all that is in it.
    private static func everything(_ value: JSONValue) -> [JSONValue] {
        switch value {
        case .object(let members): [value] + members.flatMap { everything($0.value) }
        case .array(let values): [value] + values.flatMap(everything)
        default: [value]
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
