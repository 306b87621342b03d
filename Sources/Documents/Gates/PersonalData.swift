import Extraction

/// Numbers that belong to a person: 身份证号, 银行卡号, and mobile numbers in a list of people.
enum PersonalData {
    /// What was found: a kind, never the number itself.
    enum Kind: String, Sendable, CaseIterable {
        case identityNumber = "identity-number"
        case bankCard = "bank-card"
        case mobileList = "mobile-list"
    }

    /// Lines in a row with a mobile number each that make a list.
    private static let listLength = 3
    /// Different mobile numbers in one document that are a list, wherever they stand.
    private static let mostMobiles = 8

    /// The first kind of number that a text holds.
    static func find(in text: String) -> Kind? {
        var mobiles: Set<String> = []
        var run = 0
        let speaksOfBanks = BankCard.isSpokenOf(in: text)
        for line in text.split(separator: "\n", omittingEmptySubsequences: true) {
            var found: Set<String> = []
            for number in DigitRun.all(in: line) {
                if isIdentityNumber(number) { return .identityNumber }
                if BankCard.isCard(number, speaksOfBanks: speaksOfBanks) { return .bankCard }
                if isMobile(number) { found.insert(number.text) }
            }
            let isNew = !found.isSubset(of: mobiles)
            mobiles.formUnion(found)
            // Whom to call stands behind words that say so; the people of a list have none.
            run = isNew && !namesContact(line) ? run + 1 : found.isEmpty || !isNew ? 0 : run
            if run >= listLength || mobiles.count >= mostMobiles { return .mobileList }
        }
        return nil
    }

    /// 18 places with region, birthday and check character (GB 11643).
    static func isIdentityNumber(_ number: DigitRun) -> Bool {
        let digits = number.digits
        guard number.gaps == 0, digits.count == (number.endsInX ? 17 : 18),
            (11...91).contains(digits[0] * 10 + digits[1])
        else { return false }
        let year = digits[6...9].reduce(0) { $0 * 10 + $1 }
        let month = digits[10] * 10 + digits[11]
        let day = digits[12] * 10 + digits[13]
        guard (1900...2100).contains(year), (1...12).contains(month), (1...31).contains(day) else { return false }
        let weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
        let sum = zip(weights, digits).reduce(0) { $0 + $1.0 * $1.1 }
        let check = (12 - sum % 11) % 11
        return number.endsInX ? check == 10 : check == digits[17]
    }

    /// 11 digits that begin 13 to 19.
    static func isMobile(_ number: DigitRun) -> Bool {
        let digits = number.digits
        return !number.endsInX && digits.count == 11 && digits[0] == 1 && digits[1] >= 3 && number.gaps <= 2
    }

    private static func namesContact(_ line: some StringProtocol) -> Bool {
        ["联系", "咨询", "热线", "值班", "监督电话", "举报", "报名电话", "客服"].contains { line.contains($0) }
    }
}

/// Digits that stand together in a line, in groups that single spaces or hyphens part.
struct DigitRun {
    /// Their values.
    var digits: [Int] = []
    /// The lengths of the groups.
    var groups: [Int] = [0]
    /// True where an X follows, as in identity numbers.
    var endsInX = false
    /// The words before it on its line, at most twelve characters.
    var before = ""

    var gaps: Int { groups.count - 1 }
    var text: String { digits.map(String.init).joined() }
    /// `6222 0200 …`, as cards are printed.
    var isGroupedByFour: Bool {
        groups.dropLast().allSatisfy { $0 == 4 } && (groups.last.map { (1...4).contains($0) } ?? false)
    }

    /// Every run of a line that no letter or further digit touches.
    static func all(in line: some StringProtocol) -> [DigitRun] {
        var runs: [DigitRun] = []
        var current = DigitRun()
        var isTouched = false
        var gap = false
        var wasWord = false
        var before: [Unicode.Scalar] = []
        func finish(_ next: Unicode.Scalar?) {
            if current.digits.count >= 11, !isTouched, !(next.map(isWord) ?? false) { runs.append(current) }
            current = DigitRun()
        }
        for scalar in line.unicodeScalars {
            if let digit = scalar.digit, !current.endsInX {
                if current.digits.isEmpty {
                    isTouched = wasWord
                    current.before = String(String.UnicodeScalarView(before.suffix(12)))
                }
                if gap {
                    current.groups.append(0)
                    gap = false
                }
                current.digits.append(digit)
                current.groups[current.groups.count - 1] += 1
                wasWord = true
                continue
            }
            if !current.digits.isEmpty {
                if !gap, !current.endsInX, scalar == " " || scalar == "-" {
                    // A gap counts only where digits follow it.
                    gap = true
                    wasWord = false
                    continue
                }
                if current.digits.count == 17, !gap, scalar == "X" || scalar == "x" || scalar == "Ｘ" {
                    current.endsInX = true
                    wasWord = true
                    continue
                }
                finish(gap ? nil : scalar)
                gap = false
            }
            wasWord = isWord(scalar)
            before.append(scalar)
        }
        finish(nil)
        // Numbers in neighbouring columns are numbers of their own.
        return runs.flatMap(\.parts)
    }

    /// The run itself, or its groups where each could be a number of its own.
    private var parts: [DigitRun] {
        guard gaps > 0, groups.contains(where: { $0 >= 11 }) else { return [self] }
        var parts: [DigitRun] = []
        var at = 0
        for length in groups {
            var part = DigitRun()
            part.digits = Array(digits[at..<at + length])
            part.groups = [length]
            part.before = before
            parts.append(part)
            at += length
        }
        if endsInX, !parts.isEmpty { parts[parts.count - 1].endsInX = true }
        return parts.filter { $0.digits.count >= 11 }
    }

    private static func isWord(_ scalar: Unicode.Scalar) -> Bool {
        scalar.digit != nil || ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar) || scalar == "_"
    }
}
