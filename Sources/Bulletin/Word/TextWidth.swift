/// How wide a text is in print, in points: a Chinese character is as wide as it is high, a Latin letter half as wide.
enum TextWidth {
    /// The width of the page between its margins: 156 mm.
    static let page = 442.0

    /// The width of a text at a size.
    static func points(_ text: String, size: Double) -> Double {
        text.unicodeScalars.reduce(0) { $0 + ($1.value < 0x2E80 ? size / 2 : size) }
    }

    /// The largest of some sizes at which a text stays on one line; the smallest where it never does.
    static func largest(for text: String, among sizes: ClosedRange<Int>) -> Int {
        // The masthead's letters stand two points apart.
        let apart = Double(text.unicodeScalars.count) * 2
        return sizes.last { points(text, size: Double($0)) + apart <= page } ?? sizes.lowerBound
    }
}
