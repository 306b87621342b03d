import Testing

@Suite("A check of the configuration")
struct CheckTests {
    @Test("names every mistake in one pass and in one form, those of headers and networks among them")
    func everyMistake() throws {
        let office = try Office(
            sources: """
                - {id: a, type: feed, url: "http://a.example/", headers: {Host: evil, Content-Length: "3"}}
                - {id: b, type: site, url: "http://a.example/", allow_networks: ["*"], ca_file: nofile.pem}
                - {id: c, type: site, url: "http://office:geheim@a.example/"}
                """,
            more: "fetching: {no_proxy: [10.0.0.0/8, \"*\"], ca_file: nofile.pem}")
        let result = try office.program.run("check")
        let lines = result.errors.split(separator: "\n")
        let keys = [
            "fetching.no_proxy[1]", "fetching.ca_file", "sources[0].headers.Host", "sources[0].headers.Content-Length",
            "sources[1].allow_networks", "sources[1].ca_file", "sources[2].url",
        ]
        for key in keys {
            #expect(lines.count { $0.contains("juhe.yaml:") && $0.contains(" \(key): ") } == 1, "\(key)")
        }
        #expect(result.status == 78 && lines.count == keys.count + 1 && lines.last?.contains("7") == true)
        #expect(!result.errors.contains("geheim"))
    }
}
