/// An invented item, before it is written in one format or another.
struct Article {
    var title: String
    var link: String
    var id: String
    /// Seconds since 1970.
    var published: Int
    var author: String
    var categories: [String]
    var summary: String
    /// Without empty elements and with no reference but `&amp;`, so that every way of writing it has the same bytes.
    var content: String

    /// Makes the article that belongs to the number, always the same.
    init(feed: Int, number: Int, host: String, published: Int, size: Int, seed: UInt64) {
        var random = SeededGenerator(seed, UInt64(feed) << 20 | UInt64(number))
        title = Vocabulary.title(&random)
        link = "http://\(host)/c\(feed)/t\(number).html" + (random.chance(30) ? "?from=rss&n=\(number)" : "")
        id = random.chance(50) ? "tag:\(host),2026:\(feed)-\(number)" : link
        self.published = published
        author = random.chance(60) ? random.pick(Vocabulary.units) : random.pick(Vocabulary.names)
        categories = [random.pick(Vocabulary.columns)]
        if random.chance(40) { categories.append(random.pick(Vocabulary.subjects)) }
        summary = Vocabulary.text(&random, sentences: random.number(1..<3))
        content = Self.content(&random, host: host, size: size)
    }

    private static func content(_ random: inout SeededGenerator, host: String, size: Int) -> String {
        let goal = size / 2 + random.number(0..<size)
        var html = "<div class=\"article\">"
        while html.utf8.count < goal {
            let kind = random.number(0..<100)
            if kind < 6 {
                html += table(&random)
            } else if kind < 10 {
                html += "<blockquote>\(random.pick(Vocabulary.sentences))</blockquote>"
            } else if kind < 20 {
                let address = "http://\(host)/f?a=\(random.number(1..<999))&amp;b=1"
                html += "<p>附件：<a href=\"\(address)\">\(random.pick(Vocabulary.subjects)).pdf</a></p>"
            } else if kind < 32 {
                html += "<p><strong>\(random.pick(Vocabulary.subjects))</strong>"
                html += Vocabulary.text(&random, sentences: 2) + "</p>"
            } else {
                html += "<p style=\"\(random.pick(Vocabulary.styles))\">　　"
                html += Vocabulary.text(&random, sentences: random.number(1..<5)) + "</p>\n"
            }
        }
        return html + "</div>"
    }

    private static func table(_ random: inout SeededGenerator) -> String {
        var rows = "<table border=\"1\"><tbody>"
        for row in 1...random.number(3..<8) {
            rows += "<tr><td>\(row)</td><td>\(random.pick(Vocabulary.units))</td>"
            rows += "<td>\(random.number(1..<9999))</td></tr>"
        }
        return rows + "</tbody></table>"
    }
}
