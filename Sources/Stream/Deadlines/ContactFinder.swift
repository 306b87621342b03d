internal import Markup

/// Whom to ask: `联系人：王老师　联系电话：0479-1234567`.
enum ContactFinder {
    /// The first contact and the first number that are named as such.
    static func find(in text: String) -> (name: String?, phone: String?) {
        guard Bytes.contains(text, anyOf: ["联系", "电话"]) else { return (nil, nil) }
        let scalars = [Unicode.Scalar](of: text, most: 60_000)
        return (name(scalars), phone(scalars))
    }

    private static func name(_ scalars: [Unicode.Scalar]) -> String? {
        for label in ["联系人", "联 系 人", "联系人员"] {
            guard let at = position(of: label, in: scalars) else { continue }
            var reader = ScalarReader(scalars, from: at)
            reader.skipSpaces()
            guard reader.skip("：", ":", "为") != nil else { continue }
            reader.skipSpaces()
            let name = reader.rest.prefix { $0.isHan || $0 == "·" }
            if (2...8).contains(name.count) { return name.string }
        }
        return nil
    }

    private static func phone(_ scalars: [Unicode.Scalar]) -> String? {
        for label in ["联系电话", "咨询电话", "联系方式", "电话", "电 话"] {
            guard let at = position(of: label, in: scalars) else { continue }
            var reader = ScalarReader(scalars, from: at)
            reader.skipSpaces()
            guard reader.skip("：", ":", "为") != nil else { continue }
            reader.skipSpaces()
            let number = reader.rest.prefix {
                $0.decimal != nil || ["-", "—", "－", "(", ")", "（", "）", "转"].contains($0)
            }
            let digits = number.count { $0.decimal != nil }
            if (5...20).contains(digits) { return withoutRest(number).string }
        }
        return nil
    }

    /// A number without what is left of the brackets around it: `（电话：8221234）`.
    private static func withoutRest(_ number: ArraySlice<Unicode.Scalar>) -> ArraySlice<Unicode.Scalar> {
        var rest = number
        while let last = rest.last, last.decimal == nil {
            if last == "）" || last == ")", rest.contains("（") || rest.contains("(") { break }
            rest.removeLast()
        }
        return rest
    }

    private static func position(of word: String, in scalars: [Unicode.Scalar]) -> Int? {
        let word = Array(word.unicodeScalars)
        guard let first = word.first, scalars.count >= word.count else { return nil }
        for at in 0...(scalars.count - word.count) where scalars[at] == first {
            if scalars[at...].starts(with: word) { return at + word.count }
        }
        return nil
    }
}
