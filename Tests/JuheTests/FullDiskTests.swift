import Foundation
import Testing

@Suite("A disk that takes no more")
struct FullDiskTests {
    @Test("A run that cannot write ends with 74 and says why; what was stored stays, and the next run goes on")
    func full() throws {
        let office = try Office()
        #expect(try office.program.run("collect").status == 0)
        let size =
            try FileManager.default.attributesOfItem(atPath: office.path + "/var/juhe.sqlite")[.size] as? Int ?? 0
        try office.write(feed("公告", items: 1...2_000, note: String(repeating: "关于做好有关工作的说明", count: 40)), to: "a.xml")
        // A limit on a file's size stands in for a disk's: writing fails in the middle, as it does there. In blocks of 512 bytes.
        let limits = "trap '' XFSZ; ulimit -f \(size / 512 + 400)"
        let failed = try office.program.run(list: ["collect"], limits: limits)
        #expect(failed.status == 74 && failed.errors.contains("juhe.sqlite"), "\(failed.errors.prefix(400))")
        #expect(try office.program.run("items").output.contains("公告第3号"))
        let again = try office.program.run(list: ["collect", "--json"])
        #expect(again.status == 0)
        let report = try RunReport(again.output)
        #expect(report.new + report.changed + report.unchanged == 2_000, "\(report)")
    }
}
