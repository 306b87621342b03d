/// What a request brings with it: a request with a body is a `POST`.
public struct FetchBody: Sendable, Hashable {
    /// The media type, sent as `Content-Type`.
    public var contentType: String
    /// The bytes as they are sent.
    public var bytes: [UInt8]

    /// A body of one media type.
    public init(contentType: String, bytes: [UInt8]) {
        self.contentType = contentType
        self.bytes = bytes
    }

    /// The fields of a form in order, as a page sends them (`application/x-www-form-urlencoded`, UTF-8).
    public static func form(_ fields: [(name: String, value: String)]) -> FetchBody {
        let text = fields.map { "\(encoded($0.name))=\(encoded($0.value))" }.joined(separator: "&")
        return FetchBody(
            contentType: "application/x-www-form-urlencoded; charset=UTF-8", bytes: Array(text.utf8))
    }

    /// A value of a query or a form: letters, digits and `*-._` stay, a space becomes `+`, the rest is percent-encoded.
    public static func encoded(_ text: String) -> String {
        var result: [UInt8] = []
        let digits = Array("0123456789ABCDEF".utf8)
        for byte in text.utf8 {
            switch byte {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "*"), UInt8(ascii: "-"), UInt8(ascii: "."),
                UInt8(ascii: "_"):
                result.append(byte)
            case 0x20: result.append(UInt8(ascii: "+"))
            default: result += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
            }
        }
        return String(decoding: result, as: UTF8.self)
    }
}
