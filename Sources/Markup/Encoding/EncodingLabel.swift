/// A character encoding, by the name that documents and servers give it.
package enum EncodingLabel: Sendable, Equatable {
    case utf8
    case gb18030
    case utf16(bigEndian: Bool?)
    case utf32(bigEndian: Bool?)
    /// Any other: the name it was given, in lower case, and the one iconv knows it by.
    case other(name: String, converter: String)

    /// Reads a label. Nil for a name that cannot be one; unknown names become `.other` and may fail later.
    ///
    /// GB2312 and GBK are read as GB18030, their superset: real pages use characters that the label lacks.
    package init?(_ label: some Sequence<UInt8>) {
        let kept = label.filter { $0 > 0x20 && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "'") }
        guard !kept.isEmpty, kept.count <= 40, kept.allSatisfy({ $0 < 0x7F }) else { return nil }
        let name = String(decoding: kept.map(Bytes.lowercased), as: UTF8.self)
        switch name {
        case "utf-8", "utf8", "unicode-1-1-utf-8", "utf_8": self = .utf8
        case "gb2312", "gb_2312-80", "gb_2312", "gbk", "x-gbk", "cp936", "ms936", "windows-936", "gb18030", "gb-18030",
            "gb18030-2000", "chinese", "csgb2312", "iso-ir-58", "euc-cn", "euccn", "hz-gb-2312":
            self = .gb18030
        case "utf-16", "utf16", "ucs-2", "unicode", "iso-10646-ucs-2", "csunicode": self = .utf16(bigEndian: nil)
        case "utf-16le", "utf16le", "unicodefeff", "ucs-2le": self = .utf16(bigEndian: false)
        case "utf-16be", "utf16be", "unicodefffe", "ucs-2be": self = .utf16(bigEndian: true)
        case "utf-32", "utf32", "ucs-4", "iso-10646-ucs-4": self = .utf32(bigEndian: nil)
        case "utf-32le", "utf32le", "ucs-4le": self = .utf32(bigEndian: false)
        case "utf-32be", "utf32be", "ucs-4be": self = .utf32(bigEndian: true)
        // Python's mail writer says `eucgb2312_cn`.
        case _ where name.contains("gb2312"): self = .gb18030
        default: self = .other(name: name, converter: Self.converters[name] ?? name)
        }
    }

    /// The label in lower case, as `juhe parse` prints it.
    package var name: String {
        switch self {
        case .utf8: "utf-8"
        case .gb18030: "gb18030"
        case .utf16(let bigEndian): bigEndian.map { $0 ? "utf-16be" : "utf-16le" } ?? "utf-16"
        case .utf32(let bigEndian): bigEndian.map { $0 ? "utf-32be" : "utf-32le" } ?? "utf-32"
        case .other(let name, _): name
        }
    }

    /// Whether characters beyond ASCII take two bytes or more, so that a short text may look like UTF-8 by chance.
    var isMultibyte: Bool {
        switch self {
        case .gb18030: true
        case .other(_, let converter): Self.multibyte.contains(converter)
        default: false
        }
    }

    private static let multibyte: Set<String> = [
        "BIG5-HKSCS", "CP949", "EUC-JP", "CP932", "EUC-TW", "JOHAB", "iso-2022-jp", "iso-2022-kr",
    ]

    /// Labels that mean more than they say: what browsers decode them with.
    private static let converters: [String: String] = [
        "ascii": "CP1252", "us-ascii": "CP1252", "iso-8859-1": "CP1252", "iso8859-1": "CP1252", "iso_8859-1": "CP1252",
        "latin1": "CP1252", "latin-1": "CP1252", "l1": "CP1252", "ansi": "CP1252", "ansi_x3.4-1968": "CP1252",
        "windows-1252": "CP1252", "cp1252": "CP1252", "x-cp1252": "CP1252", "iso-8859-9": "CP1254",
        "latin5": "CP1254", "iso-8859-11": "CP874", "tis-620": "CP874", "windows-874": "CP874",
        "big5": "BIG5-HKSCS", "big-5": "BIG5-HKSCS", "big5-hkscs": "BIG5-HKSCS", "x-x-big5": "BIG5-HKSCS",
        "cp950": "BIG5-HKSCS", "cn-big5": "BIG5-HKSCS",
        "euc-kr": "CP949", "euckr": "CP949", "ks_c_5601-1987": "CP949", "ks_c_5601": "CP949", "ksc5601": "CP949",
        "windows-949": "CP949", "cp949": "CP949", "uhc": "CP949", "x-windows-949": "CP949", "korean": "CP949",
        "shift_jis": "CP932", "shift-jis": "CP932", "sjis": "CP932", "x-sjis": "CP932", "ms_kanji": "CP932",
        "windows-31j": "CP932", "cp932": "CP932", "euc-jp": "EUC-JP", "eucjp": "EUC-JP", "x-euc-jp": "EUC-JP",
        "euc-tw": "EUC-TW", "x-mac-roman": "MACINTOSH", "macintosh": "MACINTOSH", "mac": "MACINTOSH",
        "koi8": "KOI8-R", "koi8_r": "KOI8-R", "x-mac-cyrillic": "MAC-CYRILLIC",
    ]
}
