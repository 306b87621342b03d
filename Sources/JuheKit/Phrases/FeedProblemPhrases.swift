extension Phrase {
    /// What was wrong at a place of a feed that the reader repaired or cut, by the code that `juhe parse` prints.
    ///
    /// - Parameter code: e.g. `bareAmpersand`; one that is not known is shown as it is.
    public static func feedProblem(_ code: String) -> Phrase { feedProblems[code] ?? Phrase(code, en: code) }

    private static let feedProblems: [String: Phrase] = [
        "leadingJunk": Phrase("开头有多余内容", en: "something before the document"),
        "trailingJunk": Phrase("结尾有多余内容", en: "something after the document"),
        "controlCharacter": Phrase("含控制字符", en: "a control character"),
        "badCharacter": Phrase("含无法识别的字符", en: "a byte that is no character"),
        "bareAmpersand": Phrase("“&”没有转义", en: "a bare ampersand"),
        "undefinedEntity": Phrase("使用了未定义的实体", en: "an undefined entity"),
        "mismatchedTag": Phrase("结束标签与开始标签不符", en: "an end tag that does not match"),
        "unclosedElement": Phrase("元素没有结束标签", en: "an element without an end tag"),
        "malformedTag": Phrase("标签写法有误", en: "a malformed tag"),
        "duplicateAttribute": Phrase("属性重复", en: "an attribute that stands twice"),
        "strayLessThan": Phrase("“<”没有转义", en: "a bare less-than sign"),
        "undeclaredPrefix": Phrase("命名空间前缀没有声明", en: "an undeclared prefix"),
        "unclosedSection": Phrase("CDATA 或注释没有结束", en: "a section without an end"),
        "truncated": Phrase("内容中途断了", en: "it breaks off"),
        "tooDeep": Phrase("嵌套太深", en: "nested too deeply"),
        "tooManyAttributes": Phrase("属性太多", en: "too many attributes"),
        "nodeTooLong": Phrase("单个内容太长", en: "one text is too long"),
        "tooManyEntries": Phrase("条目太多", en: "too many entries"),
        "mislabelledEncoding": Phrase("字符编码标错", en: "a wrong encoding label"),
        "unknownEncoding": Phrase("字符编码不明", en: "an unknown encoding"),
        "badNamespace": Phrase("命名空间不是网址", en: "a namespace that is no address"),
        "undeclaredEncoding": Phrase("没有标明字符编码", en: "an encoding that is not declared"),
        "externalEntity": Phrase("引用了外部实体", en: "an external entity"),
    ]
}
