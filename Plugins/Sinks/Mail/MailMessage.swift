internal import Bulletin
internal import CMime
internal import Foundation
internal import JuheKit

/// A message with a text and its HTML (multipart/alternative, RFC 2046 §5.1.4), the HTML with its pictures where it has any
/// (multipart/related, RFC 2387), put together by GMime.
struct MailMessage {
    let subject: String
    let sender: String
    let from: String
    let to: [String]
    let date: Date
    /// What the message is called, unique in the office.
    let identifier: String
    let text: String
    let html: String
    let pictures: [PrintedPicture]

    /// The message's identifier with the sender's host (RFC 5322 §3.6.4), without brackets.
    var fullIdentifier: String { "\(identifier)@\(from.split(separator: "@").last.map(String.init) ?? "localhost")" }

    /// The whole message, lines ended by CRLF: the same for the same parts.
    var bytes: [UInt8] {
        g_mime_init()
        let message = g_mime_message_new(0)
        defer { g_object_unref(message) }
        g_mime_message_set_subject(message, subject, "utf-8")
        g_mime_message_add_mailbox(message, Int32(JUHE_MIME_FROM), sender, from)
        for address in to { g_mime_message_add_mailbox(message, Int32(JUHE_MIME_TO), nil, address) }
        let time = CivilTime(date, offset: 0)
        g_mime_object_set_header(message, "Date", Self.date(time), "utf-8")
        g_mime_message_set_message_id(message, fullIdentifier)
        // Mail programs answer no machine, and know a series by this (RFC 3834).
        g_mime_object_set_header(message, "Auto-Submitted", "auto-generated", "utf-8")
        let parts = g_mime_multipart_new_with_subtype("alternative")
        defer { g_object_unref(parts) }
        // A boundary at random would make every message another one.
        g_mime_multipart_set_boundary(parts, "=_juhe-\(ContentHash.text(text + html).prefix(32))")
        Self.add(Self.text(text, as: "plain"), to: parts)
        if pictures.isEmpty {
            Self.add(Self.text(html, as: "html"), to: parts)
        } else {
            let related = g_mime_multipart_new_with_subtype("related")
            g_mime_multipart_set_boundary(related, "=_juhe-related-\(ContentHash.text(html).prefix(24))")
            Self.add(Self.text(html, as: "html"), to: related)
            for picture in pictures { Self.add(Self.part(picture), to: related) }
            Self.add(related, to: parts)
        }
        g_mime_message_set_mime_part(message, parts)
        guard let written = g_mime_object_to_string(message, nil) else { return [] }
        defer { g_free(written) }
        return Array(String(cString: written).utf8).split(separator: 0x0A, omittingEmptySubsequences: false)
            .map { $0.last == 0x0D ? $0.dropLast() : $0 }.joined(separator: [0x0D, 0x0A]).map { $0 }
    }

    private static func add(_ part: UnsafeMutableRawPointer?, to parts: UnsafeMutableRawPointer?) {
        g_mime_multipart_add(parts, part)
        g_object_unref(part)
    }

    private static func text(_ text: String, as type: String) -> UnsafeMutableRawPointer? {
        let part = g_mime_text_part_new_with_subtype(type)
        g_mime_text_part_set_charset(part, "utf-8")
        g_mime_text_part_set_text(part, text)
        g_mime_part_set_content_encoding(part, Int32(JUHE_MIME_BASE64))
        return part
    }

    private static func part(_ picture: PrintedPicture) -> UnsafeMutableRawPointer? {
        let part = g_mime_part_new_with_type("image", picture.type.split(separator: "/").last.map(String.init))
        let stream = picture.content.withUnsafeBytes {
            g_mime_stream_mem_new_with_buffer($0.baseAddress?.assumingMemoryBound(to: CChar.self), $0.count)
        }
        let content = g_mime_data_wrapper_new_with_stream(stream, Int32(JUHE_MIME_DEFAULT))
        g_mime_part_set_content(part, content)
        g_object_unref(content)
        g_object_unref(stream)
        g_mime_part_set_content_encoding(part, Int32(JUHE_MIME_BASE64))
        g_mime_object_set_content_id(part, picture.name)
        g_mime_object_set_disposition(part, "inline")
        return part
    }

    /// An address without a name, in ASCII: nothing that could begin another header.
    static func isAddress(_ text: String) -> Bool {
        let parts = text.split(separator: "@", omittingEmptySubsequences: false)
        return parts.count == 2 && parts.allSatisfy { !$0.isEmpty }
            && text.utf8.allSatisfy { (0x21...0x7E).contains($0) && !"()<>,;:\\\"[]".utf8.contains($0) }
    }

    /// RFC 5322 §3.3, in UTC.
    private static func date(_ time: CivilTime) -> String {
        let days = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]
        let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        return "\(days[time.weekday]), \(two(time.day)) \(months[time.month - 1]) \(time.year) "
            + "\(two(time.hour)):\(two(time.minute)):\(two(time.second)) +0000"
    }
}
