import Extraction
import JuheKit
import Markup

/// Guangdong's platform for open government information (gkmlpt): an interface by category and site.
enum GKMLPTPreset: Preset {
    static let name = "gkmlpt"
    static func recognises(_ page: PageDocument) -> Bool {
        if let value = page.json { return value["articles"]?.array != nil && total(value) != nil }
        return page.html != nil && (page.address?.contains("/gkmlpt") ?? false) && site(page.text) != nil
    }

    static func read(_ page: PageDocument, _ request: PageRequest, _ reading: Reading) -> ListPage {
        guard let value = page.json else {
            guard let first = first(page, reading) else { return StructurePreset.read(page, request, reading) }
            return ListPage(elsewhere: [first])
        }
        let list = JSONList(base: page.address, now: reading.now, zone: reading.zone).list(value)
        var result = ListPage(entries: list.entries, path: list.path, isKnownEmpty: list.isKnownEmpty)
        let total = total(value) ?? 0
        let number = max(1, request.parameter("page").flatMap { Int($0) } ?? 1)
        let size = list.entries.count
        if size > 0, number * size < total, request.url.contains("/api/") {
            result.total = total
            result.next = request.setting("page", to: "\(number + 1)")
            result.nextRule = "total"
        }
        return result
    }

    /// How many documents there are; some sites say it of the category.
    private static func total(_ value: JSONValue) -> Int? {
        (value["total"]?.text ?? value["classify"]?["post_count"]?.text).flatMap { Int($0) }
    }

    /// The category stands behind the `#` of the address, or in its path.
    private static func first(_ page: PageDocument, _ reading: Reading) -> PageRequest? {
        guard let address = page.address, let range = address.firstPlace(of: "/gkmlpt"), let site = site(page.text)
        else { return nil }
        let root = address[..<range.upperBound]
        let fragment =
            reading.address.split(separator: "#", maxSplits: 1).dropFirst().first.map { String($0.filter(\.isNumber)) }
            ?? ""
        let category = fragment.isEmpty ? "0" : fragment
        return PageRequest(url: "\(root)/api/all/\(category)?page=1&sid=\(site)")
    }

    /// `SID: '755053'`
    private static func site(_ text: String) -> String? {
        for name in ["SID", "sid"] {
            var rest = text[...]
            while let range = rest.firstPlace(of: name) {
                rest = rest[range.upperBound...]
                let value = rest.prefix(30).drop { "'\" :=".contains($0) }.prefix { $0.isNumber }
                if value.count >= 1, rest.first.map({ "'\" :=".contains($0) }) ?? false { return String(value) }
            }
        }
        return nil
    }
}
