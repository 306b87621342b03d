import Markup

/// Texts that stand where an article should, and say that there is none: a bridge's error, a reader's apology.
package enum MissingBody {
    static let words: [StaticString] = [
        "获取全文失败", "获取正文失败", "全文获取失败", "正文获取失败", "获取文章失败", "获取内容失败", "内容获取失败", "抓取失败", "无法获取全文", "无法获取正文", "全文加载失败",
        "文章加载失败",
        "该内容已被发布者删除", "此内容因违规无法查看", "此内容已被发布者删除", "该公众号已迁移", "当前环境异常", "环境异常，完成验证后", "请在微信客户端打开链接", "参数错误",
        "该文章已被删除",
    ]

    /// What at least one of stands in each text that is an error.
    private static let marks = WordSet([
        "加载", "载入", "失败", "删除", "无法", "不能查看", "迁移", "异常", "打开链接", "错误", "已被屏蔽", "已注销", "已被封", "已停", "已过期", "已失效", "已回收",
    ])

    /// What stands in errors that programs write in English.
    private static let foreign: [StaticString] = ["ailed to", "nable to", "oading"]
    private static let foreignOrNumbered: [StaticString] = ["&#"] + foreign

    /// An error is no longer than this, in scalars.
    private static let longest = 60

    /// What notices say that a server puts in the place of any page. Articles say it too: where the title is missing as well,
    /// it is no article.
    private static let notices: [StaticString] = [
        "维护", "升级", "登录", "登陆", "验证码", "不存在", "找不到", "未找到", "无法访问", "暂停访问", "访问受限", "过于频繁", "系统繁忙", "服务器错误", "稍后",
        "已下线", "已过期", "已被删除", "已被移除", "已被管理员", "暂时不可用", "出错了", "没有权限", "无权访问", "ot found", "ot Found", "NOT FOUND",
        "安全验证", "人机验证", "完成验证", "身份验证", "校内用户", "校内访问", "校园网", "内网访问", "内网用户", "撤稿", "被拦截", "阻断", "访问被拒绝",
        "开启JavaScript", "启用JavaScript", "404", "403", "500", "502", "503", "504",
    ]

    /// A notice is no longer than this, in scalars.
    private static let longestNotice = 120

    /// True where HTML is short and in the words of a notice.
    static func isNotice(_ html: String) -> Bool {
        guard html.utf8.count < 8_000, Bytes.contains(html, anyOf: notices) else { return false }
        let text = HTMLText.plain(from: html).trimmed
        return text.unicodeScalars.count <= longestNotice && Bytes.contains(text, anyOf: notices)
    }

    /// True where HTML has no more text than a notice.
    static func isShort(_ html: String) -> Bool {
        html.utf8.count < 8_000 && HTMLText.plain(from: html).trimmed.unicodeScalars.count <= longestNotice
    }

    /// True where the text of HTML is an error. Most HTML has more ideographs than any error, which its bytes show.
    static func isApology(html: String) -> Bool {
        guard html.utf8.count < 4_000 else { return false }
        // One of these stands in every such text, unless its characters are written as numbers.
        guard !Bytes.hasIdeographs(html, moreThan: 2 * longest),
            marks.stands(in: html) || Bytes.contains(html, anyOf: foreignOrNumbered)
        else { return false }
        return isApology(HTMLText.plain(from: html).trimmed)
    }

    /// True where HTML has no text and no picture, or only says that the text could not be had.
    package static func isMissing(_ html: String) -> Bool {
        guard html.utf8.count < 4_000 else { return false }
        let text = HTMLText.plain(from: html).trimmed
        if text.isEmpty { return !["<img", "<video", "<audio", "<iframe", "<IMG"].contains { html.contains($0) } }
        return isApology(text)
    }

    /// True where a text is an error rather than an article: short, and in the words of one.
    package static func isApology(_ text: String) -> Bool {
        guard text.utf8.count <= 4 * longest, Bytes.scalars(in: text) <= longest else { return false }
        if Bytes.contains(text, anyOf: foreign), isForeignFailure(text) || isWaiting(text) { return true }
        guard marks.stands(in: text) else { return false }
        return Bytes.contains(text, anyOf: words) || isFailure(text) || isWithdrawal(text) || isWaiting(text)
    }

    /// `文章获取失败`, `正文内容加载失败，请稍后再试`: getting and a text, in any order, before the word for failing.
    private static func isFailure(_ text: String) -> Bool {
        guard let end = text.firstPlace(of: "失败") else { return false }
        let clause = String(String.UnicodeScalarView(text[..<end.lowerBound].unicodeScalars.suffix(10)))
        return Bytes.contains(clause, anyOf: ["获取", "抓取", "加载", "读取", "提取", "解析", "采集", "拉取"])
            && Bytes.contains(clause, anyOf: ["全文", "正文", "文章", "内容", "原文", "网页", "页面"])
    }

    /// `加载中...`, `正文正在加载，请稍候`: nothing but words for waiting for a text.
    private static func isWaiting(_ text: String) -> Bool {
        var rest = text.lowercased()
        for word in [
            "loading", "please wait", "加载", "载入", "正文", "全文", "内容", "文章", "页面", "网页", "数据", "图片", "正在", "努力", "拼命", "请",
            "稍候",
            "稍后", "稍等", "耐心等待", "中",
        ] {
            rest = rest.replacing(word, with: "")
        }
        return rest.allSatisfy { !$0.isLetter && !$0.isNumber }
    }

    /// `Failed to fetch content`: failing, getting and a text, in the English of programs.
    private static func isForeignFailure(_ text: String) -> Bool {
        let words = text.lowercased().split { !$0.isLetter }.map(String.init)
        func says(_ some: [String]) -> Bool { words.contains { word in some.contains(word) } }
        return !text.unicodeScalars.contains { $0.isHan } && says(["failed", "unable", "error"])
            && says(["fetch", "fetching", "load", "loading", "get", "getting", "retrieve", "retrieving", "extract"])
            && says(["content", "article", "text", "fulltext", "page", "body"])
    }

    /// `此内容被投诉且经审核涉嫌侵权，无法查看`: something of an account that may not be seen any more.
    private static func isWithdrawal(_ text: String) -> Bool {
        Bytes.contains(
            text,
            anyOf: ["该内容", "此内容", "该文章", "此文章", "该公众号", "此公众号", "该帐号", "该账号", "此帐号", "此账号", "该链接", "此链接", "链接已"])
            && Bytes.contains(
                text,
                anyOf: [
                    "无法查看", "不能查看", "暂时无法", "已被删除", "被作者删除", "发布者删除", "已删除", "已被屏蔽", "已注销", "已被封", "已停用", "已停止使用",
                    "已过期", "已失效", "已回收",
                ])
    }
}
