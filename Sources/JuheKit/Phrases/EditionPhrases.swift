/// What is said about editions in the ledger and about their review.
extension Phrase {
    /// The name of a stage for people.
    package static func name(of stage: ReviewStage) -> Phrase {
        switch stage {
        case .draft: Phrase("草稿", en: "draft")
        case .first: Phrase("初审已过", en: "first review passed")
        case .second: Phrase("复审已过", en: "second review passed")
        case .final: Phrase("终审已过", en: "final review passed")
        case .released: Phrase("已发布", en: "released")
        }
    }
    /// The name of what was done in a step.
    package static func name(of action: ReviewStep.Action) -> Phrase {
        switch action {
        case .drafted: Phrase("编成", en: "drafted")
        case .edited: Phrase("编辑", en: "edited")
        case .passed: Phrase("通过", en: "passed")
        case .returned: Phrase("退回", en: "returned")
        case .released: Phrase("发布", en: "released")
        }
    }

    /// Somebody else was faster.
    package static let reviewedMeanwhile = Phrase(
        "其间有人审改过本期，本次未作改动，请重看后再做。", en: "somebody reviewed it meanwhile; nothing was changed. Look again first.")
    /// An edition that is out.
    package static let alreadyReleased = Phrase(
        "本期已发布，不能再改。要改错请另编更正：juhe issue correct。",
        en: "it is released and never changes; put it right with `juhe issue correct`")
    /// A correction of what is not out yet.
    package static let correctsUnreleased = Phrase(
        "本期还没有发布，直接编辑即可：juhe issue edit。", en: "it is not released yet; edit it with `juhe issue edit`")
    /// A pass too many.
    package static let alreadyPassed = Phrase(
        "三审已全部通过，可以发布：juhe issue release。", en: "it has passed every review; put it out with `juhe issue release`")
    /// Somebody who may not.
    package static func mayNotPass(_ stage: ReviewStage, allowed: [String]) -> Phrase {
        Phrase(
            "不能作这一审，可以作的有：\(allowed.joined(separator: "、"))。",
            en: "may not pass this review; these may: \(allowed.joined(separator: ", "))")
    }
    /// Somebody who has passed another stage.
    package static func passedAlready(_ stage: ReviewStage) -> Phrase {
        let step =
            switch stage {
            case .first: Phrase("初审", en: "first")
            case .second: Phrase("复审", en: "second")
            default: Phrase("终审", en: "final")
            }
        return Phrase(
            "已作过本期的\(step.zhHans)，三审要由三个人分别作。",
            en: "passed the \(step.english) review already; the three reviews are three persons'")
    }
    /// A release too early.
    package static func notFinal(_ stage: ReviewStage) -> Phrase {
        Phrase(
            "现在是“\(name(of: stage).zhHans)”，终审通过后才能发布。",
            en: "it stands at \"\(name(of: stage).english)\"; it is released after the final review")
    }
    /// A ledger that does not hold.
    package static func brokenReview(_ why: Phrase) -> Phrase {
        Phrase(
            "审核记录对不上：\(why.zhHans)未作改动。",
            en: "the ledger of the review does not hold: \(why.english). Nothing was changed.")
    }
    /// A step that was changed.
    package static func reviewStepBroken(_ step: Int) -> Phrase {
        Phrase("第 \(step) 步被改动过。", en: "step \(step) was changed")
    }
    /// A step with another signature.
    package static func reviewStepUnsigned(_ step: Int) -> Phrase {
        Phrase("第 \(step) 步的签名不符。", en: "the signature of step \(step) is wrong")
    }
    /// Content that is not what was reviewed.
    package static let reviewContentChanged = Phrase("内容与审过的不同。", en: "the content is not what was reviewed")
    /// A ledger that holds.
    package static let reviewHolds = Phrase("审核记录完整。", en: "the ledger of the review holds")

    /// An edition that stopped at the draft.
    package static func drafted(_ title: String, _ issue: String, items: Int) -> Phrase {
        Phrase(
            "《\(title)》\(issue)草稿已编成，收录 \(items) 条，等待审核。",
            en: "\(title) \(issue): draft with \(items) items, waiting for its review")
    }
    /// A supplement or a correction was sealed, or would be.
    package static func sealedExtra(_ title: String, _ issue: String, items: Int, isDryRun: Bool) -> Phrase {
        isDryRun
            ? Phrase(
                "《\(title)》将编成\(issue)，收录 \(items) 条（试运行，未作改动）。",
                en: "\(title): would seal \(issue) with \(items) items (dry run)")
            : Phrase("《\(title)》\(issue)已编成，收录 \(items) 条。", en: "\(title): \(issue) sealed with \(items) items")
    }
    /// An edition before is in the way.
    package static func waitingForReview(_ title: String, _ issue: String, _ stage: ReviewStage) -> Phrase {
        Phrase(
            "《\(title)》\(issue)尚未发布（\(name(of: stage).zhHans)），不编新一期。",
            en: "\(title) \(issue) is not released yet (\(name(of: stage).english)); no edition")
    }
    /// An edition that was passed, returned or released.
    package static func reviewed(_ title: String, _ issue: String, _ stage: ReviewStage) -> Phrase {
        Phrase("《\(title)》\(issue)：\(name(of: stage).zhHans)。", en: "\(title) \(issue): \(name(of: stage).english)")
    }
    /// An edition that was edited.
    package static func edited(_ title: String, _ issue: String, items: Int, leftOut: Int) -> Phrase {
        Phrase(
            "《\(title)》\(issue)已按草稿修改：收录 \(items) 条，不收录 \(leftOut) 条，审核重新开始。",
            en: "\(title) \(issue) edited: \(items) items, \(leftOut) left out; its review begins anew")
    }
    /// A draft that says what the edition says.
    package static let notEdited = Phrase("草稿没有改动。", en: "the draft says nothing new")
    /// Mistakes in a draft.
    package static func draftMistakes(_ count: Int, _ file: String) -> Phrase {
        Phrase(
            "草稿有 \(count) 处问题，未作改动。改好后：juhe issue edit --read \(file)",
            en:
                "\(count) mistakes in the draft; nothing was changed. Put them right, then: juhe issue edit --read \(file)"
        )
    }
    /// A draft that was written.
    package static func draftWritten(_ file: String) -> Phrase {
        Phrase(
            "草稿已写到 \(file)，改好后：juhe issue edit --read \(file)",
            en: "draft written to \(file); then: juhe issue edit --read \(file)")
    }
    /// No terminal to edit in.
    package static let editNeedsTerminal = Phrase(
        "没有终端，打不开编辑器。请用 --write 文件 写出草稿，改好后用 --read 文件 读回。",
        en: "no terminal to open an editor in; use --write FILE, and --read FILE when it is edited")
    /// An editor that failed.
    package static func editorFailed(_ command: String) -> Phrase {
        Phrase("编辑器没有正常结束：\(command)", en: "the editor did not end well: \(command)")
    }
    /// No edition under review.
    package static let noDraft = Phrase(
        "没有待审的一期。先编一期草稿：juhe issue seal --draft",
        en: "no edition is under review; make one with `juhe issue seal --draft`")
    /// Several bulletins and none named.
    package static func whichBulletin(_ known: [String]) -> Phrase {
        Phrase(
            "有几份简报，请用 --bulletin 指定：\(known.joined(separator: "、"))。",
            en: "there are several bulletins; name one with --bulletin: \(known.joined(separator: ", "))")
    }
    /// A supplement of nothing.
    package static let emptySupplement = Phrase(
        "增刊没有内容：请用 --item 或 --since/--until 指明收录哪些条目。",
        en: "a supplement of nothing: name items with --item, or days with --since/--until")
    /// A correction without words.
    package static let correctionNeedsReason = Phrase("请用 --reason 写明更正什么。", en: "say with --reason what is put right")

    /// An edition's number for people, supplements and corrections included.
    package static func issueNumber(
        year: Int, number: Int, series: Edition.Series, revision: Int
    ) -> Phrase {
        let mark = revision > 0 ? correctionMark(revision) : Phrase("", en: "")
        return series == .regular
            ? Phrase("\(year) 年第 \(number) 期\(mark.zhHans)", en: "issue \(number) of \(year)\(mark.english)")
            : Phrase("\(year) 年增刊第 \(number) 期\(mark.zhHans)", en: "supplement \(number) of \(year)\(mark.english)")
    }

    // What `juhe issue list` and `show` print
    /// Who sealed it.
    package static let sealedBy = Phrase("编成人", en: "Sealed by")
    /// When.
    package static let sealedAt = Phrase("编成时间", en: "Sealed at")
    /// The window of watermarks.
    package static let window = Phrase("窗口", en: "Window")
    /// The hash of the settings.
    package static let configurationHash = Phrase("配置指纹", en: "Configuration")
    /// The hash of the content.
    package static let contentHash = Phrase("内容指纹", en: "Content")
    /// The stage.
    package static let stage = Phrase("阶段", en: "Stage")
    /// The review.
    package static let review = Phrase("审核", en: "Review")
    /// The deliveries.
    package static let deliveries = Phrase("投递", en: "Deliveries")
    /// An edition.
    package static let issue = Phrase("期次", en: "Issue")
    /// What it corrects.
    package static let corrects = Phrase("更正", en: "Corrects")
    /// The version of an item.
    package static let versionColumn = Phrase("版本", en: "Version")
    /// The fingerprint of an item.
    package static let fingerprint = Phrase("指纹", en: "Fingerprint")
}
