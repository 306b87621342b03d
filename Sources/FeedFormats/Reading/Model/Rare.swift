/// Storage for what most entries do not have: a word when it is missing, a box when it is there.
///
/// A feed may have very many entries with nothing in them; each costs what the fields cost that it does not have.
@propertyWrapper
package struct Rare<Value: Sendable & Equatable>: Sendable, Equatable {
    private var box: [Value] = []

    /// The value, nil when there is none.
    package var wrappedValue: Value? {
        get { box.first }
        set { box = newValue.map { [$0] } ?? [] }
    }

    /// Nothing stored.
    package init(wrappedValue: Value?) { box = wrappedValue.map { [$0] } ?? [] }
}
