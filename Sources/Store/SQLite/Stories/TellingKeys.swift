import Stories

/// Which keys the linker is to know: those that can lead to somebody else.
enum TellingKeys {
    /// Of many new items: what more than one item has.
    case shared(KeyCensus)
    /// Of few: what one of them has.
    case contained(KeyCensus)

    func include(_ key: UInt64) -> Bool {
        switch self {
        case .shared(let census): census.isShared(key)
        case .contained(let census): census.contains(key)
        }
    }
}
