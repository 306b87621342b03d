/// The ways in which a feed is written.
enum FeedForm: String, CaseIterable {
    case rssCDATA
    case rssEscaped
    case atomXHTML
    case rssGB18030
    case atomEscaped
}

/// Writes articles as a feed.
struct FeedWriter {
    let form: FeedForm
    let title: String
    let home: String

    func bytes(_ articles: [Article]) -> [UInt8] {
        switch form {
        case .atomXHTML, .atomEscaped: Array(atom(articles).utf8)
        case .rssCDATA, .rssEscaped: Array(rss(articles, encoding: "UTF-8").utf8)
        case .rssGB18030: GB18030.bytes(rss(articles, encoding: "GB18030"))
        }
    }

    private func rss(_ articles: [Article], encoding: String) -> String {
        var xml = """
            <?xml version="1.0" encoding="\(encoding)"?>
            <rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" \
            xmlns:content="http://purl.org/rss/1.0/modules/content/">
            <channel>
            <title>\(Escape.text(title))</title><link>\(Escape.text(home))</link>
            <description>\(Escape.text(title))</description><language>zh-cn</language>

            """
        for article in articles {
            xml += "<item>\n<title>\(Escape.text(article.title))</title>\n<link>\(Escape.text(article.link))</link>\n"
            let permanent = article.id == article.link
            xml += "<guid isPermaLink=\"\(permanent)\">\(Escape.text(article.id))</guid>\n"
            xml += "<pubDate>\(WrittenDate.rfc822(article.published))</pubDate>\n"
            xml += "<dc:creator>\(Escape.text(article.author))</dc:creator>\n"
            for category in article.categories { xml += "<category>\(Escape.text(category))</category>\n" }
            if form == .rssEscaped {
                xml += "<description>\(Escape.text(article.content))</description>\n"
            } else {
                xml += "<description><![CDATA[\(article.summary)]]></description>\n"
                xml += "<content:encoded><![CDATA[\(article.content)]]></content:encoded>\n"
            }
            xml += "</item>\n"
        }
        return xml + "</channel>\n</rss>\n"
    }

    private func atom(_ articles: [Article]) -> String {
        var xml = """
            <?xml version="1.0" encoding="utf-8"?>
            <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="zh-CN">
            <title>\(Escape.text(title))</title><id>\(Escape.text(home))</id>
            <link rel="alternate" href="\(Escape.text(home))"/>
            <updated>\(WrittenDate.rfc3339(articles.first?.published ?? 0))</updated>

            """
        for article in articles {
            xml += "<entry>\n<title>\(Escape.text(article.title))</title>\n"
            xml += "<link rel=\"alternate\" href=\"\(Escape.text(article.link))\"/>\n"
            xml += "<id>\(Escape.text(article.id))</id>\n"
            xml += "<published>\(WrittenDate.rfc3339(article.published))</published>\n"
            xml += "<updated>\(WrittenDate.rfc3339(article.published + 3600))</updated>\n"
            xml += "<author><name>\(Escape.text(article.author))</name></author>\n"
            for category in article.categories { xml += "<category term=\"\(Escape.text(category))\"/>\n" }
            xml += "<summary>\(Escape.text(article.summary))</summary>\n"
            if form == .atomXHTML {
                let div = "<div xmlns=\"http://www.w3.org/1999/xhtml\">\(article.content)</div>"
                xml += "<content type=\"xhtml\">\(div)</content>\n"
            } else {
                xml += "<content type=\"html\">\(Escape.text(article.content))</content>\n"
            }
            xml += "</entry>\n"
        }
        return xml + "</feed>\n"
    }
}
