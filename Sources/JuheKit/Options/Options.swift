/// The checked values of a table of settings: every value has the shape its ``OptionSpec`` asks for.
public struct Options: Sendable, Hashable {
    /// A table has a few keys and thousands of sources have a table: going through them takes less than a hash.
    private let entries: [Entry]

    private struct Entry: Hashable {
        let key: String
        let value: OptionValue
    }

    /// Values by key.
    public init(_ values: [String: OptionValue] = [:]) {
        self.init(pairs: values.map { ($0.key, $0.value) })
    }

    /// Values under keys that are all different.
    package init(pairs: [(key: String, value: OptionValue)]) {
        entries = pairs.map { Entry(key: $0.key, value: $0.value) }.sorted { $0.key < $1.key }
    }

    /// The value as it was read; nothing where the key was left out.
    public subscript(key: String) -> OptionValue? {
        for entry in entries where entry.key == key { return entry.value }
        return nil
    }

    /// The same with another value under a key.
    public func setting(_ key: String, to value: OptionValue) -> Options {
        let others = entries.filter { $0.key != key }.map { ($0.key, $0.value) }
        return Options(pairs: others + [(key, value)])
    }

    /// The keys that were given, sorted.
    public var keys: [String] { entries.map(\.key) }

    /// Gives every key with its value, by key.
    package func forEach(_ use: (_ key: String, _ value: OptionValue) -> Void) {
        for entry in entries { use(entry.key, entry.value) }
    }

    /// A text, address, path or chosen word.
    public func text(_ key: String) -> String? {
        guard case .text(let value) = self[key] else { return nil }
        return value
    }

    /// A whole number; sizes are bytes.
    public func integer(_ key: String) -> Int? {
        guard case .integer(let value) = self[key] else { return nil }
        return value
    }

    /// A time span in seconds.
    public func seconds(_ key: String) -> Double? {
        guard case .number(let value) = self[key] else { return nil }
        return value
    }

    /// A truth value.
    public func boolean(_ key: String) -> Bool? {
        guard case .boolean(let value) = self[key] else { return nil }
        return value
    }

    /// A secret; ask for its ``Secret/reveal()`` only where it leaves the house.
    public func secret(_ key: String) -> Secret? {
        guard case .secret(let value) = self[key] else { return nil }
        return value
    }

    /// A list of texts; empty where the key was left out.
    public func texts(_ key: String) -> [String] {
        guard case .list(let values) = self[key] else { return [] }
        return values.compactMap { if case .text(let text) = $0 { text } else { nil } }
    }

    /// A table with known keys; empty where the key was left out.
    public func table(_ key: String) -> Options {
        guard case .table(let options) = self[key] else { return Options() }
        return options
    }

    /// A list of tables; empty where the key was left out.
    public func tables(_ key: String) -> [Options] {
        guard case .list(let values) = self[key] else { return [] }
        return values.compactMap { if case .table(let table) = $0 { table } else { nil } }
    }

    /// A table with the user's own keys, values as text, sorted by key.
    public func map(_ key: String) -> [(key: String, value: String)] {
        let table = table(key)
        return table.keys.compactMap { key in table.text(key).map { (key, $0) } }
    }
}

/// One checked value.
public enum OptionValue: Sendable, Hashable {
    /// A text, address, path or chosen word.
    case text(String)
    /// A whole number, or a size in bytes.
    case integer(Int)
    /// A time span in seconds.
    case number(Double)
    /// A truth value.
    case boolean(Bool)
    /// A secret.
    case secret(Secret)
    /// A list.
    case list([OptionValue])
    /// A table.
    case table(Options)
}

/// A password, a key, a token: printing it shows `***`.
public struct Secret: Sendable, Hashable, CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    private let value: String

    /// Wraps a secret text.
    public init(_ value: String) { self.value = value }

    /// The text itself, for the one place that sends it.
    public func reveal() -> String { value }

    /// `***`.
    public var description: String { "***" }
    /// `***`.
    public var debugDescription: String { "***" }
    /// Nothing: a dump shows no parts.
    public var customMirror: Mirror { Mirror(self, children: []) }
}
