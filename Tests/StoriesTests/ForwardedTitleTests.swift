import Testing

@testable import Stories

@Suite("Titles of what is forwarded")
struct ForwardedTitleTests {
    @Test(
        "The title inside counts",
        arguments: ["市总工会转发《关于征集融合典型案例的通知》", "转载：关于征集融合典型案例的通知", "转：关于征集融合典型案例的通知"])
    func forwarded(_ title: String) {
        let read = StoryTitle(title)
        #expect(read.isForward && read.text == StoryTitle("关于征集融合典型案例的通知").text)
    }

    @Test("A word of forwarding counts between characters only: a mark over its last one makes it another")
    func marks() {
        #expect(!StoryTitle("市总工会转发\u{0301}《关于征集融合典型案例的通知》").isForward)
        #expect(StoryTitle("转发\u{0301}，转发《关于征集融合典型案例的通知》").isForward)
    }

    @Test("Titles without such a word, cut or empty, are what they say")
    func plain() {
        for title in ["", "转", "发转", "印发", "运转发力：民生服务提质增效", "关于印发年度要点的通知"] {
            let read = StoryTitle(title)
            #expect(read.text.count <= title.unicodeScalars.count)
        }
    }
}
