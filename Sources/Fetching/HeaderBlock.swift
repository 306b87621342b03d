internal import JuheKit

/// The header lines of an answer as they come: the last block stands, earlier ones (100, 103) are forgotten.
struct HeaderBlock {
    private(set) var fields: [HeaderField] = []
    private(set) var status = 0
    /// Where a redirect leads, raw: it may hold bytes that are no text.
    private(set) var location: [UInt8]?
    /// The length announced for the body.
    private(set) var contentLength: Int?
    /// True where two lengths are announced that differ: one of them is a lie (RFC 9110 §8.6).
    private(set) var isContradictory = false
    /// How many times the body is compressed; more than once is nothing but an attack.
    private(set) var codings = 0
    /// A coding of the body that libcurl does not know, as far as it can be shown.
    private(set) var unknownCoding: String?
    /// True from the empty line on that ends the last block.
    private(set) var isComplete = false
    private var received = 0

    /// More than any honest server sends, over all blocks together.
    static let maximumBytes = 256 * 1024
    private static let maximumFields = 1_000

    /// True where the answer leads elsewhere.
    var isRedirect: Bool {
        switch status {
        case 301, 302, 303, 307, 308: location != nil
        default: false
        }
    }

    /// Takes one line with its line end.
    /// - Returns: False where there are more than any honest server sends.
    mutating func take(_ line: UnsafeRawBufferPointer) -> Bool {
        received += line.count
        guard received <= Self.maximumBytes else { return false }
        var line = line[...]
        while let last = line.last, last == 0x0A || last == 0x0D || last == 0x20 || last == 0x09 { line.removeLast() }
        if isComplete { return true }  // lines after the body
        if line.starts(with: "HTTP/".utf8), let status = Self.status(line) {
            fields.removeAll(keepingCapacity: true)
            (self.status, location, contentLength, isContradictory) = (status, nil, nil, false)
            (codings, unknownCoding) = (0, nil)
        } else if line.isEmpty {
            isComplete = status >= 200
        } else if line.first == 0x20 || line.first == 0x09 {
            fold(line)
        } else if let colon = line.firstIndex(of: UInt8(ascii: ":")) {
            guard fields.count < Self.maximumFields else { return false }
            add(line[..<colon], line[(colon + 1)...].drop { $0 == 0x20 || $0 == 0x09 })
        }
        return true
    }

    private mutating func add(_ name: Slice<UnsafeRawBufferPointer>, _ value: Slice<UnsafeRawBufferPointer>) {
        if location == nil, Self.matches(name, "location") {
            location = value.isEmpty ? nil : Array(value)
        } else if Self.matches(name, "content-length") {
            let length = Self.length(value)
            isContradictory = isContradictory || contentLength != nil && contentLength != length
            contentLength = length
        } else if Self.matches(name, "content-encoding") {
            for word in value.split(separator: UInt8(ascii: ",")) {
                let coding = asciiLowercased(String(decoding: word, as: UTF8.self)).filter { $0 != " " && $0 != "\t" }
                if coding.isEmpty || coding == "identity" { continue }
                codings += 1
                if !Self.knownCodings.contains(coding) { unknownCoding = String(printable(coding.utf8).prefix(40)) }
            }
        }
        fields.append(HeaderField(String(decoding: name, as: UTF8.self), String(decoding: value, as: UTF8.self)))
    }

    /// A line that continues the one before it (obsolete, RFC 9112 §5.2).
    private mutating func fold(_ line: Slice<UnsafeRawBufferPointer>) {
        guard !fields.isEmpty else { return }
        let rest = line.drop { $0 == 0x20 || $0 == 0x09 }
        fields[fields.count - 1].value += " " + String(decoding: rest, as: UTF8.self)
    }

    private static func matches(_ name: Slice<UnsafeRawBufferPointer>, _ lowercase: StaticString) -> Bool {
        name.count == lowercase.utf8CodeUnitCount
            && lowercase.withUTF8Buffer { zip(name, $0).allSatisfy { $0 | 0x20 == $1 | 0x20 } }
    }

    private static let knownCodings: Set<String> = ["gzip", "x-gzip", "deflate", "br", "zstd", "none"]

    /// A length; one that no number holds is more than anybody accepts, and what is none says nothing.
    private static func length(_ value: Slice<UnsafeRawBufferPointer>) -> Int? {
        guard !value.isEmpty, value.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
        return Int(String(decoding: value, as: UTF8.self)) ?? .max
    }

    /// 304 of `HTTP/1.1 304 Not Modified`.
    private static func status(_ line: Slice<UnsafeRawBufferPointer>) -> Int? {
        guard let space = line.firstIndex(of: 0x20) else { return nil }
        let digits = line[(space + 1)...].drop { $0 == 0x20 }.prefix(3)
        guard digits.count == 3, digits.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
        return digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
    }
}
