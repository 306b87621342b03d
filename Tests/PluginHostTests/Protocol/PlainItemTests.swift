import JuheKit
import Testing

@testable import PluginHost

@Suite("Items that are read straight from their line")
struct PlainItemTests {
    /// Lines that are read without the library's decoder.
    static let plain = [
        #"{"type":"item","item":{"id":"1","title":"你好"}}"#,
        #" { "item" : { "title" : "甲\n乙\t\"丙\"\\\/\b\f\r" , "id" : "1" } , "type" : "item" } "#,
        #"{"type":"item","item":{"id":"1","title":"\u4f60\u597D \ud83d\ude00 \u0000"}}"#,
        #"{"type":"item","item":{"id":"1","url":null,"summary":null,"date_published":null}}"#,
        #"{"type":"item","item":{"id":"1","date_published":"2026-11-20 09:30","date_modified":"2026-11-20T09:30:00.5+08:00"}}"#,
        #"{"type":"item","item":{"id":"1","external_url":"https://a.ninglan.example/","content_html":"<p>文</p>","content_text":"文","image":"i","language":"zh-CN"}}"#,
        #"{"type":"item","item":{"id":"1","tags":["通知","a\u0062c"],"authors":[{"name":"甲"},{"url":"mailto:a@ninglan.example","x":1}]}}"#,
        #"{"type":"item","item":{"id":"1","attachments":[{"url":"u","mime_type":"application/pdf","title":"附件","size_in_bytes":12}]}}"#,
        #"{"type":"item","item":{"id":"1","_juhe":{"unit":"市民政局","track":"party","kind":"policy","column":"c","origin":"o"}}}"#,
        #"{"type":"item","item":{"id":"1","_juhe":{"document":{"number":"宁民发〔2026〕1号"},"labels":[{"register":"topic","name":"防汛"}],"version":2}}}"#,
        #"{"type":"item","item":{"id":"1","weather":{"a":[1,2,{"b":[]}],"c":-0.5e+3},"title":"甲"},"more":[true,false,null]}"#,
        #"{"type":"item","item":{"id":"","title":""}}"#,
    ]

    @Test("are the same as the library's decoder reads them", arguments: plain)
    func same(_ text: String) throws {
        let line = Array(text.utf8)[...]
        var reader = PluginReader(zone: .china)
        let item = try #require(try reader.plainItem(line))
        guard case .item(.success(let other)) = try reader.decoded(line) else { throw Missing() }
        #expect(item == other)
    }

    /// Lines whose faults the library's decoder names, and the field that it names.
    static let faulty: [(line: String, field: String)] = [
        (#"{"type":"item","item":{"title":"甲"}}"#, "id"),
        (#"{"type":"item","item":{"id":7}}"#, "id"),
        (#"{"type":"item","item":{"id":"1","title":7}}"#, "title"),
        (#"{"type":"item","item":{"id":"1","tags":"甲"}}"#, "tags"),
        (#"{"type":"item","item":{"id":"1","tags":[1]}}"#, "tags"),
        (#"{"type":"item","item":{"id":"1","date_published":"gestern"}}"#, "date_published"),
        (#"{"type":"item","item":{"id":"1","attachments":[{"url":"u"}]}}"#, "mime_type"),
        (#"{"type":"item","item":{"id":"1","_juhe":{"kind":"weather"}}}"#, "kind"),
        (#"{"type":"item","item":{"id":"1","_juhe":7}}"#, "_juhe"),
        (#"{"type":"item","item":[]}"#, ""),
    ]

    @Test("What is not as it should be is no plain item, and its field is named", arguments: faulty.indices)
    func faults(_ index: Int) throws {
        let (text, field) = Self.faulty[index]
        var reader = PluginReader(zone: .china)
        #expect(try reader.plainItem(Array(text.utf8)[...]) == nil)
        guard case .item(.failure(let bad)) = try reader.message(Array(text.utf8)[...]) else { throw Missing() }
        #expect(bad.reason.english.contains(field))
    }

    /// Lines that are no JSON, and the byte at which they stop being it.
    static let broken: [(line: String, byte: Int)] = [
        ("", 0), ("{", 1), (#"{"a""#, 4), (#"{"a":}"#, 5), (#"{"a":1,}"#, 7), (#"{"a":1 "b":2}"#, 7), (#"{"a":01}"#, 7),
        (#"{"a":1.}"#, 7), (#"{"a":1e}"#, 7), (#"{"a":-}"#, 6), (#"{"a":+1}"#, 5), (#"{"a":tru}"#, 5),
        (#"{"a":"\x"}"#, 6),
        (#"{"a":"\u12G4"}"#, 6), ("{\"a\":\"\u{01}\"}", 6), (#"{"a":1}}"#, 7), (#"{"a":1,"b":2,"a":3}"#, 13),
        (#"{"a":1,"\u0061":2}"#, 7), ("[1,2", 4), ("[1 2]", 3), (#"{'a':1}"#, 1), ("NaN", 0), (#"{"a":"12345678"#, 14),
    ]

    @Test("A line that is no JSON is refused, and the byte is named", arguments: broken.indices)
    func grammar(_ index: Int) throws {
        let (text, byte) = Self.broken[index]
        var tape = JSONTape()
        let fault = #expect(throws: JSONGrammar.Fault.self) {
            try Array(text.utf8).withUnsafeBufferPointer { try JSONGrammar.read($0, onto: &tape) }
        }
        #expect(fault?.offset == byte, "\(text): \(fault?.reason.english ?? "")")
    }

    @Test("A hundred members, one of them twice, and 63 lists in one another: found, and allowed")
    func bounds() throws {
        var tape = JSONTape()
        func read(_ text: String) throws {
            try Array(text.utf8).withUnsafeBufferPointer { try JSONGrammar.read($0, onto: &tape) }
        }
        let members = (0..<100).map { "\"k\($0)\":\($0)" }.joined(separator: ",")
        try read("{\(members)}")
        #expect(throws: JSONGrammar.Fault.self) { try read("{\(members),\"k50\":0}") }
        try read(String(repeating: "[", count: 63) + String(repeating: "]", count: 63))
        #expect(throws: JSONGrammar.Fault.self) { try read(String(repeating: "[", count: 10_000)) }
        #expect(throws: JSONGrammar.Fault.self) {
            try [0x22, 0xE4, 0xBD, 0x22].withUnsafeBufferPointer { try JSONGrammar.read($0, onto: &tape) }
        }
    }

    private struct Missing: Error {}
}
