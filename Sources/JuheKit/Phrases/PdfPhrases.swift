extension Phrase {
    /// No program that prints to PDF.
    package static func noPagePrinter(_ named: String?) -> Phrase {
        named.map {
            Phrase("没有程序 \($0)，做不了 PDF。", en: "there is no program \($0) to make PDF with")
        }
            ?? Phrase(
                "本机没有 Chromium 或 LibreOffice，做不了 PDF。请安装软件包 chromium，或用 program 指定程序。",
                en:
                    "neither Chromium nor LibreOffice is installed to make PDF with; install the package chromium, or name a program"
            )
    }
    /// A program that takes too long.
    package static func printingTimedOut(_ program: String) -> Phrase {
        Phrase("\(program) 超过时限，已终止，没有做成 PDF。", en: "\(program) took too long and was ended; no PDF was made")
    }
    /// A program that fails.
    package static func printingFailed(_ program: String, reason: String) -> Phrase {
        Phrase("\(program) 没有做成 PDF（\(reason)）。", en: "\(program) made no PDF (\(reason))")
    }
}
