import Extraction
import Fetching
import JuheKit
import Markup

/// Gets a site's documents: from the network through the run's fetcher, or from saved pages.
struct SiteReader: Sendable {
    /// An answer: what came, or that nothing has changed.
    struct Answer: Sendable {
        var bytes: [UInt8]
        var contentType: String?
        var url: String
        var validators = FetchRequest.Validators()
        var isUnchanged = false
        /// Where what was asked is moving to for good, as far as it may be followed.
        var move: PermanentMove?
        /// True where it moves for good, wherever to.
        var isMoving = false

        var document: PageDocument { PageDocument(bytes, contentType: contentType, address: url) }
    }

    let context: SourceContext
    /// The request that every other is made from.
    let template: FetchRequest
    /// The folder and address of a saved page.
    let saved: SavedSite?

    /// Gets a document.
    func answer(_ request: PageRequest, validators: FetchRequest.Validators = .init()) async throws(Failure) -> Answer {
        if let saved {
            guard let path = saved.path(of: request.url) else {
                throw Failure(.missing, ShownAddress.text(request.url), .missingFile)
            }
            return Answer(bytes: try LocalFile.read(path, limit: template.maximumBytes), url: request.url)
        }
        var fetch = template.leading(to: request.url)
        fetch.body = request.body
        fetch.validators = request.form == nil ? validators : .init()
        let answer = try await context.fetch(fetch)
        let isMoving = answer.permanentAddress != nil
        // A form is sent where it is to be sent: what answers it elsewhere is another page.
        let move = request.form == nil ? PermanentMove(after: answer, of: fetch) : nil
        if answer.isNotModified, validators != FetchRequest.Validators() {
            return Answer(
                bytes: [], url: answer.url, validators: answer.validators(updating: validators), isUnchanged: true,
                move: move, isMoving: isMoving)
        }
        if let failure = answer.failure(subject: ShownAddress.text(request.url), of: fetch) { throw failure }
        return Answer(
            bytes: answer.body, contentType: answer.header("content-type"), url: answer.url,
            validators: answer.validators, move: move, isMoving: isMoving)
    }

    /// An article's document; nothing where it is not to be had from here, as for a saved page's links into the network.
    func article(_ request: PageRequest) async throws(Failure) -> PageDocument? {
        if let saved, !saved.has(request.url) { return nil }
        guard let scheme = URLReference.scheme(of: request.url), scheme == "http" || scheme == "https" || saved != nil
        else {
            return nil
        }
        return try await answer(request).document
    }
}

/// Saved pages: a file and the folder around it, and the address that they were saved from.
struct SavedSite: Sendable {
    /// The folder of the first page.
    private let folder: String
    /// The address of that folder.
    private let root: String
    /// The address of the first page.
    let address: String

    /// - Parameters:
    ///   - path: the file of the first page.
    ///   - base: the address it was saved from; that of the file where that is not known.
    init(path: String, base: String?) {
        let slash = path.lastIndex(of: "/") ?? path.startIndex
        folder = String(path[...slash])
        let address = base ?? "file://" + path
        self.address = address
        root = address.lastIndex(of: "/").map { String(address[...$0]) } ?? address
        first = path
    }

    private let first: String

    /// The file of an address; nothing for one outside the folder.
    func path(of url: String) -> String? {
        if url == address { return first }
        guard url.hasPrefix(root) else { return nil }
        let rest = url.dropFirst(root.count).prefix { $0 != "?" && $0 != "#" }
        let name = PercentEncoding.decoded(String(rest))
        guard !name.isEmpty, !name.split(separator: "/").contains(".."), !name.contains("\0") else { return nil }
        return folder + name
    }

    /// True where an address has a file.
    func has(_ url: String) -> Bool {
        guard let path = path(of: url) else { return false }
        return (try? LocalFile.read(path, limit: 20_000_000)) != nil
    }
}
