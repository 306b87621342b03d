package import JuheKit

extension VersionDifference {
    /// What changed, on one line: `办理时限“10个工作日”改为“4个工作日”；新增申请材料“身份证复印件”`; nothing where nothing did.
    package var line: Phrase? {
        if isEmpty { return nil }
        let shown = changes.sorted { Self.weight($0) < Self.weight($1) }.prefix(3).map(\.line)
        let rest = changes.count - shown.count
        return Phrase(
            shown.map(\.zhHans).joined(separator: "；") + (rest > 0 ? "；另有\(rest)处改动" : ""),
            en: shown.map(\.english).joined(separator: "; ") + (rest > 0 ? "; \(rest) more changes" : ""))
    }

    /// What a reader must know comes first: what names its matter before other text.
    private static func weight(_ change: Change) -> Int { change.subject == .other ? 1 : 0 }

    /// As lines of plain text: the subject, then the passage with `[-…-]` and `{+…+}` around old and new words.
    package func text(_ language: Language) -> [String] {
        changes.flatMap { change in
            [
                "\(change.subject.name.text(language)) · \(change.kind.name.text(language))",
                "  "
                    + change.runs.map { run in
                        switch run.state {
                        case .same: run.text
                        case .removed: "[-\(run.text)-]"
                        case .added: "{+\(run.text)+}"
                        }
                    }.joined(),
            ]
        }
    }

    /// As HTML: a description list with `<ins>` and `<del>`, everything escaped.
    package func html(_ language: Language) -> String {
        if isEmpty { return "" }
        let parts = changes.map { change in
            let body = change.runs.map { run in
                let text = Self.escaped(run.text)
                return switch run.state {
                case .same: text
                case .removed: "<del>\(text)</del>"
                case .added: "<ins>\(text)</ins>"
                }
            }.joined()
            let head = "\(change.subject.name.text(language)) · \(change.kind.name.text(language))"
            return "<dt>\(Self.escaped(head))</dt><dd>\(body)</dd>"
        }
        return "<dl class=\"difference\">\n" + parts.joined(separator: "\n") + "\n</dl>"
    }

    /// On bytes: a quotation mark with a combining mark behind it is one character, but two scalars.
    private static func escaped(_ text: String) -> String {
        var bytes: [UInt8] = []
        for byte in text.utf8 {
            switch byte {
            case 0x26: bytes += Array("&amp;".utf8)
            case 0x3C: bytes += Array("&lt;".utf8)
            case 0x3E: bytes += Array("&gt;".utf8)
            case 0x22: bytes += Array("&quot;".utf8)
            case 0x27: bytes += Array("&#39;".utf8)
            default: bytes.append(byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}

extension VersionDifference.Change.Kind {
    /// What a clerk calls it.
    package var name: Phrase {
        switch self {
        case .added: Phrase("新增", en: "added")
        case .removed: Phrase("删去", en: "removed")
        case .changed: Phrase("改动", en: "changed")
        }
    }
}

extension VersionDifference.Change {
    fileprivate var line: Phrase {
        let name = subject.name
        switch kind {
        case .added:
            let text = Self.short(runs)
            return Phrase("新增\(name.zhHans)“\(text)”", en: "\(name.english): added “\(text)”")
        case .removed:
            let text = Self.short(runs)
            return Phrase("删去\(name.zhHans)“\(text)”", en: "\(name.english): removed “\(text)”")
        case .changed:
            let spots = self.spots
            guard (1...3).contains(spots.count), spots.allSatisfy({ max($0.old.count, $0.new.count) <= 40 }) else {
                return Phrase("\(name.zhHans)有改动", en: "\(name.english) reworded")
            }
            let said = spots.map { old, new in
                if old.isEmpty { return Phrase("增加“\(new)”", en: "added “\(new)”") }
                if new.isEmpty { return Phrase("删去“\(old)”", en: "removed “\(old)”") }
                return Phrase("“\(old)”改为“\(new)”", en: "“\(old)” is now “\(new)”")
            }
            return Phrase(
                name.zhHans + said.map(\.zhHans).joined(separator: "，"),
                en: "\(name.english): " + said.map(\.english).joined(separator: ", "))
        }
    }

    /// The old and the new words of each place where the passage differs, with what belongs to them.
    private var spots: [(old: String, new: String)] {
        var spots: [(old: String, new: String)] = []
        var first = runs.startIndex
        while let start = runs[first...].firstIndex(where: { $0.state != .same }) {
            let end = runs[start...].firstIndex { $0.state == .same } ?? runs.endIndex
            let old = runs[start..<end].filter { $0.state == .removed }.map(\.text).joined()
            let new = runs[start..<end].filter { $0.state == .added }.map(\.text).joined()
            if old.isEmpty || new.isEmpty {
                spots.append((old, new))
            } else {
                let before = start > 0 ? row(before: start) ?? Self.ending(runs[start - 1].text) : ""
                let after = end < runs.count ? Self.beginning(runs[end].text) : ""
                spots.append((before + old + after, before + new + after))
            }
            first = end
        }
        return spots
    }

    /// The first cell of a table's row whose matter nobody names, where a later cell begins with a change.
    private func row(before start: Int) -> String? {
        guard subject == .other, runs[start - 1].text.hasSuffix("| ") else { return nil }
        let old = runs[..<start].filter { $0.state != .added }.map(\.text).joined()
        return old.firstIndex(of: "|").map { old[...$0] + " " }
    }

    /// What stands before a change in the same clause: a few characters, the last of a longer one.
    private static func ending(_ text: String) -> String {
        let clause = text.reversed().prefix { $0.isLetter || $0.isNumber }
        return clause.count > 10 ? "…" + String(clause.prefix(8).reversed()) : String(clause.reversed())
    }

    /// What stands behind a change in the same clause.
    private static func beginning(_ text: String) -> String {
        let clause = text.prefix { $0.isLetter || $0.isNumber }
        return clause.count > 10 ? clause.prefix(8) + "…" : String(clause)
    }

    private static func short(_ runs: [WordDifference.Run]) -> String {
        let text = runs.map(\.text).joined()
        return text.count > 30 ? text.prefix(29) + "…" : text
    }
}
