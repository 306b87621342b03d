import Extraction
import Fetching
import JuheKit
import Markup

/// What the configuration says of a site.
struct SiteSettings: Sendable {
    /// The address or path as it is written.
    let address: String
    /// The address as messages name it.
    let shown: String
    /// The family that is named; nothing where the page tells.
    let preset: (name: String, preset: any Preset.Type)?
    let rules: RuleSet?
    let follows: Bool
    let usesFeed: Bool
    let pages: Int
    let articles: Int
    /// Seconds after which known articles are looked at again; nothing where the configuration does not say.
    let recheck: Double?
    let allowsEmpty: Bool
    let request: FetchRequest
    let saved: SavedSite?

    init(_ options: Options) throws(Failure) {
        address = options.text("url") ?? ""
        shown = ShownAddress.text(address)
        let name = options.text("preset")
        preset = name.flatMap { name in name == "auto" ? nil : Presets.named.first { $0.name == name } }
        rules = options["rules"] == nil ? nil : try RuleSet(options.table("rules"))
        if preset != nil, rules != nil { throw Failure(.configuration, "rules", .presetAndRules) }
        follows = options.boolean("follow") ?? true
        usesFeed = options.boolean("feed") ?? true
        pages = options.integer("pages") ?? 3
        articles = options.integer("articles") ?? 60
        recheck = options.seconds("recheck")
        allowsEmpty = options.boolean("allow_empty") ?? false
        request = try RequestOptions.request(address, options, isPage: true)
        saved = LocalFile.path(address).map { SavedSite(path: $0, base: options.text("base")) }
        let isXuexi = URLReference.host(of: address).map { $0 == "xuexi.cn" || $0.hasSuffix(".xuexi.cn") } ?? false
        if isXuexi, name != "xuexi" { throw Failure(.configuration, shown, .xuexiByName) }
    }

    /// What is asked first.
    var start: PageRequest {
        if let saved { return PageRequest(url: saved.address) }
        if let form = rules?.form, !form.isEmpty { return PageRequest(url: address, form: form) }
        if preset?.name == "hanweb-rss", let feed = AnnouncedFeed.hanweb(address) { return PageRequest(url: feed) }
        return (preset?.preset ?? Presets.preset(of: address)).start(address)
    }

    /// What must be the same for what was remembered to count.
    var fingerprint: String { "\(address) \(preset?.name ?? "") \(rules?.listText ?? "")" }
}
