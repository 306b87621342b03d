/// All registers that the stream understands items by.
package struct Vocabulary: Sendable, Hashable {
    /// Words that tell track and kind.
    package var lexicon: Lexicon
    /// Units, their names, brands and pairs.
    package var units: UnitRegister
    /// Topics, activities, stages.
    package var labels: LabelRegister
    /// Which days are worked.
    package var holidays: HolidayCalendar
    /// When the office closes, in minutes of the day: what 下班前 means.
    package var closing = 17 * 60 + 30

    /// A vocabulary; without arguments an empty one, by which nothing is sorted.
    package init(
        lexicon: Lexicon = Lexicon(), units: UnitRegister = UnitRegister(), labels: LabelRegister = LabelRegister(),
        holidays: HolidayCalendar = HolidayCalendar()
    ) {
        self.lexicon = lexicon
        self.units = units
        self.labels = labels
        self.holidays = holidays
    }
}
