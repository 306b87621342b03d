import Markup
import Testing

@Suite("Encodings")
struct DecoderTests {
    private func text(_ bytes: [UInt8], transport: String? = nil) -> (String, DecodedDocument) {
        let document = Decoder.decode(bytes, transport: transport.flatMap { EncodingLabel($0.utf8) })
        return (String(decoding: document.bytes[document.start...], as: UTF8.self), document)
    }

    /// 堃 is in GBK only, 𠮷 takes four bytes of GB18030, — and · differ between the labels, 0x80 is the euro sign.
    private static let gb: [UInt8] =
        Array("<?xml version=\"1.0\" encoding=\"gb2312\"?><a>".utf8)
        + [0x88, 0xD2, 0x95, 0x34, 0xB2, 0x35, 0xA1, 0xAA, 0xA1, 0xA4, 0x80, 0xFF, 0xC4, 0xFE] + Array("</a>".utf8)

    @Test("GB labels are all GB18030")
    func gb18030() {
        let (text, document) = text(Self.gb)
        #expect(text.hasSuffix("<a>堃𠮷—·€\u{FFFD}宁</a>"))
        #expect(document.encoding == .gb18030)
    }

    @Test("Characters of four bytes come at their own place, before and behind those that editions moved")
    func fourBytes() {
        let samples: [(bytes: [UInt8], text: String)] = [
            ([0x81, 0x35, 0xF4, 0x36], "\u{1E3E}"), ([0x81, 0x35, 0xF4, 0x37], "\u{E7C7}"),
            ([0x81, 0x39, 0xEF, 0x31], "\u{3402}"), ([0x82, 0x30, 0xD8, 0x32], "\u{380E}"),
            ([0x82, 0x35, 0x92, 0x32], "\u{9FC3}"), ([0x84, 0x31, 0x9B, 0x39], "\u{FF9F}"),
            ([0x90, 0x30, 0x81, 0x30], "\u{10000}"),
        ]
        for sample in samples {
            let (text, _) = text(
                Array("<?xml version=\"1.0\" encoding=\"gb18030\"?><a>".utf8) + sample.bytes + Array("</a>".utf8))
            #expect(text.hasSuffix("<a>\(sample.text)</a>"))
        }
    }

    @Test("Big5 is known without a label")
    func big5() {
        let bytes: [UInt8] = [
            0xC3, 0xF6, 0xA9, 0xF3, 0xBF, 0xEC, 0xB2, 0x7A, 0xA5, 0x56, 0xA5, 0x4F, 0xB1, 0xCF, 0xC0, 0xD9,
            0xA5, 0xD3, 0xBD, 0xD0, 0xA8, 0xC6, 0xB6, 0xB5, 0xAA, 0xBA, 0xA4, 0xBD, 0xA7, 0x69, 0xA1, 0x41,
            0xBD, 0xD0, 0xBF, 0xE3, 0xC5, 0x44, 0xB0, 0xD1, 0xA5, 0x5B, 0xA8, 0xC3, 0xAC, 0xDB, 0xA4, 0xAC,
            0xC2, 0xE0, 0xA7, 0x69, 0xA1, 0x43,
        ]
        let (text, document) = text(Array("<p>".utf8) + bytes + Array("</p>".utf8))
        #expect(text == "<p>關於辦理冬令救濟申請事項的公告，請踴躍參加並相互轉告。</p>")
        #expect(document.encoding.name == "big5")
    }

    @Test("UTF-8 under another label is UTF-8")
    func mislabelled() {
        let (text, document) = text(Array("<?xml version=\"1.0\" encoding=\"gb2312\"?><a>宁澜市机关党建</a>".utf8))
        #expect(text.contains("宁澜市机关党建"))
        #expect(document.problems.contains { $0.code == .mislabelledEncoding })
    }

    @Test("GBK under a UTF-8 label is GBK")
    func mislabelledGBK() {
        let bytes =
            Array("<?xml version=\"1.0\" encoding=\"utf-8\"?><a>".utf8) + [0xC4, 0xFE, 0xC0, 0xBD, 0xCA, 0xD0]
            + Array("</a>".utf8)
        let (text, document) = text(bytes)
        #expect(text.contains("<a>宁澜市</a>"))
        #expect(document.problems.contains { $0.code == .mislabelledEncoding })
    }

    @Test("A label that is no encoding leaves the bytes to tell: the language of a page in GBK")
    func unknownLabel() {
        let bytes: [UInt8] = [
            0xB9, 0xD8, 0xD3, 0xDA, 0xB5, 0xCD, 0xB1, 0xA3, 0xC9, 0xEA, 0xC7, 0xEB, 0xB0,
            0xEC, 0xC0, 0xED, 0xC1, 0xF7, 0xB3, 0xCC, 0xB5, 0xC4, 0xB9, 0xAB, 0xB8, 0xE6,
        ]
        let (text, document) = text(bytes, transport: "zh_CN")
        #expect(text == "关于低保申请办理流程的公告")
        #expect(document.problems.contains { $0.code == .unknownEncoding })
    }

    @Test("A bad byte costs one character, a control character none")
    func badBytes() {
        let (text, document) = text(Array("宁a".utf8) + [0xFF] + Array("b\u{2}c澜\r\nd\r".utf8))
        #expect(text == "宁a\u{FFFD}bc澜\nd\n")
        #expect(document.problems.map(\.code) == [.badCharacter, .controlCharacter])
    }

    @Test("A control character of two bytes is found wherever it stands", arguments: 0..<40)
    func secondControls(_ place: Int) {
        let letters = [UInt8](repeating: UInt8(ascii: "a"), count: 40)
        let legacy = letters[..<place] + [0x85] + letters[place...]
        #expect(
            text(Array(legacy), transport: "iso-8859-5").0.unicodeScalars.allSatisfy {
                $0.value >= 0xA0 || $0.value < 0x7F
            })
        let utf8 = letters[..<place] + [0xC2, 0x85] + letters[place...]
        #expect(
            text(Array(utf8)).0 == String(repeating: "a", count: place) + "…"
                + String(repeating: "a", count: 40 - place))
    }

    @Test("Wide characters, with a mark and without")
    func wide() {
        var little: [UInt8] = [0xFF, 0xFE]
        for unit in "<a>宁澜</a>".utf16 { little += [UInt8(unit & 0xFF), UInt8(unit >> 8)] }
        #expect(text(little).0 == "<a>宁澜</a>")
        #expect(text(Array(little.dropFirst(2))).0 == "<a>宁澜</a>")
    }

    @Test("The transport's charset and the system's converters")
    func converters() {
        #expect(text([0xE9], transport: "iso-8859-1").0 == "é")
        #expect(text([0xA7, 0x41], transport: "big5").0 == "你")
        #expect(text([0x93, 0xFA], transport: "shift_jis").0 == "日")
        #expect(text([0xC7, 0xD1], transport: "euc-kr").0 == "한")
    }
}
