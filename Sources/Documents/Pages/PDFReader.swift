import ChildProcess
import Extraction
import JuheKit
import Markup

/// Reads a PDF through poppler's programs, a scanned one through tesseract.
struct PDFReader {
    private let subject: String
    private let folder: WorkFolder
    private let path: String
    private let converters: Converters
    private var notes: [Failure] = []

    /// Pages of a scan that are read, at most: each takes seconds.
    private static let mostScannedPages = 40
    /// Pages whose lines are looked at, at most.
    private static let mostRuledPages = 200

    static func read(
        _ bytes: [UInt8], subject: String, _ converters: Converters = Converters()
    ) throws(Failure) -> DocumentContent {
        var reader = try PDFReader(bytes, subject: subject, converters)
        var content = try reader.content()
        content.notes += reader.notes
        return content
    }

    private init(_ bytes: [UInt8], subject: String, _ converters: Converters) throws(Failure) {
        self.subject = subject
        self.converters = converters
        folder = try WorkFolder()
        path = try folder.write(bytes, as: "document.pdf")
    }

    private mutating func content() throws(Failure) -> DocumentContent {
        guard let reader = converters.path(of: "pdftotext") else {
            throw Failure(.plugin, subject, .programMissing("pdftotext", package: "poppler-utils poppler-data"))
        }
        let outcome = try run(reader, ["-bbox", "-enc", "UTF-8", path, "-"])
        var pages = try Self.pages(outcome.output, subject)
        for page in pages.indices.prefix(Self.mostRuledPages) where pages[page].mayHaveTables {
            pages[page].rules = rules(ofPage: page + 1)
        }
        let facts = try facts()
        var content = PageLayout.content(of: pages)
        if Self.isReadable(content.text) {
            let strangers = content.text.unicodeScalars.count {
                $0 == "\u{FFFD}" || (0xE000...0xF8FF).contains($0.value)
            }
            if strangers > 4 + content.text.unicodeScalars.count / 200 {
                notes.append(Failure(.mislabelled, subject, .unreadableLetters))
            }
        } else {
            content = try scanned(pages: pages.count)
        }
        content.title = facts["Title"]
        content.author = facts["Author"]
        return content
    }

    /// Text of which most are letters of some script; private and replacement characters are none.
    private static func isReadable(_ text: String) -> Bool {
        var letters = 0
        var strangers = 0
        for scalar in text.unicodeScalars {
            if scalar == "\u{FFFD}" || (0xE000...0xF8FF).contains(scalar.value) {
                strangers += 1
            } else if scalar.properties.isAlphabetic {
                letters += 1
            }
        }
        return letters >= 2 && letters > strangers * 2
    }

    // MARK: - Programs

    private func run(_ program: String, _ arguments: [String]) throws(Failure) -> ChildProcess.Outcome {
        let outcome = try ChildProcess(program, arguments, in: folder.path, limits: converters.limits()).run()
        guard outcome.isSuccess else { throw failure(outcome, program) }
        return outcome
    }

    private func failure(_ outcome: ChildProcess.Outcome, _ program: String) -> Failure {
        let complaint = outcome.complaint
        if complaint.contains("assword") { return Failure(.refused, subject, .encryptedDocument) }
        return Failure(subject, outcome, program)
    }

    /// `pdfinfo`: one `Key: value` a line.
    private func facts() throws(Failure) -> [String: String] {
        guard let program = converters.path(of: "pdfinfo") else { return [:] }
        let outcome = try run(program, ["-enc", "UTF-8", path])
        var facts: [String: String] = [:]
        for line in String(decoding: outcome.output, as: UTF8.self).split(separator: "\n") {
            guard let colon = line.firstIndex(of: ":") else { continue }
            facts[String(line[..<colon])] = String(line[line.index(after: colon)...]).trimmed.nonEmpty
        }
        return facts
    }

    /// What `pdftotext -bbox` prints: pages of words at places, as XHTML.
    private static func pages(_ output: [UInt8], _ subject: String) throws(Failure) -> [PageText] {
        let root: XMLTree.Node
        do { root = try XMLTree(output).root } catch { throw Failure(subject, error) }
        func number(_ node: XMLTree.Node, _ name: String) -> Double { node[name].flatMap { Double($0) } ?? 0 }
        return root.descendants("page").map { page in
            var text = PageText(width: number(page, "width"), height: number(page, "height"))
            for word in page.all("word") {
                let x = number(word, "xMin")
                let y = number(word, "yMin")
                text.pieces.append(
                    PageText.Piece(
                        x: x, y: y, width: number(word, "xMax") - x, height: number(word, "yMax") - y, text: word.text))
            }
            return text
        }
    }

    /// The straight lines of a page; none where they cannot be had: text is worth more than the borders of tables.
    private func rules(ofPage page: Int) -> [PageRule] {
        guard let program = converters.path(of: "pdftocairo"),
            let outcome = try? run(program, ["-svg", "-f", "\(page)", "-l", "\(page)", path, "-"])
        else { return [] }
        return PageRule.lines(ofSVG: outcome.output)
    }

    // MARK: - Scans

    /// Pictures of pages, read letter by letter.
    private mutating func scanned(pages: Int) throws(Failure) -> DocumentContent {
        guard pages > 0 else { throw Failure(.empty, subject, .emptyDocument) }
        guard let recognizer = converters.path(of: "tesseract"), let painter = converters.path(of: "pdftoppm")
        else {
            throw Failure(.empty, subject, .noTextInPages(pages))
        }
        if pages > Self.mostScannedPages {
            notes.append(Failure(.limit, subject, .tooManyScannedPages(limit: Self.mostScannedPages)))
        }
        _ = try run(
            painter, ["-r", "200", "-gray", "-png", "-l", "\(Self.mostScannedPages)", path, folder.file("page")])
        var texts: [PageText] = []
        for name in folder.names where name.hasSuffix(".png") {
            let outcome = try ChildProcess(
                recognizer, [folder.file(name), "stdout", "-l", "chi_sim", "--psm", "4", "tsv"], in: folder.path,
                limits: converters.limits()
            ).run()
            guard outcome.isSuccess else {
                let isUntaught = String(decoding: outcome.errors, as: UTF8.self).contains("chi_sim")
                throw isUntaught ? Failure(.empty, subject, .noTextInPages(pages)) : failure(outcome, recognizer)
            }
            texts.append(Self.page(recognized: outcome.output))
        }
        let content = PageLayout.content(of: texts)
        guard Self.isReadable(content.text) else { throw Failure(.empty, subject, .noTextInPages(pages)) }
        notes.append(Failure(.mislabelled, subject, .recognizedText))
        return content
    }

    /// What tesseract prints: a row for each word with its place; the words of a line belong together.
    private static func page(recognized output: [UInt8]) -> PageText {
        var page = PageText(width: 0, height: 0)
        var line: [Substring] = []
        for row in String(decoding: output, as: UTF8.self).split(separator: "\n") {
            let fields = row.split(separator: "\t", omittingEmptySubsequences: false)
            guard fields.count >= 12, let left = Double(fields[6]), let top = Double(fields[7]),
                let width = Double(fields[8]), let height = Double(fields[9])
            else { continue }
            if fields[0] == "1" {
                page.width = width
                page.height = height
            } else if fields[0] == "5", !fields[11].trimmed.isEmpty {
                take(
                    PageText.Piece(x: left, y: top, width: width, height: height, text: fields[11].trimmed),
                    isSameLine: Array(fields[1...4]) == line, &page.pieces)
                line = Array(fields[1...4])
            }
        }
        return page
    }

    /// Words of one line are one piece, unless a wide gap parts them.
    private static func take(_ word: PageText.Piece, isSameLine: Bool, _ pieces: inout [PageText.Piece]) {
        guard isSameLine, let last = pieces.indices.last,
            word.x - pieces[last].right < max(pieces[last].height, word.height) * 2
        else { return pieces.append(word) }
        let isLatin =
            pieces[last].text.unicodeScalars.last.map(\.isLatin) ?? false
            && word.text.unicodeScalars.first.map(\.isLatin) ?? false
        let bottom = max(pieces[last].y + pieces[last].height, word.y + word.height)
        pieces[last].text += (isLatin ? " " : "") + word.text
        pieces[last].width = word.right - pieces[last].x
        pieces[last].y = min(pieces[last].y, word.y)
        pieces[last].height = bottom - pieces[last].y
    }
}

extension Failure {
    /// What an operator is told of a program that did not do its work.
    init(_ subject: String, _ outcome: ChildProcess.Outcome, _ program: String) {
        let name = program.split(separator: "/").last.map(String.init) ?? program
        switch outcome.ending {
        case .timedOut: self.init(.timeout, subject, .programTimedOut(name))
        case .outputTooLarge: self.init(.tooLarge, subject, .programSaidTooMuch(name))
        case .signalled: self.init(.malformed, subject, .programBrokeOff(name, reason: outcome.complaint))
        case .exited: self.init(.malformed, subject, .programRefused(name, reason: outcome.complaint))
        }
    }
}
