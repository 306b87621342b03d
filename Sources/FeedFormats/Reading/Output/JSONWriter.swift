import Markup

/// Writes JSON without building values first, and gives it away piece by piece: the whole may be many times the feed.
struct JSONWriter {
    private var bytes: [UInt8] = []
    private var needsComma = false
    private let sink: ([UInt8]) -> Void

    /// A piece is given away when it has grown to this.
    private static let pieceSize = 1 << 16

    /// - Parameter sink: takes the pieces, in order.
    init(sink: @escaping ([UInt8]) -> Void) { self.sink = sink }

    /// Gives away what is left.
    mutating func finish() {
        sink(bytes)
        bytes.removeAll(keepingCapacity: true)
    }

    mutating func object(_ key: String? = nil, _ body: (inout JSONWriter) -> Void) {
        open(key, UInt8(ascii: "{"))
        body(&self)
        close(UInt8(ascii: "}"))
    }

    mutating func array<Element>(_ key: String, _ values: [Element], _ body: (inout JSONWriter, Element) -> Void) {
        guard !values.isEmpty else { return }
        open(key, UInt8(ascii: "["))
        for value in values { body(&self, value) }
        close(UInt8(ascii: "]"))
    }

    /// A string member; missing and empty ones alike are left out when `value` is nil.
    mutating func string(_ key: String? = nil, _ value: String?) {
        guard let value else { return }
        start(key)
        quote(value)
    }

    /// A string member of valid UTF-8.
    mutating func string(_ key: String, utf8 value: [UInt8]) {
        start(key)
        value.withUnsafeBufferPointer { quote($0) }
    }

    mutating func bool(_ key: String, _ value: Bool?) {
        guard let value else { return }
        start(key)
        bytes += (value ? "true" : "false").utf8
    }

    mutating func number(_ key: String? = nil, _ value: Int?) {
        guard let value else { return }
        start(key)
        bytes += String(value).utf8
    }

    mutating func number(_ key: String? = nil, _ value: Double) {
        start(key)
        bytes += String(value).utf8
    }

    mutating func values(_ key: String? = nil, _ values: [Double]) {
        open(key, UInt8(ascii: "["))
        for value in values { number(nil, value) }
        close(UInt8(ascii: "]"))
    }

    mutating func lists(_ key: String?, _ lists: [[Double]]) {
        open(key, UInt8(ascii: "["))
        for list in lists { values(nil, list) }
        close(UInt8(ascii: "]"))
    }

    private mutating func open(_ key: String?, _ bracket: UInt8) {
        start(key)
        bytes.append(bracket)
        needsComma = false
    }

    private mutating func close(_ bracket: UInt8) {
        bytes.append(bracket)
        needsComma = true
    }

    private mutating func start(_ key: String?) {
        if needsComma { bytes.append(UInt8(ascii: ",")) }
        needsComma = true
        if let key {
            quote(key)
            bytes.append(UInt8(ascii: ":"))
        }
    }

    private mutating func quote(_ text: String) {
        var text = text
        text.withUTF8 { quote($0) }
    }

    private mutating func quote(_ buffer: UnsafeBufferPointer<UInt8>) {
        bytes.append(UInt8(ascii: "\""))
        var start = 0
        while start < buffer.count {
            let end = min(buffer.count, start + Self.pieceSize)
            JSONText.append(UnsafeBufferPointer(rebasing: buffer[start..<end]), to: &bytes)
            start = end
            if bytes.count >= Self.pieceSize { finish() }
        }
        bytes.append(UInt8(ascii: "\""))
    }
}
