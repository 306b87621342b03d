package import Bulletin
package import Configuration
package import Foundation
package import JuheKit
package import Store

/// Takes editions through their review (三审三校): edit, pass, return, release.
package struct Reviewing: Sendable {
    private let store: any StreamStore
    private let ledger: Ledger
    private let bulletin: Configuration.Bulletin
    private let now: Date

    /// The review of a bulletin's editions.
    package init(store: any StreamStore, bulletin: Configuration.Bulletin, now: Date) {
        self.store = store
        self.bulletin = bulletin
        self.now = now
        ledger = Ledger(store: store)
    }

    /// Passes an edition to the next stage.
    ///
    /// - Returns: the stage reached.
    /// - Throws: ``Failure`` where it is through already, where the person may not pass this stage or has passed another
    ///   one, or where the ledger does not hold.
    package func pass(_ record: EditionRecord, by person: String, note: String? = nil) throws -> ReviewStage {
        let chain = try sound(record)
        guard let next = record.stage.next else { throw Failure(.usage, bulletin.id, .alreadyPassed) }
        if let allowed = bulletin.arrangement.review?.people[next], !allowed.contains(person) {
            throw Failure(.permission, person, .mayNotPass(next, allowed: allowed))
        }
        if let other = chain.reviewers.first(where: { $0.person == person }) {
            throw Failure(.permission, person, .passedAlready(other.step))
        }
        try add(.passed, to: next, by: person, note: note, of: record, chain)
        return next
    }

    /// Sends an edition back to the draft.
    package func sendBack(_ record: EditionRecord, by person: String, note: String?) throws {
        try add(.returned, to: .draft, by: person, note: note, of: record, try sound(record))
    }

    /// Releases an edition that has passed its final review: from now on it never changes, and is delivered.
    package func release(_ record: EditionRecord, by person: String) throws {
        let chain = try sound(record)
        guard record.stage == .final || bulletin.arrangement.review == nil else {
            throw Failure(.permission, bulletin.id, .notFinal(record.stage))
        }
        try add(.released, to: .released, by: person, note: nil, of: record, chain)
    }

    /// Takes an edition that is not released out of the ledger: what it covered waits for the next one. That it was there, who
    /// discarded it and why stays written down.
    package func discard(_ record: EditionRecord, by person: String, note: String? = nil) throws {
        try store.discard(
            EditionDiscard(
                record, at: now, by: person, note: note, content: try ledger.content(record),
                lastStep: try store.reviewSteps(of: record.id).last?.hash))
    }

    /// Puts an editor's draft in the place of an edition's content. Every review begins anew.
    ///
    /// - Returns: false where the draft says what the edition says already; then nothing is changed.
    package func edit(_ record: EditionRecord, _ draft: EditionDraft, by person: String) throws -> Bool {
        let chain = try sound(record)
        var frame = try EditionLayout(json: record.layout).frame
        // A draft that is edited takes the template of today; one that is under review keeps what was reviewed.
        frame.template = bulletin.arrangement.template.map(EditionLayout.KeptTemplate.init)
        frame.builtIn = BuiltInTemplates.all.map(EditionLayout.KeptTemplate.init)
        try ledger.keepTemplates(of: bulletin)
        let layout = EditionLayout(draft, frame)
        let json = try layout.json()
        if json == record.layout { return false }
        try store.revise(
            edition: record.id, layout: json,
            citations: layout.citations.map { Citation(number: $0.number, version: $0.version) })
        var revised = record
        revised.layout = json
        try add(.edited, to: .draft, by: person, note: nil, of: revised, chain)
        return true
    }

    /// The review of an edition, once it is certain that nobody changed edition or ledger behind its back.
    private func sound(_ record: EditionRecord) throws -> ReviewChain {
        guard record.stage != .released else { throw Failure(.usage, bulletin.id, .alreadyReleased) }
        let chain = try ledger.chain(record, bulletin)
        // An edit is written before its step is: a run killed in between left content that no step is about, and the
        // review begins anew with it.
        if let fault = chain.fault(content: try ledger.content(record)) {
            guard fault == .contentChanged, record.stage == .draft else {
                throw Failure(.permission, bulletin.id, .brokenReview(fault.phrase))
            }
        }
        return chain
    }

    private func add(
        _ action: ReviewStep.Action, to stage: ReviewStage, by person: String, note: String?,
        of record: EditionRecord, _ chain: ReviewChain
    ) throws {
        let step = chain.next(
            action, to: stage, by: person, at: now, note: note, content: try ledger.content(record))
        try store.add(step, to: record.id, sinks: bulletin.sinks)
    }
}

extension ReviewStage {
    /// The stage that comes after this one when it is passed; nothing after the final one.
    package var next: ReviewStage? {
        switch self {
        case .draft: .first
        case .first: .second
        case .second: .final
        case .final, .released: nil
        }
    }
}

extension ReviewChain.Fault {
    /// The fault in words.
    package var phrase: Phrase {
        switch self {
        case .broken(let step): .reviewStepBroken(step)
        case .unsigned(let step): .reviewStepUnsigned(step)
        case .contentChanged: .reviewContentChanged
        }
    }
}
