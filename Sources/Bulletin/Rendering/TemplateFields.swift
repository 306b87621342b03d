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
                "title": masthead.title, "number": masthead.number, "total": field(masthead.total),
                "issue": masthead.issue,
                "issuer": masthead.issuer, "date": masthead.date, "isoDate": masthead.isoDate,
                "covers": field(masthead.covers), "isLong": masthead.isLong,
            ] as [String: Any],
            "correction": correction.map(\.templateFields) ?? Absent() as Any,
            "figures": figures.map { ["code": $0.code, "label": $0.label, "value": $0.value] },
            "hasDue": !due.isEmpty,
            "due": due.map(\.templateFields),
            "leftOut": field(leftOut),
            "hasHighlights": !highlights.isEmpty,
            "highlights": highlights.map(\.templateFields),
            "hasNote": !note.isEmpty,
            "note": note.map { ["paragraph": $0] },
            "sections": sections.map(\.templateFields),
            "isEmpty": sections.isEmpty,
            "hasContents": hasContents,
            "hasChanges": !changes.isEmpty,
            "changes": changes.map {
                ["anchor": $0.anchor, "changedTitle": $0.title, "changedText": $0.text] as [String: Any]
            },
            "hasContributions": !contributions.isEmpty,
            "contributions": contributions.map {
                ["number": $0.number, "unit": $0.unit, "items": $0.items, "fusion": $0.fusion] as [String: Any]
            },
            "chart": PrintedChart(
                contributions, alternative: words(.chartOfContributions))?.templateFields ?? Absent() as Any,
            "trend": trend?.templateFields ?? Absent() as Any,
            "circular": circular?.templateFields ?? Absent() as Any,
            "matrix": matrix?.templateFields ?? Absent() as Any,
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
            "closeBracket": words(.closeBracket), "editorsNote": words(.editorsNote),
            "highlights": words(.highlights), "changes": words(.whatHasChanged), "largeText": words(.largeText),
            "editions": words(.allEditions),
        ]
    }
}

extension PrintedEdition.Highlight {
    fileprivate var templateFields: [String: Any] {
        [
            "anchor": anchor, "title": title, "unit": field(unit), "trackCode": trackCode, "track": track,
        ]
    }
}

extension PrintedEdition.Table {
    var templateFields: [String: Any] {
        [
            "tableTitle": title, "head": head.map { ["cell": $0] },
            "rows": rows.map {
                [
                    "cells": $0.enumerated().map {
                        [
                            "cell": $0.element, "isFirst": $0.offset == 0,
                            "isGap": mark != nil && $0.element == mark,
                        ] as [String: Any]
                    }
                ]
            },
            "remarks": remarks.map { ["remark": $0] },
        ]
    }
}

extension PrintedTrend {
    fileprivate var templateFields: [String: Any] {
        [
            "alternative": alternative, "table": table.templateFields,
            "bars": bars.map { bar -> [String: Any] in
                [
                    "label": bar.label, "x": bar.x, "middle": bar.middle, "width": bar.width, "y": bar.y,
                    "height": bar.height, "fusionY": bar.fusionY, "fusionHeight": bar.fusionHeight,
                    "value": bar.value, "valueY": bar.valueY,
                ]
            },
        ]
    }
}

extension PrintedChart {
    fileprivate var templateFields: [String: Any] {
        [
            "alternative": alternative, "chartHeight": height,
            "bars": bars.map { bar -> [String: Any] in
                [
                    "label": bar.label, "y": bar.y, "textY": bar.textY, "width": bar.width,
                    "fusionWidth": bar.fusionWidth, "value": bar.value, "valueX": bar.valueX,
                ]
            },
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
            "number": number, "anchor": anchor, "title": title, "url": field(url), "unit": field(unit),
            "documentNumber": field(documentNumber), "validity": field(validity), "date": field(date),
            "isoDate": field(isoDate), "stateCode": stateCode, "state": field(state), "excerpt": field(excerpt),
            "standings": standings.enumerated().map {
                ["standing": $0.element, "isEnd": $0.offset < endings] as [String: Any]
            },
            "attachments": field(attachments), "remark": field(remark),
            "picture": picture.map { picture -> [String: Any] in
                [
                    "pictureURL": picture.dataURL, "pictureName": picture.name, "pictureWidth": picture.width,
                    "pictureHeight": picture.height, "pictureAlternative": picture.alternative,
                ]
            } ?? Absent() as Any,
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
    fileprivate var templateFields: [String: Any] { ["label": label, "text": field(text)] }
}

private func field(_ text: String?) -> Any {
    guard let text, !text.isEmpty else { return Absent() }
    return text
}
