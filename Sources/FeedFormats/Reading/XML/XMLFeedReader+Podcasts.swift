import Markup

extension XMLFeedReader {
    /// What podcasts say about feeds and episodes.
    mutating func readPodcast(
        _ node: Int, _ element: FeedElement, into about: inout FeedDescription, _ scope: Scope
    ) {
        switch element {
        case .itunesImage, .googleImage:
            guard let address = attribute(node, .href) ?? attribute(node, .url) ?? text(node) else { return }
            // iTunes spells a link to an image as `link rel="image"` too.
            if let rel = attribute(node, .rel), rel != "image" { return }
            let url = resolved(address, scope)
            if element == .itunesImage { about.podcast.image = url }
            if about.image?.url == nil {
                if about.image == nil { about.image = FeedImage() }
                about.image?.url = url
            }
        case .itunesSubtitle: about.podcast.subtitle = text(node)
        case .itunesSummary, .googleDescription: about.podcast.summary = text(node)
        case .itunesTitle: about.podcast.title = text(node)
        case .itunesDuration: about.podcast.duration = text(node)
        case .itunesEpisode: about.podcast.episode = text(node)
        case .itunesSeason: about.podcast.season = text(node)
        case .itunesEpisodeType: about.podcast.episodeType = text(node)
        case .itunesType: about.podcast.type = text(node)
        case .itunesNewFeed: about.podcast.newFeedURL = text(node)
        case .itunesComplete: about.podcast.complete = text(node)?.lowercased() == "yes"
        case .itunesBlock, .googleBlock: about.podcast.block = text(node)?.lowercased() == "yes"
        case .itunesExplicit, .googleExplicit:
            switch text(node) {
            case "yes", "true", "explicit": about.podcast.explicit = true
            case "no", "false", "clean": about.podcast.explicit = false
            default: break
            }
        default: break
        }
    }

    /// How often the feed wants to be asked.
    func readSchedule(_ node: Int, _ schedule: inout FeedSchedule) {
        switch element(node) {
        case .ttl: schedule.timeToLive = text(node).flatMap { Int($0) }
        case .skipHours:
            schedule.skipHours = children(of: node).compactMap { text($0).flatMap { Int($0) } }
                .filter { (0...24).contains($0) }.map { $0 % 24 }
        case .skipDays: schedule.skipDays = children(of: node).compactMap { text($0) }
        case .updatePeriod: schedule.period = text(node)
        case .updateFrequency: schedule.frequency = text(node).flatMap { Int($0) }
        case .updateBase: schedule.base = date(node)
        default: break
        }
    }
}
