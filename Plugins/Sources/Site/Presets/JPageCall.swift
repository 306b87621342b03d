import Extraction
import Markup

/// The program on a JCMS column page that fetches its records: `$('#212').jpage({perPage: 15, totalRecord: 58, …})`, and the
/// parameters it hands over.
struct JPageCall {
    /// How many records the column has.
    let total: Int?
    private let proxy: String
    private let size: Int
    private let fields: [PageRequest.Field]

    /// - Parameters:
    ///   - text: the page.
    ///   - group: the address of the group behind the first, whose query has the same parameters.
    init?(_ text: String, group: String? = nil) {
        let proxies = [
            "/module/web/jpage/dataproxy.jsp", "/module/jpage/dataproxy.jsp",
            "/module/jslib/jquery/jpage/dataproxy.jsp",
        ]
        let stated = group.map { String($0.prefix { $0 != "?" }) }
        guard
            let proxy = stated ?? ScriptValue.value("proxyUrl", in: text) ?? proxies.first(where: { text.contains($0) })
                ?? (text.contains(".jpage(") ? proxies[0] : nil)
        else { return nil }
        self.proxy = proxy
        total = Self.total(in: text)
        size = min(100, max(5, ScriptValue.value("perPage", in: text).flatMap { Int($0) } ?? 15))
        let query =
            group.flatMap { group in group.firstIndex(of: "?").map { String(group[group.index(after: $0)...]) } } ?? ""
        var fields: [PageRequest.Field] = []
        for (name, fallback) in [
            ("col", "1"), ("appid", "1"), ("webid", nil), ("path", "/"), ("columnid", nil), ("sourceContentType", "1"),
            ("unitid", nil), ("webname", nil), ("permissiontype", "0"),
        ] as [(String, String?)] {
            let value = Self.parameter(name, query) ?? ScriptValue.value(name, in: text) ?? fallback
            if let value { fields.append(PageRequest.Field(name, value)) }
        }
        guard fields.contains(where: { $0.name == "columnid" }) else { return nil }
        self.fields = fields
    }

    /// How many records a page says that there are.
    static func total(in text: String) -> Int? { ScriptValue.value("totalRecord", in: text).flatMap { Int($0) } }

    /// The question for so many records from one on, counted from 1.
    func request(from first: Int, base: String?) -> PageRequest? {
        if let total, first > total { return nil }
        let query = "startrecord=\(first)&endrecord=\(first + size - 1)&perpage=\(size)"
        return PageLinks.address("\(proxy)?\(query)", against: base).map { PageRequest(url: $0, form: fields) }
    }

    private static func parameter(_ name: String, _ query: String) -> String? {
        query.split(separator: "&").first { $0.hasPrefix(name + "=") }.map {
            PercentEncoding.decoded(String($0.dropFirst(name.count + 1)))
        }
    }
}
