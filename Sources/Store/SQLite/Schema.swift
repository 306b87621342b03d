import GRDB

/// The tables, as a list of migrations that only grows.
enum Schema {
    /// Marks a file as ours: "JUHE" in ASCII, in SQLite's header.
    static let applicationID: Int32 = 0x4A55_4845

    /// The newest migration's number, kept in SQLite's `user_version` as well so that a file can be judged by its first
    /// hundred bytes.
    static let version = 16

    /// True of an item that has a term in working days which could not be worked out. The index of these items is used
    /// where a query says exactly this.
    static let lacksHolidays = "instr(flags, 'no-holidays')"

    /// The index by which items are listed, newest first; a store that is filled for the first time gets it when it is
    /// settled.
    static let dateIndex = "CREATE INDEX item_date ON item (sort_date DESC, number DESC)"

    /// The content of an item, in the order it is bound and read.
    static let contentColumns = firstColumns + ["insights"]

    /// What the first migration made.
    private static let firstColumns = [
        "feed_id", "url", "external_url", "title", "html", "text", "summary", "excerpt", "image", "published",
        "modified",
        "authors", "tags", "language", "attachments", "unit", "track", "kind", "column_name", "origin", "document",
        "why",
        "flags", "fetched",
    ]

    /// What leads from an empty file to today's tables, in the order it was written; the list only grows.
    private static let steps: [(name: String, take: @Sendable (Database) throws -> Void)] = [
        (
            "1",
            { db in
                try db.execute(sql: first)
                try db.execute(sql: "PRAGMA application_id = \(applicationID)")
                try db.execute(sql: "PRAGMA user_version = 1")
            }
        ),
        (
            "search",
            { db in
                try db.execute(sql: search)
                try db.execute(sql: "PRAGMA user_version = 2")
            }
        ),
        (
            "course",
            { db in
                try db.execute(sql: course)
                try db.execute(sql: "PRAGMA user_version = 3")
            }
        ),
        (
            "understanding",
            { db in
                try db.execute(sql: understanding)
                try db.execute(sql: "PRAGMA user_version = 4")
            }
        ),
        (
            "inbox",
            { db in
                try db.execute(sql: inbox)
                try db.execute(sql: "PRAGMA user_version = 5")
            }
        ),
        (
            "stories",
            { db in
                try db.execute(sql: stories)
                try db.execute(sql: "PRAGMA user_version = 6")
            }
        ),
        (
            "editions",
            { db in
                try db.execute(sql: editions)
                try db.execute(sql: "PRAGMA user_version = 7")
            }
        ),
        (
            "plugins",
            { db in
                try db.execute(sql: plugins)
                try db.execute(sql: "PRAGMA user_version = 8")
            }
        ),
        (
            "edition files",
            { db in
                try db.execute(
                    sql: """
                        CREATE TABLE edition_file (
                            digest TEXT PRIMARY KEY, type TEXT NOT NULL, content BLOB NOT NULL
                        ) WITHOUT ROWID
                        """)
                try db.execute(sql: "PRAGMA user_version = 9")
            }
        ),
        (
            "edition discards",
            { db in
                try db.execute(
                    sql: """
                        CREATE TABLE edition_discard (
                            id INTEGER PRIMARY KEY, edition INTEGER NOT NULL, bulletin TEXT NOT NULL, series TEXT NOT NULL,
                            year INTEGER NOT NULL, number INTEGER NOT NULL, revision INTEGER NOT NULL, stage TEXT NOT NULL,
                            items INTEGER NOT NULL, sealed_at INTEGER NOT NULL, sealed_by TEXT NOT NULL, at INTEGER NOT NULL,
                            person TEXT NOT NULL, note TEXT, content TEXT NOT NULL, last_step TEXT
                        )
                        """)
                try db.execute(sql: "PRAGMA user_version = 10")
            }
        ),
        (
            "story keys",
            { db in
                // Most items are alone in their story, and are found by their own number.
                try db.execute(
                    sql: """
                        DROP INDEX story_item_story;
                        CREATE INDEX story_item_story ON story_item (story) WHERE story <> number;
                        PRAGMA user_version = 11;
                        """)
            }
        ),
        (
            "items without holidays",
            { db in
                // So that a run need not read every item it took in to warn of a missing year.
                try db.execute(
                    sql: """
                        CREATE INDEX item_without_holidays ON item (change, sort_date)
                            WHERE flags IS NOT NULL AND \(lacksHolidays);
                        """)
                try db.execute(sql: "PRAGMA user_version = 12")
            }
        ),
        (
            "story dates",
            { db in
                // The items' own index of dates finds the same.
                try db.execute(
                    sql: """
                        DROP INDEX story_item_date;
                        PRAGMA user_version = 13;
                        """)
            }
        ),
        (
            "search lengths",
            { db in
                // Of what the index kept beside its words, ranking needs one length only; it stands here now.
                try db.execute(
                    sql: """
                        DROP TABLE search_document;
                        CREATE TABLE search_document (
                            id INTEGER PRIMARY KEY, number INTEGER UNIQUE, length INTEGER NOT NULL
                        );
                        PRAGMA user_version = 14;
                        """)
            }
        ),
        (
            "document names",
            { db in
                let names = try Row.fetchAll(db, sql: "SELECT name, number FROM document_name")
                try db.execute(sql: "DROP TABLE document_name")
                try db.execute(sql: DocumentNames.schema)
                var kept = try DocumentNames(db)
                for row in names { try kept.keep([row[0]], number: row[1]) }
                // Asking for each item that waits whether it is there cost more than writing it down; items never go.
                try db.execute(
                    sql: """
                        CREATE TABLE waiting (number INTEGER PRIMARY KEY);
                        INSERT INTO waiting SELECT number FROM relabel;
                        DROP TABLE relabel;
                        ALTER TABLE waiting RENAME TO relabel;
                        """)
                try db.execute(sql: "PRAGMA user_version = 15")
            }
        ),
        (
            "label ranges",
            { db in
                // Of ten thousand new items each had a row of its own, though their numbers follow each other.
                try db.execute(sql: LabelQueue.migration)
                try db.execute(sql: "PRAGMA user_version = 16")
            }
        ),
    ]

    /// Takes the steps that a store has not taken yet, each in a transaction of its own.
    static var migrator: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        for step in steps { migrator.registerMigration(step.name, migrate: step.take) }
        return migrator
    }

    /// Takes all steps at once in a store that has no table yet, and says so in the migrator's own table. Step by step, the
    /// disk would be waited for four times each.
    static func create(_ db: Database) throws {
        guard try Int.fetchOne(db, sql: "SELECT 1 FROM sqlite_master LIMIT 1") == nil else { return }
        try db.execute(sql: "CREATE TABLE grdb_migrations (identifier TEXT NOT NULL PRIMARY KEY)")
        for step in steps {
            try step.take(db)
            try db.execute(sql: "INSERT INTO grdb_migrations VALUES (?)", arguments: [step.name])
        }
        try db.execute(sql: "DROP INDEX item_date")
    }

    /// How a source behaves, and when it is to be asked next.
    private static let course = """
        ALTER TABLE source ADD COLUMN wait INTEGER NOT NULL DEFAULT 0;
        ALTER TABLE source ADD COLUMN rest INTEGER NOT NULL DEFAULT 0;
        ALTER TABLE source ADD COLUMN skips INTEGER NOT NULL DEFAULT 0;
        ALTER TABLE source ADD COLUMN failing_since INTEGER;
        ALTER TABLE source ADD COLUMN rhythm INTEGER;
        ALTER TABLE source ADD COLUMN counts TEXT;
        ALTER TABLE source ADD COLUMN seconds INTEGER NOT NULL DEFAULT 0;
        ALTER TABLE source ADD COLUMN moved_to TEXT;
        ALTER TABLE source ADD COLUMN mute TEXT;
        ALTER TABLE source ADD COLUMN settings TEXT;
        """

    /// Files that an operator is to look at, and what was decided on them; and which file an item was read from.
    private static let inbox = """
        CREATE TABLE inbox (
            source TEXT NOT NULL, path TEXT NOT NULL, hash TEXT NOT NULL, rule TEXT NOT NULL, state TEXT NOT NULL,
            unit TEXT, since INTEGER NOT NULL,
            PRIMARY KEY (source, path)
        ) WITHOUT ROWID;
        CREATE TABLE item_file (item_number INTEGER PRIMARY KEY REFERENCES item (number), record TEXT NOT NULL);
        """

    private static var content: String {
        """
        feed_id TEXT NOT NULL, url TEXT, external_url TEXT, title TEXT, html TEXT, text TEXT, summary TEXT, excerpt TEXT,
        image TEXT, published INTEGER, modified INTEGER, authors TEXT, tags TEXT, language TEXT, attachments TEXT,
        unit TEXT, track TEXT, kind TEXT, column_name TEXT, origin TEXT, document TEXT, why TEXT, flags TEXT,
        fetched INTEGER NOT NULL
        """
    }

    /// Which item a row of the word index is; the index itself is made when it is first needed.
    private static let search = """
        CREATE TABLE search_document (
            id INTEGER PRIMARY KEY, number INTEGER UNIQUE, sort_date INTEGER NOT NULL
        );
        """

    /// The story of each item, what others find it by, and whose copy it is.
    private static let stories = """
        CREATE TABLE story_item (
            number INTEGER PRIMARY KEY, change INTEGER NOT NULL, story INTEGER NOT NULL, sort_date INTEGER NOT NULL,
            distance INTEGER NOT NULL, keys BLOB NOT NULL, partner INTEGER, evidence TEXT
        );
        CREATE INDEX story_item_story ON story_item (story);
        CREATE INDEX story_item_date ON story_item (sort_date);
        """

    private static var first: String {
        """
        CREATE TABLE counter (name TEXT PRIMARY KEY, value INTEGER NOT NULL) WITHOUT ROWID;
        INSERT INTO counter VALUES ('change', 0);

        CREATE TABLE source (
            id TEXT PRIMARY KEY, state TEXT, last_attempt INTEGER, last_success INTEGER, last_change INTEGER,
            labels TEXT, failures INTEGER NOT NULL DEFAULT 0, failure TEXT, reported TEXT,
            items INTEGER NOT NULL DEFAULT 0
        ) WITHOUT ROWID;

        CREATE TABLE item (
            number INTEGER PRIMARY KEY, source TEXT NOT NULL, identity TEXT NOT NULL, version INTEGER NOT NULL,
            change INTEGER NOT NULL, first_change INTEGER NOT NULL, hash BLOB NOT NULL, first_seen INTEGER NOT NULL,
            sort_date INTEGER NOT NULL, deleted INTEGER NOT NULL DEFAULT 0,
            \(content),
            UNIQUE (source, identity)
        );
        CREATE UNIQUE INDEX item_change ON item (change);
        \(dateIndex);

        CREATE TABLE item_version (
            number INTEGER NOT NULL REFERENCES item (number), version INTEGER NOT NULL, change INTEGER NOT NULL,
            hash BLOB NOT NULL, sort_date INTEGER NOT NULL, deleted INTEGER NOT NULL,
            \(content),
            PRIMARY KEY (number, version)
        ) WITHOUT ROWID;

        \(keepVersions(firstColumns))

        CREATE TABLE edition (
            id INTEGER PRIMARY KEY, bulletin TEXT NOT NULL, year INTEGER NOT NULL, number INTEGER NOT NULL,
            total INTEGER NOT NULL, after INTEGER NOT NULL, through INTEGER NOT NULL, sealed_at INTEGER NOT NULL,
            layout TEXT NOT NULL,
            UNIQUE (bulletin, year, number), UNIQUE (bulletin, total)
        );
        CREATE TABLE edition_item (
            edition INTEGER NOT NULL REFERENCES edition (id), position INTEGER NOT NULL,
            number INTEGER NOT NULL REFERENCES item (number), version INTEGER NOT NULL, hash BLOB NOT NULL,
            PRIMARY KEY (edition, position)
        ) WITHOUT ROWID;
        CREATE TABLE delivery (
            id INTEGER PRIMARY KEY, edition INTEGER NOT NULL REFERENCES edition (id), sink TEXT NOT NULL,
            state TEXT NOT NULL, attempts INTEGER NOT NULL DEFAULT 0, failure TEXT, settled_at INTEGER,
            UNIQUE (edition, sink)
        );
        CREATE INDEX delivery_pending ON delivery (state) WHERE state = 'pending';

        CREATE TABLE run (
            id INTEGER PRIMARY KEY, record TEXT NOT NULL
        );
        """
    }

    /// The trigger that keeps the version that is replaced.
    private static func keepVersions(_ columns: [String]) -> String {
        let old = columns.map { "OLD.\($0)" }.joined(separator: ", ")
        return """
            CREATE TRIGGER item_keeps_versions BEFORE UPDATE OF version ON item WHEN NEW.version <> OLD.version BEGIN
                INSERT INTO item_version (number, version, change, hash, sort_date, deleted, \(columns.joined(separator: ", ")))
                VALUES (OLD.number, OLD.version, OLD.change, OLD.hash, OLD.sort_date, OLD.deleted, \(old));
            END;
            """
    }

    /// What the stream understands of items: labels, deadlines, references, and what people corrected.
    private static var understanding: String {
        """
        ALTER TABLE item ADD COLUMN insights TEXT;
        ALTER TABLE item_version ADD COLUMN insights TEXT;
        DROP TRIGGER item_keeps_versions;
        \(keepVersions(firstColumns + ["insights"]))

        CREATE TABLE memo (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
        CREATE TABLE relabel (number INTEGER PRIMARY KEY REFERENCES item (number));
        INSERT INTO relabel SELECT number FROM item;
        CREATE TABLE correction (
            number INTEGER PRIMARY KEY REFERENCES item (number), track TEXT, kind TEXT, person TEXT,
            made_at INTEGER NOT NULL
        );
        CREATE INDEX edition_item_number ON edition_item (number, version);

        CREATE TABLE deadline (
            number INTEGER NOT NULL REFERENCES item (number), due INTEGER NOT NULL,
            PRIMARY KEY (number, due)
        ) WITHOUT ROWID;
        CREATE INDEX deadline_due ON deadline (due);

        CREATE TABLE document_name (
            name TEXT NOT NULL, number INTEGER NOT NULL REFERENCES item (number), PRIMARY KEY (name, number)
        ) WITHOUT ROWID;
        CREATE INDEX document_name_number ON document_name (number);
        CREATE TABLE document_reference (
            number INTEGER NOT NULL REFERENCES item (number), relation TEXT NOT NULL, target TEXT NOT NULL,
            PRIMARY KEY (number, relation, target)
        ) WITHOUT ROWID;
        CREATE INDEX document_reference_target ON document_reference (target);
        """
    }

    /// How far deliveries have come that were broken off, and how far enrichers have.
    private static let plugins = """
        ALTER TABLE delivery ADD COLUMN progress TEXT;
        CREATE TABLE enricher (
            id TEXT PRIMARY KEY, mark TEXT NOT NULL, through INTEGER NOT NULL, number INTEGER NOT NULL, failure TEXT
        ) WITHOUT ROWID;
        """

    /// Supplements, corrections and reviews. The old table held one row of numbers only, so it is made anew.
    private static let editions = """
        CREATE TABLE edition_next (
            id INTEGER PRIMARY KEY, bulletin TEXT NOT NULL, series TEXT NOT NULL, year INTEGER NOT NULL,
            number INTEGER NOT NULL, total INTEGER NOT NULL, revision INTEGER NOT NULL,
            corrects INTEGER REFERENCES edition_next (id), after INTEGER NOT NULL, through INTEGER NOT NULL,
            sealed_at INTEGER NOT NULL, sealed_by TEXT NOT NULL, configuration TEXT NOT NULL, stage TEXT NOT NULL,
            layout TEXT NOT NULL,
            UNIQUE (bulletin, series, year, number, revision), UNIQUE (bulletin, series, total, revision)
        );
        INSERT INTO edition_next
            SELECT id, bulletin, 'regular', year, number, total, 0, NULL, after, through, sealed_at, '', '', 'released',
                layout FROM edition;
        DROP TABLE edition;
        ALTER TABLE edition_next RENAME TO edition;

        CREATE TABLE review (
            id INTEGER PRIMARY KEY, edition INTEGER NOT NULL REFERENCES edition (id), action TEXT NOT NULL,
            stage TEXT NOT NULL, person TEXT NOT NULL, at INTEGER NOT NULL, note TEXT, content TEXT NOT NULL,
            previous TEXT NOT NULL, hash TEXT NOT NULL, signature TEXT
        );
        CREATE INDEX review_edition ON review (edition, id);
        """
}
