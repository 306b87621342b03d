import Extraction
import JuheKit
import Markup

/// Reads the visible sheets of an Excel workbook (ECMA-376 part 1, SpreadsheetML) as people see them: dates as dates,
/// numbers as written, formulas by the value they had.
struct WorkbookReader {
    private let package: OfficePackage
    private let shared: [String]
    private let formats: CellFormats

    static func read(_ package: OfficePackage, subject: String) throws(Failure) -> (sheets: [Sheet], notes: [Failure]) {
        do {
            guard let root = try package.tree(package.main), let list = root.first("sheets") else {
                throw Failure(.malformed, subject, .damagedDocument(reason: package.main))
            }
            let relations = package.relations(of: package.main)
            func part(_ type: String) -> XMLTree.Node? {
                package.optionalTree(relations.values.first { $0.type == type }?.target)
            }
            let is1904 = root.first("workbookPr")?["date1904"].map { $0 == "1" || $0 == "true" } ?? false
            let reader = WorkbookReader(
                package: package, shared: sharedTexts(part("sharedStrings")),
                formats: CellFormats(part("styles"), is1904: is1904))
            var sheets: [Sheet] = []
            var notes = package.dangers(subject: subject)
            for node in list.all("sheet") {
                let name = node["name"] ?? ""
                guard node["state"] == nil || node["state"] == "visible" else {
                    notes.append(Failure(.limit, subject, .hiddenSheet(name)))
                    continue
                }
                guard let target = node["id"].flatMap({ relations[$0]?.target }), let sheet = try package.tree(target)
                else { continue }
                sheets.append(reader.sheet(sheet, name: name, &notes, subject))
            }
            return (sheets, notes)
        } catch let problem as XMLTree.Problem {
            throw Failure(subject, problem)
        } catch let failure as Failure {
            throw failure
        } catch {
            throw Failure(.malformed, subject, .damagedDocument(reason: "\(error)"))
        }
    }

    private static func sharedTexts(_ root: XMLTree.Node?) -> [String] { root?.all("si").map(richText) ?? [] }

    /// Plain or rich text, without the readings that East Asian cells may carry.
    private static func richText(_ node: XMLTree.Node) -> String {
        node.children.reduce(into: "") { text, child in
            switch child.name {
            case "t": text += child.text
            case "r": text += child.first("t")?.text ?? ""
            default: break
            }
        }
    }

    private func sheet(_ root: XMLTree.Node, name: String, _ notes: inout [Failure], _ subject: String) -> Sheet {
        var sheet = Sheet(name: name)
        var places: [Int: Int] = [:]
        var next = 0
        for row in root.first("sheetData")?.all("row") ?? [] {
            let number = row["r"].flatMap { Int($0) }.map { $0 - 1 } ?? next
            next = number + 1
            guard sheet.rows.count < Sheet.mostRows else {
                notes.append(Failure(.limit, subject, .tooManyRows(limit: Sheet.mostRows)))
                break
            }
            places[number] = sheet.rows.count
            sheet.rows.append(cells(row))
        }
        for node in root.first("mergeCells")?.all("mergeCell") ?? [] {
            let ends = (node["ref"] ?? "").split(separator: ":").compactMap { CellPlace($0) }
            guard ends.count == 2, let top = places[ends[0].row], ends[0].column < Sheet.mostColumns else { continue }
            let bottom =
                (ends[0].row...max(ends[0].row, min(ends[1].row, ends[0].row + 10_000)))
                .compactMap { places[$0] }.last ?? top
            let last = max(ends[0].column, min(ends[1].column, Sheet.mostColumns - 1))
            sheet.merges.append(
                Sheet.Merge(rows: top...max(top, bottom), columns: ends[0].column...last))
        }
        sheet.trim()
        return sheet
    }

    private func cells(_ row: XMLTree.Node) -> [String] {
        var cells: [String] = []
        var next = 0
        for cell in row.all("c") {
            let column = cell["r"].flatMap { CellPlace($0[...])?.column } ?? next
            next = column + 1
            guard column < Sheet.mostColumns else { continue }
            while cells.count <= column { cells.append("") }
            cells[column] = text(cell).trimmed
        }
        return cells
    }

    private func text(_ cell: XMLTree.Node) -> String {
        let value = cell.first("v")?.text ?? ""
        switch cell["t"] ?? "n" {
        case "s": return Int(value).flatMap { shared.indices.contains($0) ? shared[$0] : nil } ?? ""
        case "inlineStr": return cell.first("is").map(Self.richText) ?? ""
        case "b": return value == "1" ? "是" : "否"
        case "e": return ""
        case "n": return formats.text(value, style: cell["s"].flatMap { Int($0) } ?? 0)
        default: return value
        }
    }
}

/// A place like `BC12`, from 0.
struct CellPlace: Equatable {
    let row: Int
    let column: Int

    init?(_ text: Substring) {
        var column = 0
        var row = 0
        for byte in text.utf8 where byte != UInt8(ascii: "$") {
            switch byte {
            case UInt8(ascii: "A")...UInt8(ascii: "Z") where row == 0: column = column * 26 + Int(byte) - 64
            case UInt8(ascii: "0")...UInt8(ascii: "9"): row = row * 10 + Int(byte) - 48
            default: return nil
            }
            guard column < 20_000, row < 2_000_000 else { return nil }
        }
        guard row > 0, column > 0 else { return nil }
        self.row = row - 1
        self.column = column - 1
    }
}
