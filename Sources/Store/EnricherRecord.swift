/// How far an enricher has come through the stream.
package struct EnricherRecord: Sendable, Hashable {
    /// A place in the order of changes.
    package struct Place: Sendable, Hashable {
        /// The change.
        package var change: Int64
        /// The item's number.
        package var number: Int64

        /// A place; by default before everything.
        package init(change: Int64 = 0, number: Int64 = 0) {
            self.change = change
            self.number = number
        }
    }

    /// Its identifier.
    package var id: String
    /// A mark of its settings: with others it begins anew.
    package var mark: String
    /// Up to where items have passed it.
    package var place: Place
    /// Why it failed the last time, as the operator has heard it; nothing where it did not.
    package var failure: String?

    /// A record.
    package init(id: String, mark: String, place: Place = Place(), failure: String? = nil) {
        self.id = id
        self.mark = mark
        self.place = place
        self.failure = failure
    }
}
