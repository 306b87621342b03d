import CLibXML2

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// The system's converter, made resilient: a byte it refuses costs one character, never the rest.
struct Iconv: ~Copyable {
    private let handle: iconv_t

    /// Nil when the system does not know the encoding.
    init?(from encoding: String) {
        handle = iconv_open("UTF-8", encoding)
        if Int(bitPattern: handle) == -1 { return nil }
    }

    deinit { iconv_close(handle) }

    /// The text in UTF-8, and the places in it where a byte was replaced.
    func decode(_ bytes: UnsafeBufferPointer<UInt8>, problems: inout [XMLProblem]) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count + bytes.count / 2 + 16)
        var input = UnsafeMutablePointer(
            mutating: UnsafeRawPointer(bytes.baseAddress)?.assumingMemoryBound(to: CChar.self))
        var left = bytes.count
        // iconv answers (size_t)-1 when it stops early.
        let failed = Int(truncatingIfNeeded: UInt.max)
        withUnsafeTemporaryAllocation(of: CChar.self, capacity: 1 << 16) { buffer in
            while left > 0 {
                var output = buffer.baseAddress
                var room = buffer.count
                let status = iconv(handle, &input, &left, &output, &room)
                let failure = errno
                buffer.withMemoryRebound(to: UInt8.self) { made in
                    result.append(contentsOf: made[..<(made.count - room)])
                }
                guard status == failed else { continue }
                if failure == E2BIG { continue }
                guard let start = input else { return }
                if problems.count < 50 { problems.append(XMLProblem(.badCharacter, at: result.count)) }
                result.append(contentsOf: UTF8Cleaner.replacement)
                input = start + 1
                left -= 1
                // Forget a half-read shift state together with the byte.
                iconv(handle, nil, nil, nil, nil)
            }
        }
        return result
    }
}
