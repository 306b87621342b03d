package import FoundationEssentials
package import JuheKit

/// What is known before a document is read.
package struct DocumentSettings: Sendable {
    /// What the configuration says of its source.
    package var source: SourceProfile
    /// The run's time.
    package var now: Date

    /// Words at the heads of a list's columns by field, e.g. `title: 信息标题`; others are found by themselves.
    package var columns: [String: String] = [:]
    /// True where every document is a unit's submission, with 报送单位, 执笔人 and 联系电话.
    package var isSubmission = false
    /// Other programs that read what we do not.
    package var converters = Converters()

    /// Settings for one source in one run.
    package init(source: SourceProfile, now: Date) {
        self.source = source
        self.now = now
    }
}
