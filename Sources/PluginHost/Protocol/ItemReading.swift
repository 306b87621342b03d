internal import Foundation
internal import JuheKit

/// Reads a plain item straight from its line, without the library's decoder, which costs several times as much.
///
/// Whatever is not as it should be makes it give up, and the library's decoder says what is wrong: there is one place
/// where faults are named.
struct ItemReading {
    let view: JSONView
    let zone: Zone
    /// Reads `_juhe` where more stands in it than words.
    let details: (UnsafeBufferPointer<UInt8>) -> ItemDetails?

    /// The item at a place; nothing where it is no item, or none that is plain.
    func item(_ place: Int) -> Item? {
        var item = Item(id: "")
        var hasID = false
        let isRead = view.members(place) { name, value in
            switch name {
            case "id":
                hasID = true
                return view.text(value).map { item.id = $0 } != nil
            case "url": return take(value, into: &item.url)
            case "external_url": return take(value, into: &item.externalURL)
            case "title": return take(value, into: &item.title)
            case "content_html": return take(value, into: &item.contentHTML)
            case "content_text": return take(value, into: &item.contentText)
            case "summary": return take(value, into: &item.summary)
            case "image": return take(value, into: &item.image)
            case "language": return take(value, into: &item.language)
            case "date_published": return take(value, into: &item.datePublished)
            case "date_modified": return take(value, into: &item.dateModified)
            case "tags": return view.elements(value) { tag in view.text(tag).map { item.tags.append($0) } != nil }
            case "authors": return view.elements(value) { author($0).map { item.authors.append($0) } != nil }
            case "attachments": return view.elements(value) { file($0).map { item.attachments.append($0) } != nil }
            case "_juhe": return take(value, into: &item.details)
            default: return true
            }
        }
        return isRead && hasID ? item : nil
    }

    private func take(_ value: Int, into text: inout String?) -> Bool {
        text = view.text(value)
        return text != nil || view[value].kind == .null
    }

    private func take(_ value: Int, into date: inout Date?) -> Bool {
        date = view.text(value).flatMap { Timestamp.instant($0, zone: zone) }
        return date != nil || view[value].kind == .null
    }

    private func author(_ place: Int) -> Author? {
        var author = Author()
        let isRead = view.members(place) { name, value in
            switch name {
            case "name": take(value, into: &author.name)
            case "url": take(value, into: &author.url)
            default: true
            }
        }
        return isRead ? author : nil
    }

    private func file(_ place: Int) -> Attachment? {
        var (url, type, title): (String?, String?, String?)
        var size: Int?
        let isRead = view.members(place) { name, value in
            switch name {
            case "url": return take(value, into: &url)
            case "mime_type": return take(value, into: &type)
            case "title": return take(value, into: &title)
            case "size_in_bytes":
                size = view.integer(value)
                return size != nil
            default: return true
            }
        }
        guard isRead, let url, let type else { return nil }
        return Attachment(url: url, mimeType: type, title: title, sizeInBytes: size)
    }

    private func take(_ place: Int, into details: inout ItemDetails) -> Bool {
        var own = ItemDetails()
        let isPlain = view.members(place) { name, value in
            switch name {
            case "unit": return take(value, into: &own.unit)
            case "column": return take(value, into: &own.column)
            case "origin": return take(value, into: &own.origin)
            case "track":
                own.track = view.text(value).flatMap(Track.init(rawValue:))
                return own.track != nil
            case "kind":
                own.kind = view.text(value).flatMap(Kind.init(rawValue:))
                return own.kind != nil
            default: return false
            }
        }
        if isPlain {
            details = own
            return true
        }
        guard view[place].kind == .object, let all = self.details(view.bytes(place)) else { return false }
        details = all
        return true
    }
}
