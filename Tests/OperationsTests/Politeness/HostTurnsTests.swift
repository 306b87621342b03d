import Testing

@testable import Operations

@Suite("Hosts take turns")
struct HostTurnsTests {
    @Test("One of each host first, then the second of each")
    func turns() {
        #expect(HostTurns.order(["a", "a", "a", "b", "b", nil, "c"]) == [0, 3, 5, 6, 1, 4, 2])
        #expect(HostTurns.order(["a", "b", "c"]) == [0, 1, 2])
        #expect(HostTurns.order([nil, nil]) == [0, 1])
        #expect(HostTurns.order([]) == [])
    }

    @Test("Nobody is left out, whatever the hosts are")
    func all() {
        let hosts = (0..<5_000).map { number in number % 7 == 0 ? nil : "h\(number % (number / 10 + 1))" as String? }
        #expect(HostTurns.order(hosts).sorted() == Array(0..<5_000))
    }
}
