extension Phrase {
    /// A program that the system refuses to start.
    package static func programNotStarted(reason: String) -> Phrase {
        Phrase("外部程序无法启动（\(reason)）。请检查其是否安装。", en: "the program cannot be started (\(reason)). Is it installed?")
    }
    /// No place for temporary files.
    package static func noWorkFolder(reason: String) -> Phrase {
        Phrase(
            "无法写入临时文件夹（\(reason)）。请检查磁盘空间和 TMPDIR。",
            en: "temporary files cannot be written (\(reason)). Check the disk and TMPDIR.")
    }
    /// A program that is not installed.
    package static func programMissing(_ program: String, package: String) -> Phrase {
        Phrase("读取此类文件需要 \(program)，请安装软件包 \(package)。", en: "needs the program \(program): install \(package)")
    }
    /// A program that took too long.
    package static func programTimedOut(_ program: String) -> Phrase {
        Phrase("\(program) 处理超时，已终止，未采用。", en: "\(program) took too long and was ended; not used")
    }
    /// A program that said too much.
    package static func programSaidTooMuch(_ program: String) -> Phrase {
        Phrase("\(program) 的输出超过上限，已终止，未采用。", en: "\(program) said more than allowed and was ended; not used")
    }
    /// A program that was ended by the system.
    package static func programBrokeOff(_ program: String, reason: String) -> Phrase {
        Phrase(
            "\(program) 异常退出或超出内存、时间限制（\(reason)），未采用。",
            en: "\(program) broke off, or took more memory or time than allowed (\(reason)); not used")
    }
    /// A program that refused a file.
    package static func programRefused(_ program: String, reason: String) -> Phrase {
        Phrase(
            "\(program) 无法读取（\(reason)），未采用。请检查文件是否损坏。",
            en: "\(program) cannot read it (\(reason)); not used. Is it damaged?")
    }
}
