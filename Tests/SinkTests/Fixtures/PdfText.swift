import Foundation

/// The text of a PDF, as poppler reads it.
enum PdfText {
    private static let program = "/usr/bin/pdftotext"

    static var isThere: Bool { access(program, X_OK) == 0 }

    static func of(_ bytes: [UInt8]) throws -> String {
        let file = FileManager.default.temporaryDirectory.appending(path: "juhe-\(UUID().uuidString).pdf")
        try Data(bytes).write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        let process = Process()
        process.executableURL = URL(fileURLWithPath: program)
        // In the order it was drawn: the lines of a narrow cell stay together.
        process.arguments = ["-raw", file.path, "-"]
        let pipe = Pipe()
        process.standardOutput = pipe
        try process.run()
        let text = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return String(decoding: text, as: UTF8.self)
    }
}
