/// What the first bytes of an image file say: its form and its size. Only the forms that every page, Word and mail program shows.
package struct PictureHead: Sendable, Hashable {
    /// `image/jpeg`, `image/png` or `image/gif`.
    package let type: String
    /// The width in pixels.
    package let width: Int
    /// The height in pixels.
    package let height: Int

    /// The usual ending of such a file.
    package static func suffix(of type: String) -> String { type == "image/jpeg" ? "jpg" : String(type.dropFirst(6)) }

    /// Reads the head; nothing where it is no such image, or is broken off before it says its size.
    package init?(_ bytes: [UInt8]) {
        func number(_ place: Int) -> Int { Int(bytes[place]) << 8 | Int(bytes[place + 1]) }
        if bytes.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]), bytes.count >= 24 {
            self.init("image/png", number(16) << 16 | number(18), number(20) << 16 | number(22))
        } else if bytes.starts(with: "GIF8".utf8), bytes.count >= 10 {
            self.init(
                "image/gif", Int(bytes[7]) << 8 | Int(bytes[6]), Int(bytes[9]) << 8 | Int(bytes[8]))
        } else if let (width, height) = Self.jpeg(bytes) {
            self.init("image/jpeg", width, height)
        } else {
            return nil
        }
    }

    private init?(_ type: String, _ width: Int, _ height: Int) {
        guard width > 0, height > 0, width <= 65_535, height <= 65_535 else { return nil }
        self.type = type
        self.width = width
        self.height = height
    }

    /// The size in a JPEG's frame header (ITU-T T.81, B.2.2), past the segments before it.
    private static func jpeg(_ bytes: [UInt8]) -> (Int, Int)? {
        guard bytes.starts(with: [0xFF, 0xD8, 0xFF]) else { return nil }
        var place = 2
        while place + 9 < bytes.count, bytes[place] == 0xFF {
            let marker = bytes[place + 1]
            if marker == 0xFF {
                place += 1
                continue
            }
            let isFrame = (0xC0...0xCF).contains(marker) && ![0xC4, 0xC8, 0xCC].contains(marker)
            if isFrame {
                let height = Int(bytes[place + 5]) << 8 | Int(bytes[place + 6])
                return (Int(bytes[place + 7]) << 8 | Int(bytes[place + 8]), height)
            }
            let length = Int(bytes[place + 2]) << 8 | Int(bytes[place + 3])
            guard length >= 2 else { return nil }
            place += 2 + length
        }
        return nil
    }
}
