/// One setting that a plugin or a part of the configuration understands: the single description from which reading,
/// checking, help and the editors' JSON Schema are made.
public struct OptionSpec: Sendable, Hashable {
    /// What a value looks like.
    public indirect enum Shape: Sendable, Hashable {
        /// Any text.
        case text
        /// An http, https or file address, or a path; paths count from the file they are written in.
        case address
        /// A path in the file system; counts from the file it is written in.
        case path
        /// A path of a file that has certificates (PEM) and can be read; counts from the file it is written in.
        case certificates
        /// A whole number within limits.
        case integer(ClosedRange<Int>)
        /// `true` or `false`.
        case boolean
        /// A time span such as `30s`, `15m`, `12h`, `31d`; kept in seconds.
        case duration
        /// An amount of bytes such as `500KB` or `10MB`; kept in bytes.
        case size
        /// One of a closed list of words.
        case choice([String])
        /// A text in which a regular expression is found.
        case matching(String)
        /// A text that must come by reference (`${env:NAME}`, `${file:PATH}`) and is never printed.
        case secret
        /// A proxy's address (http, https, socks4, socks4a, socks5, socks5h) or `none`; a password in it must come by
        /// reference. Kept as a secret.
        case proxy
        /// One text or a list of texts; kept as a list.
        case texts
        /// A list of values of one shape.
        case list(Shape)
        /// A table whose keys the user chooses, e.g. header names.
        case map(Shape)
        /// A table with known keys.
        case table([OptionSpec])
    }

    /// The key as it stands in the file: lower-case words joined by `_`.
    public let key: String
    /// What a value looks like.
    public let shape: Shape
    /// True where leaving it out is a mistake.
    public let isRequired: Bool
    /// What counts when it is left out, as it would be written; for people and editors.
    public let fallback: String?
    /// One sentence for the person who writes the file.
    public let help: Phrase

    /// A setting.
    public init(_ key: String, _ shape: Shape, required: Bool = false, fallback: String? = nil, help: Phrase) {
        self.key = key
        self.shape = shape
        isRequired = required
        self.fallback = fallback
        self.help = help
    }
}
