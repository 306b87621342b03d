/// GB18030, the superset of GB2312 and GBK, by table.
///
/// Unlike every converter at hand it never stops: 0x80 is the euro sign as in CP936, a byte that fits nowhere becomes
/// U+FFFD, and decoding goes on at the next byte.
enum GB18030 {
    /// Two-byte characters as UTF-8: three bytes from the low end, the length in the highest byte; 0 for none.
    private static let pairs: [UInt32] = makePairs()

    /// The characters of four bytes within the basic plane, as a sorted list of runs: linear index → first scalar.
    private static let runs: [(index: Int, scalar: UInt32)] = makeRuns()

    static func decode(_ bytes: UnsafeBufferPointer<UInt8>, problems: inout [XMLProblem]) -> [UInt8] {
        guard let base = bytes.baseAddress else { return [] }
        let count = bytes.count
        var noted: [XMLProblem] = []
        // Each byte pair makes at most three bytes; a bad byte alone makes three too, so those are counted on the way.
        let result = [UInt8](unsafeUninitializedCapacity: count * 3 + 16) { buffer, made in
            guard let output = buffer.baseAddress else { return }
            made = pairs.withUnsafeBufferPointer { table in
                decode(base, count, table, output, &noted)
            }
        }
        problems += noted
        return result
    }

    private static func decode(
        _ base: UnsafePointer<UInt8>, _ count: Int, _ table: UnsafeBufferPointer<UInt32>,
        _ output: UnsafeMutablePointer<UInt8>, _ problems: inout [XMLProblem]
    ) -> Int {
        let input = UnsafeRawPointer(base)
        let raw = UnsafeMutableRawPointer(output)
        var at = 0
        var made = 0
        while at < count {
            while at &+ 8 <= count {
                let word = input.loadUnaligned(fromByteOffset: at, as: UInt64.self)
                if word & 0x8080_8080_8080_8080 != 0 { break }
                raw.storeBytes(of: word, toByteOffset: made, as: UInt64.self)
                at &+= 8
                made &+= 8
            }
            guard at < count else { break }
            let lead = base[at]
            if lead < 0x80 {
                output[made] = lead
                made &+= 1
                at &+= 1
                continue
            }
            if at &+ 1 < count {
                let trail = base[at &+ 1]
                if lead >= 0x81, lead != 0xFF, trail >= 0x40 {
                    let packed = table[(Int(lead) &- 0x81) &* 192 &+ Int(trail) &- 0x40]
                    if packed != 0 {
                        raw.storeBytes(of: packed.littleEndian, toByteOffset: made, as: UInt32.self)
                        made &+= Int(packed >> 24)
                        at &+= 2
                        continue
                    }
                } else if let scalar = fourBytes(base, at, count) {
                    for byte in UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter {
                        output[made] = byte
                        made &+= 1
                    }
                    at &+= 4
                    continue
                }
            }
            if lead == 0x80 {
                for byte in "€".utf8 {
                    output[made] = byte
                    made &+= 1
                }
            } else {
                if problems.count < 50 { problems.append(XMLProblem(.badCharacter, at: made)) }
                for byte in UTF8Cleaner.replacement {
                    output[made] = byte
                    made &+= 1
                }
            }
            at &+= 1
        }
        return made
    }

    /// The character of four bytes at `at`.
    private static func fourBytes(_ base: UnsafePointer<UInt8>, _ at: Int, _ count: Int) -> Unicode.Scalar? {
        guard at + 3 < count, base[at] >= 0x81, base[at] <= 0xFE, Bytes.isDigit(base[at + 1]), base[at + 2] >= 0x81,
            base[at + 2] <= 0xFE, Bytes.isDigit(base[at + 3])
        else { return nil }
        let index =
            ((Int(base[at]) - 0x81) * 10 + Int(base[at + 1]) - 0x30) * 1260 + (Int(base[at + 2]) - 0x81) * 10
            + Int(base[at + 3]) - 0x30
        if index == 7_457 { return "\u{E7C7}" }
        if index >= 189_000 { return Unicode.Scalar(UInt32(index - 189_000 + 0x10000)) }
        guard index < 39_420 else { return nil }
        var low = 0
        var high = runs.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if runs[middle].index <= index { low = middle } else { high = middle }
        }
        guard low < runs.count else { return nil }
        return Unicode.Scalar(runs[low].scalar + UInt32(index - runs[low].index))
    }

    /// Pairs whose scalar was one of private use in the first edition: the scalars that had pairs then, and the scalars of the
    /// basic plane that have them now. The slot of U+1E3F, which got its pair in 2005, has been U+E7C7's since.
    private static let first: [Int] =
        [
            0xE7C7, 0xE816, 0xE817, 0xE818, 0xE81E, 0xE826, 0xE82B, 0xE82C, 0xE831, 0xE832, 0xE83B, 0xE843, 0xE854,
            0xE855,
            0xE864,
        ] + Array(0xE78D...0xE796)
    private static let later: [Int] = [0x1E3F] + Array(0x9FB4...0x9FBB) + Array(0xFE10...0xFE19)

    /// Asks the system's converter for every pair once.
    private static func makePairs() -> [UInt32] {
        var table = [UInt32](repeating: 0, count: 126 * 192)
        guard let converter = Iconv(from: "GB18030") else { return table }
        for lead in 0x81...0xFE {
            for trail in 0x40...0xFE where trail != 0x7F {
                let pair: [UInt8] = [UInt8(lead), UInt8(trail)]
                var problems: [XMLProblem] = []
                let made = pair.withUnsafeBufferPointer { converter.decode($0, problems: &problems) }
                guard problems.isEmpty, made.count <= 3 else { continue }
                var packed = UInt32(made.count) << 24
                for (index, byte) in made.enumerated() { packed |= UInt32(byte) << (8 * UInt32(index)) }
                table[(lead - 0x81) * 192 + trail - 0x40] = packed
            }
        }
        return table
    }

    /// Four-byte characters fill, in order, the scalars that had no pair in the first edition (GB 18030-2000): the runs
    /// follow from the table of pairs, once the pairs that later editions and the system's converter gave another scalar
    /// are counted by their old one. Without that every ideograph of Extension A would be its neighbour.
    private static func makeRuns() -> [(index: Int, scalar: UInt32)] {
        var taken = [Bool](repeating: false, count: 0x10000)
        for packed in pairs where packed != 0 {
            let bytes = (0..<Int(packed >> 24)).map { UInt8(truncatingIfNeeded: packed >> (8 * UInt32($0))) }
            for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars where scalar.value < 0x10000 {
                taken[Int(scalar.value)] = true
            }
        }
        for scalar in first { taken[scalar] = true }
        for scalar in later { taken[scalar] = false }
        var runs: [(index: Int, scalar: UInt32)] = []
        var index = 0
        var inRun = false
        for scalar in 0x80..<0x10000 {
            if taken[scalar] || (0xD800...0xDFFF).contains(scalar) {
                inRun = false
                continue
            }
            if !inRun {
                runs.append((index, UInt32(scalar)))
                inRun = true
            }
            index += 1
        }
        return runs
    }
}
