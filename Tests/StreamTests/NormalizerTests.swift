import Foundation
import JuheKit
import Stream
import Testing

private let now = Date(timeIntervalSince1970: 1_795_000_000)

private func normalize(_ items: Item..., source: SourceProfile = SourceProfile(id: "a")) -> [NormalizedItem] {
    Normalizer(source: source, now: now).normalize(items)
}

private func normalize(_ item: Item, source: SourceProfile = SourceProfile(id: "a")) throws -> NormalizedItem {
    try #require(Normalizer(source: source, now: now).normalize([item]).first)
}

@Suite("Normalizing")
struct NormalizerTests {
    @Test("Hostile HTML loses what runs and keeps its words")
    func hostileHTML() throws {
        let item = try normalize(
            Item(
                id: "1", title: "通知\u{202E}", url: "https://a.ninglan.example/x/1.html",
                contentHTML:
                    #"<p onclick="x()">请于<b>30日</b>前<script>alert(1)</script><a href="jav&#x09;ascript:x">报送</a></p><img src="../a.png">"#
            )
        ).item
        let html = try #require(item.contentHTML)
        #expect(!html.contains("script") && !html.contains("onclick"))
        #expect(html.contains("<b>30日</b>") && html.contains("报送"))
        #expect(html.contains("https://a.ninglan.example/a.png"))
        #expect(item.title == "通知")
        #expect(item.details.excerpt?.hasPrefix("请于30日前") == true)
    }

    @Test(
        "A body of which nothing may be shown is none, and says so",
        arguments: ["<video src=a.mp4></video>", "<script>x</script>"])
    func nothingShown(_ html: String) throws {
        let bare = try normalize(Item(id: "1", title: "甲", contentHTML: html)).item
        #expect(bare.contentHTML == nil && bare.details.flags.contains(.noBody))
        let shown = try normalize(Item(id: "1", title: "甲", contentHTML: html + "<p>正文</p>")).item
        #expect(shown.contentHTML != nil && !shown.details.flags.contains(.noBody))
        #expect(!(try normalize(Item(id: "1", title: "甲")).item.details.flags.contains(.noBody)))
    }

    @Test("What counts readers is taken out, or kept where the office wants it so")
    func tracking() throws {
        let item = Item(
            id: "1", title: "甲", url: "https://a.ninglan.example/1.html?id=3&utm_source=x#a",
            contentHTML: "<p>文<img src=https://b.example/c.gif width=1 height=1><a href='/2?spm=1'>二</a></p>")
        let stripped = try normalize(item).item
        #expect(stripped.url == "https://a.ninglan.example/1.html?id=3#a")
        #expect(stripped.contentHTML == "<p>文<a href=\"https://a.ninglan.example/2\">二</a></p>")
        let kept = try normalize(item, source: SourceProfile(id: "a", tracking: .keep)).item
        #expect(kept.url == item.url)
        #expect(kept.contentHTML?.contains("c.gif") == true && kept.contentHTML?.contains("spm=1") == true)
    }

    @Test(
        "An address that is not of the web is no address",
        arguments: ["javascript:alert(1)", "file:///etc/passwd", "data:text/html,x", "x"])
    func addresses(_ address: String) throws {
        let item = try normalize(Item(id: "1", title: "甲", url: address)).item
        #expect(item.url == nil)
        #expect(item.details.flags.contains(.unlinked))
    }

    @Test("Without an identifier the address counts, else title and date, else the content")
    func identities() throws {
        let date = Date(timeIntervalSince1970: 1_790_000_000)
        #expect(try normalize(Item(id: "g", title: "甲", url: "https://a.example/1")).identity == "g")
        #expect(
            try normalize(Item(id: "", title: "甲", url: "https://a.example/1")).identity == "url:https://a.example/1")
        let dated = try normalize(Item(id: "", title: "甲", datePublished: date)).identity
        #expect(dated.contains("甲") && dated.contains("2026-"))
        let bare = try normalize(Item(id: "", contentText: "只有正文"))
        #expect(!bare.item.id.isEmpty && bare.identity == bare.item.id)
        let byURL = SourceProfile(id: "a", identity: .url)
        #expect(
            try normalize(Item(id: "g", url: "https://a.example/1"), source: byURL).identity
                == "url:https://a.example/1")
    }

    @Test("Two entries with one identity are one item: the first")
    func duplicates() {
        let items = normalize(Item(id: "1", title: "新"), Item(id: "1", title: "旧"), Item(id: "2", title: "乙"))
        #expect(items.map(\.item.title) == ["新", "乙"])
    }

    @Test("What the store has as it is, is known again and not understood anew; what differs is")
    func known() throws {
        let source = SourceProfile(id: "a", track: .party)
        var items = ["甲", "乙"].map { Item(id: $0, contentText: "\($0)支部的学习小结请于本周五前报送。") }
        let first = Normalizer(source: source, now: now).normalize(items)
        var stored = Dictionary(uniqueKeysWithValues: first.map { ($0.identity, $0.fingerprint) })
        stored["乙"]?[0] ^= 1
        var again: [NormalizedItem] = []
        Normalizer(source: source, now: now).normalize(taking: &items, into: &again) { identities in
            #expect(identities == ["甲", "乙"])
            return stored
        }
        #expect(again.map(\.isKnown) == [true, false])
        #expect(again.map(\.item.details.track) == [nil, .party])
        #expect(again.map(\.fingerprint) == first.map(\.fingerprint))
        #expect(again[1].item == first[1].item)
    }

    @Test("A date that only moves is no change; any other content is")
    func fingerprints() throws {
        let item = Item(id: "1", title: "甲", url: "https://a.example/1", contentHTML: "<p>一</p>", datePublished: now)
        var moved = item
        moved.datePublished = now.addingTimeInterval(60)
        #expect(try normalize(item).fingerprint == normalize(moved).fingerprint)
        var changed = item
        changed.contentHTML = "<p>二</p>"
        #expect(try normalize(item).fingerprint != normalize(changed).fingerprint)
        var attached = item
        attached.attachments = [Attachment(url: "https://a.example/1.pdf", mimeType: "application/pdf")]
        #expect(try normalize(item).fingerprint != normalize(attached).fingerprint)
        // Fields do not run into each other.
        let left = Item(id: "1", title: "甲乙", summary: "丙")
        let right = Item(id: "1", title: "甲", summary: "乙丙")
        #expect(try normalize(left).fingerprint != normalize(right).fingerprint)
    }

    @Test("Labels come from the source and say so; the item's own win")
    func labels() throws {
        let source = SourceProfile(id: "a", unit: "市民政局", column: "通知公告", track: .business, kind: .policy)
        let plain = try normalize(Item(id: "1", title: "甲"), source: source).item.details
        #expect(plain.track == .business && plain.kind == .policy && plain.unit == "市民政局")
        #expect(plain.why.map(\.label) == ["unit", "column", "track", "kind"])
        #expect(plain.why.allSatisfy { $0.rule == Reason.sourceRule })
        let own = try normalize(
            Item(id: "1", title: "甲", details: ItemDetails(unit: "市科协", kind: .update)), source: source)
        #expect(own.item.details.kind == .update && own.item.details.unit == "市科协")
    }

    @Test("No date, a far future date, no title: flagged, never invented")
    func flags() throws {
        #expect(try normalize(Item(id: "1", title: "甲")).item.details.flags.contains(.undated))
        let future = try normalize(Item(id: "1", title: "甲", datePublished: now.addingTimeInterval(100_000)))
        #expect(future.item.details.flags.contains(.futureDate))
        #expect(future.sortDate(firstSeen: now) == now)
        #expect(
            try normalize(Item(id: "1", title: "甲", datePublished: now.addingTimeInterval(3_600))).sortDate(
                firstSeen: now) > now)
        let untitled = try normalize(Item(id: "1", contentText: "各支部请于本周五前报送学习小结。")).item
        #expect(untitled.details.flags.contains(.untitled))
        #expect(untitled.title?.hasPrefix("各支部请于") == true)
    }

    @Test(
        "Titles are one line of printable text in NFC",
        arguments: [
            ("关于\r\n  召开会议\u{0000}的通知", "关于 召开会议的通知"), ("e\u{0301}", "\u{00E9}"), ("\u{FEFF}甲\u{200B}乙", "甲乙"),
            ("　　全角空格　", "全角空格"),
        ])
    func titles(_ title: String, _ expected: String) throws {
        let item = try normalize(Item(id: "1", title: title)).item
        #expect(item.title.map { Array($0.unicodeScalars) } == Array(expected.unicodeScalars))
    }

    @Test("A title of marks without end is cut")
    func zalgo() throws {
        let item = try normalize(Item(id: "1", title: "甲" + String(repeating: "\u{0301}", count: 100_000))).item
        #expect((item.title?.unicodeScalars.count ?? 0) <= 300)
    }
}
