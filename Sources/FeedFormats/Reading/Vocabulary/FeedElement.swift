/// The elements of feeds. One name may stand for several spellings where formats mean the same.
enum FeedElement: UInt16 {
    case unknown
    case rss, rdf, feed, channel, item, entry, image, textInput
    case author, contributor, managingEditor, webMaster, name, email, uri
    case source, title, link, description, summary, subtitle, info, content, encoded, body
    case id, guid, published, created, issued, updated, lastBuildDate, date, expired, valid
    case rights, language, generator, generatorAgent, errorReports, icon, logo, docs, ttl, comments, category, keywords,
        enclosure
    case skipHours, skipDays, hour, day, width, height
    case creator, publisher
    case mediaGroup, mediaContent, mediaThumbnail, mediaTitle, mediaDescription, mediaCredit, mediaPlayer, mediaPeerLink
    case mediaCategory
    case itunesImage, itunesOwner, itunesAuthor, itunesSubtitle, itunesSummary, itunesBlock, itunesExplicit
    case itunesCategory, itunesDuration, itunesEpisode, itunesSeason, itunesEpisodeType, itunesType, itunesNewFeed
    case itunesComplete, itunesTitle
    case slashComments, commentRSS, threadTotal
    case point, line, polygon, box, whereAbouts, gmlPoint, gmlLine, gmlPolygon, gmlEnvelope, gmlPart
    case gmlPositions, gmlLower, gmlUpper, latitude, longitude, geoPoint
    case license, originalLink, originalEnclosure, friendlyText
    case updatePeriod, updateFrequency, updateBase
    case googleAuthor, googleDescription, googleImage, googleCategory, googleExplicit, googleBlock
    case podcastGUID, podcastTranscript, podcastChapters
}

/// The attributes of feeds.
enum FeedAttribute: UInt16 {
    case unknown
    case href, url, src, rel, type, hreflang, length, title, version, domain, scheme, label, term, text
    case isPermaLink, about, resource, mode, uri, base, lang, width, height, medium, lastModified
    case duration, bitrate, isDefault, srsName, count, fileSize, role
}
