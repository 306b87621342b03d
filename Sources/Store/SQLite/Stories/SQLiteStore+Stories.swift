import Foundation
import GRDB
package import JuheKit
import Stories

extension SQLiteStore {
    /// Gives stories to what is new or changed; what was cut off before is taken up again.
    /// - Returns: how many items were looked at.
    package func updateStories() throws -> Int {
        var stage = StoryStage(self)
        return try stage.run()
    }

    /// The story of each of these items; items that have none yet are left out.
    package func stories(of numbers: [Int64]) throws -> [Int64: StoryPlace] {
        try read { db in
            let statement = try db.cachedStatement(sql: "SELECT story, distance FROM story_item WHERE number = ?")
            var stories: [Int64: StoryPlace] = [:]
            for number in numbers {
                stories[number] = try Row.fetchOne(statement, arguments: [number]).map {
                    StoryPlace(story: $0[0], distance: $0[1])
                }
            }
            return stories
        }
    }

    /// The items, each with its story where that has other items.
    package func withStories(_ items: [Item]) throws -> [Item] {
        let places = try stories(of: items.compactMap(\.details.number))
        return try items.map { item in
            guard let number = item.details.number, let place = places[number] else { return item }
            let members = try story(place.story)
            guard members.count > 1, let head = members.first else { return item }
            var item = item
            item.details.story = ItemStory(
                number: place.story, head: head.number,
                reprints: members.filter { $0.number != number }.map {
                    ItemStory.Reprint(number: $0.number, publisher: $0.unit ?? $0.source, url: $0.url)
                })
            return item
        }
    }

    /// The items of a story, its head first: the most original one, then the earliest.
    package func story(_ story: Int64) throws -> [StoryMember] {
        try read { db in
            try Row.fetchAll(
                db,
                sql: """
                    SELECT s.number, s.distance, nullif(s.partner, \(StoryKeys.unknown)), s.evidence, i.sort_date, i.source,
                        i.unit, i.title, i.url
                    FROM story_item s JOIN item i ON i.number = s.number
                    WHERE (s.story = ?1 AND s.story <> s.number OR s.number = ?1 AND s.story = ?1) AND i.deleted = 0
                    ORDER BY s.distance, i.sort_date, s.number
                    """, arguments: [story]
            ).map { row in
                StoryMember(
                    number: row[0], distance: row[1], partner: row[2], evidence: row[3],
                    date: ItemColumns.date(row[4]), source: row[5], unit: row[6], title: row[7], url: row[8])
            }
        }
    }
}
