import CBench

/// The Chinese standard encoding.
enum GB18030 {
    /// Every character has a code in it, none longer than four bytes.
    static func bytes(_ text: String) -> [UInt8] {
        var text = text
        return text.withUTF8 { utf8 in
            [UInt8](unsafeUninitializedCapacity: utf8.count * 2 + 16) { room, count in
                let written = utf8.withMemoryRebound(to: CChar.self) { from in
                    room.withMemoryRebound(to: CChar.self) { into in
                        bench_gb18030(from.baseAddress, from.count, into.baseAddress, into.count)
                    }
                }
                precondition(written >= 0, "iconv cannot write GB18030")
                count = written
            }
        }
    }
}
