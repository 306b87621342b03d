import Markup

extension Feed {
    /// Its tables are made once.
    private static let sanitizer = HTMLSanitizer(policy: .asPublished)

    /// Everything that was understood, as one line of JSON.
    ///
    /// `file` is printed as given. With `sanitizing` every HTML text is what readers may be shown; without, it is what the
    /// feed had, only with absolute addresses.
    package func conformanceJSON(file: String, sanitizing: Bool = true) -> String {
        var bytes: [UInt8] = []
        // The pieces come one after the other, before the call returns.
        withoutActuallyEscaping({ bytes += $0 }) { writeConformance(file: file, sanitizing: sanitizing, to: $0) }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// The same as UTF-8 in pieces, without a line's end: what is printed may be many times the feed.
    package func writeConformance(file: String, sanitizing: Bool = true, to sink: @escaping ([UInt8]) -> Void) {
        FeedReport(sanitizer: sanitizing ? Self.sanitizer : nil).write(self, file: file, to: sink)
    }
}

/// Prints a feed in the words that its conformance is measured in.
struct FeedReport {
    let sanitizer: HTMLSanitizer?

    func write(_ feed: Feed, file: String, to sink: @escaping ([UInt8]) -> Void) {
        var json = JSONWriter(sink: sink)
        json.object { json in
            json.string("file", file)
            json.bool("wellformed", feed.wellFormed)
            json.string("encoding", feed.encoding)
            json.string("format", feed.format.rawValue)
            json.bool("truncated", feed.truncated ? true : nil)
            json.array("problems", feed.problems) { json, problem in
                json.object { json in
                    json.string("code", problem.code)
                    json.number("line", problem.line)
                    json.string("detail", problem.detail)
                }
            }
            json.object("feed") { json in
                write(feed.about, to: &json, isFeed: true)
                json.object("schedule") { json in schedule(feed.schedule, &json) }
            }
            json.array("entries", feed.entries) { json, entry in
                var entry = entry
                // The language of a channel is its items' too.
                entry.about.language = entry.language ?? feed.language
                json.object { json in write(entry, to: &json) }
            }
        }
        json.finish()
    }

    private func schedule(_ schedule: FeedSchedule, _ json: inout JSONWriter) {
        json.number("ttl", schedule.timeToLive)
        json.array("skip_hours", schedule.skipHours) { json, hour in json.number(nil, hour) }
        json.array("skip_days", schedule.skipDays) { json, day in json.string(nil, day) }
        json.string("period", schedule.period)
        json.number("frequency", schedule.frequency)
        json.string("base", schedule.base.map(DateText.iso8601))
    }

    private func write(_ entry: FeedEntry, to json: inout JSONWriter) {
        write(entry.about, to: &json, isFeed: false)
        // Readers of this vocabulary want the best text there is under this name too.
        text("summary", entry.summary ?? entry.content.first, &json)
        json.array("content", entry.content) { json, content in
            json.object { json in
                let plain = write("value", content, &json)
                details(content, plain, &json)
                json.string("src", content.source)
            }
        }
        json.array("enclosures", entry.files) { json, enclosure in
            json.object { json in
                json.string("url", enclosure.url)
                json.string("type", enclosure.type)
                json.string("length", enclosure.length)
                json.string("title", enclosure.title)
            }
        }
        if let source = entry.source { json.object("source") { json in write(source, to: &json, isFeed: true) } }
        // Whether the link is the identifier: not where the entry has a link of its own.
        json.bool("guidislink", entry.idIsLink.map { $0 && (entry.link == nil || entry.link == entry.id) })
        json.string("slash_comments", entry.commentCount)
        json.string("wfw_commentrss", entry.commentFeed)
        media("media_content", entry.media, &json)
        media("media_thumbnail", entry.thumbnails, &json)
        json.bool("complete", entry.isComplete ? nil : false)
    }

    private func media(_ key: String, _ media: [FeedMedia], _ json: inout JSONWriter) {
        json.array(key, media) { json, item in
            json.object { json in
                json.string("url", item.url)
                json.string("type", item.type)
                json.string("medium", item.medium)
                json.string("filesize", item.length)
                json.string("width", item.width)
                json.string("height", item.height)
                json.string("duration", item.duration)
            }
        }
    }

    /// Writes the text as it may be shown.
    /// - Returns: its text-only form, where that is another one.
    private func write(_ key: String, _ text: FeedText, _ json: inout JSONWriter) -> String? {
        guard text.kind != .plain else {
            json.string(key, text.value)
            let plain = text.plain
            return plain == text.value ? nil : plain
        }
        if let sanitizer {
            let html = sanitizer.sanitizedBytes(Array(text.value.utf8), base: text.base)
            json.string(key, utf8: html)
            return HTMLText.plain(fromSanitized: html)
        }
        json.string(key, text.base.map { HTMLAddresses.resolved(in: text.value, base: $0) } ?? text.value)
        return text.plain
    }

    func text(_ key: String, _ text: FeedText?, _ json: inout JSONWriter) {
        guard let text else { return }
        let plain = write(key, text, &json)
        json.object("_" + key) { json in details(text, plain, &json) }
    }

    private func details(_ text: FeedText, _ plain: String?, _ json: inout JSONWriter) {
        json.string("type", text.type)
        json.string("base", text.base)
        json.string("lang", text.language)
        json.string("text", plain)
    }
}
