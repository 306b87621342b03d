import Stories

/// Which keys the linker is to know: those that can lead to somebody else.
enum TellingKeys {
    /// Of many new items: what more than one item has, and who has any of it.
    case shared(SharedKeys, items: Set<Int64>)
    /// Of few: what one of them has.
    case contained(KeyCensus)

    func include(_ key: UInt64) -> Bool {
        switch self {
        case .shared(let keys, _): keys.contains(key)
        case .contained(let census): census.contains(key)
        }
    }

    /// False for an item that shares no key with anybody.
    func mayLink(_ number: Int64) -> Bool {
        switch self {
        case .shared(_, let items): items.contains(number)
        case .contained: true
        }
    }
}
