import Testing

@testable import Fetching

@Suite("Which addresses are public")
struct NetworkAddressTests {
    @Test(
        "No way into this machine, the office or a cloud's metadata",
        arguments: [
            "0.0.0.0", "0.1.2.3", "10.0.0.1", "100.64.0.1", "100.100.100.200", "100.127.255.255", "127.0.0.1",
            "127.255.255.254", "169.254.0.23", "169.254.169.254", "172.16.0.1", "172.31.255.255", "192.0.0.8",
            "192.0.2.1", "192.88.99.1", "192.168.0.1", "198.18.0.1", "198.19.255.255", "198.51.100.7", "203.0.113.9",
            "224.0.0.1", "239.255.255.255", "240.0.0.1", "255.255.255.255", "::", "::1", "::ffff:10.0.0.1",
            "::ffff:7f00:1", "::127.0.0.1", "64:ff9b::10.0.0.1", "64:ff9b::7f00:1", "64:ff9b:1::1", "2002:7f00:1::",
            "2002:a00:1::1", "2001::1", "2001:db8::1", "2001:0:4136:e378:8000:63bf:3fff:fdd2", "2001:1ff::1", "3fff::1",
            "fc00::1", "fd00:ec2::254", "fe80::1", "fec0::1", "ff02::1", "100::1", "5f00::1", "4000::1",
        ])
    func special(_ text: String) throws {
        #expect(try !#require(NetworkAddress(text)).isPublic)
    }

    @Test(
        "The public network",
        arguments: [
            "1.1.1.1", "9.255.255.255", "11.0.0.0", "100.63.255.255", "100.128.0.0", "126.255.255.255", "128.0.0.1",
            "169.253.255.255", "172.15.255.255", "172.32.0.0", "192.0.1.1", "192.167.255.255", "192.169.0.0",
            "198.17.255.255", "198.20.0.0", "223.255.255.255", "::ffff:8.8.8.8", "64:ff9b::8.8.8.8", "2002:808:808::1",
            "2001:200::1", "2001:4860:4860::8888", "2400:3200::1", "3ffe::1",
        ])
    func open(_ text: String) throws {
        #expect(try #require(NetworkAddress(text)).isPublic)
    }

    @Test("An address is printed as usual", arguments: ["127.0.0.1", "fd00:ec2::254", "255.0.0.255", "::1"])
    func description(_ text: String) throws {
        #expect(try #require(NetworkAddress(text)).description == text)
    }

    @Test("No address", arguments: ["", "127.1", "0x7f.0.0.1", "localhost", "1.2.3.4.5", "fe80::1%eth0", "[::1]"])
    func none(_ text: String) {
        #expect(NetworkAddress(text) == nil)
    }
}
