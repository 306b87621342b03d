/// A person or an organisation.
package struct FeedPerson: Sendable, Equatable {
    package var name: String?
    package var email: String?
    package var url: String?

    /// A person; all parts may be missing.
    package init(name: String? = nil, email: String? = nil, url: String? = nil) {
        self.name = name
        self.email = email
        self.url = url
    }

    /// `Name (address)`, as far as known.
    package var display: String? {
        if let name, !name.isEmpty {
            guard let email, !email.isEmpty else { return name }
            return "\(name) (\(email))"
        }
        return email ?? url
    }

    var isEmpty: Bool { name == nil && email == nil && url == nil }
}

/// A link of a feed or an entry.
package struct FeedLink: Sendable, Equatable {
    /// Absolute where a base was known.
    package var href: String
    package var rel: String
    package var type: String?
    package var hreflang: String?
    package var title: String?
    package var length: String?

    /// A link; without `rel` it is the page itself (RFC 4287 §4.2.7.2).
    package init(
        href: String, rel: String = "alternate", type: String? = nil, hreflang: String? = nil, title: String? = nil,
        length: String? = nil
    ) {
        self.href = href
        self.rel = rel
        self.type = type
        self.hreflang = hreflang
        self.title = title
        self.length = length
    }
}

/// A category, tag or subject.
package struct FeedCategory: Sendable, Equatable {
    package var term: String
    package var scheme: String?
    package var label: String?

    /// A category.
    package init(term: String, scheme: String? = nil, label: String? = nil) {
        self.term = term
        self.scheme = scheme
        self.label = label
    }
}

/// A file that belongs to an entry.
package struct FeedEnclosure: Sendable, Equatable {
    package var url: String
    package var type: String?
    /// As written; `bytes` is the number in it.
    package var length: String?
    package var title: String?
    /// The size in bytes, if a sensible one was given.
    package var bytes: Int? { length.flatMap { Int($0) }.flatMap { $0 >= 0 ? $0 : nil } }

    /// An enclosure.
    package init(url: String, type: String? = nil, length: String? = nil, title: String? = nil) {
        self.url = url
        self.type = type
        self.length = length
        self.title = title
    }
}

/// The picture of a feed or an entry.
package struct FeedImage: Sendable, Equatable {
    package var url: String?
    package var title: String?
    package var link: String?
    package var width: String?
    package var height: String?
    package var description: String?

    /// An image without anything known yet.
    package init(url: String? = nil) { self.url = url }

    var isEmpty: Bool {
        url == nil && title == nil && link == nil && width == nil && height == nil && description == nil
    }
}

/// The program that made a feed.
package struct FeedGenerator: Sendable, Equatable {
    package var name: String?
    package var url: String?
    package var version: String?

    /// A generator; all parts may be missing.
    package init(name: String? = nil, url: String? = nil, version: String? = nil) {
        self.name = name
        self.url = url
        self.version = version
    }
}

/// A file or a picture of Media RSS.
package struct FeedMedia: Sendable, Equatable {
    package var url: String?
    package var type: String?
    package var medium: String?
    package var length: String?
    package var width: String?
    package var height: String?
    package var duration: String?
    package var title: String?
    package var description: String?
}

/// What only podcasts say.
package struct FeedPodcast: Sendable, Equatable {
    package var author: String?
    package var subtitle: String?
    package var summary: String?
    package var image: String?
    package var title: String?
    package var duration: String?
    package var episode: String?
    package var season: String?
    package var episodeType: String?
    package var type: String?
    package var newFeedURL: String?
    /// True for `yes`.
    package var block: Bool?
    /// True for `yes` or `true`, false for `clean`, `no` or `false`; nil when not said in a way anybody understands.
    package var explicit: Bool?
    package var complete: Bool?
    package var keywords: [String] = []

    /// Nothing said yet.
    package init() {}

    var isEmpty: Bool { self == FeedPodcast() }
}

/// A place on earth; coordinates are longitude before latitude, as in GeoJSON.
package struct FeedPlace: Sendable, Equatable {
    /// The shapes of GeoRSS.
    package enum Shape: String, Sendable { case point = "Point", line = "LineString", polygon = "Polygon", box = "Box" }

    package var shape: Shape
    package var coordinates: [[Double]]
}
