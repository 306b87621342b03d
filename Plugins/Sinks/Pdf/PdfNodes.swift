/// The parts of a tagged PDF have names like `node00000373`, by a counter of the browser's that is not the same in every run;
/// counted anew in their order, the same edition gives the same file.
enum PdfNodes {
    private static let mark = Array("(node".utf8)
    private static let digits = 8

    /// The file with its parts counted from 1, byte for byte as long as before and in the same order: nothing in it moves.
    static func renumbered(_ file: [UInt8]) -> [UInt8] {
        var places: [(start: Int, number: Int)] = []
        var start = file.startIndex
        while let found = file[start...].firstRange(of: mark) {
            start = found.upperBound
            let end = start + digits
            guard end < file.endIndex, file[end] == UInt8(ascii: ")"),
                file[start..<end].allSatisfy({ (0x30...0x39).contains($0) })
            else { continue }
            places.append((start, file[start..<end].reduce(0) { $0 * 10 + Int($1) - 0x30 }))
        }
        let numbers = Set(places.map(\.number)).sorted()
        let ranks = Dictionary(uniqueKeysWithValues: zip(numbers, 1...))
        var file = file
        for place in places {
            var rank = ranks[place.number] ?? 0
            for index in (place.start..<(place.start + digits)).reversed() {
                file[index] = 0x30 + UInt8(rank % 10)
                rank /= 10
            }
        }
        return file
    }
}
