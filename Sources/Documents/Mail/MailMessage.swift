import CMime
import Glibc

/// A mail message read by GMime (RFC 5322, RFC 2045 to 2049, RFC 2231): headers as they stand, and its parts decoded from
/// their transfer encodings.
struct MailMessage: Sendable {
    /// A part that is no container of parts.
    struct Part: Sendable {
        /// In lower case, e.g. `text/html`.
        var type: String
        var charset: [UInt8]
        /// The name of the file it is; nothing for the body of a message.
        var name: String?
        var isAttachment: Bool
        /// What the HTML refers to it by.
        var contentID: String?
        var bytes: [UInt8]
        /// The number of the multipart/alternative that it is a part of.
        var alternative: Int?
    }

    /// Headers that are asked for, raw.
    private(set) var headers: [String: [UInt8]] = [:]
    private(set) var parts: [Part] = []
    /// Messages that were forwarded as attachments.
    private(set) var messages: [MailMessage] = []
    /// True where there was more than the limits allow.
    private(set) var isCut = false

    private static let wanted = ["subject", "from", "to", "date", "message-id"]
    private static let mostParts = 500
    private static let deepest = 20
    private static let mostBytes = 256 << 20

    /// Nothing where the bytes are no message.
    init?(_ bytes: [UInt8]) {
        _ = Self.library
        let message: MailMessage? = bytes.withUnsafeBytes { buffer in
            guard let base = buffer.baseAddress?.assumingMemoryBound(to: CChar.self),
                let stream = g_mime_stream_mem_new_with_buffer(base, buffer.count)
            else { return nil }
            defer { g_object_unref(stream) }
            guard let parser = g_mime_parser_new_with_stream(stream) else { return nil }
            defer { g_object_unref(parser) }
            guard let message = g_mime_parser_construct_message(parser, nil) else { return nil }
            defer { g_object_unref(message) }
            var limits = Limits()
            return MailMessage(message, depth: 0, &limits)
        }
        guard let message else { return nil }
        self = message
    }

    private struct Limits {
        var parts = 0
        var bytes = 0
        var alternatives = 0
    }

    private init(_ message: UnsafeMutableRawPointer, depth: Int, _ limits: inout Limits) {
        if let list = g_mime_object_get_header_list(message) {
            for name in Self.wanted {
                guard let header = g_mime_header_list_get_header(list, name),
                    let value = g_mime_header_get_raw_value(header)
                else { continue }
                headers[name] = Array(UnsafeRawBufferPointer(start: value, count: strlen(value)))
            }
        }
        if let part = g_mime_message_get_mime_part(message) { take(part, depth: depth, alternative: nil, &limits) }
    }

    private mutating func take(
        _ object: UnsafeMutableRawPointer, depth: Int, alternative: Int?, _ limits: inout Limits
    ) {
        guard depth < Self.deepest, limits.parts < Self.mostParts else {
            isCut = true
            return
        }
        limits.parts += 1
        if Self.isA(object, g_mime_multipart_get_type()) {
            var alternative = alternative
            if Self.type(of: object) == "multipart/alternative" {
                limits.alternatives += 1
                alternative = limits.alternatives
            }
            for index in 0..<max(0, g_mime_multipart_get_count(object)) {
                guard let part = g_mime_multipart_get_part(object, index) else { continue }
                take(part, depth: depth + 1, alternative: alternative, &limits)
            }
        } else if Self.isA(object, g_mime_message_part_get_type()) {
            guard let message = g_mime_message_part_get_message(object) else { return }
            messages.append(MailMessage(message, depth: depth + 1, &limits))
            if messages.last?.isCut == true { isCut = true }
        } else if Self.isA(object, g_mime_part_get_type()) {
            part(object, alternative: alternative, &limits)
        }
    }

    private mutating func part(_ object: UnsafeMutableRawPointer, alternative: Int?, _ limits: inout Limits) {
        guard let content = g_mime_part_get_content(object), let stream = g_mime_stream_mem_new() else { return }
        defer { g_object_unref(stream) }
        guard g_mime_data_wrapper_write_to_stream(content, stream) >= 0,
            let array = g_mime_stream_mem_get_byte_array(stream)
        else { return }
        let bytes = array.assumingMemoryBound(to: JuheByteArray.self).pointee
        limits.bytes += Int(bytes.count)
        guard limits.bytes <= Self.mostBytes else {
            isCut = true
            return
        }
        let raw = g_mime_part_get_filename(object).map { Array(UnsafeRawBufferPointer(start: $0, count: strlen($0))) }
        let charset = g_mime_object_get_content_type_parameter(object, "charset").map {
            String(cString: $0).lowercased()
        }
        let disposition = g_mime_object_get_disposition(object).map { String(cString: $0).lowercased() }
        parts.append(
            Part(
                type: Self.type(of: object), charset: Array((charset ?? "").utf8), name: raw.map(EncodedWords.decode),
                isAttachment: disposition == "attachment",
                contentID: g_mime_object_get_content_id(object).map { String(cString: $0) },
                bytes: Array(UnsafeBufferPointer(start: bytes.data, count: Int(bytes.count))), alternative: alternative)
        )
    }

    private static func isA(_ object: UnsafeMutableRawPointer, _ type: UInt) -> Bool {
        g_type_check_instance_is_a(object, type) != 0
    }

    private static func type(of object: UnsafeMutableRawPointer) -> String {
        guard let type = g_mime_object_get_content_type(object), let main = g_mime_content_type_get_media_type(type)
        else {
            return "text/plain"
        }
        let sub = g_mime_content_type_get_media_subtype(type).map { String(cString: $0) } ?? ""
        return "\(String(cString: main))/\(sub)".lowercased()
    }

    /// Once per process.
    private static let library: Void = g_mime_init()
}
