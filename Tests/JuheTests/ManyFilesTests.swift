import Foundation
import Testing

@Suite("Many files on the command line")
struct ManyFilesTests {
    @Test("Every file is counted, wherever the options stand")
    func counted() throws {
        let office = try Office()
        try office.write(
            "<rss><channel><item><title>甲</title><description>&lt;b onclick=x>乙&lt;/b></description></item></channel></rss>",
            to: "one.xml")
        let file = "\(office.path)/one.xml"
        let files = Array(repeating: file, count: 300)
        for arguments in [
            ["parse", "--count"] + files, ["parse"] + files + ["--count"],
            ["parse", "--count", "--language", "en"] + files,
        ] {
            let output = try office.program.run(list: arguments).output
            #expect(output.contains(#""files": 300, "items": 300, "content_bytes": 6000, "dates": 0, "errors": 0}"#))
        }
        let sanitized = try office.program.run(list: ["parse", "--count", "--sanitize"] + files).output
        #expect(sanitized.contains(#""sanitized_bytes": 3000"#))
        let broken = try office.program.run(list: ["parse", "--count"] + files + ["/no/such/file"])
        #expect(broken.output.contains(#""errors": 1}"#))
    }
}
