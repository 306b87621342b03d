import Stories

/// Which keys the linker is to know: those that can lead to somebody else.
enum TellingKeys {
    /// Of many new items: what more than one item has, and who has any of it.
    case shared(SharedKeys, items: Set<Int64>)
    /// Of few: what one of them has. The census tells most of the others' keys apart, the set all of them.
    case contained(KeyCensus, keys: Set<UInt64>)

    /// Nothing.
    static var none: TellingKeys { .contained(KeyCensus(items: 0), keys: []) }

    func include(_ key: UInt64) -> Bool {
        switch self {
        case .shared(let keys, _): keys.contains(key)
        case .contained(let census, let keys): census.contains(key) && keys.contains(key)
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
