import JuheKit
import Markup
import Testing

@testable import Extraction

@Suite("Entries of interfaces")
struct JSONListTests {
    private func entry(_ fields: String) throws -> Item {
        let now = try #require(Timestamp.instant("2026-11-25T04:00:00Z"))
        let value = try #require(
            JSONText.value(in: "{\"list\":[{\"title\":\"关于低保申请办理流程的公告\",\"url\":\"/a.html\",\(fields)}]}"))
        let list = JSONList(base: "https://mzj.ninglan.example/api/list", now: now, zone: .china).list(value)
        return try #require(list.entries.first).item
    }

    @Test("have moments as ASP.NET writes them, under names that are known and that are not")
    func moments() throws {
        for key in ["createTime", "AddTime"] {
            let item = try entry("\"\(key)\":\"/Date(1793842200000)/\"")
            #expect(item.datePublished.map { Zone.china.civilTime($0).isoMinute } == "2026-11-05 09:30")
        }
    }

    @Test("do not come from a site that calls itself by no name; a document has its own day")
    func fields() throws {
        #expect(try entry("\"source\":\"本站原创\"").details.origin == nil)
        #expect(try entry("\"source\":\"宁澜日报\"").details.origin == "宁澜日报")
        let item = try entry("\"wenhao\":\"宁民发〔2026〕7号\",\"cwrq\":\"2026-11-04\",\"fbrq\":\"2026-11-05\"")
        #expect(item.details.document?.date == "2026-11-04")
        #expect(item.datePublished.map { Zone.china.civilTime($0).isoDate } == "2026-11-05")
    }

    @Test(
        "may have title and address in objects or attributes of their own",
        arguments: [
            "{\"list\":[{\"article\":{\"title\":\"低保办理公告\",\"publishAt\":\"2026-11-05\"},\"link\":{\"href\":\"/a.html\"}}]}",
            "{\"resultDocs\":[{\"data\":{\"titleO\":\"低保办理公告\",\"url\":\"/a.html\",\"docDate\":\"2026-11-05\"}}]}",
        ])
    func nested(_ answer: String) throws {
        let now = try #require(Timestamp.instant("2026-11-25T04:00:00Z"))
        let value = try #require(JSONText.value(in: answer))
        let list = JSONList(base: "https://mzj.ninglan.example/api/list", now: now, zone: .china).list(value)
        #expect(list.entries.map(\.item.title) == ["低保办理公告"])
        #expect(list.entries.first?.item.url == "https://mzj.ninglan.example/a.html")
        #expect(list.entries.first?.item.datePublished != nil)
    }

    @Test(
        "may come in a call, and the call in what guards it",
        arguments: ["cb({\"a\":1});", "try{jQuery33_16({\"a\":1});}catch(e){}", "try { cb({\"a\":1}) } catch (e) {}"])
    func calls(_ answer: String) {
        #expect(JSONText.value(in: answer)?["a"]?.text == "1")
    }

    @Test("of XML may stand in attributes alone")
    func attributes() throws {
        let now = try #require(Timestamp.instant("2026-11-25T04:00:00Z"))
        let tree = MarkupTree(
            xml:
                "<news><n title=\"低保办理公告\" url=\"/a.html\" time=\"2026-11-05\"/><n title=\"年检公示\" url=\"/b.html\"/></news>"
        )
        let list = XMLList.list(tree, base: "https://mzj.ninglan.example/x.xml", now: now, zone: .china)
        #expect(list.entries.map(\.item.title) == ["低保办理公告", "年检公示"])
    }
}
