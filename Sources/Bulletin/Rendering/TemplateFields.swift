internal import JuheKit
internal import Mustache

/// A field that is not there. Mustache would otherwise look for the name further out, in the group, the section, the
/// edition, and print what it finds there.
private struct Absent: MustacheCustomRenderable {
    var renderText: String { "" }
    var isNull: Bool { true }
}

/// The names that templates may use. Every name stands at its level whether it has a value or not.
extension PrintedEdition {
    /// The fields of the whole edition.
    var templateFields: [String: Any] {
        [
            "language": language,
            "masthead": [
                "title": masthead.title, "number": masthead.number, "total": masthead.total,
                "issuer": masthead.issuer, "date": masthead.date, "isoDate": masthead.isoDate,
                "covers": field(masthead.covers), "isLong": masthead.isLong,
            ] as [String: Any],
            "figures": figures.map { ["code": $0.code, "label": $0.label, "value": $0.value] },
            "hasDue": !due.isEmpty,
            "due": due.map(\.templateFields),
            "sections": sections.map(\.templateFields),
            "isEmpty": sections.isEmpty,
            "hasContents": hasContents,
            "hasContributions": !contributions.isEmpty,
            "contributions": contributions.map {
                ["number": $0.number, "unit": $0.unit, "items": $0.items, "fusion": $0.fusion] as [String: Any]
            },
            "contributedItems": contributedItems,
            "contributedFusion": contributedFusion,
            "hasDistribution": !distribution.isEmpty,
            "distribution": distribution.map(\.templateFields),
            "imprint": imprint.map(\.templateFields),
            "hasSilent": !silent.isEmpty,
            "silent": silent.map(\.templateFields),
            "silentCount": silent.count,
            "words": templateWords,
        ]
    }

    private var templateWords: [String: String] {
        [
            "overview": words(.overview), "contents": words(.contents), "contributions": words(.contributions),
            "due": words(.dueSoon), "silent": words(.silentSources), "skip": words(.skipToContent),
            "top": words(.backToTop),
            "nothingNew": words(.nothingNew), "columnNumber": words(.columnNumber), "columnUnit": words(.columnUnit),
            "columnItems": words(.columnItems), "columnFusion": words(.columnFusion),
            "columnTotal": words(.columnTotal), "colon": words(.colon), "openBracket": words(.openBracket),
            "closeBracket": words(.closeBracket),
        ]
    }
}

extension PrintedEdition.Section {
    fileprivate var templateFields: [String: Any] {
        [
            "sectionCode": code, "sectionOrdinal": ordinal, "sectionTitle": title, "sectionCount": count,
            "groups": groups.map(\.templateFields),
        ]
    }
}

extension PrintedEdition.Group {
    fileprivate var templateFields: [String: Any] {
        [
            "groupCode": code, "groupTitle": title, "groupCount": count, "entries": entries.map(\.templateFields),
        ]
    }
}

extension PrintedEdition.Entry {
    fileprivate var templateFields: [String: Any] {
        [
            "number": number, "title": title, "url": field(url), "unit": field(unit),
            "documentNumber": field(documentNumber), "validity": field(validity), "date": field(date),
            "isoDate": field(isoDate), "stateCode": stateCode, "state": field(state), "excerpt": field(excerpt),
            "standings": standings.map { ["standing": $0] }, "attachments": field(attachments),
            "copies": copies.map(\.templateFields) ?? Absent() as Any,
        ]
    }
}

extension PrintedEdition.Due {
    fileprivate var templateFields: [String: Any] {
        [
            "dueDate": date, "dueISODate": isoDate, "dueLeft": left, "dueWhat": what, "dueTitle": field(title),
            "dueURL": field(url), "dueFacts": facts.map { ["fact": $0] },
        ]
    }
}

extension PrintedEdition.Copies {
    fileprivate var templateFields: [String: Any] {
        [
            "copiesLabel": label,
            "places": places.map {
                ["placeName": $0.name, "placeURL": field($0.url), "placeSeparator": $0.separator] as [String: Any]
            },
            "copiesRest": rest,
        ]
    }
}

extension PrintedEdition.Line {
    fileprivate var templateFields: [String: Any] { ["label": label, "text": text.isEmpty ? field(nil) : text] }
}

private func field(_ text: String?) -> Any { text ?? Absent() as Any }
