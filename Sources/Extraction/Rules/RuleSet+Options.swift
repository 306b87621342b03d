package import JuheKit

extension RuleSet {
    /// The settings under `rules:`.
    package static let options: [OptionSpec] = [
        OptionSpec(
            "list", .texts,
            help: Phrase(
                "列表中每一条的规则，依次尝试；不写则按网页结构寻找", en: "rules for the entries, tried in order; by structure if left out")),
        OptionSpec(
            "container", .text,
            help: Phrase("装列表的元素；用来区分“列表空了”和“列表不见了”", en: "the element around the list: tells empty from gone")),
        OptionSpec(
            "fields", .table(fieldOptions), help: Phrase("各字段的规则，依次尝试", en: "rules for each field, tried in order")),
        OptionSpec("detail", .table(fieldOptions), help: Phrase("文章页各字段的规则", en: "rules for the article's page")),
        OptionSpec("pagination", .table(paginationOptions), help: Phrase("翻页", en: "how the list goes on")),
        OptionSpec(
            "required", .list(.choice(Field.allCases.map(\.rawValue))), fallback: "[title]",
            help: Phrase("缺了就不算一条的字段", en: "fields without which an entry is none")),
        OptionSpec(
            "dates", .texts, help: Phrase("日期格式，如 yyyy-MM-dd HH:mm", en: "forms of dates, e.g. yyyy-MM-dd HH:mm")),
        OptionSpec("zone", .text, help: Phrase("没写时区的日期属于哪个时区", en: "zone of dates that name none")),
        OptionSpec(
            "form", .map(.text),
            help: Phrase("以 POST 提交的表单字段", en: "fields of a form; then the page is asked for by POST")),
        OptionSpec(
            "allow_empty", .boolean, fallback: "false", help: Phrase("一条也没有时不算失败", en: "no entry at all is no fault")),
    ]

    private static let fieldOptions: [OptionSpec] = Field.allCases.map { field in
        OptionSpec(
            field.rawValue, .texts, help: Phrase("规则，如 css:a >> @title", en: "rules, e.g. css:a >> @title"))
    }

    private static let paginationOptions: [OptionSpec] = [
        OptionSpec("next", .texts, help: Phrase("下一页的链接", en: "the link to the next page")),
        OptionSpec("url", .text, help: Phrase("带 {page} 或 {offset} 的网址", en: "an address with {page} or {offset}")),
        OptionSpec(
            "form", .map(.text),
            help: Phrase("带 {page} 或 {offset} 的表单字段，以 POST 提交", en: "fields of a form with {page} or {offset}")),
        OptionSpec(
            "from", .integer(0...1_000_000), fallback: "2", help: Phrase("第二页的页码", en: "the number of the second page")),
        OptionSpec(
            "size", .integer(1...10_000), fallback: "20",
            help: Phrase("每页条数，供 {offset} 计算", en: "entries of a page, for {offset}")),
        OptionSpec("total", .texts, help: Phrase("总页数", en: "how many pages there are")),
    ]

    /// Reads the settings.
    /// - Throws: ``Failure`` of the code `configuration` that names the setting and the part that is not understood.
    package init(_ options: Options) throws(Failure) {
        let written = options.texts("list") + [options.text("list")].compactMap(\.self)
        for text in written { lists.append(try Self.rule(text, "rules.list")) }
        container = try options.text("container").map { text throws(Failure) in try Self.rule(text, "rules.container") }
        fields = try Self.fields(options.table("fields"), "rules.fields")
        detail = try Self.fields(options.table("detail"), "rules.detail")
        if options["pagination"] != nil { pagination = try Self.pagination(options.table("pagination")) }
        if options["required"] != nil { required = Set(options.texts("required").compactMap(Field.init)) }
        for text in options.texts("dates") {
            guard let form = DatePattern(text) else {
                throw Failure(.configuration, "rules.dates", .badDatePattern(text))
            }
            dateForms.append(form)
        }
        if let name = options.text("zone") {
            guard let zone = Zone(name) else { throw Failure(.configuration, "rules.zone", .wrongRule(name)) }
            self.zone = zone
        }
        form = options.map("form").map { PageRequest.Field($0.key, $0.value) }
        allowsEmpty = options.boolean("allow_empty") ?? false
    }

    private static func fields(_ options: Options, _ path: String) throws(Failure) -> [Field: [Rule]] {
        var result: [Field: [Rule]] = [:]
        for field in Field.allCases {
            var rules: [Rule] = []
            for text in options.texts(field.rawValue) { rules.append(try rule(text, "\(path).\(field.rawValue)")) }
            if !rules.isEmpty { result[field] = rules }
        }
        return result
    }

    private static func pagination(_ options: Options) throws(Failure) -> Pagination {
        var pagination = Pagination()
        for text in options.texts("next") { pagination.next.append(try rule(text, "rules.pagination.next")) }
        for text in options.texts("total") { pagination.total.append(try rule(text, "rules.pagination.total")) }
        pagination.url = options.text("url")
        pagination.form = options.map("form").map { PageRequest.Field($0.key, $0.value) }
        let marked = [pagination.url].compactMap(\.self) + pagination.form.map(\.value)
        if !marked.isEmpty, !marked.contains(where: { text in Self.pageMarks.contains { text.contains($0) } }) {
            throw Failure(.configuration, "rules.pagination", .noPageMark(marked[0]))
        }
        pagination.from = options.integer("from") ?? 2
        pagination.size = options.integer("size") ?? 20
        return pagination
    }

    /// What stands for the number of a page in addresses and forms.
    private static let pageMarks = ["{page}", "{offset}", "{start}", "{end}"]

    private static func rule(_ text: String, _ path: String) throws(Failure) -> Rule {
        do {
            return try Rule(text)
        } catch {
            throw Failure(.configuration, path, error.mayBeEndless ? .endlessRule(error.part) : .wrongRule(error.part))
        }
    }
}
