/// The zones that dates name.
enum ZoneNames {
    /// A region whose clocks change in summer.
    struct Region {
        enum Rule { case none, america, europe }

        let standard: Int
        let rule: Rule

        /// The offset at a local time, to the day of the change.
        func offset(at date: CivilDate) -> Int {
            standard + (isSummer(date) ? 3600 : 0)
        }

        private func isSummer(_ date: CivilDate) -> Bool {
            let day = CivilDate.days(date.year, date.month, date.day)
            switch rule {
            case .none: return false
            case .america:
                // Second Sunday of March to first Sunday of November, since 2007.
                return day >= Self.sunday(onOrAfter: CivilDate.days(date.year, 3, 8))
                    && day < Self.sunday(onOrAfter: CivilDate.days(date.year, 11, 1))
            case .europe:
                // Last Sunday of March to last Sunday of October.
                return day >= Self.sunday(onOrAfter: CivilDate.days(date.year, 3, 25))
                    && day < Self.sunday(onOrAfter: CivilDate.days(date.year, 10, 25))
            }
        }

        private static func sunday(onOrAfter day: Int) -> Int {
            // 1970-01-04 was a Sunday.
            day + ((3 - day) % 7 + 7) % 7
        }
    }

    /// Seconds east of Greenwich for an abbreviation. CST is China's where the source is China's.
    static func offset(of name: String, defaultZone: Int) -> Int? {
        if name == "cst", defaultZone == 8 * 3600 { return defaultZone }
        if let minutes = minutes[name] { return minutes * 60 }
        // The single letters of RFC 822 are to be read as "unknown" (RFC 2822 §4.3).
        if name.utf8.count == 1, let letter = name.utf8.first, Bytes.isLetter(letter), letter != UInt8(ascii: "j") {
            return 0
        }
        return nil
    }

    /// A region of the time zone database.
    static func region(_ name: String) -> Region? { regions[name] }

    private static let minutes: [String: Int] = [
        "z": 0, "ut": 0, "utc": 0, "gmt": 0, "wet": 0, "etc/gmt": 0, "etc/utc": 0, "etc/ut": 0, "zulu": 0,
        "west": 60, "bst": 60, "cet": 60, "met": 60, "mez": 60, "mewt": 60, "cest": 120, "mest": 120, "mesz": 120,
        "eet": 120, "sast": 120, "eest": 180, "msk": 180, "msd": 240, "trt": 180, "ist": 330, "pkt": 300, "npt": 345,
        "ict": 420, "wib": 420, "hkt": 480, "sgt": 480, "pht": 480, "awst": 480, "myt": 480, "jst": 540, "kst": 540,
        "acst": 570, "acdt": 630, "aest": 600, "aedt": 660, "nzst": 720, "nzdt": 780,
        "nst": -210, "ndt": -150, "at": -240, "ast": -240, "adt": -180, "et": -300, "est": -300, "edt": -240,
        "ct": -360, "cst": -360, "cdt": -300, "mt": -420, "mst": -420, "mdt": -360, "pt": -480, "pst": -480,
        "pdt": -420, "akst": -540, "akdt": -480, "hst": -600, "brt": -180, "brst": -120, "art": -180, "clt": -240,
    ]

    private static let regions: [String: Region] = {
        var regions: [String: Region] = [:]
        func add(_ hours: Double, _ rule: Region.Rule, _ names: String) {
            for name in names.split(separator: " ") {
                regions[String(name)] = Region(standard: Int(hours * 3600), rule: rule)
            }
        }
        add(-8, .america, "america/los_angeles america/vancouver us/pacific pst8pdt")
        add(-7, .america, "america/denver america/edmonton us/mountain mst7mdt")
        add(-7, .none, "america/phoenix")
        add(-6, .america, "america/chicago america/winnipeg us/central cst6cdt")
        add(-6, .none, "america/mexico_city")
        add(-5, .america, "america/new_york america/toronto us/eastern america/detroit est5edt")
        add(-5, .none, "america/bogota america/lima")
        add(-4, .america, "america/halifax")
        add(-3, .none, "america/sao_paulo america/buenos_aires america/argentina/buenos_aires")
        add(0, .europe, "europe/london europe/dublin europe/lisbon")
        add(0, .none, "africa/abidjan atlantic/reykjavik")
        add(
            1, .europe,
            """
            europe/paris europe/berlin europe/madrid europe/rome europe/amsterdam europe/brussels europe/vienna \
            europe/zurich europe/stockholm europe/oslo europe/copenhagen europe/prague europe/warsaw europe/budapest \
            europe/belgrade
            """)
        add(2, .europe, "europe/athens europe/helsinki europe/kiev europe/kyiv europe/bucharest europe/sofia")
        add(2, .none, "africa/johannesburg africa/cairo")
        add(3, .none, "europe/moscow europe/istanbul asia/istanbul africa/nairobi asia/riyadh")
        add(4, .none, "asia/dubai")
        add(5, .none, "asia/karachi")
        add(5.5, .none, "asia/kolkata asia/calcutta")
        add(7, .none, "asia/bangkok asia/jakarta asia/ho_chi_minh")
        add(
            8, .none,
            """
            asia/shanghai asia/chongqing asia/harbin asia/hong_kong asia/taipei asia/singapore asia/manila prc \
            asia/urumqi australia/perth
            """)
        add(9, .none, "asia/tokyo asia/seoul japan")
        add(10, .none, "australia/brisbane")
        return regions
    }()
}
