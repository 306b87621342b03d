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
            guard let (old, new) = replaced else {
                return Phrase("\(name.zhHans)有改动", en: "\(name.english) reworded")
            }
            if old.isEmpty { return Phrase("\(name.zhHans)增加“\(new)”", en: "\(name.english): added “\(new)”") }
            if new.isEmpty { return Phrase("\(name.zhHans)删去“\(old)”", en: "\(name.english): removed “\(old)”") }
            return Phrase("\(name.zhHans)“\(old)”改为“\(new)”", en: "\(name.english): “\(old)” is now “\(new)”")
        }
    }

    /// The old and the new words with what belongs to them, where they stand in one place and are short.
    private var replaced: (old: String, new: String)? {
        let differing = runs.indices.filter { runs[$0].state != .same }
        guard let first = differing.first, let last = differing.last, last - first <= 1 else { return nil }
        let before = first > 0 ? Self.ending(runs[first - 1].text) : ""
        let after = last + 1 < runs.count ? Self.beginning(runs[last + 1].text) : ""
        let old = runs[first...last].filter { $0.state == .removed }.map(\.text).joined()
        let new = runs[first...last].filter { $0.state == .added }.map(\.text).joined()
        guard max(old.count, new.count) <= 24 else { return nil }
        if old.isEmpty || new.isEmpty { return (old, new) }
        return (before + old + after, before + new + after)
    }

    /// Up to four characters of the same clause in front of a change, and behind it.
    private static func ending(_ text: String) -> String {
        String(text.suffix(4).reversed().prefix { $0.isLetter || $0.isNumber }.reversed())
    }
    private static func beginning(_ text: String) -> String {
        String(text.prefix(4).prefix { $0.isLetter || $0.isNumber })
    }

    private static func short(_ runs: [WordDifference.Run]) -> String {
        let text = runs.map(\.text).joined()
        return text.count > 30 ? text.prefix(29) + "…" : text
    }
}
