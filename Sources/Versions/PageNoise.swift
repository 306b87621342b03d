/// What a page says about itself and not about its matter: counters, the day of printing, type sizes, where one is, what comes
/// next. It changes by itself and is no change.
package enum PageNoise {
    /// A line without its noise; empty where nothing else stands there.
    package static func removed(from line: String) -> String {
        var rest = Substring(line)
        var kept = ""
        while let (range, length) = next(in: rest) {
            kept += rest[..<range]
            rest = rest[length...]
        }
        kept += rest
        let trimmed = kept.trimmed
        if trimmed == line.trimmed { return trimmed }
        // What parted the noise from the rest is noise as well.
        let said = trimmed.unicodeScalars.contains { $0.properties.isAlphabetic || $0.properties.numericType != nil }
        return said ? trimmed.trimmedOfMarks : ""
    }

    /// The first noise: where it begins, and where it ends.
    private static func next(in text: Substring) -> (start: Substring.Index, end: Substring.Index)? {
        var found: (start: Substring.Index, end: Substring.Index)?
        for word in counters {
            guard let range = text.firstRange(of: word),
                found == nil || range.lowerBound < found?.start ?? text.endIndex,
                let end = afterNumber(text, range.upperBound)
            else { continue }
            found = (range.lowerBound, end)
        }
        for word in moments {
            guard let range = text.firstRange(of: word),
                found == nil || range.lowerBound < found?.start ?? text.endIndex
            else { continue }
            found = (range.lowerBound, afterMoment(text, range.upperBound))
        }
        for word in controls {
            guard let range = text.firstRange(of: word),
                found == nil || range.lowerBound < found?.start ?? text.endIndex
            else { continue }
            found = (range.lowerBound, range.upperBound)
        }
        for word in openings where text.trimmedPrefix.hasPrefix(word) {
            found = (text.startIndex, text.endIndex)
        }
        return found
    }

    /// `：123 次`: where a counter ends; nothing where no number stands behind its name.
    private static func afterNumber(_ text: Substring, _ start: Substring.Index) -> Substring.Index? {
        var index = start
        func skip(_ isWanted: (Character) -> Bool) {
            while index < text.endIndex, isWanted(text[index]) { index = text.index(after: index) }
        }
        skip { $0.isWhitespace || ":：[【(（|".contains($0) }
        let digits = index
        skip { $0.isNumber || ",，".contains($0) }
        guard index > digits else { return nil }
        skip { $0.isWhitespace || "次人]】)）+".contains($0) }
        return index
    }

    /// A date and a time behind their name.
    private static func afterMoment(_ text: Substring, _ start: Substring.Index) -> Substring.Index {
        text[start...].firstIndex { !($0.isNumber || $0.isWhitespace || ":：-/.年月日时分秒星期一二三四五六天".contains($0)) }
            ?? text.endIndex
    }

    private static let counters = [
        "浏览次数", "浏览量", "浏览数", "阅读次数", "阅读量", "阅读数", "点击次数", "点击数", "点击量", "访问次数", "访问量", "访问人数", "阅读人次", "下载次数", "下载量",
    ]
    private static let moments = ["打印时间", "打印日期", "当前时间", "今天是", "现在是", "当前日期", "更新时间", "更新日期", "发布时间", "发布日期"]
    private static let controls = [
        "【字号：大 中 小】", "【字体：大 中 小】", "字号：大 中 小", "字体：大 中 小", "字号：大中小", "字体：大中小", "字号:大 中 小", "【大 中 小】", "[大 中 小]",
        "字体大小：大 中 小",
        "【打印本页】", "【关闭窗口】", "【打印】", "【关闭】", "打印本页", "关闭窗口", "关闭本页", "分享到：", "分享到:", "分享到微信", "扫一扫在手机打开当前页", "扫一扫分享",
        "返回顶部", "加入收藏", "收藏本页", "纠错", "【收藏】", "【分享】",
    ]
    private static let openings = [
        "当前位置：", "当前位置:", "您的位置：", "您的位置:", "您现在的位置", "首页 >", "首页>", "上一篇：", "上一篇:", "下一篇：", "下一篇:", "上一条：", "下一条：",
        "责任编辑：", "责任编辑:", "（责任编辑", "(责任编辑",
    ]
}

extension StringProtocol {
    /// Without white space at either end.
    fileprivate var trimmed: String {
        guard let first = firstIndex(where: { !$0.isWhitespace }), let last = lastIndex(where: { !$0.isWhitespace })
        else { return "" }
        return String(self[first...last])
    }

    fileprivate var trimmedPrefix: SubSequence { drop { $0.isWhitespace } }

    fileprivate var trimmedOfMarks: String {
        func isMark(_ character: Character) -> Bool { character.isWhitespace || "|｜·/,，;；".contains(character) }
        guard let first = firstIndex(where: { !isMark($0) }), let last = lastIndex(where: { !isMark($0) }) else {
            return ""
        }
        return String(self[first...last])
    }
}
