package import Bulletin
package import Configuration
import Foundation
package import JuheKit
package import Store

/// Sealed editions as the ledger has them.
package struct Ledger: Sendable {
    private let store: any StreamStore

    /// The ledger of a store.
    package init(store: any StreamStore) { self.store = store }

    /// Which edition is meant.
    package struct Reference: Sendable, Hashable {
        /// Its number in the year.
        package var number: Int
        /// The year it counts in.
        package var year: Int
        /// Which row of numbers it counts in.
        package var series: Edition.Series
        /// Which correction; the newest where nothing is given.
        package var revision: Int?

        /// An edition by its number.
        package init(number: Int, year: Int, series: Edition.Series = .regular, revision: Int? = nil) {
            self.number = number
            self.year = year
            self.series = series
            self.revision = revision
        }
    }

    /// The edition of a bulletin that is meant; nothing where there is none.
    package func record(_ reference: Reference, of bulletin: String) throws -> EditionRecord? {
        try store.editions(of: bulletin).filter {
            $0.number == reference.number && $0.year == reference.year && $0.series == reference.series
                && (reference.revision == nil || $0.revision == reference.revision)
        }.max { $0.revision < $1.revision }
    }

    /// The edition under review, the oldest first where there are several; nothing where none is.
    package func unreleased(of bulletin: String, series: Edition.Series? = nil) throws -> EditionRecord? {
        try store.editions(of: bulletin).last {
            $0.stage != .released && (series == nil || $0.series == series && $0.revision == 0)
        }
    }

    /// The edition as it was sealed.
    package func edition(_ record: EditionRecord) throws -> Edition {
        let layout = try EditionLayout(json: record.layout)
        return layout.edition(
            try identity(record), items: try items(layout.citations), pictures: try pictures(layout))
    }

    /// An edition that is not released, to be edited: its draft, and the edition it is.
    package func draft(_ record: EditionRecord) throws -> (draft: EditionDraft, edition: Edition) {
        let layout = try EditionLayout(json: record.layout)
        let items = try items(layout.citations)
        let draft = layout.draft(items: items, leftOut: try self.items(layout.leftOutCitations))
        return (draft, layout.edition(try identity(record), items: items, pictures: try pictures(layout)))
    }

    /// The template of the office's own that an edition was sealed with; nothing for the built-in one.
    /// - Throws: ``Failure`` with the code `store` where the ledger names one that is not kept.
    package func template(_ record: EditionRecord) throws -> Template? {
        guard let kept = try EditionLayout(json: record.layout).template else { return nil }
        guard let file = try store.file(kept.digest) else {
            throw Failure(.store, record.bulletin, .lostTemplate(kept.name))
        }
        return Template(text: String(decoding: file.content, as: UTF8.self), name: kept.name)
    }

    /// The built-in templates that an edition was sealed with, by file name.
    /// - Throws: ``Failure`` with the code `store` where the ledger names one that is not kept.
    package func builtInTemplates(_ record: EditionRecord) throws -> [String: String] {
        var texts: [String: String] = [:]
        for kept in try EditionLayout(json: record.layout).builtIn ?? [] {
            guard let file = try store.file(kept.digest) else {
                throw Failure(.store, record.bulletin, .lostTemplate(kept.name))
            }
            texts[kept.name] = String(decoding: file.content, as: UTF8.self)
        }
        return texts
    }

    /// Keeps what an edition is to be printed from: the bulletin's own template, and the built-in ones as they are today.
    func keepTemplates(of bulletin: Configuration.Bulletin) throws {
        for template in BuiltInTemplates.all + [bulletin.arrangement.template].compactMap(\.self) {
            let kept = EditionLayout.KeptTemplate(template)
            if try store.file(kept.digest) != nil { continue }
            try store.keep(
                EditionFile(digest: kept.digest, type: "text/x-mustache", content: Array(template.text.utf8)))
        }
    }

    /// The hash of what an edition's readers get to see.
    package func content(_ record: EditionRecord) throws -> String {
        ContentHash.edition(
            layout: record.layout,
            cited: try store.cited(in: record.id).map { ($0.number, $0.version, $0.fingerprint) })
    }

    /// The review of an edition.
    package func chain(_ record: EditionRecord, _ bulletin: Configuration.Bulletin?) throws -> ReviewChain {
        ReviewChain(try store.reviewSteps(of: record.id), secret: bulletin?.arrangement.review?.secret)
    }

    /// The newest released edition of the regular row: the one that `latest` files hold.
    package static func latest(_ records: [EditionRecord]) -> EditionRecord? {
        records.filter { $0.series == .regular && $0.stage == .released }
            .max { ($0.total, $0.revision) < ($1.total, $1.revision) }
    }

    /// The pictures that are kept with an edition; one that is lost is not shown.
    private func pictures(_ layout: EditionLayout) throws -> [Edition.Picture] {
        try (layout.pictures ?? []).compactMap { kept in
            try store.file(kept.digest).map { file in
                Edition.Picture(
                    item: kept.item, type: file.type, width: kept.width, height: kept.height,
                    alternative: kept.alternative, content: Data(file.content))
            }
        }
    }

    private func items(_ citations: [(number: Int64, version: Int)]) throws -> [Item] {
        try store.items(cited: citations.map { Citation(number: $0.number, version: $0.version) })
    }

    private func identity(_ record: EditionRecord) throws -> EditionLayout.Identity {
        EditionLayout.Identity(
            bulletin: record.bulletin, year: record.year, number: record.number, total: record.total,
            sealedAt: record.sealedAt, series: record.series, revision: record.revision,
            reviewers: ReviewChain(try store.reviewSteps(of: record.id)).reviewers)
    }
}
