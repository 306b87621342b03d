package import JuheKit
internal import Bulletin

/// The bulletin as a mail message (RFC 5322) with an HTML body that mail programs keep and a text beside it: to be sent by
/// whoever sends mail, or opened in a mail program.
package struct MailSink: Sink {
    package static let manifest = PluginManifest(
        name: "mail", title: Phrase("邮件正文（.eml）", en: "Bulletin as a mail message"),
        options: [
            OptionSpec(
                "folder", .path, required: true,
                help: Phrase(
                    "文件存放的文件夹；每份简报一个子文件夹。", en: "The folder of the files; every bulletin has a folder of its own in it."
                )),
            OptionSpec(
                "from", .text, required: true,
                help: Phrase(
                    "发件地址，如 jianbao@ninglan.example。", en: "The sender's address, e.g. jianbao@ninglan.example.")),
            OptionSpec("to", .list(.text), help: Phrase("收件地址。", en: "The recipients' addresses.")),
        ])

    private let folder: String
    private let from: String
    private let to: [String]
    private let body: MailBody

    package init(options: Options) throws {
        folder = options.text("folder") ?? "."
        from = options.text("from") ?? ""
        to = options.texts("to")
        for address in [from] + to where !MailMessage.isAddress(address) {
            throw Failure(.configuration, address, .badMailAddress(address))
        }
        body = try MailBody()
    }

    package func deliver(_ edition: Edition, _ context: SinkContext) async throws {
        let printed = PrintedEdition(edition)
        let message = MailMessage(
            subject: "\(printed.masthead.title) \(printed.masthead.issue)", sender: printed.masthead.issuer, from: from,
            to: to, date: edition.sealedAt, identifier: "\(edition.bulletin)-\(edition.fileStem)",
            text: body.text(printed), html: body.html(printed),
            pictures: printed.sections.flatMap(\.groups).flatMap(\.entries).compactMap(\.picture))
        try EditionFiles.publish(message.bytes, of: edition, folder: folder, suffix: "eml", context)
    }
}
