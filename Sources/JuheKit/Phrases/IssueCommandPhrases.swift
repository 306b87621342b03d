/// The commands below `juhe issue`, their options and examples.
extension Phrase {
    /// `juhe issue seal`
    public static let issueSealCommand = Phrase(
        "把上一期之后的新内容编成一期（juhe issue 单独用就是它）", en: "Seal an edition of what is new; what `juhe issue` alone does")
    /// `juhe issue list`
    public static let issueListCommand = Phrase("列出台账里的各期", en: "List the ledger of editions")
    /// `juhe issue show`
    public static let issueShowCommand = Phrase(
        "看一期的台账：窗口、条目版本与指纹、审核、投递", en: "Show what the ledger has of an edition: window, versions, fingerprints, review")
    /// `juhe issue preview`
    public static let issuePreviewCommand = Phrase(
        "预览下一期或某一期，并列出校对意见；不编、不投", en: "Show the next edition, or one by number, with a proofreader's remarks")
    /// `juhe issue reissue`
    public static let issueReissueCommand = Phrase("重新投递一期，内容一字不变", en: "Deliver an edition again, to the same bytes")
    /// `juhe issue supplement`
    public static let issueSupplementCommand = Phrase(
        "编一期增刊，另行编号，不影响下一期", en: "Seal a supplement, numbered apart; the next edition is not affected")
    /// `juhe issue correct`
    public static let issueCorrectCommand = Phrase(
        "编一期更正；原来的一期原样保留", en: "Seal a correction of an edition, which itself stays as it is")
    /// `juhe issue edit`
    public static let issueEditCommand = Phrase("编辑待审的一期：纯文本草稿", en: "Edit the edition under review as a plain text")
    /// `juhe issue proof`
    public static let issueProofCommand = Phrase("校对：列出应当核对的地方", en: "Proofread: what should be looked at, and where")
    /// `juhe issue pass`
    public static let issuePassCommand = Phrase("通过下一审（初审、复审、终审）", en: "Pass the next review: first, second, final")
    /// `juhe issue return`
    public static let issueReturnCommand = Phrase("退回草稿", en: "Send back to the draft")
    /// `juhe issue discard`
    public static let issueDiscardCommand = Phrase(
        "弃用未发布的一期；期号和内容归入下一期", en: "Discard an edition that is not out; its number and its items are the next one's")
    /// `juhe issue discard --note`
    public static let discardNoteOption = Phrase("为什么弃用", en: "why it is discarded")
    /// `juhe issue list --discarded`
    public static let discardedOption = Phrase(
        "改列弃用的草稿：何时、何人、为何", en: "list what was discarded instead: when, by whom, why")
    /// A column: when a draft was discarded.
    public static let discardedAt = Phrase("弃用时间", en: "discarded")
    /// A column: who discarded it.
    public static let discardedBy = Phrase("弃用人", en: "by")
    /// An edition was discarded.
    package static func discarded(_ title: String, _ issue: String) -> Phrase {
        Phrase("《\(title)》\(issue)已弃用。", en: "\(title), \(issue): discarded.")
    }
    /// An edition that another one follows.
    package static let notTheLast = Phrase(
        "其后已有另一期，不能弃用；可以更正", en: "another edition follows it; it cannot be discarded, only corrected")
    /// A picture that is none, or too small or too large.
    package static let noPicture = Phrase(
        "不是可用的配图（JPEG、PNG、GIF，宽 200 像素以上）", en: "no picture to be used: JPEG, PNG or GIF, 200 pixels wide or more")
    /// A template that is gone.
    package static func lostTemplate(_ name: String) -> Phrase {
        Phrase("台账中没有模板 \(name) 的内容", en: "the ledger does not have the content of the template \(name)")
    }
    /// `juhe issue proof --links`
    public static let linksOption = Phrase(
        "并逐一访问链接，找出失效的", en: "also ask every address, and name those that lead nowhere")
    /// `juhe issue release`
    public static let issueReleaseCommand = Phrase(
        "终审后发布；此后不再改动", en: "Put out after the final review; it never changes again")
    /// `juhe issue model`
    public static let issueModelCommand = Phrase("列出网页模板可用的全部名称", en: "List every name that a page template may use")

    /// Examples under `juhe issue seal --help`.
    public static let issueSealExamples = Phrase(
        """
        编一期草稿，12 号条目置顶，15 号不收：
          juhe issue seal --draft --pin 12 --exclude 15
        """,
        en: """
            A draft with item 12 first and without item 15:
              juhe issue seal --draft --pin 12 --exclude 15
            """)
    /// Examples under `juhe issue supplement --help`.
    public static let issueSupplementExamples = Phrase(
        """
        juhe issue supplement --item 12 --item 15 --note "专刊刊发两篇典型材料。"
        """,
        en: """
            juhe issue supplement --item 12 --item 15 --note "Two exemplary papers."
            """)
    /// Examples under `juhe issue correct --help`.
    public static let issueCorrectExamples = Phrase(
        """
        juhe issue correct 12 --reason "第3条的截止日期应为11月30日。"
        """,
        en: """
            juhe issue correct 12 --reason "The deadline of entry 3 is 30 November."
            """)
    /// Examples under `juhe issue edit --help`.
    public static let issueEditExamples = Phrase(
        """
        在终端里编辑：        juhe issue edit
        写出、改好、读回：    juhe issue edit --write 草稿.txt
                              juhe issue edit --read 草稿.txt --by 王编辑
        """,
        en: """
            In a terminal:              juhe issue edit
            Out, edit, and back again:  juhe issue edit --write draft.txt
                                        juhe issue edit --read draft.txt --by Wang
            """)
    /// Examples under the commands of the review.
    public static let issueReviewExamples = Phrase(
        """
        juhe issue pass --by 张三        初审
        juhe issue pass --by 李四        复审
        juhe issue pass --by 王五        终审
        juhe issue release --by 王五     发布
        juhe issue return --by 李四 --note "第2条请核实"
        """,
        en: """
            juhe issue pass --by Zhang       first review
            juhe issue pass --by Li          second review
            juhe issue pass --by Wang        final review
            juhe issue release --by Wang     out
            juhe issue return --by Li --note "check entry 2"
            """)

    /// `--by`
    public static let byOption = Phrase("经手人；默认取登录名", en: "who does it; the login name if left out")
    /// `--draft`
    public static let draftOption = Phrase("停在草稿，等待审核", en: "stop at the draft, to be reviewed")
    /// `--pin`
    public static let pinOption = Phrase("把这一条置顶（可重复）", en: "this item comes first; may be repeated")
    /// `--exclude`
    public static let excludeOption = Phrase("不收这一条（可重复）", en: "this item stays out; may be repeated")
    /// `--note`
    public static let noteOption = Phrase("编者按，一段（可重复）", en: "a paragraph of the editor's note; may be repeated")
    /// `--item`
    public static let itemOption = Phrase("收录这一条（可重复）", en: "this item goes in; may be repeated")
    /// `--reason`
    public static let reasonOption = Phrase("更正什么", en: "what is put right")
    /// `--note` of the review
    public static let reviewNoteOption = Phrase("审核意见", en: "the reviewer's remark")
    /// `--year` of an edition
    public static let issueYearOption = Phrase("哪一年；默认今年", en: "the year; this year if left out")
    /// `--supplement`
    public static let supplementOption = Phrase("指增刊", en: "a supplement is meant")
    /// `--revision`
    public static let revisionOption = Phrase(
        "第几次更正；0 为原来的一期，默认最新", en: "which correction; 0 is the original, the newest if left out")
    /// `--write`
    public static let writeOption = Phrase("只写出草稿（- 为标准输出）", en: "only write the draft (- for standard output)")
    /// `--read`
    public static let readOption = Phrase("只读回草稿（- 为标准输入）", en: "only read the draft back (- for standard input)")
    /// `--form`
    public static let formOption = Phrase(
        "预览的形式：渠道类型，如 text、markdown、page", en: "the form: a type of sink, e.g. text, markdown, page")
    /// An edition's number.
    public static let issueNumberArgument = Phrase("第几期", en: "the number in the year")
    /// An edition's number, or none for the one under review.
    public static let draftNumberArgument = Phrase(
        "第几期；不写则为待审的一期", en: "the number in the year; the one under review if left out")
    /// An edition's number, or none for the next one.
    public static let previewNumberArgument = Phrase(
        "第几期；不写则为下一期", en: "the number in the year; the next one if left out")
    /// An edition's number, or none for the one under review or the next.
    public static let proofNumberArgument = Phrase(
        "第几期；不写则为待审的一期，没有待审的则为下一期", en: "the number in the year; else the one under review, else the next one")
}
