import JuheKit
import Testing

@testable import Extraction

/// What only the programs of an official account's page know, and what only its editors see.
@Suite("Messages of official accounts")
struct AccountMessageTests {
    private func read(_ html: String) -> Item {
        var entry = ExtractedItem(url: "https://mp.ninglan.example/s/31")
        ArticlePage(html, address: "https://mp.ninglan.example/s/31").complete(&entry, zone: .china, kindIsKnown: false)
        return entry.item
    }

    @Test("of words alone have their first line for a title, though the page has an empty place for a text")
    func words() {
        let item = read(
            """
            <div id="js_content" style="visibility: hidden"></div><a id="js_name">宁澜机关党建</a>
            <script>var ct = "1793842200"; var msg_title = '';
            window.text_page_info = {content_noencode: '各支部请按时参加主题党日。\\x0a地点在三楼会议室。'};</script>
            """)
        #expect(item.title == "各支部请按时参加主题党日。")
        #expect(item.contentHTML == "<p>各支部请按时参加主题党日。</p><p>地点在三楼会议室。</p>")
    }

    @Test("of pictures have them however the page's programs write their addresses")
    func pictures() {
        let item = read(
            """
            <h1 id="activity-name">主题党日活动</h1><div id="js_content"></div>
            <script>window.picture_page_info_list = [{ cdn_url: 'https://p.ninglan.example/1?a=1&amp;b=2', width: '1' },
            { "cdn_url": JsDecode('https://p.ninglan.example/2?wx_fmt\\x3djpeg') }];</script>
            """)
        #expect(item.contentHTML?.contains("https://p.ninglan.example/1?a=1&amp;b=2") == true)
        #expect(item.contentHTML?.contains("https://p.ninglan.example/2?wx_fmt=jpeg") == true)
    }

    @Test("have their title by the rule that found it, and keep the one that a feed gave them whole")
    func titleRules() {
        let page = """
            <html><body><div id="js_content"><p>市直机关工委召开党建工作推进会，部署年底任务。</p></div>
            <script>var ct = "1793842200"; var msg_title = "推进会";</script></body></html>
            """
        let address = "https://mp.ninglan.example/s/31"
        var entry = ExtractedItem(url: address)
        ArticlePage(page, address: address).complete(&entry, zone: .china, kindIsKnown: false)
        #expect(entry.item.title == "推进会" && entry.traces.contains(.init("title", "msg_title")))
        var fed = ExtractedItem(Item(id: "a1", title: "市直机关工委召开党建工作推进会", url: address))
        ArticlePage(page, address: address).complete(&fed, zone: .china, kindIsKnown: false)
        #expect(fed.item.title == "市直机关工委召开党建工作推进会" && fed.item.contentHTML != nil)
    }

    @Test("are without what their editors hid in them")
    func hidden() {
        let item = read(
            """
            <h1 id="activity-name">主题党日活动</h1><div id="js_content" style="visibility: hidden"><p style="DISPLAY: none;">模板说明</p>
            <section><p>各支部请按时参加。</p></section><section style="line-height:0;display:none">.</section></div>
            """)
        #expect(item.contentHTML?.contains("各支部请按时参加") == true)
        #expect(item.contentHTML?.contains("模板说明") == false && item.contentHTML?.contains("<section>.") == false)
        #expect(item.contentHTML?.contains("display") == false)
    }
}
