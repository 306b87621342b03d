import JuheKit

extension DocumentReader {
    /// Reads a `.docx`.
    func wordReading() throws(Failure) -> DocumentReading {
        let package: OfficePackage
        do { package = try OfficePackage(bytes) } catch { throw Failure(subject, error) }
        return try reading(try WordReader.read(package, subject: subject))
    }
}
