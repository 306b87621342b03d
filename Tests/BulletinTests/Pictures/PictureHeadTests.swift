import Bulletin
import Testing

@Suite("The head of a picture")
struct PictureHeadTests {
    private static let png: [UInt8] = [
        0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52,
    ]

    @Test("says form and size of PNG, GIF and JPEG, whatever stands before a JPEG's frame")
    func sizes() {
        let png = PictureHead(Self.png + [0, 0, 2, 0x80, 0, 0, 1, 0xE0, 8, 2])
        #expect(png?.type == "image/png" && png?.width == 640 && png?.height == 480)
        let gif = PictureHead(Array("GIF89a".utf8) + [0x80, 2, 0xE0, 1])
        #expect(gif?.type == "image/gif" && gif?.width == 640 && gif?.height == 480)
        let jpeg = PictureHead(
            [
                0xFF, 0xD8, 0xFF, 0xE0, 0, 4, 1, 2, 0xFF, 0xFF, 0xC4, 0, 3, 9, 0xFF, 0xC2, 0, 17, 8, 1, 0xE0, 2, 0x80,
                3, 1,
            ])
        #expect(jpeg?.type == "image/jpeg" && jpeg?.width == 640 && jpeg?.height == 480)
    }

    @Test(
        "is nothing for anything else, broken off or without a size",
        arguments: [
            [], [0xFF], [0xFF, 0xD8, 0xFF], [0xFF, 0xD8, 0xFF, 0xE0, 0, 0, 0, 0, 0, 0, 0, 0], Array("<svg/>".utf8),
            png, png + [0, 0, 0, 0, 0, 0, 0, 0], png + [0xFF, 0xFF, 0xFF, 0xFF, 0, 0, 0, 1], Array("GIF89a".utf8),
            Array("RIFF0000WEBPVP8 ".utf8),
        ] as [[UInt8]])
    func others(bytes: [UInt8]) { #expect(PictureHead(bytes) == nil) }
}
