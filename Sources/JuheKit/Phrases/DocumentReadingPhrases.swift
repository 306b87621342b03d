/// What is said about documents that are read from files.
extension Phrase {
    /// A document that its own program could not read either.
    package static func damagedDocument(reason: String) -> Phrase {
        Phrase(
            "文件已损坏，未采用（\(reason)）。请重新导出。", en: "the document is damaged and was not used (\(reason)). Export it again.")
    }
    /// A package that ends too early, or is none.
    package static func damagedPackage(reason: String) -> Phrase {
        Phrase(
            "压缩包或文档包已损坏或不完整（\(reason)），未采用。请重新打包或另存。",
            en: "the package is damaged or incomplete (\(reason)); not used. Make it again.")
    }
    /// Locked by a password.
    package static let encryptedDocument = Phrase(
        "文件已加密，无法读取。请去掉密码后重新放入。", en: "encrypted; cannot be read. Put it here again without its password.")
    /// A package made to fill a memory.
    package static let packageBomb = Phrase(
        "解开后远大于原文件，疑为压缩炸弹，未采用。请核对来源。",
        en: "far larger when unpacked than it should be: a decompression bomb? Not used. Check where it comes from.")
    /// More inside than allowed.
    package static func packageTooLarge(name: String) -> Phrase {
        Phrase("包内“\(name)”解开后超过大小上限，未采用。", en: "\"\(name)\" inside is larger than allowed when unpacked; not used")
    }
    /// More entries than allowed.
    package static func tooManyEntries(limit: Int) -> Phrase {
        Phrase("包内文件超过 \(limit) 个，只读了前 \(limit) 个。请分开打包。", en: "more than \(limit) files inside; the rest was not read")
    }
    /// Packages inside packages.
    package static func nestedTooDeep(limit: Int) -> Phrase {
        Phrase(
            "压缩包嵌套超过 \(limit) 层，更深处未读。", en: "packages nested more than \(limit) deep; what lies deeper was not read")
    }
    /// An entry whose name leads out of its package.
    package static let nameLeadsOut = Phrase(
        "包内文件名含“..”或绝对路径，疑似越界，未采用。", en: "a name that leads out of the package; not used")
    /// A document deeper or larger than anybody writes.
    package static let unreasonableDocument = Phrase(
        "文档结构过大或嵌套过深，未采用。", en: "larger or nested deeper than any document should be; not used")
    /// Macros.
    package static let hasMacros = Phrase(
        "文档带有宏，宏未运行，只取文字。", en: "the document has macros; they were not run, only its text was taken")
    /// Templates and pictures elsewhere.
    package static let refersOutside = Phrase(
        "文档引用外部模板或图片，未去获取，只取文字。",
        en: "the document refers to templates or pictures elsewhere; nothing was fetched, only its text was taken")
    /// Pictures that the stream does not take.
    package static func picturesLeftOut(_ count: Int) -> Phrase {
        Phrase("内含图片或对象 \(count) 个，未采入正文。", en: "\(count) pictures or objects in it were not taken")
    }
    /// A file that is not what its name says.
    package static func otherForm(_ kind: String) -> Phrase {
        Phrase("扩展名与内容不符，实为 \(kind)，已按实际内容读取。", en: "not what its name says but \(kind); read as what it is")
    }
    /// A document without words.
    package static let emptyDocument = Phrase("文档中没有文字，未采用。", en: "no text in the document; not used")
    /// A kind of file that nobody here reads.
    package static func unreadableForm(_ kind: String) -> Phrase {
        Phrase("不能读取 \(kind) 文件，未采用。", en: "\(kind) files are not read; not used")
    }
    /// A sheet that nobody sees.
    package static func hiddenSheet(_ name: String) -> Phrase {
        Phrase("隐藏的工作表“\(name)”未读。", en: "the hidden sheet \"\(name)\" was not read")
    }
    /// More rows than allowed.
    package static func tooManyRows(limit: Int) -> Phrase {
        Phrase("表格超过 \(limit) 行，其余未读。", en: "more than \(limit) rows; the rest was not read")
    }
    /// A sheet without the configured heads.
    package static let noListHead = Phrase(
        "找不到 columns 所列的表头，按整张表格采用。", en: "no row has the heads that `columns` names; taken as one table")
    /// Pages without letters.
    package static func noTextInPages(_ pages: Int) -> Phrase {
        Phrase(
            "共 \(pages) 页，取不到文字：或为扫描件（请安装 tesseract-ocr 和 tesseract-ocr-chi-sim），或字体未嵌入（请安装 poppler-data）。",
            en:
                "\(pages) pages without text: a scan (install tesseract-ocr and tesseract-ocr-chi-sim), or fonts that are not embedded (install poppler-data)"
        )
    }
    /// Letters of a font that says not what they are.
    package static let unreadableLetters = Phrase(
        "部分文字无法还原（字体未带编码），请核对原文。", en: "some letters could not be told: their font does not say. Check the text.")
    /// Text read from pictures.
    package static let recognizedText = Phrase(
        "扫描件，文字由识别得到，请核对。", en: "a scan; its text was recognized and may be wrong. Check it.")
    /// More scanned pages than are read.
    package static func tooManyScannedPages(limit: Int) -> Phrase {
        Phrase("扫描件超过 \(limit) 页，只识别了前 \(limit) 页。", en: "only the first \(limit) scanned pages were read")
    }
    /// Pages that a package names and does not have.
    package static func missingPages(_ count: Int) -> Phrase {
        Phrase("缺 \(count) 页，文件可能不完整。", en: "\(count) pages are missing; is the file whole?")
    }
    /// A package without documents.
    package static let emptyPackage = Phrase("压缩包中没有可读的文件。", en: "no readable file in the package")
    /// No converter.
    package static func converterMissing(_ package: String) -> Phrase {
        Phrase(
            "旧格式文件需要转换程序，请安装 \(package)（或 antiword、catdoc），或另存为 docx/xlsx。",
            en: "an old form: install \(package) (or antiword, catdoc), or save it as docx or xlsx")
    }
}
