/// Where two texts are the same and where they differ: from their common passages in order, found by shingles, in a time
/// that grows with their length.
///
/// What differs decides whether two alike texts are copies or two instances of one template. A copy has words before, behind
/// or missing in one piece; an instance has other words in the same places.
package struct TextAlignment: Sendable {
    /// What stands between two common passages, or before the first and behind the last.
    struct Gap {
        var left: ArraySlice<UInt16>
        var right: ArraySlice<UInt16>
    }

    /// Characters in common passages.
    private(set) var matched = 0
    private(set) var head = Gap(left: [], right: [])
    private(set) var tail = Gap(left: [], right: [])
    /// What differs between common passages.
    private(set) var inner: [Gap] = []

    /// Aligns `right` with an indexed text.
    init(_ left: IndexedText, _ right: [UInt16]) {
        let text = left.text
        var (leftEnd, rightEnd) = (0, 0)
        var index = 0
        while index + IndexedText.shingle <= right.count {
            guard let start = left.place(of: right, at: index, from: leftEnd) else {
                index += 1
                continue
            }
            var (first, second) = (start, index)
            // The passage may have begun before its first whole shingle.
            while first > leftEnd, second > rightEnd, text[first - 1] == right[second - 1] {
                first -= 1
                second -= 1
            }
            var length = 0
            while first + length < text.count, second + length < right.count,
                text[first + length] == right[second + length]
            {
                length += 1
            }
            let gap = Gap(left: text[leftEnd..<first], right: right[rightEnd..<second])
            if matched == 0 {
                head = gap
            } else if !gap.left.isEmpty || !gap.right.isEmpty {
                inner.append(gap)
            }
            matched += length
            (leftEnd, rightEnd) = (first + length, second + length)
            index = rightEnd
            if let resumed = Self.resume(text, leftEnd, right, rightEnd) {
                inner.append(
                    Gap(left: text[leftEnd..<leftEnd + resumed.left], right: right[rightEnd..<rightEnd + resumed.right])
                )
                (leftEnd, rightEnd) = (leftEnd + resumed.left, rightEnd + resumed.right)
                index = rightEnd
            }
        }
        tail = Gap(left: text[leftEnd...], right: right[rightEnd...])
    }

    /// Right behind a difference the texts mostly go on together: looks a few characters ahead, nearest first, so that a
    /// small difference is seen as what it is even in a text that repeats itself.
    private static func resume(
        _ left: [UInt16], _ leftEnd: Int, _ right: [UInt16], _ rightEnd: Int
    ) -> (left: Int, right: Int)? {
        let need = IndexedText.shingle
        for sum in 1...16 {
            for ahead in 0...sum {
                let (first, second) = (leftEnd + ahead, rightEnd + sum - ahead)
                guard first + need <= left.count, second + need <= right.count, left[first] == right[second],
                    left[first + need - 1] == right[second + need - 1]
                else { continue }
                if (1..<need).allSatisfy({ left[first + $0] == right[second + $0] }) { return (ahead, sum - ahead) }
            }
        }
        return nil
    }
}

/// A text with the places of its shingles.
struct IndexedText {
    static let shingle = 8
    let text: [UInt16]
    private let heads: [Int32]
    private let next: [Int32]
    private let mask: Int

    init(_ text: [UInt16]) {
        self.text = text
        var size = 64
        while size < text.count * 2 { size *= 2 }
        mask = size - 1
        var heads = [Int32](repeating: -1, count: size)
        var next = [Int32](repeating: -1, count: text.count)
        var place = text.count - Self.shingle
        // From the end, so that a chain goes from the first place to the last.
        while place >= 0 {
            let slot = Self.hash(text, place) & mask
            next[place] = heads[slot]
            heads[slot] = Int32(place)
            place -= 1
        }
        self.heads = heads
        self.next = next
    }

    /// The first place, not before `start`, where the shingle of `other` at `index` stands.
    func place(of other: [UInt16], at index: Int, from start: Int) -> Int? {
        var place = heads[Self.hash(other, index) & mask]
        var steps = 0
        while place >= 0, steps < 64 {
            if Int(place) >= start, (0..<Self.shingle).allSatisfy({ text[Int(place) + $0] == other[index + $0] }) {
                return Int(place)
            }
            place = next[Int(place)]
            steps += 1
        }
        return nil
    }

    private static func hash(_ text: [UInt16], _ place: Int) -> Int {
        var hash: UInt64 = 0
        for offset in 0..<shingle { hash = (hash &+ UInt64(text[place + offset])) &* 0x9E37_79B9_7F4A_7C15 }
        return Int(truncatingIfNeeded: hash >> 33)
    }
}
