import Foundation
import Glibc

@testable import DirectorySource

/// Documents as other programs write them, made when a test runs.
enum OfficePrograms {
    /// True where all of these programs are installed.
    static func have(_ names: String...) -> Bool { names.allSatisfy { access("/usr/bin/\($0)", X_OK) == 0 } }

    /// True where LibreOffice has its part for sheets: a package of its own.
    static let haveSheets =
        have("soffice") && access("/usr/lib/libreoffice/program/libsclo.so", R_OK) == 0

    /// Runs a program to its end.
    @discardableResult
    static func run(_ program: String, _ arguments: [String], in folder: String) throws -> Int32 {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/\(program)")
        process.arguments = arguments
        process.currentDirectoryURL = URL(fileURLWithPath: folder)
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        return process.terminationStatus
    }

    /// A page of HTML as LibreOffice writes it in another form.
    static func office(_ html: String, as ending: String) throws -> [UInt8] {
        let folder = try TemporaryFolder()
        try folder.write("a.html", "<html><head><meta charset=\"utf-8\"></head><body>\(html)</body></html>")
        try run(
            "soffice",
            [
                "-env:UserInstallation=file://\(folder.path)/profile", "--headless", "--norestore",
                "--infilter=HTML (StarWriter)", "--convert-to", ending, "a.html",
            ], in: folder.path)
        return [UInt8](try Data(contentsOf: URL(fileURLWithPath: "\(folder.path)/a.\(ending)")))
    }

    /// The pages of a PDF as pictures, in a PDF again: what a scanner makes of paper.
    static func scan(_ pdf: [UInt8]) throws -> [UInt8] {
        let folder = try TemporaryFolder()
        try folder.write("a.pdf", bytes: pdf)
        try run("pdftoppm", ["-r", "150", "-gray", "-jpeg", "-singlefile", "a.pdf", "page"], in: folder.path)
        let picture = [UInt8](try Data(contentsOf: URL(fileURLWithPath: "\(folder.path)/page.jpg")))
        return picturePDF(picture)
    }

    /// A PDF of one A4 page that shows a JPEG picture and nothing else.
    private static func picturePDF(_ picture: [UInt8]) -> [UInt8] {
        let (width, height, colours) = size(ofJPEG: picture)
        let content = "q 595 0 0 842 0 0 cm /P Do Q"
        let objects: [[UInt8]] = [
            Array("<</Type/Catalog/Pages 2 0 R>>".utf8),
            Array("<</Type/Pages/Kids[3 0 R]/Count 1>>".utf8),
            Array(
                "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</XObject<</P 5 0 R>>>>>>"
                    .utf8),
            Array("<</Length \(content.utf8.count)>>\nstream\n\(content)\nendstream".utf8),
            Array(
                "<</Type/XObject/Subtype/Image/Width \(width)/Height \(height)/ColorSpace/\(colours == 1 ? "DeviceGray" : "DeviceRGB")/BitsPerComponent 8/Filter/DCTDecode/Length \(picture.count)>>\nstream\n"
                    .utf8) + picture + Array("\nendstream".utf8),
        ]
        return pdf(objects)
    }

    /// A PDF of these objects, the first of which is the catalog.
    static func pdf(_ objects: [[UInt8]], trailer: String = "") -> [UInt8] {
        var bytes = Array("%PDF-1.4\n".utf8)
        var places: [Int] = []
        for (number, object) in objects.enumerated() {
            places.append(bytes.count)
            bytes += Array("\(number + 1) 0 obj\n".utf8) + object + Array("\nendobj\n".utf8)
        }
        let start = bytes.count
        var end = "xref\n0 \(objects.count + 1)\n0000000000 65535 f \n"
        for place in places { end += String(repeating: "0", count: 10 - "\(place)".count) + "\(place) 00000 n \n" }
        end += "trailer\n<</Size \(objects.count + 1)/Root 1 0 R\(trailer)>>\nstartxref\n\(start)\n%%EOF\n"
        return bytes + Array(end.utf8)
    }

    /// Width, height and the number of colours stand in the frame's header.
    private static func size(ofJPEG bytes: [UInt8]) -> (width: Int, height: Int, colours: Int) {
        var at = 2
        while at + 9 < bytes.count, bytes[at] == 0xFF {
            if (0xC0...0xC2).contains(bytes[at + 1]) {
                return (
                    Int(bytes[at + 7]) << 8 | Int(bytes[at + 8]), Int(bytes[at + 5]) << 8 | Int(bytes[at + 6]),
                    Int(bytes[at + 9])
                )
            }
            at += 2 + (Int(bytes[at + 2]) << 8 | Int(bytes[at + 3]))
        }
        return (0, 0, 0)
    }
}
