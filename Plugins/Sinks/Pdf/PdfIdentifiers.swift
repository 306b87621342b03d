internal import Bulletin

/// A PDF's identifiers (ISO 32000-1, 14.4) are made from the time and from where it was made; made from its content instead, the
/// same edition gives the same file.
enum PdfIdentifiers {
    private static let digits = 32
    private static let marks = ["/DocChecksum /", "<"].map { Array($0.utf8) }

    /// The file with its identifiers set, byte for byte as long as before: nothing in it moves. They stand behind its last
    /// `trailer`, where no content does.
    static func fixed(_ file: [UInt8]) -> [UInt8] {
        guard let trailer = last(Array("trailer".utf8), in: file) else { return file }
        var file = file
        let places = marks.flatMap { mark -> [Int] in
            var places: [Int] = []
            var start = trailer
            while let found = file[start...].firstRange(of: mark) {
                start = found.upperBound
                let end = start + digits
                guard end < file.endIndex, file[start..<end].allSatisfy(isDigit), !isDigit(file[end]) else { continue }
                places.append(start)
            }
            return places
        }
        for place in places { set(Array(repeating: 0x30, count: digits), at: place, in: &file) }
        let digest = Array(ContentHash.bytes(file).uppercased().utf8.prefix(digits))
        for place in places { set(digest, at: place, in: &file) }
        return file
    }

    private static func set(_ text: [UInt8], at place: Int, in file: inout [UInt8]) {
        file.replaceSubrange(place..<(place + text.count), with: text)
    }

    private static func isDigit(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte) || (0x41...0x46).contains(byte) || (0x61...0x66).contains(byte)
    }

    /// Where a word stands last, in the last part of a file.
    private static func last(_ word: [UInt8], in file: [UInt8]) -> Int? {
        var start = max(file.startIndex, file.endIndex - 4_096)
        var place: Int?
        while let found = file[start...].firstRange(of: word) {
            place = found.lowerBound
            start = found.upperBound
        }
        return place
    }
}
