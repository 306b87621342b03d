import JuheKit
import Markup
import Testing

@testable import Extraction

@Suite("Lists in a page's programs")
struct ProgramValuesTests {
    private func read(_ html: String) throws -> [String] {
        let now = try #require(Timestamp.instant("2026-11-25T04:00:00Z"))
        let reader = JSONList(base: "https://mzj.ninglan.example/tzgg/", now: now, zone: .china)
        let lists = ProgramValues.all(in: MarkupTree(html: html)).map { reader.list($0).entries }
        return (lists.first { $0.count >= 2 } ?? []).map { entry in
            let day = entry.item.datePublished.map { Zone.china.civilTime($0).isoDate } ?? "-"
            return "\(day) \(entry.item.title ?? "-") \(entry.item.url?.split(separator: "/").last ?? "-")"
        }
    }

    private let expected = ["2026-11-05 关于低保申请办理流程的公告 a.html", "2025-12-04 社会组织年检结果公示 b.html"]

    @Test(
        "are read as programs write them",
        arguments: [
            "<script>var rows = [{id: 1, 'title': '关于低保申请办理流程的公告', url: \"/tzgg/a.html\", pubDate: '2026-11-05', at: new Date(),}, /* 旧 */ {id: 2, title: '社会组织年检结果公示', url: '/tzgg/b.html', pubDate: '2025-12-04'}];</script>",
            "<script>var rows = [['关于低保申请办理流程的公告', '/tzgg/a.html', '2026-11-05'], ['社会组织年检结果公示', '/tzgg/b.html', '2025-12-04']];</script>",
            "<script>window.__STATE__ = {data: [{list: [{title: '关于低保申请办理流程的公告', url: \"\\u002Ftzgg\\u002Fa.html\", pubDate: '2026-11-05'}, {title: '社会组织年检结果公示', url: '/tzgg/b.html', pubDate: '2025-12-04'}]}]};</script>",
            "<script>list.push({title: '关于低保申请办理流程的公告', href: 'a.html', time: '2026-11-05'}); list.push({title: '社会组织年检结果公示', href: 'b.html', time: '2025-12-04'});</script>",
            "<script>var rows = JSON.parse('[{\\\"title\\\":\\\"关于低保申请办理流程的公告\\\",\\\"url\\\":\\\"a.html\\\",\\\"date\\\":\\\"2026-11-05\\\"},{\\\"title\\\":\\\"社会组织年检结果公示\\\",\\\"url\\\":\\\"b.html\\\",\\\"date\\\":\\\"2025-12-04\\\"}]');</script>",
            "<script type=application/json>{\"page\":{\"items\":[{\"headline\":\"关于低保申请办理流程的公告\",\"path\":\"/tzgg/a.html\",\"published_at\":\"2026-11-05T09:00:00+08:00\"},{\"headline\":\"社会组织年检结果公示\",\"path\":\"/tzgg/b.html\",\"published_at\":\"2025-12-04T09:00:00+08:00\"}]}}</script>",
            "<news-list :data='[{\"bt\":\"关于低保申请办理流程的公告\",\"dz\":\"a.html\",\"fbsj\":\"2026-11-05\"},{\"bt\":\"社会组织年检结果公示\",\"dz\":\"b.html\",\"fbsj\":\"2025-12-04\"}]'></news-list>",
        ])
    func forms(_ html: String) throws {
        #expect(try read(html) == expected)
    }

    @Test("Answers may have entries by their numbers, and names that nobody knows")
    func answers() throws {
        let now = try #require(Timestamp.instant("2026-11-25T04:00:00Z"))
        for text in [
            #"{"list":{"0":{"title":"关于低保申请办理流程的公告","url":"a.html","date":"2026-11-05"},"1":{"title":"社会组织年检结果公示","url":"b.html","date":"2025-12-04"}}}"#,
            #"[{"subTitle":"副题副题","mainTitle":"关于低保申请办理流程的公告","img":"/1.jpg","visitUrl":"a.html","showDay":"2026-11-05"},{"subTitle":"又一副题","mainTitle":"社会组织年检结果公示","img":"/2.jpg","visitUrl":"b.html","showDay":"2025-12-04"}]"#,
            #"{"数据":[{"标题":"关于低保申请办理流程的公告","链接":"a.html","日期":"2026-11-05"},{"标题":"社会组织年检结果公示","链接":"b.html","日期":"2025-12-04"}]}"#,
        ] {
            let list = JSONList(base: "https://mzj.ninglan.example/tzgg/", now: now, zone: .china)
                .list(try #require(JSONText.value(in: text)))
            #expect(list.entries.map(\.item.title) == ["关于低保申请办理流程的公告", "社会组织年检结果公示"])
            #expect(
                list.entries.compactMap(\.item.datePublished).map { Zone.china.civilTime($0).isoDate } == [
                    "2026-11-05", "2025-12-04",
                ])
        }
    }

    @Test(
        "are not seen in what is no list, however it is written",
        arguments: [
            "<script>var slides = [{img: '/a.jpg', w: 1}, {img: '/b.jpg', w: 2}];</script>",
            "<script>var rows = [[1, 2], [3, 4]]; push({a: ",
            "<script>var rows = [{title: '关于低保申请办理流程的公告', url: 'a.html'}, {title: '社会组织",
            "<script>var rows = [\(String(repeating: "[", count: 5_000))</script>",
            "<script>x.push(\(String(repeating: "{a:", count: 5_000))</script>",
            "<script>JSON.parse('[{</script>", "<script>var a = '\\u12'; var b = [{'x':'\\x4</script>",
        ])
    func nothing(_ html: String) throws {
        #expect(try read(html).isEmpty)
    }
}
