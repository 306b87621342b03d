internal import Foundation
internal import JuheKit

/// The dates that a program writes into a PDF are when it ran; the edition's own take their place, so that the same edition
/// gives the same file.
enum PdfDates {
    /// The file with its dates (ISO 32000-1, 7.9.4) set, byte for byte as long as before: nothing in it moves.
    static func fixed(_ file: [UInt8], at instant: Date) -> [UInt8] {
        let time = CivilTime(instant, offset: 0)
        let digits = [time.month, time.day, time.hour, time.minute, time.second].map { $0 < 10 ? "0\($0)" : "\($0)" }
        let stamp = Array("\(time.year)\(digits.joined())".utf8)
        var file = file
        for key in ["/CreationDate (D:", "/ModDate (D:", "/CreationDate(D:", "/ModDate(D:"] {
            let key = Array(key.utf8)
            var start = file.startIndex
            while let found = file[start...].firstRange(of: key) {
                start = found.upperBound
                guard start + stamp.count <= file.endIndex,
                    file[start..<(start + stamp.count)].allSatisfy({ (0x30...0x39).contains($0) })
                else { continue }
                file.replaceSubrange(start..<(start + stamp.count), with: stamp)
            }
        }
        return file
    }
}
