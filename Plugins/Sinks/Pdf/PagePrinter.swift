internal import ChildProcess
internal import Dispatch
internal import Glibc
internal import JuheKit

/// A program of the machine that prints an edition to PDF.
struct PagePrinter: Sendable {
    /// What it reads.
    enum Kind {
        /// A web page.
        case chromium
        /// A Word file: it has no page numbers for web pages.
        case libreOffice
    }

    /// What it reads.
    let kind: Kind
    private let program: String
    private let seconds: Double

    /// The program that was named, else the first that is installed; nothing where there is none.
    init?(program named: String?, seconds: Double) {
        self.seconds = seconds
        if let named {
            guard access(named, X_OK) == 0 else { return nil }
            program = named
            let name = named.split(separator: "/").last ?? ""
            kind = name.hasPrefix("soffice") || name.hasPrefix("libreoffice") ? .libreOffice : .chromium
        } else if let browser = SystemProgram.path(
            of: "chromium-headless-shell", "chromium", "google-chrome", "chromium-browser")
        {
            program = browser
            kind = .chromium
        } else if let office = SystemProgram.path(of: "soffice", "libreoffice") {
            program = office
            kind = .libreOffice
        } else {
            return nil
        }
    }

    /// A web page or a Word file, whichever the program reads, as PDF.
    /// - Throws: ``Failure`` with the code `sink`, its subject the sink, where the program does not make one.
    func pdf(of source: [UInt8], for sink: String) async throws -> [UInt8] {
        try await withCheckedThrowingContinuation { continuation in
            // The child is waited for on a thread of its own, not on one of the pool.
            DispatchQueue.global().async {
                continuation.resume(with: Result { try printed(source, for: sink) })
            }
        }
    }

    private func printed(_ source: [UInt8], for sink: String) throws -> [UInt8] {
        let folder = try WorkFolder()
        let file = try folder.write(source, as: kind == .chromium ? "page.html" : "page.docx")
        // A browser reserves far more addresses than it uses memory.
        let limits = ChildProcess.Limits(seconds: seconds, processorSeconds: Int(seconds) + 1, memory: 1 << 46)
        let outcome = try ChildProcess(program, arguments(file, folder), in: folder.path, limits: limits).run()
        if outcome.ending == .timedOut { throw Failure(.sink, sink, .printingTimedOut(program), isTransient: true) }
        guard outcome.isSuccess, let made = folder.read("page.pdf", limit: 256 << 20), made.starts(with: "%PDF-".utf8)
        else {
            throw Failure(.sink, sink, .printingFailed(program, reason: outcome.complaint), isTransient: true)
        }
        return made
    }

    private func arguments(_ file: String, _ folder: WorkFolder) -> [String] {
        switch kind {
        case .chromium:
            [
                "--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-pdf-header-footer",
                "--generate-pdf-document-outline",
                "--user-data-dir=\(folder.file("profile"))", "--print-to-pdf=\(folder.file("page.pdf"))",
                "file://\(file)",
            ]
        case .libreOffice:
            [
                "--headless", "--norestore", "-env:UserInstallation=file://\(folder.file("profile"))", "--convert-to",
                "pdf:writer_pdf_Export", "--outdir", folder.path, file,
            ]
        }
    }
}
