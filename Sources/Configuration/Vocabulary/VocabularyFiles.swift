import Foundation
package import JuheKit

/// Where the registers of words stand: the office's own files, or those that are compiled in.
package struct VocabularyFiles: Sendable, Hashable {
    /// The lexicon, absolute; nothing for the shipped one.
    package var lexicon: String?
    /// The register of units.
    package var units: String?
    /// Topics, activities, stages.
    package var registers: String?
    /// A folder of holidays by year (`2026.yaml`); a year that it has not is the shipped one.
    package var holidays: String?
    /// When the office closes, `17:30`; nothing for just that.
    package var closing: String?

    /// The shipped registers, but for those that are named.
    package init(
        lexicon: String? = nil, units: String? = nil, registers: String? = nil, holidays: String? = nil,
        closing: String? = nil
    ) {
        self.lexicon = lexicon
        self.units = units
        self.registers = registers
        self.holidays = holidays
        self.closing = closing
    }

    /// True where none of the registers is the office's own.
    package var isShipped: Bool { lexicon == nil && units == nil && registers == nil && holidays == nil }

    /// Reads and checks all of them.
    /// - Throws: ``ConfigurationMistakes`` with every mistake found.
    package func load() throws(ConfigurationMistakes) -> Vocabulary {
        var mistakes: [Mistake] = []
        var vocabulary = Vocabulary()
        let time = closing?.split(separator: ":").compactMap { Int($0) } ?? []
        if time.count == 2 { vocabulary.closing = time[0] * 60 + time[1] }
        func read(_ file: String?, _ shipped: [UInt8], _ name: String, _ use: (YAMLFile) -> [Mistake]) {
            do throws(Mistake) {
                let yaml =
                    if let file { try YAMLFile(path: file) } else { try YAMLFile(text: text(shipped), name: name) }
                mistakes += use(yaml)
            } catch {
                mistakes.append(error)
            }
        }
        read(lexicon, PackageResources.lexicon_yaml, "lexicon.yaml") { file in
            var reader = LexiconReader(file: file)
            vocabulary.lexicon = reader.read()
            return reader.mistakes
        }
        read(units, PackageResources.units_yaml, "units.yaml") { file in
            var reader = UnitRegisterReader(file: file)
            vocabulary.units = reader.read()
            return reader.mistakes
        }
        read(registers, PackageResources.registers_yaml, "registers.yaml") { file in
            var reader = LabelRegisterReader(file: file)
            vocabulary.labels = reader.read()
            return reader.mistakes
        }
        for (path, shipped) in holidayFiles {
            read(path, shipped, "holidays") { file in
                var reader = HolidayReader(file: file)
                if let found = reader.read() { vocabulary.holidays.years[found.year] = found.days }
                return reader.mistakes
            }
        }
        if !mistakes.isEmpty { throw ConfigurationMistakes(mistakes: mistakes) }
        return vocabulary
    }

    /// The bytes of all of them, for telling whether anything changed since the last run; a file that cannot be read
    /// counts as empty.
    package var bytes: [[UInt8]] {
        let files = [
            (lexicon, PackageResources.lexicon_yaml), (units, PackageResources.units_yaml),
            (registers, PackageResources.registers_yaml),
        ]
        return (files + holidayFiles).map { file, shipped in
            guard let file else { return shipped }
            return FileManager.default.contents(atPath: file).map(Array.init) ?? []
        } + (closing.map { [Array($0.utf8)] } ?? [])
    }

    /// The shipped years, then those of the folder, which come later and win.
    private var holidayFiles: [(String?, [UInt8])] {
        let shipped: [(String?, [UInt8])] = [
            (nil, PackageResources.holidays2025_yaml), (nil, PackageResources.holidays2026_yaml),
        ]
        guard let holidays else { return shipped }
        let names = (try? FileManager.default.contentsOfDirectory(atPath: holidays)) ?? []
        return shipped + names.filter { $0.hasSuffix(".yaml") }.sorted().map { ("\(holidays)/\($0)", []) }
    }

    private func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }
}
