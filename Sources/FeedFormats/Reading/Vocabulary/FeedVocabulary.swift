import Markup

/// All names the reader understands.
enum FeedVocabulary {
    static let shared = XMLVocabulary(
        namespaces: FeedNamespace.all, elements: core + dublinCore + media + podcasts + places + others,
        attributes: attributes,
        hosts: [FeedElement.rss, .rdf, .feed, .channel].map(\.rawValue),
        records: [FeedElement.item, .entry].map(\.rawValue), lines: [FeedElement.title].map(\.rawValue),
        words: [
            FeedElement.link, .id, .guid, .published, .issued, .created, .updated, .lastBuildDate, .date, .expired,
            .language, .ttl, .docs, .comments, .name, .email, .uri, .icon, .logo, .enclosure, .width, .height, .hour,
            .day,
        ].map(\.rawValue))

    private typealias NS = FeedNamespace

    private static func name(
        _ element: FeedElement, _ namespaces: [UInt8], _ locals: String, _ model: XMLVocabulary.Model = .leaf
    ) -> [XMLVocabulary.Name] {
        locals.split(separator: " ").map { .init(element.rawValue, in: namespaces, String($0), model) }
    }

    private static let core: [XMLVocabulary.Name] =
        name(.rss, NS.rss, "rss", .container) + name(.rdf, [NS.rdf, NS.none], "RDF", .container)
        + name(.feed, NS.core, "feed", .container) + name(.channel, NS.rss + [NS.rdf], "channel", .container)
        + name(.item, NS.rss + [NS.rdf], "item", .container) + name(.entry, NS.core, "entry", .container)
        + name(.image, NS.core, "image", .container) + name(.textInput, NS.rss, "textInput", .container)
        + name(.author, NS.core, "author", .both) + name(.contributor, NS.core, "contributor", .both)
        + name(.managingEditor, NS.rss, "managingEditor") + name(.webMaster, NS.rss, "webMaster")
        + name(.name, NS.core, "name") + name(.email, NS.core, "email") + name(.uri, NS.core, "uri url homepage")
        + name(.source, NS.core, "source", .both)
        + name(.title, NS.core + [NS.dc, NS.dcterms], "title") + name(.link, NS.core, "link")
        + name(.description, NS.rss, "description abstract") + name(.summary, NS.core, "summary")
        + name(.subtitle, NS.core, "subtitle tagline") + name(.info, NS.core, "info")
        + name(.content, NS.core, "content") + name(.encoded, [NS.content], "encoded")
        + name(.body, [NS.xhtml], "body div") + name(.body, NS.rss, "body fullitem") + name(.id, NS.core, "id")
        + name(.guid, NS.rss, "guid")
        + name(.published, NS.core, "published pubDate") + name(.issued, NS.core, "issued")
        + name(.created, NS.core, "created") + name(.updated, NS.core, "updated modified")
        + name(.lastBuildDate, NS.rss, "lastBuildDate") + name(.expired, NS.rss, "expirationDate")
        + name(.rights, NS.core, "rights copyright") + name(.language, NS.rss, "language")
        + name(.generator, NS.core, "generator") + name(.icon, NS.core, "icon") + name(.logo, NS.core, "logo")
        + name(.docs, NS.rss, "docs") + name(.ttl, NS.rss, "ttl") + name(.comments, NS.rss, "comments")
        + name(.category, NS.core, "category") + name(.keywords, NS.rss, "keywords tags")
        + name(.enclosure, NS.rss, "enclosure")
        + name(.skipHours, NS.rss, "skipHours", .container) + name(.hour, NS.rss, "hour")
        + name(.skipDays, NS.rss, "skipDays", .container) + name(.day, NS.rss, "day")
        + name(.width, NS.rss, "width") + name(.height, NS.rss, "height")
        + name(.date, NS.rss, "date") + name(.creator, NS.rss, "creator")

    private static let dublinCore: [XMLVocabulary.Name] = {
        let both = [NS.dc, NS.dcterms]
        return name(.creator, both, "creator author", .both) + name(.category, both, "subject")
            + name(.description, both, "description abstract") + name(.publisher, both, "publisher")
            + name(.contributor, both, "contributor", .both) + name(.date, both, "date")
            + name(.language, both, "language") + name(.rights, both, "rights")
            + name(.id, both, "identifier") + name(.created, both, "created")
            + name(.issued, both, "issued") + name(.updated, both, "modified") + name(.valid, both, "valid")
            + name(.license, [NS.dcterms], "license")
    }()

    private static let media: [XMLVocabulary.Name] =
        name(.mediaGroup, [NS.media], "group", .container) + name(.mediaContent, [NS.media], "content", .container)
        + name(.mediaThumbnail, [NS.media], "thumbnail") + name(.mediaTitle, [NS.media], "title")
        + name(.mediaDescription, [NS.media], "description text") + name(.mediaCredit, [NS.media], "credit")
        + name(.mediaPlayer, [NS.media], "player") + name(.mediaPeerLink, [NS.media], "peerLink")
        + name(.mediaCategory, [NS.media], "category") + name(.keywords, [NS.media, NS.itunes], "keywords")
        + name(.license, [NS.media], "license")

    private static let podcasts: [XMLVocabulary.Name] =
        name(.itunesImage, [NS.itunes], "image link") + name(.itunesOwner, [NS.itunes], "owner", .container)
        + name(.name, [NS.itunes, NS.googleplay], "name") + name(.email, [NS.itunes], "email")
        + name(.itunesAuthor, [NS.itunes], "author") + name(.itunesSubtitle, [NS.itunes], "subtitle")
        + name(.itunesSummary, [NS.itunes], "summary description") + name(.itunesBlock, [NS.itunes], "block")
        + name(.itunesExplicit, [NS.itunes], "explicit")
        + name(.itunesCategory, [NS.itunes], "category", .container)
        + name(.itunesDuration, [NS.itunes], "duration") + name(.itunesEpisode, [NS.itunes], "episode")
        + name(.itunesSeason, [NS.itunes], "season") + name(.itunesEpisodeType, [NS.itunes], "episodeType")
        + name(.itunesType, [NS.itunes], "type") + name(.itunesNewFeed, [NS.itunes], "new-feed-url")
        + name(.itunesComplete, [NS.itunes], "complete") + name(.itunesTitle, [NS.itunes], "title")
        + name(.googleAuthor, [NS.googleplay], "author") + name(.googleDescription, [NS.googleplay], "description")
        + name(.googleImage, [NS.googleplay], "image") + name(.googleCategory, [NS.googleplay], "category")
        + name(.googleExplicit, [NS.googleplay], "explicit") + name(.googleBlock, [NS.googleplay], "block")
        + name(.podcastGUID, [NS.podcast], "guid") + name(.podcastTranscript, [NS.podcast], "transcript")
        + name(.podcastChapters, [NS.podcast], "chapters")

    private static let places: [XMLVocabulary.Name] =
        name(.point, [NS.georss], "point") + name(.line, [NS.georss], "line") + name(.polygon, [NS.georss], "polygon")
        + name(.box, [NS.georss], "box") + name(.whereAbouts, [NS.georss], "where", .container)
        + name(.gmlPoint, [NS.gml], "Point", .container) + name(.gmlLine, [NS.gml], "LineString", .container)
        + name(.gmlPolygon, [NS.gml], "Polygon", .container) + name(.gmlEnvelope, [NS.gml], "Envelope", .container)
        + name(.gmlPart, [NS.gml], "exterior LinearRing outerBoundaryIs", .container)
        + name(.gmlPositions, [NS.gml], "pos posList") + name(.gmlLower, [NS.gml], "lowerCorner")
        + name(.gmlUpper, [NS.gml], "upperCorner") + name(.latitude, [NS.geo], "lat")
        + name(.longitude, [NS.geo], "long lon") + name(.geoPoint, [NS.geo], "Point", .container)

    private static let others: [XMLVocabulary.Name] =
        name(.slashComments, [NS.slash], "comments") + name(.commentRSS, [NS.wfw], "commentRss")
        + name(.threadTotal, [NS.thr], "total") + name(.license, [NS.license], "license")
        + name(.originalLink, [NS.feedburner], "origLink")
        + name(.originalEnclosure, [NS.feedburner], "origEnclosureLink")
        + name(.friendlyText, [NS.feedburner], "browserFriendly") + name(.updatePeriod, [NS.sy], "updatePeriod")
        + name(.updateFrequency, [NS.sy], "updateFrequency") + name(.updateBase, [NS.sy], "updateBase")
        + name(.generatorAgent, [NS.admin], "generatorAgent") + name(.errorReports, [NS.admin], "errorReportsTo")

    private static func attribute(
        _ term: FeedAttribute, _ local: String, in namespaces: [UInt8] = [NS.none]
    )
        -> XMLVocabulary.Name
    {
        .init(term.rawValue, in: namespaces, local)
    }

    private static let attributes: [XMLVocabulary.Name] = [
        attribute(.href, "href"), attribute(.url, "url"), attribute(.src, "src"), attribute(.rel, "rel"),
        attribute(.type, "type"), attribute(.hreflang, "hreflang"), attribute(.length, "length"),
        attribute(.title, "title"), attribute(.version, "version"), attribute(.domain, "domain"),
        attribute(.scheme, "scheme"), attribute(.label, "label"), attribute(.term, "term"), attribute(.text, "text"),
        attribute(.isPermaLink, "isPermaLink"), attribute(.about, "about", in: [NS.none, NS.rdf]),
        attribute(.resource, "resource", in: [NS.none, NS.rdf]), attribute(.mode, "mode"), attribute(.uri, "uri"),
        attribute(.base, "base", in: [NS.xml]), attribute(.lang, "lang", in: [NS.xml]), attribute(.width, "width"),
        attribute(.height, "height"), attribute(.medium, "medium"), attribute(.lastModified, "lastmod"),
        attribute(.duration, "duration"), attribute(.bitrate, "bitrate"), attribute(.isDefault, "isDefault"),
        attribute(.srsName, "srsName"), attribute(.count, "count", in: [NS.none, NS.thr]),
        attribute(.fileSize, "fileSize"), attribute(.role, "role"),
    ]
}
