internal import FoundationEssentials
internal import JuheKit

/// The calendar on the wall of the office that issues a bulletin.
struct PrintedCalendar {
    /// The day of the seal.
    let today: CivilTime
    private let zone: Zone

    /// The calendar of an edition; an unknown zone counts as China's.
    init(_ edition: Edition) {
        zone = Zone(edition.masthead.zone) ?? .china
        today = zone.civilTime(edition.sealedAt)
    }

    /// What the calendar shows at `instant`.
    func time(_ instant: Date) -> CivilTime { zone.civilTime(instant) }

    /// A day in words: with its year unless that is the edition's.
    func day(_ time: CivilTime) -> Phrase { time.year == today.year ? .dayOfYear(time) : .day(time) }
}
