import Markup

/// A line of an article as a reader sees it, and what it may be if it is not of the text.
struct ArticleLine {
    private(set) var text = ""
    private(set) var nodes: [MarkupTree.Index] = []
    private(set) var hasPicture = false
    private(set) var isHeading = false
    private var linked = 0
    /// How many links it has.
    private(set) var links: Set<MarkupTree.Index> = []
    /// Scalars of a date beside a link.
    private var dated = 0
    private var hasFile = false

    var isEmpty: Bool { text.isEmpty }
    /// True where nearly all of it is a link, and to no file.
    var isLink: Bool { linked > 0 && linked * 10 >= (text.unicodeScalars.count - dated) * 7 && !hasFile }

    private static let inline: Set<String> = [
        "a", "abbr", "b", "big", "em", "font", "i", "img", "label", "small", "span", "strong", "sub", "sup", "time",
        "u",
    ]
    private static let headings: Set<String> = ["h1", "h2", "h3", "h4", "h5", "h6"]
    private static let pictures: Set<String> = ["img", "video", "audio", "iframe", "embed", "object"]

    /// True for a node that stands for itself: a text, a picture.
    static func isLeaf(_ index: MarkupTree.Index, _ tree: MarkupTree) -> Bool {
        !tree.isElement(index) || pictures.contains(tree.name(index) ?? "")
    }

    /// The lines of a body in order.
    static func lines(of tree: MarkupTree) -> [ArticleLine] {
        var lines: [ArticleLine] = []
        var line = ArticleLine()
        var block = 0
        for index in 1..<max(1, tree.count) {
            let parents = tree.ancestors(index)
            if parents.contains(where: { MarkupTree.unread.contains(tree.name($0) ?? "") }) { continue }
            let holder = parents.first { !inline.contains(tree.name($0) ?? "") } ?? 0
            let isBreak = tree.isElement(index) && !inline.contains(tree.name(index) ?? "")
            if isBreak || holder != block {
                if !line.nodes.isEmpty { lines.append(line) }
                line = ArticleLine()
                block = holder
            }
            guard isLeaf(index, tree) else { continue }
            line.take(index, parents, tree)
        }
        if !line.nodes.isEmpty { lines.append(line) }
        return lines.map { line in
            var line = line
            line.text = HTMLTitle.cleaned(line.text)
            return line
        }
    }

    private mutating func take(_ index: MarkupTree.Index, _ parents: [MarkupTree.Index], _ tree: MarkupTree) {
        nodes.append(index)
        if tree.isElement(index) {
            hasPicture = true
            return
        }
        let own = HTMLTitle.cleaned(tree.ownText(index))
        guard !own.isEmpty else { return }
        text += " " + own
        if let link = parents.first(where: { tree.name($0) == "a" }) {
            linked += own.unicodeScalars.count
            links.insert(link)
            let address = tree.attribute("href", link) ?? ""
            if AttachmentLinks.type(of: address) != nil || AttachmentLinks.type(of: own) != nil { hasFile = true }
        }
        if linked > 0, DateBox.isDate(own) { dated += own.unicodeScalars.count }
        if parents.contains(where: { Self.headings.contains(tree.name($0) ?? "") }) { isHeading = true }
    }
}

extension ArticleLine {
    /// No sentence, and no label with its value.
    var isShort: Bool { text.unicodeScalars.count <= 80 && !text.contains { "。：:".contains($0) } }

    /// When the article was published, where it comes from, how often it was read.
    var isAboutPage: Bool {
        guard text.unicodeScalars.count <= 160, !text.contains("。") else { return false }
        if isCount || isChoiceOfSize || InfoLine.isLabels(text) || BareInfo(text) != nil
            || Self.places.contains(where: text.hasPrefix) || isToday || isKeywords
        {
            return true
        }
        // A guide to a procedure has its office in such a line.
        let isOffice = ["发布机构", "发布单位", "发布部门", "发布机关"].contains { text.contains($0) }
        return InfoLine(text).map { $0.isDateMarked || $0.origin != nil && !isOffice } ?? false
    }

    /// `今天是2026年11月5日 星期四`: what pages have over everything.
    private var isToday: Bool {
        text.hasPrefix("今天是") && text.unicodeScalars.count <= 40 && WrittenDate.first(in: text) != nil
    }

    /// `关键词：取暖；补贴` over a text, without links.
    private var isKeywords: Bool {
        text.unicodeScalars.count <= 60
            && ["关键词", "关键字", "标签"].contains { text.hasPrefix($0 + "：") || text.hasPrefix($0 + ":") }
    }

    /// `发布时间：2026-11-05 09:30`, `来源：市民政局　发布时间：2026-11-05`, which some pages have under their text.
    var isDateOfPage: Bool {
        guard text.unicodeScalars.count <= 80, !text.contains("。"), let info = InfoLine(text), info.isDateMarked else {
            return false
        }
        return ["发布时间", "发布日期", "更新时间", "发表时间"].contains(where: text.hasPrefix)
            || info.origin != nil && ["来源", "信息来源", "文章来源", "稿源"].contains(where: text.hasPrefix)
    }

    /// Buttons, links to neighbours, codes to scan, the page's owner.
    var isTool: Bool {
        guard !text.isEmpty, text.unicodeScalars.count <= 160, !hasFile else { return false }
        if isNeighbour || isScanned || isCount || isOwner || isPager || isRelated || isSurvey || isDisclaimer
            || isOwnAddress || isRowOfButtons || Self.sizes.contains(text)
        {
            return true
        }
        var rest = bare
        var isCounted = false
        for word in Self.buttons where rest.contains(word) {
            rest = rest.replacing(word, with: "")
            isCounted = isCounted || Self.counted.contains(word)
        }
        return rest.isEmpty || isCounted && rest.allSatisfy(\.isNumber)
    }

    /// Links of a few characters each beside each other: `政策咨询 智能问答`.
    private var isRowOfButtons: Bool { isLink && links.count >= 2 && bare.unicodeScalars.count <= links.count * 6 }

    /// `本页网址：https://…`
    private var isOwnAddress: Bool {
        text.has("://")
            && ["本页网址", "本页地址", "本页链接", "本文网址", "本文地址", "本文链接", "网页地址", "当前网址"].contains(where: bare.hasPrefix)
    }

    /// `首页 上一页 1 2 3 下一页 共3页`, or linked numbers alone.
    var isPager: Bool {
        var rest = bare
        for word in Self.pagerWords { rest = rest.replacing(word, with: "") }
        guard rest.allSatisfy({ $0.isNumber || $0 == "." }) else { return false }
        return rest.count < bare.count ? bare.contains("页") : linked > 0 && linked * 2 >= rest.count
    }

    /// Who edited the page: `（责任编辑：张某）`, `编辑：张某　审核：李某`.
    var isCredit: Bool {
        let credits = credits
        // `一审：…　二审：…　三审：…`: all who read it in turn.
        return credits.contains(where: Self.editors.contains) || Set(credits).intersection(Self.turns).count >= 2
    }

    /// Who read it before it was published; a text may say that of something else, so that it counts beside ``isCredit`` only.
    var isLesserCredit: Bool { !credits.isEmpty }

    /// The labels of a line that is nothing but names behind such labels.
    private var credits: [String] {
        guard text.unicodeScalars.count <= 60, !text.contains("。") else { return [] }
        let words = InfoLine.withCompactLabels(text).split { $0.isWhitespace || "()（）[]【】|｜/".contains($0) }
        var found: [String] = []
        for word in words {
            if Self.buttons.contains(String(word)) { continue }
            guard let colon = word.firstIndex(where: { $0 == "：" || $0 == ":" }) else {
                // The name behind a label and a space, or a second name.
                guard !found.isEmpty, word.unicodeScalars.count <= 5 else { return [] }
                continue
            }
            let label = String(word[..<colon])
            guard Self.editors.contains(label) || Self.readers.contains(label), word.unicodeScalars.count <= 16 else {
                return []
            }
            found.append(label)
        }
        return found
    }

    private static let editors: Set<String> = ["责任编辑", "责编", "编辑", "网络编辑", "本期编辑", "值班编辑", "网页编辑", "网站编辑"]
    private static let turns: Set<String> = ["初审", "复审", "终审", "一审", "二审", "三审"]
    private static let readers: Set<String> = [
        "审核", "初审", "复审", "终审", "一审", "二审", "三审", "校对", "一校", "二校", "三校", "监制", "编审", "审签", "值班主任", "值班总编",
    ]
    /// Longer ones first.
    private static let pagerWords = [
        "上一页", "下一页", "上页", "下页", "首页", "尾页", "末页", "第一页", "最后一页", "余下全文", "阅读全文", "当前", "跳转", "共", "第", "页", "到", "GO",
    ]

    /// `上一篇：…`; the link may be a line of its own.
    var isNeighbour: Bool {
        Self.neighbours.contains(where: bare.hasPrefix)
            || isLink
                && ("«‹←".contains { text.hasPrefix(String($0)) } || "»›→".contains { text.hasSuffix(String($0)) })
    }

    /// `政策解读：…`, a label and the link to another page.
    private var isRelated: Bool {
        guard !hasFile, linked > 0, let colon = text.firstIndex(where: { $0 == "：" || $0 == ":" }),
            linked * 10 >= text[colon...].dropFirst().unicodeScalars.count(where: { !$0.isBlank }) * 9
        else { return false }
        let label = text[..<colon].filter { !$0.isWhitespace && !"【[（()）]】".contains($0) }
        return Self.others.contains(label) || Self.relatives.contains(label)
    }

    private static let relatives: Set<String> = [
        "政策解读", "文件解读", "相关解读", "解读", "解读链接", "相关文件", "相关政策", "政策原文", "原文链接", "图解", "相关图解", "政策图解", "图文解读",
        "关键词", "关键字", "标签", "文章标签", "Tags", "TAGS", "Tag", "TAG", "所属专题",
    ]

    /// `您对本页面内容是否满意？`
    private var isSurvey: Bool {
        text.unicodeScalars.count <= 60
            && ["是否满意", "满意吗", "有帮助吗", "是否有用", "是否有帮助"].contains { text.contains($0) }
            && ["本页", "本文", "本条", "页面", "文章", "信息", "内容", "回复", "解读"].contains { text.contains($0) }
    }

    /// `免责声明：…`, `版权声明：…转载请注明出处`: what a site says under every text.
    private var isDisclaimer: Bool {
        ["免责声明", "版权声明", "郑重声明", "特别声明", "声明"].contains(where: bare.hasPrefix)
            && ["转载", "版权", "侵权", "仅供参考", "立场"].contains { text.contains($0) }
    }

    /// Whose page it is, and where that is registered.
    var isOwner: Bool {
        text.unicodeScalars.count <= 120
            && ["ICP备", "公网安备", "版权所有", "网站标识码"].contains { text.contains($0) }
    }

    /// What the page's own code is for; a code to sign up with is of the text.
    var isScanned: Bool {
        guard text.unicodeScalars.count <= 40, !text.contains("。") else { return false }
        let words = ["扫一扫", "扫描二维码", "扫码", "微信扫", "手机扫", "用微信"]
        return words.contains(bare) || isInvitation
            || words.contains(where: bare.hasPrefix)
                && ["手机", "本页", "当前页", "关注", "分享", "浏览", "阅读", "查看"].contains { bare.contains($0) }
    }

    /// `关注“宁澜发布”微信公众号`
    private var isInvitation: Bool {
        ["关注", "欢迎关注", "扫码关注", "请关注"].contains(where: bare.hasPrefix)
            && ["公众号", "官方微信", "微信", "视频号", "官方微博"].contains(where: bare.hasSuffix)
    }

    /// The heading over links to other articles.
    var isHeadingOfOthers: Bool {
        bare.unicodeScalars.count <= 8
            && (Self.others.contains(bare) || Self.relatives.contains(bare)
                || Self.otherStarts.contains(where: bare.hasPrefix) && Self.otherEnds.contains(where: bare.hasSuffix))
    }

    /// A few words by themselves, which may be the heading over a list.
    var mayBeHeading: Bool { !isEmpty && links.isEmpty && isShort && bare.unicodeScalars.count <= 10 }

    /// A link with its date beside it, as lists have them.
    var isDatedLink: Bool { isLink && dated > 0 }

    /// `字号：大 中 小`
    private var isChoiceOfSize: Bool {
        ["字号", "字体"].contains(where: bare.hasPrefix) && bare.unicodeScalars.count <= 10
    }

    /// The heading over what readers say: `网友评论（3）`.
    var isHeadingOfComments: Bool {
        text.unicodeScalars.count <= 12
            && ["网友评论", "最新评论", "热门评论", "精彩评论", "全部评论", "评论列表", "发表评论", "我要评论", "网友留言", "评论"].contains(
                bare.filter { !$0.isNumber || $0.isLetter }.replacing("条", with: ""))
    }

    private var isCount: Bool {
        let words = [
            "本文已被阅读", "本文已被浏览", "已阅读", "已浏览", "本文阅读", "本文浏览", "浏览次数", "浏览量", "阅读次数", "阅读量", "阅读数", "阅读", "浏览", "点击数",
            "点击量", "点击", "访问量",
        ]
        guard let word = words.first(where: bare.hasPrefix) else { return false }
        return bare.dropFirst(word.count).allSatisfy { $0.isNumber || $0 == "次" }
    }

    /// Without spaces, brackets and marks.
    private var bare: String {
        text.filter { !$0.isWhitespace && !"[]【】（）()|｜:：·,，、>》<《-/\u{3000}\u{A0}".contains($0) }
    }

    private static let places = ["您现在的位置", "您当前的位置", "当前位置", "您的位置", "所在位置"]
    private static let neighbours = ["上一篇", "下一篇", "上一条", "下一条", "上篇", "下篇", "前一篇", "后一篇", "前一条", "后一条"]
    private static let others: Set<String> = [
        "相关文章", "相关新闻", "相关阅读", "阅读排行", "点击排行", "热点排行", "点击排行榜", "阅读排行榜", "相关报道", "相关稿件", "相关链接", "相关信息", "相关内容",
        "相关推荐",
        "延伸阅读", "推荐阅读", "热点推荐", "热门文章", "热门推荐", "最新文章", "最新新闻", "猜你喜欢", "更多新闻",
    ]
    private static let otherStarts = ["相关", "热点", "热门", "推荐", "最新", "同栏目", "本栏目", "同类", "更多", "近期", "其他", "其它"]
    private static let otherEnds = [
        "文章", "新闻", "报道", "稿件", "信息", "内容", "资讯", "动态", "推荐", "阅读", "链接", "文件", "政策", "解读", "图解", "专题", "问答", "文档",
        "公告", "通知",
    ]
    /// Buttons that say how often they were pressed.
    private static let counted: Set<String> = ["点赞", "赞", "收藏", "分享", "收听本文", "语音播报"]
    /// Buttons for the size of the letters.
    private static let sizes: Set<String> = ["A", "A-", "A－", "A+", "A＋"]
    /// Longer ones first.
    private static let buttons = [
        "点击展开全文", "点击查看全文", "展开全文", "余下全文", "阅读全文", "查看全文", "显示全文", "收起全文",
        "我要打印", "我要收藏", "我要分享", "打印本页", "打印此页", "打印页面", "打印文章", "打印", "关闭窗口", "关闭本页", "关闭页面", "关闭此页", "关闭",
        "分享到", "分享至", "分享", "加入收藏", "收藏", "返回顶部", "回到顶部", "返回列表", "返回上级", "返回上页", "另存为", "推荐给好友", "推荐给朋友", "发送给好友",
        "推荐",
        "收听本文", "语音播报", "返回上一页", "返回首页", "返回", "我要纠错", "纠错",
        "点赞", "赞", "提交评价", "我要评价", "非常满意", "基本满意", "不满意", "满意", "网站地图", "联系我们", "关于我们", "隐私声明", "网站声明", "法律声明", "设为首页",
        "微信", "新浪微博",
        "腾讯微博", "微博", "QQ空间", "QQ好友", "QQ", "朋友圈", "复制链接", "复制", "A+A", "A+", "默认", "字号", "字体", "大", "中", "小", "顶部",
        "TOP",
        "下载",
    ]
}
