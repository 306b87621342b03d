import Testing

@testable import Fetching

@Suite("Address rules")
struct AddressRuleTests {
    private let publicAddress = NetworkAddress.v4(0x0808_0808)
    private let office = NetworkAddress.v4(0x0A00_0001)

    @Test("Who began inside may stay inside")
    func inside() {
        var rule = AddressRule(grants: ["10.0.0.0/8"])
        rule.turn(to: "oa.example.org", port: 80)
        #expect(rule.allows(office))
        rule.note(office)
        rule.turn(to: "10.0.0.1", port: 8080)
        #expect(rule.allows(office))
        #expect(rule.allows(publicAddress))
        #expect(!rule.allows(.v4(0x7F00_0001)))
    }

    @Test("A public server leads nobody inside, not even where a grant stands")
    func outside() {
        var rule = AddressRule(grants: ["10.0.0.0/8", "oa.example.org"])
        rule.turn(to: "example.org", port: 80)
        rule.note(publicAddress)
        rule.turn(to: "oa.example.org", port: 80)
        #expect(!rule.allows(office))
        #expect(rule.allows(publicAddress))
    }

    @Test("A name never opens a cloud's metadata; its address does")
    func metadata() throws {
        let secrets = try ["169.254.169.254", "100.100.100.200", "fd00:ec2::254"].map {
            try #require(NetworkAddress($0))
        }
        for address in secrets {
            var byName = AddressRule(grants: ["oa.example.org", "*.example.org"])
            byName.turn(to: "oa.example.org", port: 80)
            #expect(byName.allows(office))
            #expect(!byName.allows(address))
            var byAddress = AddressRule(grants: ["\(address)"])
            byAddress.turn(to: "oa.example.org", port: 80)
            #expect(byAddress.allows(address))
        }
    }

    @Test(
        "Grants are understood",
        arguments: [
            ("10.1.2.3", nil), ("10.0.0.0/8", nil), ("10.1.2.3:8080", 8080), ("10.0.0.0/8:8080", 8080),
            ("fd00::/8", nil),
            ("[fd00::1]:8080", 8080), ("[fd00::]/8:8080", 8080), ("[fd00::1]", nil), ("OA.example.org", nil),
            ("oa.example.org:443", 443), ("*.example.org:443", 443), ("内网.example", nil), ("oa", nil),
        ] as [(String, Int?)])
    func grants(_ text: String, port: Int?) throws {
        #expect(try #require(NetworkGrant(text)).port == port)
    }

    @Test(
        "No grants",
        arguments: [
            "", "*", "*.", "10.0.0.0/33", "10.0.0.0/-1", "10.0.0.0/", "10.0.0", "0x7f.1", "127.1", "10.0.0.1:0",
            "10.0.0.1:65536", "10.0.0.1:http", "http://oa.example.org", "oa.example.org/path", "a b", "a..b", ".",
            "[::1",
            "fd00::/129", "oa.example.org:",
        ])
    func noGrants(_ text: String) {
        #expect(NetworkGrant(text) == nil)
    }

    @Test(
        "Blocks",
        arguments: [
            ("10.0.0.0/8", "10.255.0.1", true), ("10.0.0.0/8", "11.0.0.0", false), ("0.0.0.0/0", "1.2.3.4", true),
            ("1.2.3.4/32", "1.2.3.5", false), ("1.2.3.4/31", "1.2.3.5", true), ("fd00::/8", "fdff::1", true),
            ("fd00::/8", "fe00::1", false), ("fd00::1/128", "fd00::2", false), ("fd00::/64", "fd00::ffff:0:0:1", true),
            ("fd00::/65", "fd00::ffff:0:0:1", false), ("::/0", "fd00::1", true), ("::/0", "1.2.3.4", false),
        ])
    func blocks(_ block: String, _ address: String, isInside: Bool) throws {
        let block = try #require(NetworkBlock(block))
        #expect(try block.contains(#require(NetworkAddress(address))) == isInside)
    }
}
