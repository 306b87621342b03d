import Markup
import Testing

@Suite("The tape")
struct XMLTapeTests {
    private static let vocabulary = XMLVocabulary(
        namespaces: [.init(2, addresses: ["http://ningl.example/ns"], prefixes: ["n"])],
        elements: [
            .init(1, in: [0], "list", .container), .init(2, in: [0], "entry", .container),
            .init(3, in: [0, 2], "text"),
            .init(4, in: [0], "who", .both), .init(5, in: [0], "name"),
        ], attributes: [.init(1, in: [0], "key")], hosts: [1], records: [2])

    private func tape(_ text: String) throws -> XMLTape {
        try XMLTape.read(Array(text.utf8), vocabulary: Self.vocabulary).tape
    }

    /// Elements as `term:text`, attributes as `@term:text`.
    private func words(_ text: String) throws -> [String] {
        let tape = try tape(text)
        return tape.nodes.map { "\($0.isAttribute ? "@" : "")\($0.term):\(tape.string($0.text))" }
    }

    @Test(
        "What a leaf holds",
        arguments: [
            ("a", "a"), ("  a\n", "a"), ("a &amp; b", "a & b"), ("&#23425;&#x6F9C;", "宁澜"),
            ("<![CDATA[<p>&amp;</p>]]>", "<p>&amp;</p>"),
            ("a<![CDATA[ & ]]>b", "a & b"), ("a<!-- x -->b", "ab"), ("a & b", "a & b"), ("&nbsp;a", "\u{A0}a"),
            ("&nothing;", "&nothing;"), ("1 < 2", "1 < 2"), ("a</b>c", "ac"), ("<p>a<br/>b</p>", "<p>a<br/>b</p>"),
            ("<p/>a", "<p></p>a"), ("<x:p xmlns:x='u'>a</x:p>", "<p xmlns:x='u'>a</p>"), ("<p>a", "<p>a"),
            ("<p><![CDATA[<]]></p>", "<p>&lt;</p>"), ("<b>a</i></b>", "<b>a</b>"), ("&#0;a", "a"), ("&#146;", "’"),
        ])
    func leaf(text: String, expected: String) throws {
        #expect(try words("<list><text>\(text)</text></list>") == ["1:", "3:\(expected)"])
    }

    @Test(
        "Attributes in every state",
        arguments: [
            ("key=\"a\"", "a"), ("key='a'", "a"), ("key=a", "a"), ("key=\"a&amp;b\"", "a&b"),
            ("key=\"a&b=c\"", "a&b=c"),
            ("key = \" a \"", "a"), ("key=\"a\" key=\"b\"", "a"), ("key=\"a\"key2=\"b\"", "a"), ("key=\"a<b\"", "a<b"),
            ("é=\"1\" key=\"a\"", "a"), ("1=\"1\" key=\"a\"", "a"), ("key=\"&quot;\"", "\""),
            ("checked key=\"a\"", "a"),
        ])
    func attribute(text: String, expected: String) throws {
        #expect(try words("<list><text \(text)/></list>") == ["1:", "3:", "@1:\(expected)"])
    }

    @Test("Names are known by their namespace, whatever the prefix")
    func namespaces() throws {
        #expect(
            try words("<list xmlns:x=\"http://ningl.example/ns/\"><x:text>a</x:text><x:who/></list>") == ["1:", "3:a"])
        #expect(try words("<list><n:text>a</n:text></list>") == ["1:", "3:a"])
        #expect(try words("<list xmlns:x=\"u\"><x:text>a</x:text><text>b</text></list>") == ["1:", "3:b"])
        #expect(try words("<list xmlns=\"u\"><text>a</text></list>") == ["1:", "3:a"])
    }

    @Test("Unknown elements leave no trace, and nothing in them does")
    func unknown() throws {
        #expect(try words("<list><x><text>a</text></x><text>b</text></list>") == ["1:", "3:b"])
    }

    @Test("Text and elements in one")
    func both() throws {
        #expect(try words("<list><who>a <name>b</name></who></list>") == ["1:", "4:a", "5:b"])
        #expect(try words("<list><who>by <i>a</i> and b</who></list>") == ["1:", "4:by a and b"])
    }

    @Test("A record ends what was left open")
    func records() throws {
        let expected = ["1:", "2:", "3:a", "2:", "3:b"]
        #expect(try words("<list><entry><text>a<entry><text>b</text></entry></list>") == expected)
        #expect(try words("<list><entry><text>a</text><entry><text>b</text></list>") == expected)
        #expect(try words("<list><entry><text><![CDATA[a</text></entry><entry><text>b</text>") == expected)
    }

    @Test("Problems know their line")
    func lines() throws {
        let problems = try tape("<list>\n<text>a & b</text>\n\n<text>c</x></text></list>").problems
        #expect(problems.map(\.code) == [.bareAmpersand, .mismatchedTag])
        #expect(problems.map(\.line) == [2, 4])
    }

    @Test("What is well-formed has no problems")
    func sound() throws {
        let tape = try tape("<?xml version=\"1.0\"?><!-- a --><list><?b?><text key=\"c\">d</text></list>\n<!-- e -->")
        #expect(tape.problems.isEmpty)
        #expect(!tape.truncated)
        #expect(tape.rootName == "list")
    }
}
