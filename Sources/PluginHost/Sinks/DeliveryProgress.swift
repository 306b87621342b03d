internal import Foundation

/// How far a delivery has come: which batches the channel has, and which items it will never take.
struct DeliveryProgress: Codable, Equatable {
    /// Batches that were acknowledged, every item put out or refused for good.
    var settled: Set<Int> = []
    /// Batches that were acknowledged in part: the items that are to be sent again.
    var open: [Int: Set<String>] = [:]
    /// Items that were refused for good, each with the reason.
    var refused: [String: String] = [:]
    /// What the plugin itself remembers of this delivery, as JSON text.
    var state: String?

    /// Nothing yet, or what was remembered.
    init(_ text: String?) {
        let known = text.flatMap { try? JSONDecoder().decode(DeliveryProgress.self, from: Data($0.utf8)) }
        if let known { self = known }
    }

    /// As it is remembered.
    var text: String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return (try? encoder.encode(self)).map { String(decoding: $0, as: UTF8.self) } ?? "{}"
    }
}
