import Markup

/// The call by which pages of TRS WCM and its kin write their page numbers: `createPageHTML(25, 0, "index", "shtml")`.
///
/// The first page is `index.shtml`, the one behind it `index_1.shtml`. Some sites hand over the element first and count from
/// one: `createPageHTML('page_div', 25, 1, 'list', 'htm')` goes on with `list_2.htm`. Old pages set variables instead
/// (`var countPage = 25`, `var currentPage = 0`).
struct PagingCall {
    /// The call's name.
    let name: String
    private let total: Int
    private let current: Int
    private let stem: String
    private let ending: String
    private let countsFromOne: Bool
    /// True where variables say it: each site has its own program for them.
    private var isByVariables: Bool { name == Self.variablesName }
    private static let variablesName = "countPage"

    /// - Parameter wanted: how the pages' names must begin; nothing where any may.
    init?(_ text: String, stem wanted: String? = nil) {
        let found =
            Self.call(in: text, wanted) ?? Self.variables(in: text, stem: wanted ?? "index") ?? Self.named(in: text)
        guard let found, wanted.map({ found.stem == $0 }) ?? true else { return nil }
        self = found
    }

    private init(name: String, total: Int, current: Int, stem: String, ending: String, countsFromOne: Bool) {
        (self.name, self.total, self.current) = (name, total, current)
        (self.stem, self.ending, self.countsFromOne) = (stem, ending, countsFromOne)
    }

    /// The next page's name; nothing behind the last one.
    func next(after address: String?) -> String? {
        let position = position(of: address)
        let next = (position ?? current) + 1
        // A first page that calls itself 1 counts from one.
        let isFromOne = countsFromOne || isByVariables && position == nil && current == 1
        guard isFromOne ? next <= total : next < total else { return nil }
        return "\(stem)_\(next).\(ending)"
    }

    /// The number in the page's own address: a call that was copied to all pages still says 0.
    private func position(of address: String?) -> Int? {
        let stem = stem.split(separator: "/").last ?? ""
        guard let name = address?.split(separator: "/").last, name.hasPrefix(stem + "_") else { return nil }
        return Int(name.dropFirst(stem.count + 1).prefix { $0.isNumber })
    }

    private static func call(in text: String, _ wanted: String?) -> PagingCall? {
        for name in ["createPageHTML", "createPageHtml", "createpageHTML", "createPage", "PageContext.PageNav"] {
            var rest = text[...]
            for _ in 0..<16 {
                guard let range = rest.firstPlace(of: name) else { break }
                rest = rest[range.upperBound...]
                let open = rest.drop { $0 == " " }
                guard open.first == "(", let close = open.prefix(400).firstIndex(of: ")") else { continue }
                let arguments = open[open.index(after: open.startIndex)..<close].split(separator: ",").map {
                    Self.number($0.trimmed, in: text)
                }
                if let call = made(name, unquoted(arguments)), wanted.map({ call.stem == $0 }) ?? true { return call }
            }
        }
        return nil
    }

    /// `"25"` as 25, where a call hands over the first two numbers as texts; a later one is a name.
    private static func unquoted(_ arguments: [String]) -> [String] {
        let bare = arguments.prefix(2).map { $0.filter { $0 != "\"" && $0 != "'" } }
        guard bare.count == 2, bare.allSatisfy({ Int($0) != nil }) else { return arguments }
        return bare + arguments.dropFirst(2)
    }

    /// An argument; a variable as the number that it is set to.
    private static func number(_ argument: String, in text: String) -> String {
        guard let first = argument.first, first.isLetter || first == "_",
            let value = ScriptValue.value("var \(argument)", in: text), Int(value) != nil
        else { return argument }
        return value
    }

    private static func made(_ name: String, _ arguments: [String]) -> PagingCall? {
        let numbers = arguments.indices.filter { Int(arguments[$0]) != nil }
        let words = arguments.filter { $0.count >= 2 && ($0.hasPrefix("\"") || $0.hasPrefix("'")) }
            .map { String($0.dropFirst().dropLast()) }
        guard numbers.count >= 2, let total = Int(arguments[numbers[0]]), let current = Int(arguments[numbers[1]])
        else { return nil }
        let hasElement = numbers[0] > 0
        let names = hasElement ? Array(words.dropFirst()) : words
        guard names.count >= 2, !names[0].isEmpty, !names[1].isEmpty else { return nil }
        return PagingCall(
            name: name, total: total, current: current, stem: names[0],
            ending: names[1].hasPrefix(".") ? String(names[1].dropFirst()) : names[1],
            countsFromOne: hasElement && current >= 1)
    }

    private static func variables(in text: String, stem: String) -> PagingCall? {
        guard let total = number(of: ["countPage", "pageCount", "totalPage"], in: text),
            let current = number(of: ["currentPage", "pageIndex"], in: text),
            total >= 1, text.has("\"\(stem)") || text.has("'\(stem)")
        else { return nil }
        // The articles may end otherwise than the pages of the list: what stands behind the stem counts first.
        let behind = ["\"\(stem)", "'\(stem)"].lazy.compactMap { text.firstPlace(of: $0) }.first
            .map { text[$0.upperBound...].prefix(120) }
        let ending = behind.flatMap(ending) ?? ending(in: text[...]) ?? "html"
        return PagingCall(
            name: variablesName, total: total, current: current, stem: stem, ending: ending, countsFromOne: false)
    }

    private static func ending(in text: Substring) -> String? {
        ["shtml", "html", "htm", "jhtml"].first {
            text.contains(".\($0)\"") || text.contains(".\($0)'") || text.contains(".\($0)\\")
                || text.contains("\"\($0)\"") || text.contains("\"\($0)\\")
        }
    }

    /// The same by their names: `Pager({size: 25, current: 0, prefix: 'index', suffix: 'html'})`.
    private static func named(in text: String) -> PagingCall? {
        func value(_ names: [String]) -> String? { names.lazy.compactMap { ScriptValue.value($0, in: text) }.first }
        guard let stem = value(["prefix", "m_sPageName", "m_strPageName", "pageName", "hrefFormer", "_PAGE_NAME"]),
            stem.allSatisfy({ $0.isLetter || $0.isNumber || "_-/".contains($0) }), !stem.hasSuffix("/"),
            let ending = value(["suffix", "m_sPageExt", "m_strPageExt", "pageExt", "hrefLatter", "_PAGE_EXT"]).map({
                $0.filter { $0 != "." }
            }),
            ["shtml", "html", "htm", "jhtml"].contains(ending),
            let total = value(["m_nPageCount", "pageCount", "_PAGE_COUNT", "size", "total"]).flatMap({ Int($0) })
                ?? pages(of: value(["m_nRecordCount"]), value(["m_nPageSize"])),
            let current = value(["m_nCurrPage", "_PAGE_INDEX", "current", "pno"]).flatMap({ Int($0) })
        else { return nil }
        return PagingCall(
            name: "prefix, suffix", total: total, current: current, stem: stem, ending: ending,
            countsFromOne: text.has("hrefFormer"))
    }

    /// So many pages, by how many entries there are and how many each page has.
    private static func pages(of records: String?, _ size: String?) -> Int? {
        guard let records = records.flatMap({ Int($0) }), let size = size.flatMap({ Int($0) }), size > 0 else {
            return nil
        }
        return (records + size - 1) / size
    }

    private static func number(of names: [String], in text: String) -> Int? {
        for name in names {
            guard let range = text.firstPlace(of: "var \(name)") else { continue }
            let rest = text[range.upperBound...].drop { $0 == " " }
            guard rest.first == "=" else { continue }
            let digits = rest.dropFirst().drop { $0 == " " }.prefix(6).prefix { $0.isNumber }
            if let value = Int(digits) { return value }
        }
        return nil
    }
}
