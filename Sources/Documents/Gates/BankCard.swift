/// Numbers of bank cards, told from the many other long numbers of an office.
enum BankCard {
    /// 16 to 19 digits of an issuer that gives cards out, with the check digit of Luhn (ISO/IEC 7812-1), that nothing calls
    /// something else.
    ///
    /// One long number in ten has a right check digit by chance: where the document says nothing of banks, only the
    /// lengths and the issuer of this country's cards count (62, of 16 or 19 digits), or the groups of four that are
    /// printed on cards.
    static func isCard(_ number: DigitRun, speaksOfBanks: Bool) -> Bool {
        let digits = number.digits
        guard !number.endsInX, (16...19).contains(digits.count), number.gaps == 0 || number.isGroupedByFour,
            Set(digits).count > 2, isChecked(digits)
        else { return false }
        if others.contains(where: number.before.contains) && !words.contains(where: number.before.contains) {
            return false
        }
        let issuer = digits[0] * 10 + digits[1]
        if issuer == 62, digits.count == 16 || digits.count == 19 || number.isGroupedByFour && number.gaps >= 3 {
            return true
        }
        guard speaksOfBanks || number.isGroupedByFour && number.gaps >= 3 else { return false }
        return issuer == 62 || issuer == 60 || issuer == 95 || issuer == 35 && digits.count == 16
            || (digits[0] == 4 || (51...55).contains(issuer)) && digits.count == 16
    }

    /// True where a text is about accounts and cards.
    static func isSpokenOf(in text: String) -> Bool { words.contains { text.contains($0) } }

    private static func isChecked(_ digits: [Int]) -> Bool {
        let sum = digits.reversed().enumerated().reduce(0) { sum, place in
            guard place.offset.isMultiple(of: 2) == false else { return sum + place.element }
            let double = place.element * 2
            return sum + (double > 9 ? double - 9 : double)
        }
        return sum.isMultiple(of: 10)
    }

    private static let words = ["卡号", "银行卡", "银行账", "账号", "帐号", "账户", "帐户", "开户", "工资卡", "一卡通", "社保卡"]
    private static let others = [
        "编号", "单号", "文号", "订单", "合同", "索引", "流水", "序列", "代码", "备案", "证书", "许可", "发票", "条码", "条形码", "件号", "案号", "批号",
        "型号",
        "货号", "项目", "工单", "受理", "凭证", "追溯", "设备", "户号", "图号", "标识",
    ]
}
