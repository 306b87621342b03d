import Foundation
import Testing

@Suite("The same edition is the same bytes")
struct EditionBytesTests {
    private static let browser = ["chromium-headless-shell", "chromium", "google-chrome", "chromium-browser"]
        .map { "/usr/bin/\($0)" }.first { FileManager.default.isExecutableFile(atPath: $0) }

    /// An office with a sink of every form; PDF where a browser is there.
    private func office() throws -> Office {
        let office = try Office()
        var sinks = ["page", "word", "markdown", "text", "table", "calendar"].map {
            "- {id: \($0), type: \($0), folder: out}"
        }
        sinks.append("- {id: feed, type: feed, folder: out/feeds, home: \"https://gongwei.ninglan.example/\"}")
        sinks.append("- {id: mail, type: mail, folder: out, from: jianbao@ninglan.example, to: [a@ninglan.example]}")
        if Self.browser != nil { sinks.append("- {id: pdf, type: pdf, folder: out}") }
        let names = sinks.compactMap { $0.split(separator: " ").dropFirst(2).first?.dropLast() }.joined(separator: ", ")
        let text = try office.read("juhe.yaml")
        let head = text.prefix(upTo: text.range(of: "\nsinks:\n")?.lowerBound ?? text.endIndex)
            .replacing(
                "sinks: [page, text, stream]", with: "sinks: [\(names)], statistics: {period: month, matrix: true}")
        try office.write(
            "\(head)\nsinks:\n" + sinks.map { "  \($0)\n" }.joined(), to: "juhe.yaml")
        try office.write(Self.notice, to: "a.xml")
        return office
    }

    private static let notice = feed("公告", items: 1...3).replacing(
        "正文2", with: "请于11月30日前将工作总结报送办公室，联系电话：0479-1234567。")

    private func printed(_ office: Office) throws -> [String: Data] {
        var files: [String: Data] = [:]
        for name in try FileManager.default.subpathsOfDirectory(atPath: office.path + "/out") {
            var isFolder: ObjCBool = false
            let path = "\(office.path)/out/\(name)"
            guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), !isFolder.boolValue else {
                continue
            }
            files[name] = try Data(contentsOf: URL(fileURLWithPath: path))
        }
        return files
    }

    @Test("in every form, whatever the zone, the locale, the home, the working folder and the clock are")
    func everywhere() throws {
        let office = try office()
        let run = try office.program.run("run", "--now", "2026-11-24T16:30:00Z")
        #expect(run.status == 0, "\(run.errors)")
        let first = try printed(office)
        for suffix in ["html", "docx", "md", "txt", "csv", "xlsx", "ics", "eml"] + (Self.browser == nil ? [] : ["pdf"])
        {
            #expect(first["jianbao/2026-001.\(suffix)"] != nil, "\(suffix)")
        }
        #expect(String(decoding: first["jianbao/2026-001.html"] ?? Data(), as: UTF8.self).contains("2026年11月25日"))
        let elsewhere = FileManager.default.temporaryDirectory.path + "/juhe-elsewhere-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: elsewhere, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: elsewhere) }
        for (index, environment) in [
            ["TZ": "America/New_York", "LC_ALL": "de_DE.UTF-8"],
            ["TZ": "Pacific/Kiritimati", "LANG": "ar_SA.UTF-8", "LC_ALL": "C", "LANGUAGE": "fr"],
            ["TZ": "Asia/Kathmandu", "LC_ALL": "POSIX", "COLUMNS": "20", "NO_COLOR": "1"],
        ].enumerated() {
            try FileManager.default.removeItem(atPath: office.path + "/out")
            let outcome = try Program(folder: elsewhere).run(
                list: [
                    "issue", "reissue", "1", "--year", "2026", "--config", office.path + "/juhe.yaml", "--now",
                    "20\(30 + index)-02-28T23:59:59Z",
                ], environment: environment.merging(["HOME": elsewhere]) { $1 })
            #expect(outcome.status == 0, "\(outcome.errors)")
            let again = try printed(office)
            #expect(Set(again.keys) == Set(first.keys))
            for (name, bytes) in again { #expect(bytes == first[name], "\(name) in \(environment)") }
        }
        // A second time nothing is written.
        let before = try office.snapshot().filter { $0.key.hasPrefix("out/") }
        _ = try office.program.run("issue", "reissue", "1", "--year", "2026")
        #expect(try office.snapshot().filter { $0.key.hasPrefix("out/") } == before)
    }
}
