import Markup

/// The namespaces of feeds, by the number the vocabulary knows them by.
enum FeedNamespace {
    static let none: UInt8 = 0
    static let atom10: UInt8 = 2
    static let atom03: UInt8 = 3
    static let rdf: UInt8 = 4
    static let dc: UInt8 = 5
    static let dcterms: UInt8 = 6
    static let content: UInt8 = 7
    static let media: UInt8 = 8
    static let itunes: UInt8 = 9
    static let slash: UInt8 = 10
    static let wfw: UInt8 = 11
    static let georss: UInt8 = 12
    static let gml: UInt8 = 13
    static let geo: UInt8 = 14
    static let thr: UInt8 = 15
    static let podcast: UInt8 = 16
    static let source: UInt8 = 17
    static let license: UInt8 = 18
    static let xhtml: UInt8 = 19
    static let feedburner: UInt8 = 20
    static let sy: UInt8 = 21
    static let admin: UInt8 = 22
    static let googleplay: UInt8 = 23
    static let xml: UInt8 = 24
    static let rss10: UInt8 = 25
    static let rss090: UInt8 = 26

    static let userland: UInt8 = 27

    /// RSS by any of its names, and no name at all.
    static let rss: [UInt8] = [none, rss10, rss090, userland]
    static let atom: [UInt8] = [atom10, atom03]
    static let core: [UInt8] = rss + atom

    /// Addresses as found in the wild; case and a final slash do not matter.
    static let all: [XMLVocabulary.Namespace] = [
        .init(
            atom10, addresses: ["http://www.w3.org/2005/Atom", "https://www.w3.org/2005/Atom"],
            prefixes: ["atom", "a10"]),
        .init(
            atom03,
            addresses: [
                "http://purl.org/atom/ns#", "http://purl.org/pie/", "http://purl.org/echo/",
                "http://example.com/newformat#", "http://example.com/necho", "uri/of/echo/namespace#",
            ]),
        .init(rdf, addresses: ["http://www.w3.org/1999/02/22-rdf-syntax-ns#"], prefixes: ["rdf"]),
        .init(
            dc, addresses: ["http://purl.org/dc/elements/1.1/", "http://purl.org/dc/elements/1.0/"], prefixes: ["dc"]),
        .init(dcterms, addresses: ["http://purl.org/dc/terms/"], prefixes: ["dcterms"]),
        .init(content, addresses: ["http://purl.org/rss/1.0/modules/content/"], prefixes: ["content"]),
        .init(
            media,
            addresses: [
                "http://search.yahoo.com/mrss/", "https://search.yahoo.com/mrss/", "http://video.search.yahoo.com/mrss",
            ],
            prefixes: ["media"]),
        .init(
            itunes,
            addresses: [
                "http://www.itunes.com/dtds/podcast-1.0.dtd", "https://www.itunes.com/dtds/podcast-1.0.dtd",
                "http://example.com/DTDs/PodCast-1.0.dtd", "http://itunes.com/dtds/podcast-1.0.dtd",
            ], prefixes: ["itunes"]),
        .init(slash, addresses: ["http://purl.org/rss/1.0/modules/slash/"], prefixes: ["slash"]),
        .init(wfw, addresses: ["http://wellformedweb.org/CommentAPI/"], prefixes: ["wfw"]),
        .init(georss, addresses: ["http://www.georss.org/georss"], prefixes: ["georss"]),
        .init(gml, addresses: ["http://www.opengis.net/gml"], prefixes: ["gml"]),
        .init(geo, addresses: ["http://www.w3.org/2003/01/geo/wgs84_pos#"], prefixes: ["geo"]),
        .init(
            thr, addresses: ["http://purl.org/syndication/thread/1.0", "http://purl.org/rss/1.0/modules/threading/"],
            prefixes: ["thr"]),
        .init(
            podcast,
            addresses: [
                "https://podcastindex.org/namespace/1.0",
                "https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/1.0.md",
            ], prefixes: ["podcast"]),
        .init(
            source,
            addresses: [
                "http://source.scripting.com/", "http://source.smallpict.com/2014/07/12/theSourceNamespace.html",
            ]),
        .init(
            license,
            addresses: [
                "http://backend.userland.com/creativeCommonsRssModule",
                "http://cyber.law.harvard.edu/rss/creativeCommonsRssModule.html", "http://web.resource.org/cc/",
                "http://creativecommons.org/ns#", "http://creativecommons.org/ns#license",
            ], prefixes: ["creativeCommons", "cc"]),
        .init(xhtml, addresses: ["http://www.w3.org/1999/xhtml"], prefixes: ["xhtml"]),
        .init(feedburner, addresses: ["http://rssnamespace.org/feedburner/ext/1.0"], prefixes: ["feedburner"]),
        .init(sy, addresses: ["http://purl.org/rss/1.0/modules/syndication/"], prefixes: ["sy"]),
        .init(admin, addresses: ["http://webns.net/mvcb/"], prefixes: ["admin"]),
        .init(
            googleplay,
            addresses: [
                "http://www.google.com/schemas/play-podcasts/1.0",
                "https://www.google.com/schemas/play-podcasts/1.0/play-podcasts.xsd",
            ],
            prefixes: ["googleplay"]),
        .init(xml, addresses: ["http://www.w3.org/XML/1998/namespace"], prefixes: ["xml"]),
        .init(
            userland,
            addresses: [
                "http://backend.userland.com/rss", "http://backend.userland.com/rss2",
                "http://backend.userland.com/rss091", "http://backend.userland.com/rss092",
                "http://blogs.law.harvard.edu/tech/rss", "http://cyber.law.harvard.edu/rss/rss.html",
            ]),
        .init(
            rss10,
            addresses: [
                "http://purl.org/rss/1.0/", "http://purl.org/rss/1.0/modules/rss091#",
                "http://my.netscape.com/publish/formats/rss-0.91",
            ], prefixes: ["rss"]),
        .init(
            rss090,
            addresses: ["http://my.netscape.com/rdf/simple/0.9/", "http://channel.netscape.com/rdf/simple/0.9/"]),
    ]
}
