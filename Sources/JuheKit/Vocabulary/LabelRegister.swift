/// Labels beside track and kind, each by its words, as `Configs/registers.yaml` has them: topics (专题), activities
/// (活动) and stages of work (谋划、部署、落实、检查).
package struct LabelRegister: Sendable, Hashable {
    /// One label.
    package struct Entry: Sendable, Hashable {
        /// Which register it stands in.
        package var register: ItemLabel.Register
        /// Its name as printed.
        package var name: String
        /// The words that give it; its name is one of them.
        package var words: [String]
        /// Counts for items of this day and later, as `YYYY-MM-DD`.
        package var since: String?
        /// Counts for items of this day and earlier.
        package var until: String?

        /// A label.
        package init(
            _ register: ItemLabel.Register, name: String, words: [String] = [], since: String? = nil,
            until: String? = nil
        ) {
            self.register = register
            self.name = name
            self.words = words
            self.since = since
            self.until = until
        }
    }

    /// The labels in the order of the file.
    package var entries: [Entry]

    /// A register.
    package init(entries: [Entry] = []) { self.entries = entries }
}
