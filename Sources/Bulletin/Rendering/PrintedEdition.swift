package import JuheKit

/// An edition in words: everything that a bulletin prints, in the order it prints it, with nothing left to decide.
///
/// Every form (page, Markdown, plain text, later Word and mail) is made from this and from nothing else, so that no form
/// has a fact that the others lack. All texts are single lines without control characters; nothing is escaped yet.
package struct PrintedEdition: Sendable, Hashable {
    /// A language tag for machines, e.g. `zh-CN`.
    package let language: String
    /// The head of the first page (报头).
    package let masthead: Masthead
    /// 更正说明: what a correction puts right.
    package let correction: Line?
    /// The edition in numbers.
    package let figures: [Figure]
    /// What is due soon, earliest first.
    package let due: [Due]
    /// How many items and tasks were left out, as a sentence or two.
    package let leftOut: String?
    /// 要闻: the entries that come first.
    package let highlights: [Highlight]
    /// 编者按, by paragraph.
    package let note: [String]
    /// Its parts; none is empty.
    package let sections: [Section]
    /// What changed in procedures and in the force of documents.
    package let changes: [Change]
    /// What each unit contributed, most first.
    package let contributions: [Contribution]
    /// All contributed items.
    package let contributedItems: Int
    /// All contributed items that join both tracks.
    package let contributedFusion: Int
    /// How much this edition and those before it had; nothing for a first edition.
    package let trend: PrintedTrend?
    /// 信息报送采用情况通报.
    package let circular: Table?
    /// Projects by stage of work.
    package let matrix: Table?
    /// 报, 送, 发: only those that have someone.
    package let distribution: [Line]
    /// Issuer, responsible editor, and who passed the edition.
    package let imprint: [Line]
    /// The sources that did not answer, each with the reason.
    package let silent: [Line]
    /// The words around all this: headings, column names.
    package let words: Words

    /// True where there is more than one entry to find.
    package var hasContents: Bool { sections.flatMap(\.groups).flatMap(\.entries).count > 1 }

    /// The head of the first page.
    package struct Masthead: Sendable, Hashable {
        /// The bulletin's name.
        package let title: String
        /// 第N期.
        package let number: String
        /// 总第N期; empty for a supplement, which has none.
        package let total: String
        /// Both in one: 第N期（总第N期）.
        package let issue: String
        /// The issuing unit.
        package let issuer: String
        /// The day of the seal, e.g. 2026年11月24日.
        package let date: String
        /// The same for machines, e.g. `2026-11-24`.
        package let isoDate: String
        /// What it covers, as a sentence; nothing where its items have no dates.
        package let covers: String?

        /// True where the name is too long for the largest letters: more than twelve Chinese characters wide.
        package var isLong: Bool {
            title.unicodeScalars.reduce(0) { $0 + ($1.value < 0x2E80 ? 1 : 2) } > 24
        }
    }

    /// One figure of the overview.
    package struct Figure: Sendable, Hashable {
        /// What it is, for style sheets: `entries`, `new`, `changed`, `party`, `business`, `fusion`, `copies`, `sources`.
        package let code: String
        /// What it counts.
        package let label: String
        /// The figure.
        package let value: String
    }

    /// All entries of one kind.
    package struct Section: Sendable, Hashable {
        /// The kind's code or `unsorted`; also the anchor on a page.
        package let code: String
        /// 一、二、….
        package let ordinal: String
        /// 政策规定, 办理流程, 动态更新 or 待分拣.
        package let title: String
        /// How many entries it has, in words.
        package let count: String
        /// Its entries by track; none is empty.
        package let groups: [Group]
    }

    /// All entries of one kind and track.
    package struct Group: Sendable, Hashable {
        /// The track's code or `unsorted`.
        package let code: String
        /// 党建, 业务, 融合 or 待分拣.
        package let title: String
        /// How many entries it has, in words.
        package let count: String
        /// The entries.
        package let entries: [Entry]
    }

    /// One item.
    package struct Entry: Sendable, Hashable {
        /// Counts through the whole edition, from 1.
        package let number: Int
        /// Its anchor on a page: `e1`, `e2`, ….
        package var anchor: String { "e\(number)" }
        /// The title, at most 200 letters; the first words of the text where there is none.
        package let title: String
        /// Where to read it: an absolute `http`, `https` or `mailto` URI.
        package let url: String?
        /// The unit that published it, else its author.
        package let unit: String?
        /// 发文字号.
        package let documentNumber: String?
        /// 有效性, in the source's words.
        package let validity: String?
        /// The day of publication; the day it was first seen where there is none.
        package let date: String?
        /// The same for machines.
        package let isoDate: String?
        /// `new` or `changed`.
        package let stateCode: String
        /// 更新 for a new version of a known item; nothing for a new item, which most are.
        package let state: String?
        /// How the document stands to others: 已废止，见…, 转发自….
        package let standings: [String]
        /// How many of them, from the first, say that it is no longer in force.
        package let endings: Int
        /// The first words, at most 80 letters.
        package let excerpt: String?
        /// Its lead image, where it is kept with the edition.
        package let picture: PrintedPicture?
        /// How many files come with it, in words.
        package let attachments: String?
        /// An editor's remark on it, with its label.
        package let remark: String?
        /// Others that published the same.
        package let copies: Copies?
    }

    /// Something that is due.
    package struct Due: Sendable, Hashable {
        /// The last day, with its time where there is one.
        package let date: String
        /// The same for machines.
        package let isoDate: String
        /// How long is left: 今天, 还有3天.
        package let left: String
        /// What is to be done; the words that name the day where they do not say.
        package let what: String
        /// To whom, and whom to ask.
        package let facts: [String]
        /// The item's title.
        package let title: String?
        /// Where to read it.
        package let url: String?
    }

    /// A procedure that runs otherwise now, or a document that is no longer in force.
    package struct Change: Sendable, Hashable {
        /// The number of the entry that says so.
        package let number: Int
        /// That entry's anchor.
        package let anchor: String
        /// The procedure or the document.
        package let title: String
        /// What changed, in words: sections added and removed; 已废止，见….
        package let text: String
    }

    /// An entry that is named at the head of the edition.
    package struct Highlight: Sendable, Hashable {
        /// The entry's number in this edition.
        package let number: Int
        /// The entry's anchor.
        package let anchor: String
        /// Its title.
        package let title: String
        /// Its unit.
        package let unit: String?
        /// The track's code or `unsorted`.
        package let trackCode: String
        /// The track in words.
        package let track: String
    }

    /// A table with a title.
    package struct Table: Sendable, Hashable {
        /// What it shows.
        package let title: String
        /// The heads of its columns.
        package let head: [String]
        /// Its cells, each row as long as the head.
        package let rows: [[String]]
        /// Sentences below it.
        package let remarks: [String]
        /// What a cell says that is to stand out; nothing where none is.
        package var mark: String?
    }

    /// Others that published the same item.
    package struct Copies: Sendable, Hashable {
        /// What stands before their names.
        package let label: String
        /// The first of them.
        package let places: [Place]
        /// What stands after their names, where not all are named.
        package let rest: String

        /// One of them.
        package struct Place: Sendable, Hashable {
            /// The unit.
            package let name: String
            /// Where it published the item.
            package let url: String?
            /// What stands between it and the next.
            package let separator: String
        }

        /// All of it as one line.
        package var line: String { label + places.map { $0.name + $0.separator }.joined() + rest }
    }

    /// One row of the table of contributions.
    package struct Contribution: Sendable, Hashable {
        /// The row, from 1.
        package let number: Int
        /// The unit.
        package let unit: String
        /// Its items.
        package let items: Int
        /// How many of them join both tracks.
        package let fusion: Int
    }

    /// A label and what it labels.
    package struct Line: Sendable, Hashable {
        /// The label.
        package let label: String
        /// What it labels.
        package let text: String
    }

    /// The words around the facts, in the edition's language.
    package struct Words: Sendable, Hashable {
        /// The edition's language.
        package let language: Language

        /// The words of a phrase.
        package func callAsFunction(_ phrase: Phrase) -> String { phrase.text(language) }
    }
}
