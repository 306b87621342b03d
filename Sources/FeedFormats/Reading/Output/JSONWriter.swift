/// Writes JSON without building values first.
struct JSONWriter {
    private(set) var bytes: [UInt8] = []
    private var needsComma = false

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
        // A long text is not worth twice its space: arrays grow by doubling.
        if buffer.count > 1 << 20 { bytes.reserveCapacity(bytes.count + buffer.count + buffer.count / 16) }
        bytes.append(UInt8(ascii: "\""))
        var run = 0
        for at in buffer.indices where buffer[at] < 0x20 || buffer[at] == 0x22 || buffer[at] == 0x5C {
            bytes.append(contentsOf: buffer[run..<at])
            run = at + 1
            escape(buffer[at])
        }
        bytes.append(contentsOf: buffer[run...])
        bytes.append(UInt8(ascii: "\""))
    }

    private mutating func escape(_ byte: UInt8) {
        bytes.append(UInt8(ascii: "\\"))
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes.append(byte)
        case 0x0A: bytes.append(UInt8(ascii: "n"))
        case 0x0D: bytes.append(UInt8(ascii: "r"))
        case 0x09: bytes.append(UInt8(ascii: "t"))
        default: bytes += "u00\(byte < 16 ? "0" : "1")\(String(byte & 15, radix: 16))".utf8
        }
    }
}
