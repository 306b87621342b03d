import JuheKit

/// Reads `units.yaml`: units with their names, brands and pairs, and the usual names of organs.
struct UnitRegisterReader {
    private var reader: TableReader

    init(file: YAMLFile) { reader = TableReader(file: file) }

    /// Every mistake found.
    var mistakes: [Mistake] { reader.mistakes }

    /// The register; what is wrong is left out and reported.
    mutating func read() -> UnitRegister {
        var register = UnitRegister()
        for (key, node) in reader.members(reader.file.root, ["region", "units", "prefixes", "organs"], path: "") {
            switch key {
            case "region": register.region = reader.words(node, path: key).first
            case "prefixes": register.prefixes = reader.words(node, path: key)
            case "organs":
                for (name, member) in reader.members(
                    node, UnitRegister.Organ.allCases.map(\.rawValue), path: key)
                {
                    guard let organ = UnitRegister.Organ(rawValue: name) else { continue }
                    register.organs[organ] = reader.words(member, path: "organs.\(name)")
                }
            default:
                guard case .list(let units)? = reader.value(node, .list(.table(Self.unit)), path: key) else { continue }
                register.units = units.compactMap(Self.unit)
            }
        }
        checkNames(register)
        return register
    }

    /// A name that stands for two units would mask either.
    private mutating func checkNames(_ register: UnitRegister) {
        var seen: [String: String] = [:]
        for unit in register.units {
            for name in [unit.name] + unit.aliases {
                if let other = seen[name], let root = reader.file.root {
                    reader.add(root, "units", .repeatedUnit(name, of: other, and: unit.name))
                }
                seen[name] = unit.name
            }
        }
    }

    private static func unit(_ value: OptionValue) -> UnitRegister.Unit? {
        guard case .table(let table) = value, let name = table.text("name") else { return nil }
        let brand = table.table("brand")
        return UnitRegister.Unit(
            name: name, aliases: table.texts("aliases"),
            organ: table.text("organ").flatMap(UnitRegister.Organ.init(rawValue:)) ?? .business,
            brand: brand.text("name").map { UnitRegister.Brand(name: $0, aliases: brand.texts("aliases")) },
            pairs: table.texts("pairs"))
    }

    private static let unit: [OptionSpec] = [
        OptionSpec("name", .text, required: true, help: Phrase("单位名称", en: "the unit's name")),
        OptionSpec("aliases", .list(.text), help: Phrase("别名、全称", en: "other names")),
        OptionSpec(
            "organ", .choice(UnitRegister.Organ.allCases.map(\.rawValue)), fallback: "business",
            help: Phrase("性质：party 党的机关、business 业务部门", en: "organ of the party, or department")),
        OptionSpec(
            "brand",
            .table([
                OptionSpec("name", .text, required: true, help: Phrase("品牌名称", en: "its name")),
                OptionSpec("aliases", .list(.text), help: Phrase("其他写法", en: "other ways it is written")),
            ]), help: Phrase("党建品牌", en: "its brand of party building")),
        OptionSpec("pairs", .list(.text), help: Phrase("结对社区", en: "communities it is paired with")),
    ]
}
