/// A document as clean UTF-8, and how it got there.
package struct DecodedDocument: Sendable {
    /// Valid UTF-8 without control characters; line breaks are line feeds.
    package let bytes: [UInt8]
    /// Where the text starts in `bytes`: after a byte order mark.
    package let start: Int
    /// The encoding that was used.
    package let encoding: EncodingLabel
    /// Bytes that had to be replaced, and labels that the bytes contradict.
    package let problems: [XMLProblem]

    /// The same document with one more problem.
    func with(_ problem: XMLProblem) -> DecodedDocument {
        DecodedDocument(bytes: bytes, start: start, encoding: encoding, problems: [problem] + problems)
    }
}

/// Turns bytes of any encoding into clean UTF-8, believing the bytes more than their labels.
///
/// Order: byte order mark, the label of the transport, the XML declaration, the bytes themselves. Whatever the label says,
/// text that is UTF-8 beyond chance is read as UTF-8, and text that cannot be UTF-8 is not.
package enum Decoder {
    /// Decodes a document. `transport` is the charset of the HTTP header, if it had one.
    package static func decode(_ bytes: [UInt8], transport: EncodingLabel? = nil) -> DecodedDocument {
        bytes.withUnsafeBufferPointer { buffer in
            guard let base = buffer.baseAddress else {
                return DecodedDocument(bytes: [], start: 0, encoding: .utf8, problems: [])
            }
            if let mark = ByteOrderMark(base, buffer.count) {
                return decode(
                    bytes, base, label: mark.encoding, skipping: mark.length,
                    declared: declared(base + mark.length, buffer.count - mark.length), byMark: true)
            }
            if let wide = ByteOrderMark.wideWithoutMark(base, buffer.count) {
                return decode(bytes, base, label: wide, skipping: 0, declared: nil, byMark: true)
            }
            let declaration = declared(base, buffer.count)
            return decode(
                bytes, base, label: transport ?? declaration, skipping: 0, declared: declaration, byMark: false)
        }
    }

    private static func decode(
        _ bytes: [UInt8], _ base: UnsafePointer<UInt8>, label: EncodingLabel?, skipping: Int, declared: EncodingLabel?,
        byMark: Bool
    ) -> DecodedDocument {
        let count = bytes.count
        switch label {
        case .utf16, .utf32:
            if byMark { return wide(base, skipping, count, label ?? .utf8, contradicted: false) }
            // A wide label over bytes that are plainly not wide.
            return narrow(bytes, base, skipping, label: nil, mislabelled: true)
        default:
            let mislabelled = byMark && declared != nil && declared != .utf8
            return narrow(bytes, base, skipping, label: label, mislabelled: mislabelled)
        }
    }

    private static func wide(
        _ base: UnsafePointer<UInt8>, _ start: Int, _ count: Int, _ label: EncodingLabel, contradicted: Bool
    ) -> DecodedDocument {
        let converter =
            switch label {
            case .utf16(let big): big == true ? "UTF-16BE" : "UTF-16LE"
            case .utf32(let big): big == true ? "UTF-32BE" : "UTF-32LE"
            default: "UTF-8"
            }
        return converted(base, start, count, label, converter, mislabelled: contradicted)
            ?? DecodedDocument(bytes: [], start: 0, encoding: label, problems: [])
    }

    private static func narrow(
        _ bytes: [UInt8], _ base: UnsafePointer<UInt8>, _ start: Int, label: EncodingLabel?, mislabelled: Bool
    ) -> DecodedDocument {
        let count = bytes.count
        switch label {
        case .gb18030, .other:
            // A look at the first part tells nearly always; only what could be UTF-8 is surveyed to the end.
            if looksLikeUTF8(base, start, count, insteadOf: label ?? .utf8) {
                return utf8(bytes, base, start, survey: UTF8Survey(base, from: start, to: count), mislabelled: true)
            }
        default:
            // Nearly all documents are clean UTF-8; only of the others more must be known.
            if UTF8Blocks.isASCII(base + start, count: count - start) != nil,
                !ControlSurvey.needsCleaning(base + start, count - start)
            {
                let problems = mislabelled ? [XMLProblem(.mislabelledEncoding, at: 0)] : []
                return DecodedDocument(bytes: bytes, start: start, encoding: .utf8, problems: problems)
            }
            let survey = UTF8Survey(base, from: start, to: count)
            if survey.badBytes == 0 {
                return utf8(bytes, base, start, survey: survey, mislabelled: mislabelled)
            }
            if let guess = EncodingGuess.guess(base, from: start, to: count, survey: survey) {
                let isLabelled = label != nil || mislabelled
                if let found = legacy(base, start, count, guess, mislabelled: isLabelled) {
                    // XML §4.3.3: what is not UTF-8 must say so.
                    return isLabelled ? found : found.with(XMLProblem(.undeclaredEncoding, at: 0))
                }
                return utf8(bytes, base, start, survey: survey, mislabelled: mislabelled)
            }
            return utf8(bytes, base, start, survey: survey, mislabelled: mislabelled)
        }
        if let label, let document = legacy(base, start, count, label, mislabelled: mislabelled) { return document }
        // A label that nobody knows.
        let survey = UTF8Survey(base, from: start, to: count)
        // What it means its bytes may tell: `charset=zh_CN` is the language of a page in GBK.
        if let guess = EncodingGuess.guess(base, from: start, to: count, survey: survey),
            let found = legacy(base, start, count, guess, mislabelled: true)
        {
            return found.with(XMLProblem(.unknownEncoding, at: 0))
        }
        let known = utf8(bytes, base, start, survey: survey, mislabelled: mislabelled)
        return known.with(XMLProblem(.unknownEncoding, at: 0))
    }

    private static func legacy(
        _ base: UnsafePointer<UInt8>, _ start: Int, _ count: Int, _ label: EncodingLabel, mislabelled: Bool
    ) -> DecodedDocument? {
        switch label {
        case .gb18030:
            var problems: [XMLProblem] = mislabelled ? [XMLProblem(.mislabelledEncoding, at: 0)] : []
            let decoded = GB18030.decode(
                UnsafeBufferPointer(start: base + start, count: count - start), problems: &problems)
            return cleaned(decoded, label, problems)
        case .other(_, let converter):
            return converted(base, start, count, label, converter, mislabelled: mislabelled)
        default: return nil
        }
    }

    private static func converted(
        _ base: UnsafePointer<UInt8>, _ start: Int, _ count: Int, _ label: EncodingLabel, _ converter: String,
        mislabelled: Bool
    ) -> DecodedDocument? {
        guard let iconv = Iconv(from: converter) else { return nil }
        var problems: [XMLProblem] = mislabelled ? [XMLProblem(.mislabelledEncoding, at: 0)] : []
        let decoded = iconv.decode(
            UnsafeBufferPointer(start: base + start, count: count - start), problems: &problems)
        return cleaned(decoded, label, problems)
    }

    /// Decoded text may still hold control characters and carriage returns.
    private static func cleaned(
        _ decoded: [UInt8], _ label: EncodingLabel, _ problems: [XMLProblem]
    ) -> DecodedDocument {
        decoded.withUnsafeBufferPointer { buffer in
            guard let base = buffer.baseAddress, ControlSurvey.needsCleaning(base, buffer.count) else {
                return DecodedDocument(bytes: decoded, start: 0, encoding: label, problems: problems)
            }
            var problems = problems
            let clean = UTF8Cleaner.cleaned(base, from: 0, to: buffer.count, problems: &problems)
            return DecodedDocument(bytes: clean, start: 0, encoding: label, problems: problems)
        }
    }

    private static func utf8(
        _ bytes: [UInt8], _ base: UnsafePointer<UInt8>, _ start: Int, survey: UTF8Survey, mislabelled: Bool
    ) -> DecodedDocument {
        var problems: [XMLProblem] = mislabelled ? [XMLProblem(.mislabelledEncoding, at: 0)] : []
        guard survey.needsCleaning else {
            return DecodedDocument(bytes: bytes, start: start, encoding: .utf8, problems: problems)
        }
        let clean = UTF8Cleaner.cleaned(base, from: start, to: bytes.count, problems: &problems)
        return DecodedDocument(bytes: clean, start: 0, encoding: .utf8, problems: problems)
    }

    /// Whether text under another label is UTF-8 all the same.
    ///
    /// Two-byte sequences alone prove nothing against a label of two-byte characters (联通 in GBK is the famous case).
    private static func looksLikeUTF8(
        _ base: UnsafePointer<UInt8>, _ start: Int, _ count: Int, insteadOf label: EncodingLabel
    ) -> Bool {
        let sample = UTF8Survey(base, from: start, to: min(count, start + 4096))
        if sample.badBytes > 3 { return false }
        let survey = UTF8Survey(base, from: start, to: count)
        guard survey.badBytes == 0 else { return false }
        return label.isMultibyte ? survey.longer > survey.twoByte : survey.longer + survey.twoByte > 0
    }

    /// The label of the XML declaration, if the bytes start with one (after white space).
    static func declared(_ base: UnsafePointer<UInt8>, _ count: Int) -> EncodingLabel? {
        var at = 0
        let bound = min(count, 1024)
        while at < bound, Bytes.isSpace(base[at]) { at += 1 }
        guard Bytes.matches("<?xml", in: base, at: at, to: bound),
            let end = Bytes.find(UInt8(ascii: ">"), in: base, from: at, to: bound),
            let name = Bytes.find("encoding", in: base, from: at, to: end)
        else { return nil }
        at = name + 8
        while at < end, base[at] != UInt8(ascii: "\""), base[at] != UInt8(ascii: "'") { at += 1 }
        guard at < end, let close = Bytes.find(base[at], in: base, from: at + 1, to: end) else { return nil }
        return EncodingLabel(UnsafeBufferPointer(start: base + at + 1, count: close - at - 1))
    }
}
