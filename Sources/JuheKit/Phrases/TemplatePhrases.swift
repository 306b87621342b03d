/// What is said about templates of an office's own.
extension Phrase {
    /// A tag without an end.
    package static let templateUnclosedTag = Phrase("标签没有结束：缺少 }}", en: "the tag has no end: }} is missing")
    /// A section without an end.
    package static func templateUnclosedSection(_ name: String) -> Phrase {
        Phrase("{{#\(name)}} 没有对应的 {{/\(name)}}", en: "{{#\(name)}} has no {{/\(name)}}")
    }
    /// An end without a beginning.
    package static func templateStrayEnd(_ name: String) -> Phrase {
        Phrase("{{/\(name)}} 前面没有 {{#\(name)}}", en: "{{/\(name)}} has no {{#\(name)}} before it")
    }
    /// The end of another section.
    package static func templateWrongEnd(_ name: String, open: String, at line: Int) -> Phrase {
        Phrase(
            "应先结束第 \(line) 行的 {{#\(open)}}，这里却是 {{/\(name)}}",
            en: "{{#\(open)}} of line \(line) ends first; here stands {{/\(name)}}")
    }
    /// Text that would not be escaped.
    package static func templateUnescaped(_ name: String) -> Phrase {
        Phrase(
            "{{{\(name)}}} 不转义，不能用；请写 {{\(name)}}（只有 style 可以）",
            en: "{{{\(name)}}} is not escaped; write {{\(name)}} (only style may stand so)")
    }
    /// A tag that is not allowed.
    package static func templateForbidden(_ tag: String) -> Phrase {
        Phrase("不能用 \(tag) 标签", en: "the tag \(tag) is not allowed")
    }
    /// A name that there is not.
    package static func templateUnknownName(_ name: String, nearest: String?) -> Phrase {
        let hint = nearest.map { (zh: "，最接近的是“\($0)”", en: "; the nearest is \"\($0)\"") } ?? (zh: "", en: "")
        return Phrase(
            "没有名称“\(name)”\(hint.zh)。全部名称见 juhe issue model",
            en: "there is no name \"\(name)\"\(hint.en); `juhe issue model` lists them all")
    }
    /// `--template`
    package static let templateOption = Phrase(
        "打印内置模板，可作为自定模板的起点", en: "print the built-in template, to begin one's own with")
    /// The column of names.
    package static let templateName = Phrase("名称", en: "Name")
    /// The column of examples.
    package static let example = Phrase("示例", en: "Example")
}

/// What stands behind each name of a template.
package enum TemplateWords {
    /// By path, as the model lists it.
    package static let help: [String: Phrase] = edition.merging(entries) { one, _ in one }.merging(around) { one, _ in
        one
    }

    private static let edition: [String: Phrase] = [
        "language": Phrase("语言标签", en: "language tag"),
        "masthead": Phrase("报头", en: "the masthead"),
        "masthead.title": Phrase("简报名称", en: "the bulletin's name"),
        "masthead.issue": Phrase("第N期（总第N期）", en: "both numbers in one"),
        "masthead.number": Phrase("第N期", en: "the number in the year"),
        "masthead.total": Phrase("总第N期；增刊没有", en: "the total number; a supplement has none"),
        "masthead.issuer": Phrase("编发单位", en: "the issuing unit"),
        "masthead.date": Phrase("编发日期", en: "the day of the seal"),
        "masthead.isoDate": Phrase("编发日期，供机器读", en: "the same for machines"),
        "masthead.covers": Phrase("收录哪几天的信息", en: "the days it covers, as a sentence"),
        "masthead.isLong": Phrase("名称是否太长，用不了最大的字", en: "whether the name is too long for the largest letters"),
        "correction": Phrase("更正说明；不是更正则没有", en: "what a correction puts right; nothing otherwise"),
        "correction.label": Phrase("“更正说明”四字", en: "its label"),
        "correction.text": Phrase("更正了什么", en: "its words"),
        "figures": Phrase("本期数据", en: "the edition in numbers"),
        "figures[].code": Phrase("代码，供样式用", en: "its code, for styles"),
        "figures[].label": Phrase("名称", en: "what it counts"),
        "figures[].value": Phrase("数字", en: "the figure"),
        "leftOut": Phrase("另有几条未编入，一句话", en: "how many items were left out, as a sentence"),
        "hasDue": Phrase("有没有临近截止的事项", en: "whether anything is due soon"),
        "due": Phrase("临近截止的事项", en: "what is due soon"),
        "due[].dueDate": Phrase("截止日期", en: "the last day"),
        "due[].dueISODate": Phrase("截止日期，供机器读", en: "the same for machines"),
        "due[].dueLeft": Phrase("还有几天", en: "how long is left"),
        "due[].dueWhat": Phrase("要办什么", en: "what is to be done"),
        "due[].dueFacts": Phrase("报送对象、联系方式", en: "to whom, and whom to ask"),
        "due[].dueFacts[].fact": Phrase("其中一项", en: "one of them"),
        "due[].dueTitle": Phrase("出自哪一条", en: "the item's title"),
        "due[].dueURL": Phrase("那一条的网址", en: "where to read it"),
        "hasHighlights": Phrase("有没有要闻", en: "whether there are highlights"),
        "highlights": Phrase("要闻", en: "the highlights"),
        "highlights[].anchor": Phrase("条目的锚点", en: "the entry's anchor"),
        "highlights[].title": Phrase("标题", en: "its title"),
        "highlights[].unit": Phrase("单位", en: "its unit"),
        "highlights[].trackCode": Phrase("领域代码，供样式用", en: "the track's code, for styles"),
        "highlights[].track": Phrase("领域", en: "the track"),
        "hasNote": Phrase("有没有编者按", en: "whether there is an editor's note"),
        "note": Phrase("编者按各段", en: "the paragraphs of the editor's note"),
        "note[].paragraph": Phrase("一段", en: "one paragraph"),
        "isEmpty": Phrase("是否一条也没有", en: "whether there is no entry"),
        "hasContents": Phrase("条目多于一条，需要目录", en: "whether there is more than one entry to find"),
        "sections": Phrase("栏目", en: "the sections"),
        "sections[].sectionCode": Phrase("栏目代码，也是锚点", en: "the section's code, also its anchor"),
        "sections[].sectionOrdinal": Phrase("序数：一、", en: "its ordinal"),
        "sections[].sectionTitle": Phrase("栏目名称", en: "its title"),
        "sections[].sectionCount": Phrase("几条", en: "how many entries it has"),
        "sections[].groups": Phrase("栏目内各领域", en: "its entries by track"),
    ]

    private static let entries: [String: Phrase] = {
        let group = "sections[].groups[]."
        let entry = group + "entries[]."
        return [
            group + "groupCode": Phrase("领域代码，供样式用", en: "the track's code, for styles"),
            group + "groupTitle": Phrase("领域", en: "the track"),
            group + "groupCount": Phrase("几条", en: "how many entries it has"),
            group + "entries": Phrase("条目", en: "the entries"),
            entry + "number": Phrase("本期内的序号", en: "its number in the edition"),
            entry + "anchor": Phrase("锚点", en: "its anchor"),
            entry + "title": Phrase("标题", en: "its title"),
            entry + "url": Phrase("原文网址", en: "where to read it"),
            entry + "unit": Phrase("发布单位", en: "the unit that published it"),
            entry + "documentNumber": Phrase("发文字号", en: "the document's number"),
            entry + "validity": Phrase("有效性", en: "the document's validity"),
            entry + "standings": Phrase("与其他文件的关系", en: "how the document stands to others"),
            entry + "standings[].standing": Phrase("一种关系，如“已废止，见…”", en: "one of them"),
            entry + "standings[].isEnd": Phrase(
                "是否表示文件不再有效", en: "whether it says that the document is no longer in force"),
            entry + "date": Phrase("日期", en: "the day of publication"),
            entry + "isoDate": Phrase("日期，供机器读", en: "the same for machines"),
            entry + "stateCode": Phrase("new 或 changed", en: "new or changed"),
            entry + "state": Phrase("“更新”；新条目没有", en: "that it is a new version; nothing for a new item"),
            entry + "excerpt": Phrase("摘要", en: "its first words"),
            entry + "attachments": Phrase("附件几个", en: "how many files come with it"),
            entry + "picture": Phrase("随期保存的配图", en: "its lead image, kept with the edition"),
            entry + "picture.pictureURL": Phrase("图片本身，data: 网址", en: "the picture itself, as a data: address"),
            entry + "picture.pictureName": Phrase("图片名", en: "its name"),
            entry + "picture.pictureWidth": Phrase("宽，像素", en: "its width in pixels"),
            entry + "picture.pictureHeight": Phrase("高，像素", en: "its height in pixels"),
            entry + "picture.pictureAlternative": Phrase("替代文字", en: "what it shows, for those who do not see it"),
            entry + "remark": Phrase("编者注", en: "an editor's remark"),
            entry + "copies": Phrase("也发布于", en: "others that published the same"),
            entry + "copies.copiesLabel": Phrase("前面的话", en: "the words before their names"),
            entry + "copies.copiesRest": Phrase("后面的话", en: "the words after their names"),
            entry + "copies.places": Phrase("各单位", en: "the units"),
            entry + "copies.places[].placeName": Phrase("单位", en: "the unit"),
            entry + "copies.places[].placeURL": Phrase("网址", en: "where it published it"),
            entry + "copies.places[].placeSeparator": Phrase("与下一个之间的顿号", en: "what stands before the next"),
        ]
    }()

    private static let around: [String: Phrase] = {
        var help: [String: Phrase] = [
            "hasChanges": Phrase("有没有流程与文件变动", en: "whether a procedure or a document changed"),
            "changes": Phrase("流程与文件变动", en: "procedures and documents that changed"),
            "changes[].anchor": Phrase("所出条目的锚点", en: "the anchor of the entry that says so"),
            "changes[].changedTitle": Phrase("哪项流程、哪份文件", en: "the procedure or the document"),
            "changes[].changedText": Phrase("改了什么；已废止，见…", en: "what changed; repealed by …"),
            "matrix": Phrase("项目与阶段对照表；没有配置则没有", en: "projects by stage of work, where configured"),
            "hasContributions": Phrase("有没有采用情况", en: "whether there are contributions"),
            "contributions": Phrase("各单位采用情况", en: "contributions by unit"),
            "contributions[].number": Phrase("序号", en: "the row"),
            "contributions[].unit": Phrase("单位", en: "the unit"),
            "contributions[].items": Phrase("采用条数", en: "its items"),
            "contributions[].fusion": Phrase("其中融合", en: "of which fusion"),
            "contributedItems": Phrase("采用条数合计", en: "all contributed items"),
            "contributedFusion": Phrase("融合合计", en: "of which fusion"),
            "chart": Phrase("采用情况图；不足三个单位则没有", en: "a chart of contributions; nothing for less than three units"),
            "trend": Phrase("近期各期对照；第一期没有", en: "the last editions beside each other; nothing for the first"),
            "circular": Phrase("信息报送采用情况通报；没有配置则没有", en: "the table of reports and adoption, where configured"),
            "hasDistribution": Phrase("有没有报、送、发", en: "whether there is a distribution"),
            "distribution": Phrase("报、送、发", en: "the distribution"),
            "imprint": Phrase("编发单位、责任编辑、审核、签发", en: "issuer, editor, who passed it"),
            "hasSilent": Phrase("有没有未应答的来源", en: "whether a source did not answer"),
            "silent": Phrase("未应答的来源", en: "sources that did not answer"),
            "silentCount": Phrase("几个未应答", en: "how many did not answer"),
            "words": Phrase("固定用语，随简报语言", en: "fixed words in the bulletin's language"),
            "style": Phrase("内置样式；只能写作 {{{style}}}", en: "the built-in style sheet; stands as {{{style}}} only"),
            "policy": Phrase("内容安全策略，与样式对应", en: "the Content-Security-Policy that fits the style sheet"),
            "indexLink": Phrase("往期目录的网址", en: "where the list of all issues is"),
            "feeds": Phrase("订阅源", en: "the feeds of the stream"),
            "feeds[].feedType": Phrase("媒体类型", en: "the media type"),
            "feeds[].feedURL": Phrase("网址", en: "the address"),
            "feeds[].feedTitle": Phrase("名称", en: "the name"),
        ]
        for list in ["distribution", "imprint", "silent"] {
            help["\(list)[].label"] = Phrase("前面的字", en: "the label")
            help["\(list)[].text"] = Phrase("内容", en: "what it labels")
        }
        for (path, name) in [("trend.table", "对照表"), ("circular", "通报"), ("matrix", "对照表")] {
            help[path] = help[path] ?? Phrase(name, en: "the table")
            help["\(path).tableTitle"] = Phrase("标题", en: "its title")
            help["\(path).head"] = Phrase("表头", en: "the heads of its columns")
            help["\(path).head[].cell"] = Phrase("一格", en: "one cell")
            help["\(path).rows"] = Phrase("各行", en: "its rows")
            help["\(path).rows[].cells"] = Phrase("各格", en: "the cells of a row")
            help["\(path).rows[].cells[].cell"] = Phrase("一格", en: "one cell")
            help["\(path).rows[].cells[].isFirst"] = Phrase("是否第一格", en: "whether it is the first of its row")
            help["\(path).rows[].cells[].isGap"] = Phrase("是否空格", en: "whether it marks an empty cell")
            help["\(path).remarks"] = Phrase("表下说明", en: "sentences below it")
            help["\(path).remarks[].remark"] = Phrase("一句", en: "one sentence")
        }
        for chart in ["chart", "trend"] {
            help["\(chart).alternative"] = Phrase("替代文字", en: "what the chart shows, for those who do not see it")
            help["\(chart).bars"] = Phrase("各条", en: "the bars")
            for name in [
                "label", "value", "x", "y", "middle", "width", "height", "fusionY", "fusionHeight", "fusionWidth",
                "valueX", "valueY", "textY",
            ] {
                help["\(chart).bars[].\(name)"] = Phrase("图中的字和位置", en: "words and places in the chart")
            }
        }
        help["chart.chartHeight"] = Phrase("图高", en: "how tall the chart is")
        for word in [
            "due", "overview", "contents", "contributions", "silent", "skip", "top", "nothingNew", "columnNumber",
            "columnUnit",
            "columnItems", "columnFusion", "columnTotal", "colon", "openBracket", "closeBracket", "editorsNote",
            "highlights", "changes", "largeText", "editions",
        ] {
            help["words.\(word)"] = Phrase("固定用语", en: "a fixed word")
        }
        return help
    }()
}
