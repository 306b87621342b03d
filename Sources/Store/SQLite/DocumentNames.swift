import GRDB
import JuheKit

/// Under which names the documents of the stream are known: a hash of the name, and the item.
///
/// Names come in no order, and written where they belong each would change a page of its own. They are put in a row while
/// sources are taken in, and go to their places together, in order, when the store is settled. A name that an item had
/// once may stay: whoever finds an item by a name looks whether it still has it.
struct DocumentNames {
    /// The tables, as version 15 made them.
    static let schema = """
        CREATE TABLE document_name (
            hash INTEGER NOT NULL, number INTEGER NOT NULL, PRIMARY KEY (hash, number)
        ) WITHOUT ROWID;
        CREATE TABLE document_name_new (hash INTEGER NOT NULL, number INTEGER NOT NULL);
        """

    private let statement: Statement
    private var row = RowValues()

    init(_ db: Database) throws {
        statement = try db.cachedStatement(sql: "INSERT INTO document_name_new VALUES (?, ?)")
    }

    /// Keeps the names of an item.
    mutating func keep(_ names: [String], number: Int64) throws {
        for name in names {
            row.removeAll()
            row.add(Self.hash(name))
            row.add(number)
            try row.run(statement)
        }
    }

    /// The items that are known by a name or were, the first one first.
    static func numbers(of name: String, _ db: Database) throws -> [Int64] {
        try Int64.fetchAll(
            db.cachedStatement(
                sql: """
                    SELECT number FROM document_name WHERE hash = ?1
                    UNION SELECT number FROM document_name_new WHERE hash = ?1 ORDER BY number
                    """), arguments: [hash(name)])
    }

    /// Puts new names where they are found.
    static func settle(_ db: Database) throws {
        try db.execute(
            sql: """
                INSERT OR IGNORE INTO document_name SELECT hash, number FROM document_name_new ORDER BY hash, number;
                DELETE FROM document_name_new;
                """)
    }

    /// True where names wait.
    static func areWaiting(_ db: Database) throws -> Bool {
        try Int.fetchOne(db, sql: "SELECT 1 FROM document_name_new LIMIT 1") != nil
    }

    /// Forgets the names of items.
    static func forget(_ numbers: [Int64], _ db: Database) throws {
        let list = "[" + numbers.map(String.init).joined(separator: ",") + "]"
        for table in ["document_name", "document_name_new"] {
            try db.execute(
                sql: "DELETE FROM \(table) WHERE number IN (SELECT value FROM json_each(?))", arguments: [list])
        }
    }

    static func hash(_ name: String) -> Int64 { Int64(bitPattern: FNV1a.hash(name)) }
}
