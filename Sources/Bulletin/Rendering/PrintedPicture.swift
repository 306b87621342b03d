internal import Foundation
internal import JuheKit

/// A picture as it is printed.
package struct PrintedPicture: Sendable, Hashable {
    /// `picture3`: the number is that of its entry.
    package let name: String
    /// Its media type.
    package let type: String
    /// Its width in pixels.
    package let width: Int
    /// Its height in pixels.
    package let height: Int
    /// What it shows.
    package let alternative: String
    /// The file.
    package let content: [UInt8]

    /// The picture inside an address (RFC 2397): a page that has it asks nobody for it.
    package var dataURL: String { "data:\(type);base64,\(Data(content).base64EncodedString())" }

    /// Nothing where the file is not what it says it is.
    init?(_ picture: Edition.Picture?, of entry: Int, title: String) {
        guard let picture, let head = PictureHead(Array(picture.content)), head.type == picture.type else { return nil }
        name = "picture\(entry)"
        type = head.type
        width = head.width
        height = head.height
        alternative = PlainLine.make(picture.alternative, limit: PrintedEdition.Limit.title) ?? title
        content = Array(picture.content)
    }

    /// Width and height within a frame, in its unit; never larger than so many units for a pixel.
    func size(within frame: (width: Int, height: Int), unit: Int) -> (width: Int, height: Int) {
        let full = (width: width * unit, height: height * unit)
        if full.width <= frame.width, full.height <= frame.height { return full }
        if full.width * frame.height > full.height * frame.width {
            return (frame.width, max(1, full.height * frame.width / full.width))
        }
        return (max(1, full.width * frame.height / full.height), frame.height)
    }
}
