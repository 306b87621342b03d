import JuheKit
import Testing

@Suite("latest")
struct LatestTests {
    @Test("moves last", arguments: Form.allCases)
    func last(_ form: Form) async throws {
        let desk = Desk()
        try await desk.deliver(SampleEdition.small, by: form.sink())
        #expect(desk.paths == ["out/jiguan/2026-012.\(form.rawValue)", "out/jiguan/latest.\(form.rawValue)"])
        #expect(desk.text("2026-012.\(form.rawValue)") == desk.text("latest.\(form.rawValue)"))
    }

    @Test("does not move for an old edition", arguments: Form.allCases)
    func reissue(_ form: Form) async throws {
        let desk = Desk()
        try await desk.deliver(SampleEdition.small, by: form.sink(), isLatest: false)
        #expect(desk.paths == ["out/jiguan/2026-012.\(form.rawValue)"])
    }

    @Test("stays inside its folder", arguments: ["..", ".", "", "a/b", "/etc", "a\nb"])
    func inside(bulletin: String) async throws {
        var edition = SampleEdition.small
        edition.bulletin = bulletin
        for form in Form.allCases {
            let desk = Desk()
            let failure = await #expect(throws: Failure.self) { try await desk.deliver(edition, by: form.sink()) }
            #expect(failure?.code == .sink)
            #expect(desk.paths.isEmpty)
        }
    }
}
