import JuheKit
import Testing

@testable import FeedFormats

@Suite("Names of items")
struct FeedIdentityTests {
    private func item(_ source: String, _ id: String, url: String? = nil, title: String? = nil) -> Item {
        var item = Item(id: id, title: title, url: url)
        item.details.source = source
        return item
    }

    @Test("use FNV-1a as published")
    func vectors() {
        #expect(FeedIdentity.fnv1a("".utf8) == 0x6c62_272e_07bb_0142_62b8_2175_6295_c58d)
        #expect(FeedIdentity.fnv1a("a".utf8) == 0xd228_cb69_6f1a_8caf_7891_2b70_4e4a_8964)
        #expect(FeedIdentity.fnv1a("foobar".utf8) == 0x343e_1662_793c_64bf_6f0d_3597_ba44_6f18)
    }

    @Test("never change")
    func stable() {
        #expect(FeedIdentity.urn(item("caizheng", "118")) == FeedIdentity.urn(item("caizheng", "118", title: "改了题")))
        #expect(FeedIdentity.urn(item("caizheng", "118")) == "urn:uuid:df299749-08dd-834e-81c3-af7d766106c0")
    }

    @Test("are UUIDs of version 8, each its own")
    func unique() {
        var names: Set<String> = []
        for source in 0..<50 {
            for id in 0..<200 { names.insert(FeedIdentity.urn(item("s\(source)", "\(id)"))) }
        }
        names.insert(FeedIdentity.urn(item("", "", url: "https://a.example/1")))
        names.insert(FeedIdentity.urn(item("", "", url: "https://a.example/2")))
        names.insert(FeedIdentity.urn(item("", "", title: "题")))
        #expect(names.count == 10_003)
        let shape = /urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}/
        #expect(names.allSatisfy { $0.wholeMatch(of: shape) != nil })
    }
}
