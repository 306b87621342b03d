/// The units (单位) an office knows, as `Configs/units.yaml` has them.
package struct UnitRegister: Sendable, Hashable {
    /// What kind of organ a unit is: the track of its items where their words tell nothing else.
    package enum Organ: String, Sendable, CaseIterable {
        /// An organ of the party.
        case party
        /// A department with business of its own.
        case business
    }

    /// One unit.
    package struct Unit: Sendable, Hashable {
        /// Its name as printed.
        package var name: String
        /// Other names of it.
        package var aliases: [String]
        /// What it is.
        package var organ: Organ
        /// Its brand of party building (党建品牌).
        package var brand: Brand?
        /// The communities it is paired with (双结对).
        package var pairs: [String]

        /// A unit.
        package init(
            name: String, aliases: [String] = [], organ: Organ, brand: Brand? = nil, pairs: [String] = []
        ) {
            self.name = name
            self.aliases = aliases
            self.organ = organ
            self.brand = brand
            self.pairs = pairs
        }
    }

    /// A brand of party building.
    package struct Brand: Sendable, Hashable {
        /// Its name.
        package var name: String
        /// Other ways it is written.
        package var aliases: [String]

        /// A brand.
        package init(name: String, aliases: [String] = []) {
            self.name = name
            self.aliases = aliases
        }
    }

    /// The city or county it is about, e.g. `宁澜市`.
    package var region: String?
    /// The units in the order of the file.
    package var units: [Unit]
    /// What the usual names of organs begin with, e.g. `市`.
    package var prefixes: [String]
    /// Usual names of organs without their prefix, by kind of organ.
    package var organs: [Organ: [String]]

    /// A register.
    package init(
        region: String? = nil, units: [Unit] = [], prefixes: [String] = [], organs: [Organ: [String]] = [:]
    ) {
        self.region = region
        self.units = units
        self.prefixes = prefixes
        self.organs = organs
    }

    /// Every name that stands for a unit, with what that unit is. Registered names come first and win.
    package var names: [(name: String, organ: Organ)] {
        var names: [(name: String, organ: Organ)] = []
        for unit in units {
            for name in [unit.name] + unit.aliases {
                names.append((name, unit.organ))
                if let region, name.hasPrefix("市") { names.append((region + name.dropFirst(), unit.organ)) }
            }
        }
        for organ in Organ.allCases {
            for name in organs[organ] ?? [] {
                names += prefixes.map { ($0 + name, organ) }
                // 委 or 政府 alone may be part of any word; a longer name stands for itself.
                if name.unicodeScalars.count >= 3, name != "人民政府" { names.append((name, organ)) }
            }
        }
        return names
    }
}
