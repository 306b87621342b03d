/// What is said of enrichers.
extension Phrase {
    package static let anEnricherType = Phrase("加工器类型", en: "enricher type")
    package static func unknownEnrichedItem(_ id: String) -> Phrase {
        Phrase("加工器给回了没有交给它的条目“\(id)”，已略过。", en: "it gave back \"\(id)\", which it was not given; passed over")
    }
    package static func enriched(_ id: String, seen: Int, changed: Int) -> Phrase {
        Phrase(
            "加工器 \(id)：看过 \(seen) 条，补充了 \(changed) 条。", en: "enricher \(id): \(seen) items seen, \(changed) added to")
    }
    package static func enricherFailed(_ id: String, _ reason: Phrase) -> Phrase {
        Phrase(
            "加工器 \(id) 失败，条目保持原样，下次再加工：\(reason.zhHans)",
            en: "the enricher \(id) failed; the items stay as they are and are tried again: \(reason.english)")
    }
    package static func enricherRecovered(_ id: String) -> Phrase {
        Phrase("加工器 \(id) 恢复正常。", en: "the enricher \(id) is well again")
    }
}
