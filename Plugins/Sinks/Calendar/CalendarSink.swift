package import JuheKit
internal import Bulletin
internal import FeedFormats
internal import Foundation

/// What an edition names as due, as a calendar that calendar programs import or subscribe to (iCalendar, RFC 5545).
package struct CalendarSink: Sink {
    package static let manifest = PluginManifest(
        name: "calendar", title: Phrase("日历（.ics）", en: "Deadlines as a calendar"),
        options: [
            OptionSpec(
                "folder", .path, required: true,
                help: Phrase(
                    "文件存放的文件夹；每份简报一个子文件夹。", en: "The folder of the files; every bulletin has a folder of its own in it."
                )),
            OptionSpec(
                "alarm", .duration, fallback: "1d",
                help: Phrase("提前多久提醒；0s 不提醒。", en: "How long before a deadline to remind; 0s for never.")),
        ])

    private let folder: String
    private let alarm: Int

    package init(options: Options) throws {
        folder = options.text("folder") ?? "."
        alarm = Int(options.seconds("alarm") ?? 86_400)
    }

    package func deliver(_ edition: Edition, _ context: SinkContext) async throws {
        let printed = PrintedEdition(edition)
        let writer = CalendarWriter(
            name: "\(printed.masthead.title) \(printed.words(.dueSoon))",
            zone: Zone(edition.masthead.zone) ?? .china, alarms: alarm > 0 ? [alarm] : [])
        let events = edition.due.map { due in
            var item = Item(id: "\(due.item)", title: due.title, url: PrintedLink.uri(due.url))
            item.details = ItemDetails(unit: due.unit)
            item.details.number = due.item
            item.details.source = due.source
            // What an edition says of a deadline is as old as the edition.
            item.details.fetched = edition.sealedAt
            return CalendarEvent(due.deadline, of: item, language: edition.masthead.language)
        }
        try EditionFiles.publish(Self.distinct(events, writer), of: edition, folder: folder, suffix: "ics", context)
    }

    /// A calendar knows an entry by its identifier: what two notices say alike is in it once.
    private static func distinct(_ events: [CalendarEvent], _ writer: CalendarWriter) -> [UInt8] {
        var seen: Set<String> = []
        return writer.bytes(events.filter { seen.insert($0.uid).inserted })
    }
}
