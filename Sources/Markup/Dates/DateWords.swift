/// The words that dates are written with.
enum DateWords {
    enum Unit { case year, month, day, hour, minute, second }

    /// The unit that follows a number in Chinese, Japanese and Korean.
    static func mark(_ base: UnsafePointer<UInt8>, _ at: Int, _ end: Int) -> (unit: Unit, length: Int, isKorean: Bool)?
    {
        var at = at
        let start = at
        while at < end, base[at] == 0x20 { at += 1 }
        guard at + 3 <= end, base[at] >= 0xE0 else { return nil }
        let character = UInt32(base[at]) << 16 | UInt32(base[at + 1]) << 8 | UInt32(base[at + 2])
        let length = at - start + 3
        switch character {
        case 0xE5B9B4: return (.year, length, false)  // 年
        case 0xE69C88: return (.month, length, false)  // 月
        case 0xE697A5, 0xE58FB7, 0xE8999F: return (.day, length, false)  // 日 号 號
        case 0xE697B6, 0xE69982, 0xE782B9, 0xE9BB9E: return (.hour, length, false)  // 时 時 点 點
        case 0xE58886: return (.minute, length, false)  // 分
        case 0xE7A792: return (.second, length, false)  // 秒
        case 0xEB8584: return (.year, length, true)  // 년
        case 0xEC9B94: return (.month, length, true)  // 월
        case 0xEC9DBC: return (.day, length, true)  // 일
        case 0xEC8B9C: return (.hour, length, true)  // 시
        case 0xEBB684: return (.minute, length, true)  // 분
        case 0xECB488: return (.second, length, true)  // 초
        default: return nil
        }
    }

    /// A word in lower case without dots.
    static func folded(_ bytes: UnsafeBufferPointer<UInt8>) -> String {
        let isASCII = bytes.allSatisfy { $0 < 0x80 }
        let kept = bytes.filter { $0 != UInt8(ascii: ".") }
        let word = String(decoding: isASCII ? kept.map(Bytes.lowercased) : kept, as: UTF8.self)
        return isASCII ? word : word.lowercased()
    }

    static func month(_ name: String) -> Int? { months[name] }

    static func meridian(_ name: String) -> (isAfternoon: Bool, isKorean: Bool)? {
        switch name {
        case "am", "a", "上午", "午前", "早上", "凌晨", "πμ": (false, false)
        case "pm", "p", "下午", "午後", "晚上", "中午", "μμ": (true, false)
        case "오전": (false, true)
        case "오후": (true, true)
        default: nil
        }
    }

    /// The year before the first one of an era.
    static func era(_ name: String) -> Int? {
        switch name {
        case "民國", "民国", "中華民國", "中华民国": 1911
        case "令和": 2018
        case "平成": 1988
        case "昭和": 1925
        case "大正": 1911
        default: nil
        }
    }

    /// Words that say nothing by themselves.
    static func isFiller(_ name: String) -> Bool { fillers.contains(name) || weekdays.contains(name) }

    private static let fillers: Set<String> = [
        "t", "st", "nd", "rd", "th", "de", "del", "of", "at", "à", "um", "uhr", "the", "on", "le", "kl", "ora", "ore",
        "alle", "às", "klo", "г", "год", "года", "р", "року", "в", "о",
    ]

    private static let weekdays: Set<String> = Set(
        """
        mon tue tues wed weds thu thur thurs fri sat sun monday tuesday wednesday thursday friday saturday sunday \
        lun mar mer jeu ven sam dim lundi mardi mercredi jeudi vendredi samedi dimanche mo di mi do fr sa so montag \
        dienstag mittwoch donnerstag freitag samstag sonntag mié mie jue vie sáb sab dom lunes martes miércoles jueves \
        viernes sábado domingo gio giovedì venerdì seg ter qua qui sex segunda terça quarta quinta sexta ma wo vr za zo \
        hétfő kedd szerda csütörtök péntek szombat vasárnap pazartesi salı çarşamba perşembe cuma cumartesi pazar \
        понедельник вторник среда четверг пятница суббота воскресенье понеділок вівторок середа четвер п'ятниця субота \
        неділя poniedziałek wtorek środa czwartek piątek sobota niedziela pondělí úterý středa čtvrtek pátek neděle \
        måndag tisdag onsdag torsdag fredag lördag söndag mandag tirsdag lørdag søndag maandag dinsdag woensdag \
        donderdag vrijdag zaterdag zondag maanantai tiistai keskiviikko torstai perjantai lauantai sunnuntai \
        luni marți miercuri joi vineri sâmbătă duminică 월 화 수 목 금 토 일 월요일 화요일 수요일 목요일 금요일 토요일 일요일 月 火 水 木 金 土 日 \
        週一 週二 週三 週四 週五 週六 週日 周一 周二 周三 周四 周五 周六 周日 星期一 星期二 星期三 星期四 星期五 星期六 星期日 星期天 月曜日 火曜日 水曜日 木曜日 金曜日 \
        土曜日 日曜日
        """
        .split(separator: " ").map(String.init))

    private static let months: [String: Int] = {
        var months: [String: Int] = [:]
        for line in monthNames.split(separator: "\n") {
            for (index, names) in line.split(separator: " ").enumerated() {
                for name in names.split(separator: "|") where months[String(name)] == nil {
                    months[String(name)] = index + 1
                }
            }
        }
        return months
    }()

    /// One language a line, the twelve months in order, spellings of one month parted by `|`.
    private static let monthNames = """
        jan|january feb|february mar|march apr|april may jun|june jul|july aug|august sep|sept|september oct|october \
        nov|november dec|december
        janv|janvier févr|février|fevr|fevrier|fév mars avr|avril mai juin juil|juillet août|aout sept|septembre octobre \
        novembre déc|décembre|decembre
        januar|jän|jänner februar märz|mär|maerz|mrz april mai juni juli august september okt|oktober november dez|dezember
        ene|enero febrero marzo abr|abril mayo junio julio ago|agosto septiembre|setiembre|set octubre noviembre \
        dic|diciembre
        gen|gennaio febbraio marzo aprile mag|maggio giu|giugno lug|luglio agosto settembre ott|ottobre novembre dicembre
        janeiro fev|fevereiro março abril maio junho julho agosto setembro out|outubro novembro dezembro
        januari februari maart|mrt april mei juni juli augustus september oktober november december
        január február március|márc április|ápr május|máj június|jún július|júl augusztus|aug szeptember|szept október|okt \
        november december
        ιαν|ιανουαρίου φεβ|φεβρουαρίου μάρ|μαρ|μαρτίου|μάρτ απρ|απριλίου μάι|μαϊ|μαι|μαΐου ιούν|ιουν|ιουνίου ιούλ|ιουλ|ιουλίου αύγ|αυγ|αυγούστου \
        σεπ|σεπτ|σεπτεμβρίου οκτ|οκτωβρίου νοέ|νοε|νοεμβρίου δεκ|δεκεμβρίου
        янв|января фев|февраля мар|марта апр|апреля мая|май июн|июня июл|июля авг|августа сен|сентября окт|октября \
        ноя|ноября дек|декабря
        sty|stycznia lut|lutego mar|marca kwi|kwietnia maj|maja cze|czerwca lip|lipca sie|sierpnia wrz|września \
        paź|października lis|listopada gru|grudnia
        led|ledna úno|února bře|března dub|dubna kvě|května čvn|června čvc|července srp|srpna zář|září říj|října \
        listopadu pro|prosince
        ocak şub|şubat mart nis|nisan mayıs haz|haziran tem|temmuz ağu|ağustos eyl|eylül ekim|eki kas|kasım ara|aralık
        jan feb mars april maj juni juli aug sep oktober november december|des|desember
        tammi|tammikuu|tammikuuta helmi|helmikuu|helmikuuta maalis|maaliskuu|maaliskuuta huhti|huhtikuu|huhtikuuta \
        touko|toukokuu|toukokuuta kesä|kesäkuu|kesäkuuta heinä|heinäkuu|heinäkuuta elo|elokuu|elokuuta \
        syys|syyskuu|syyskuuta loka|lokakuu|lokakuuta marras|marraskuu|marraskuuta joulu|joulukuu|joulukuuta
        ian|ianuarie februarie martie aprilie mai iun|iunie iul|iulie august septembrie octombrie noi|noiembrie decembrie
        gener febrer març abril maig juny juliol agost setembre octubre novembre desembre
        januari februari maret|marts april mei juni juli agustus september oktober november desember
        січ|січня лют|лютого бер|березня кві|квіт|квітня тра|трав|травня чер|черв|червня лип|липня сер|серп|серпня \
        вер|верес|вересня жов|жовт|жовтня лис|лист|листопада гру|груд|грудня
        яну|януари февруари март април май юни юли август септ|септември октомври ное|ноември декември
        январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь
        一月 二月 三月 四月 五月 六月 七月 八月 九月 十月 十一月 十二月
        """
}
