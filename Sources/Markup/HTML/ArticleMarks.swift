/// Class names and ids by which publishing systems mark articles, and what is not part of them; all in lower case.
enum ArticleMarks {
    /// Bodies of articles, the surest first.
    static let bodies: [Set<String>] = [
        // TRS WCM, UCAP, Hanweb JCMS, official accounts.
        ["ucap-content", "js_content", "article_zoom", "zoom", "zoomcon", "trs_editor", "trs_ueditor"],
        // VSB, Founder, NFCMS, Drupal, WordPress, schema.org.
        [
            "v_news_content", "wp_articlecontent", "news_cont_d_wrap", "pages_content", "rich_media_content",
            "article-content", "article_content", "articlecontent", "article-body", "article_body", "articlebody",
            "content_body", "contentbody", "newscontent", "news_content", "news-content", "news_txt", "newstext",
            "entry-content", "post-content", "post_content", "detail-content", "detail_content", "detailcontent",
            "con_text", "content_text", "contenttext", "xxgk_content", "xl_content", "bt-content", "main-text",
            "itemprop=articlebody", "founder-content", "artibody",
        ],
    ]

    /// Marks that are also given to larger parts of a page.
    static let general: Set<String> = [
        "content", "article", "main-content", "main_content", "maincontent", "text", "detail", "news", "post", "view",
    ]

    /// Parts that surround an article or stand in its way.
    static let clutter: Set<String> = [
        "nav", "navbar", "navigation", "menu", "breadcrumb", "breadcrumbs", "crumb", "crumbs", "position", "weizhi",
        "share", "sharebar", "bdsharebuttonbox", "bdshare", "jiathis", "social", "sns", "toolbar", "tools", "fontsize",
        "font-size", "print", "qrcode", "erweima", "ewm", "related", "recommend", "recommended", "relevant", "xgxw",
        "xiangguan", "comment", "comments", "pager", "pagination", "paging", "prev-next", "prenext", "pre-next", "sxp",
        "shangxia", "sidebar", "footer", "foot", "header", "top-bar", "topbar", "copyright", "advert", "advertisement",
        "ads", "ad", "search", "login", "banner", "skip-link", "sr-only", "visually-hidden",
    ]
}
