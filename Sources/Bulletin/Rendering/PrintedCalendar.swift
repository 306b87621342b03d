internal import JuheKit

/// The calendar on the wall of the office that issues a bulletin.
struct PrintedCalendar {
    /// The day of the seal.
    let today: CivilTime
    /// The zone of its dates.
    let zone: Zone

    /// The calendar of an edition; an unknown zone counts as China's.
    init(_ edition: Edition) {
        zone = Zone(edition.masthead.zone) ?? .china
        today = zone.civilTime(edition.sealedAt)
    }

    /// A day in words: with its year unless that is the edition's.
    func day(_ time: CivilTime) -> Phrase { time.year == today.year ? .dayOfYear(time) : .day(time) }
}
