package import JuheKit
import CalendarSink
import DirectorySource
import FeedSink
import FeedSource
import MailSink
import MarkdownSink
import PageSink
import PdfSink
import SiteSource
import TableSink
import TextSink
import WordSink

extension PluginCatalog {
    /// The plugins that come with Juhe: the one list of them. A new plugin is a folder, a target and a line here.
    package static let builtIn = PluginCatalog(
        sources: [FeedSource.self, SiteSource.self, DirectorySource.self],
        sinks: [
            PageSink.self, WordSink.self, PdfSink.self, MarkdownSink.self, TextSink.self, FeedSink.self, TableSink.self,
            MailSink.self, CalendarSink.self,
        ])
}
