package import FoundationEssentials

extension FetchResponse {
    /// Seconds for which the server asks not to be asked again; nothing where it does not say.
    ///
    /// Any answer says so by `Retry-After` (RFC 9110 §10.2.3), one that is no refusal also by `Cache-Control: max-age` less
    /// its `Age`, else by `Expires` less its `Date` (RFC 9111 §4.2.1): the longer counts. `no-cache` and `no-store` ask for
    /// nothing.
    package func rest(now: Date) -> Double? {
        let isRefusal = !(200..<300 ~= status || status == 304)
        let rest = [header("retry-after").flatMap { Self.delay($0, now) }, isRefusal ? nil : freshness(now)]
            .compactMap(\.self).max()
        return rest.flatMap { $0 > 0 && $0.isFinite ? $0 : nil }
    }

    /// The same by this machine's clock, for an answer that just came.
    package var restFromNow: Double? { rest(now: Date()) }

    private func freshness(_ now: Date) -> Double? {
        var lifetime: Double?
        for field in headers where field.name.lowercased() == "cache-control" {
            for directive in field.value.lowercased().utf8.split(separator: UInt8(ascii: ",")) {
                let parts = directive.split(separator: UInt8(ascii: "="), maxSplits: 1).map(Self.word)
                switch parts.first {
                // `no-cache="Set-Cookie"` speaks of that header only.
                case "no-cache" where parts.count > 1: break
                case "no-cache", "no-store": return nil
                case "max-age":
                    let seconds = parts.count > 1 ? Self.number(parts[1]) : nil
                    lifetime = lifetime ?? seconds ?? 0
                default: break
                }
            }
        }
        if let lifetime { return lifetime - (header("age").flatMap(Self.number) ?? 0) }
        guard let expires = header("expires").flatMap({ HTTPDate.seconds($0, now: now) }) else { return nil }
        let date = header("date").flatMap { HTTPDate.seconds($0, now: now) } ?? now.timeIntervalSince1970
        return expires - date
    }

    private static func delay(_ text: String, _ now: Date) -> Double? {
        number(text) ?? HTTPDate.seconds(text, now: now).map { $0 - now.timeIntervalSince1970 }
    }

    /// Digits only: what says a span of time is never negative and has no fraction.
    private static func number(_ text: String) -> Double? {
        guard !text.isEmpty, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
        return Double(text)
    }

    private static func word(_ bytes: Substring.UTF8View.SubSequence) -> String {
        let drop: (UInt8) -> Bool = { $0 == 0x20 || $0 == 0x09 || $0 == UInt8(ascii: "\"") }
        var rest = bytes.drop(while: drop)
        while let last = rest.last, drop(last) { rest = rest.dropLast() }
        return String(decoding: rest, as: UTF8.self)
    }
}

extension FetchRequest {
    /// True where the asker says who it is: by a user, by a token, in a header of its own or in the address.
    fileprivate var namesAccount: Bool {
        if credentials != nil || headers.contains(where: { $0.name.lowercased() == "authorization" }) { return true }
        let authority = url.utf8.drop { $0 != UInt8(ascii: "/") }.dropFirst(2).prefix { !"/?#".utf8.contains($0) }
        return authority.contains(UInt8(ascii: "@"))
    }
}

extension FetchResponse {
    /// What an answer that brought nothing means: `gone` for 410, else `httpStatus`; nothing for 2xx and 304.
    ///
    /// - Parameter request: what was asked; who named an account is told that it was refused.
    public func failure(subject: @autoclosure () -> String, of request: FetchRequest? = nil) -> Failure? {
        switch status {
        case 401 where request?.namesAccount ?? false, 403 where request?.namesAccount ?? false:
            Failure(.httpStatus, subject(), .accountRefused(status))
        // Nobody asked for a part.
        case 206: Failure(.httpStatus, subject(), told(.httpStatus(status)), isTransient: true)
        case 200..<300, 304: nil
        case 410: Failure(.gone, subject(), told(.goneForGood))
        case _ where ProgramPage.isOne(body): Failure(.httpStatus, subject(), told(.browserWanted(status)))
        default:
            Failure(.httpStatus, subject(), told(.httpStatus(status)), isTransient: status == 429 || status >= 500)
        }
    }

    /// What is said of an answer that is not the asked address's own names where it came from.
    private func told(_ phrase: Phrase) -> Phrase {
        redirects.isEmpty ? phrase : .afterRedirect(phrase, to: ShownAddress.text(url))
    }

    /// Where the first address has moved for good, as far as every step there says so (301, 308); nothing where none
    /// does.
    public var permanentAddress: String? {
        let steps = redirects.prefix { $0.status == 301 || $0.status == 308 }.count
        guard steps > 0 else { return nil }
        return steps == redirects.count ? url : redirects[steps].url
    }
}
