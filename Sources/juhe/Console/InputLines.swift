import Foundation

/// The lines of standard input, as bytes: a line may be as long as a document.
struct InputLines {
    /// The number of the line read last, from 1.
    private(set) var number = 0
    private var buffer: [UInt8] = []
    private var start = 0
    private var isAtEnd = false

    /// The next line without its end; nothing where there are no more.
    mutating func next() -> Data? {
        var searched = start
        while true {
            if let end = buffer[searched...].firstIndex(of: 0x0A) {
                defer { start = end + 1 }
                return line(upTo: end)
            }
            searched = buffer.count
            if isAtEnd {
                guard start < buffer.count else { return nil }
                defer { start = buffer.count }
                return line(upTo: buffer.count)
            }
            if start > 0 {
                buffer.removeFirst(start)
                searched -= start
                start = 0
            }
            fill()
        }
    }

    private mutating func line(upTo end: Int) -> Data {
        number += 1
        let text = buffer[start..<end]
        return Data(text.last == 0x0D ? text.dropLast() : text)
    }

    private mutating func fill() {
        let size = 1 << 16
        let piece = [UInt8](unsafeUninitializedCapacity: size) { piece, count in
            var got = 0
            repeat { got = Foundation.read(STDIN_FILENO, piece.baseAddress, size) } while got < 0 && errno == EINTR
            count = max(0, got)
        }
        isAtEnd = piece.isEmpty
        buffer += piece
    }
}
