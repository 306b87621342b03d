import ChildProcess
import JuheKit

/// Converts a document of an old form by the first installed program that can.
struct LegacyConversion {
    /// What came out.
    enum Result {
        /// A `.docx` or `.xlsx`.
        case office([UInt8])
        /// Plain text.
        case text(String)
        /// Values parted by commas.
        case table(String)
    }

    private let folder: WorkFolder
    private let kind: LegacyKind
    private let path: String
    private let subject: String
    private let converters: Converters

    private static let mostBytes = 128 << 20

    init(_ bytes: [UInt8], _ kind: LegacyKind, subject: String, _ converters: Converters) throws(Failure) {
        self.kind = kind
        self.subject = subject
        self.converters = converters
        folder = try WorkFolder()
        path = try folder.write(bytes, as: kind.fileName)
    }

    /// LibreOffice keeps tables and lists; the others give plain text.
    func run() throws(Failure) -> Result {
        var refusal: Failure?
        for attempt in [office, plain] {
            do {
                if let result = try attempt() { return result }
            } catch {
                refusal = error
            }
        }
        throw refusal
            ?? Failure(
                .plugin, subject,
                .converterMissing(kind.isTable ? "libreoffice-calc-nogui" : "libreoffice-writer-nogui"))
    }

    /// Only where it has no network: it would fetch what a document refers to.
    private func office() throws(Failure) -> Result? {
        guard ChildProcess.hasNoNetwork, let program = converters.path(of: "soffice", "libreoffice") else {
            return nil
        }
        let form = kind.isTable ? "xlsx" : "docx"
        let outcome = try ChildProcess(
            program,
            [
                "-env:UserInstallation=file://\(folder.file("profile"))", "--headless", "--norestore", "--nolockcheck",
                "--nodefault", "--convert-to", form, "--outdir", folder.path, path,
            ], in: folder.path, limits: converters.limits(memory: 6 << 30)
        ).run()
        if let bytes = folder.read("document.\(form)", limit: Self.mostBytes), !bytes.isEmpty { return .office(bytes) }
        throw Failure(subject, outcome, program)
    }

    private func plain() throws(Failure) -> Result? {
        let candidates: [(name: String, arguments: [String])] =
            switch kind {
            case .workbook: [("xls2csv", ["-d", "utf-8", path])]
            case .rtf: [("catdoc", ["-d", "utf-8", "-w", path])]
            case .openText, .openSheet: []
            default: [("antiword", ["-m", "UTF-8.txt", "-w", "0", path]), ("catdoc", ["-d", "utf-8", "-w", path])]
            }
        var refusal: Failure?
        for candidate in candidates {
            guard let program = converters.path(of: candidate.name) else { continue }
            let outcome = try ChildProcess(
                program, candidate.arguments, in: folder.path, limits: converters.limits()
            ).run()
            let text = String(decoding: outcome.output, as: UTF8.self)
            if outcome.isSuccess, text.contains(where: { !$0.isWhitespace }) {
                return kind == .workbook ? .table(text.replacing("\u{0C}", with: "\n")) : .text(text)
            }
            refusal = Failure(subject, outcome, program)
        }
        if let refusal { throw refusal }
        return nil
    }
}
