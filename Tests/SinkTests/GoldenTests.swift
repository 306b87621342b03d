import JuheKit
import Testing

@Suite("A fixed edition is the same bytes for ever")
struct GoldenTests {
    @Test("in every form", arguments: Form.allCases)
    func form(_ form: Form) async throws {
        let text = try await form.render(SampleEdition.small)
        try Golden.expect(text, equals: "small.\(form.rawValue)")
        #expect(try await form.render(SampleEdition.small) == text)
    }

    @Test("in English", arguments: Form.allCases)
    func english(_ form: Form) async throws {
        try Golden.expect(try await form.render(SampleEdition.english), equals: "english.\(form.rawValue)")
    }

    @Test("with one entry and with none", arguments: Form.allCases)
    func little(_ form: Form) async throws {
        try Golden.expect(try await form.render(SampleEdition.single), equals: "single.\(form.rawValue)")
        try Golden.expect(try await form.render(SampleEdition.empty), equals: "empty.\(form.rawValue)")
    }

    @Test("with a note, highlights, a correction, tables and names", arguments: Form.allCases)
    func dressed(_ form: Form) async throws {
        try Golden.expect(try await form.render(SampleEdition.dressed), equals: "dressed.\(form.rawValue)")
    }

    @Test("as feeds", arguments: ["rss.xml", "atom.xml", "feed.json"])
    func feeds(file: String) async throws {
        let desk = Desk()
        try await desk.deliver(SampleEdition.small, by: feedSink())
        try Golden.expect(desk.text(file), equals: file)
    }

    @Test("and no form lacks an entry", arguments: Form.allCases)
    func complete(_ form: Form) async throws {
        let text = try await form.render(SampleEdition.full)
        for entry in SampleEdition.full.entries {
            guard let title = entry.item.title, !title.contains("<"), form != .text else { continue }
            #expect(text.contains(title))
        }
        #expect(SampleEdition.full.entries.count == 60)
    }
}
