import Markup

extension FeedReport {
    func write(_ about: FeedDescription, to json: inout JSONWriter, isFeed: Bool) {
        json.string("id", about.id)
        text("title", about.title, &json)
        json.string("link", about.link)
        text("subtitle", about.subtitle, &json)
        if isFeed { text("info", about.info, &json) }
        text("rights", about.rights, &json)
        json.string("published", (about.published ?? (isFeed ? nil : about.updated)).map(DateText.iso8601))
        json.string("updated", about.updated.map(DateText.iso8601))
        json.string("created", about.created.map(DateText.iso8601))
        json.string("expired", about.expired.map(DateText.iso8601))
        json.string("validity_start", about.validFrom.map(DateText.iso8601))
        json.string("validity_end", about.validUntil.map(DateText.iso8601))
        json.string("language", about.language)
        json.string("icon", about.icon)
        json.string("logo", about.logo)
        json.string("docs", about.docs)
        json.string("ttl", about.ttl)
        json.string("comments", about.comments)
        json.string("license", about.license)
        if let generator = about.generator {
            json.string("generator", generator.name)
            json.object("generator_detail") { json in
                json.string("name", generator.name)
                json.string("url", generator.url)
                json.string("version", generator.version)
            }
        }
        people(about, &json)
        image(about, &json)
        json.array("categories", about.categories) { json, category in
            json.object { json in
                json.string("term", category.term)
                json.string("scheme", category.scheme)
                json.string("label", category.label)
            }
        }
        json.array("links", about.links) { json, link in
            json.object { json in
                json.string("href", link.href.isEmpty ? nil : link.href)
                json.string("rel", link.rel)
                json.string("type", link.type)
                json.string("hreflang", link.hreflang)
                json.string("title", link.title)
                json.string("length", link.length)
            }
        }
        podcast(about.podcast, &json)
        place(about.place, &json)
    }

    private func people(_ about: FeedDescription, _ json: inout JSONWriter) {
        json.string("author", about.author)
        if let author = about.authors.last { person("author_detail", author, &json) }
        json.array("authors", about.authors) { json, author in person(nil, author, &json) }
        json.array("contributors", about.contributors) { json, contributor in person(nil, contributor, &json) }
        if let publisher = about.publisher {
            json.string("publisher", publisher.display)
            person("publisher_detail", publisher, &json)
        }
    }

    private func person(_ key: String?, _ person: FeedPerson, _ json: inout JSONWriter) {
        json.object(key) { json in
            json.string("name", person.name)
            json.string("email", person.email)
            json.string("url", person.url)
        }
    }

    private func image(_ about: FeedDescription, _ json: inout JSONWriter) {
        guard let image = about.image else { return }
        json.object("image") { json in
            json.string("url", image.url)
            json.string("title", image.title)
            json.string("link", image.link)
            json.string("width", image.width)
            json.string("height", image.height)
            json.string("description", image.description)
        }
    }

    private func podcast(_ podcast: FeedPodcast, _ json: inout JSONWriter) {
        guard !podcast.isEmpty else { return }
        json.object("itunes") { json in
            json.string("author", podcast.author)
            json.string("title", podcast.title)
            json.string("subtitle", podcast.subtitle)
            json.string("summary", podcast.summary)
            json.string("image", podcast.image)
            json.string("duration", podcast.duration)
            json.string("episode", podcast.episode)
            json.string("season", podcast.season)
            json.string("episodetype", podcast.episodeType)
            json.string("type", podcast.type)
            json.bool("block", podcast.block)
            json.bool("explicit", podcast.explicit)
            json.bool("complete", podcast.complete)
        }
    }

    private func place(_ place: FeedPlace?, _ json: inout JSONWriter) {
        guard let place else { return }
        json.object("geo") { json in
            json.string("type", place.shape.rawValue)
            switch place.shape {
            case .point: json.values("coordinates", place.coordinates.first ?? [])
            case .line, .box: json.lists("coordinates", place.coordinates)
            case .polygon:
                json.rings("coordinates", place.coordinates)
            }
        }
    }
}

extension JSONWriter {
    /// GeoJSON's polygon: a list of rings.
    mutating func rings(_ key: String, _ ring: [[Double]]) {
        array(key, [ring]) { json, ring in json.list(ring) }
    }

    private mutating func list(_ ring: [[Double]]) { lists(nil, ring) }
}
