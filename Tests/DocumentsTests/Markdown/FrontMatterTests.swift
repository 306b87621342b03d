import Testing

@testable import Documents

@Suite("Front matter")
struct FrontMatterTests {
    @Test("takes values as people write them")
    func values() throws {
        var text: Substring = """
            ---
            # 说明
            title: 关于报送：年度总结的通知
            Date: 2026-11-05 09:30
            unit： 市水务局
            quoted: "引号里的 # 不是注释"
            plain: 正文 # 注释
            tags: [党建, "安全生产"，节水]
            author:
              - 办公室
              - 机关党委
            summary: >
              第一行
              第二行
            ---

            正文
            """[...]
        let front = try #require(FrontMatter(takenFrom: &text))
        #expect(front.value("title") == "关于报送：年度总结的通知")
        #expect(front.value("date") == "2026-11-05 09:30")
        #expect(front.value("unit") == "市水务局")
        #expect(front.value("quoted") == "引号里的 # 不是注释")
        #expect(front.value("plain") == "正文")
        #expect(front.values["tags"] == ["党建", "安全生产", "节水"])
        #expect(front.values["author"] == ["办公室", "机关党委"])
        #expect(front.value("summary") == "第一行 第二行")
        #expect(front.badLines.isEmpty)
        #expect(text == "正文")
    }

    @Test("names lines that are none and goes on")
    func badLines() throws {
        var text: Substring = "---\ntitle: 甲\n这不是键值\n---\n乙"
        let front = try #require(FrontMatter(takenFrom: &text))
        #expect(front.badLines == [FrontMatter.BadLine(number: 3, text: "这不是键值")])
        #expect(text == "乙")
    }

    @Test(
        "is not what merely has rules in it",
        arguments: ["---\n甲\n---\n乙", "甲\n---\ntitle: 乙\n---", "---\ntitle: 没有结尾"])
    func none(_ original: String) {
        var text = original[...]
        #expect(FrontMatter(takenFrom: &text) == nil)
        #expect(text == original)
    }
}
