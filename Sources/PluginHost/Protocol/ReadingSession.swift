internal import ChildProcess
internal import JuheKit

/// What is heard from a source plugin in one run, judged line by line by the rules of the protocol.
struct ReadingSession {
    /// What a line asks of the host.
    enum Wish {
        case nothing
        case fetch(PluginFetch)
        case end
    }

    /// The items, in order.
    private(set) var items: [Item] = []
    /// The last checkpoint.
    private(set) var state: String?
    /// Single items that were refused, or that the plugin itself says failed.
    private(set) var failures: [Failure] = []
    /// Remarks.
    private(set) var notes: [Failure] = []
    /// True once the plugin said that it is done.
    private(set) var isDone = false

    private let plugin: String
    private let limits: PluginLimits
    private let reader: PluginReader
    private var fault: Failure?
    private var hasHello = false
    private var messages = 0
    private var announced = 0
    private var fetches = 0
    private var unknown: Set<String> = []

    private static let mostFailures = 100

    /// A session with a plugin.
    init(plugin: String, limits: PluginLimits, zone: Zone) {
        self.plugin = plugin
        self.limits = limits
        reader = PluginReader(zone: zone)
    }

    /// Counts as done without a word: a program that prints a feed says none.
    mutating func finish() { isDone = true }

    /// Hears one line.
    mutating func hear(_ line: ArraySlice<UInt8>) -> Wish {
        // An empty line means nothing: shells say one easily.
        guard line.contains(where: { $0 != 0x20 && $0 != 0x0D }) else { return .nothing }
        messages += 1
        guard messages <= limits.messages else { return fail(.limit, .tooManyMessages(limits.messages)) }
        let message: PluginMessage
        do {
            message = try reader.message(line)
        } catch {
            return fail(.malformed, .badPluginLine(messages, reason: error.reason))
        }
        guard hasHello else { return hearFirst(message) }
        return hear(message)
    }

    private mutating func hearFirst(_ message: PluginMessage) -> Wish {
        guard case .hello(let hello) = message else { return fail(.malformed, .noHello) }
        guard let version = hello.protocol, version == PluginLimits.protocolVersion else {
            return fail(.configuration, .wrongProtocol(hello.protocol, known: PluginLimits.protocolVersion))
        }
        hasHello = true
        return .nothing
    }

    private mutating func hear(_ message: PluginMessage) -> Wish {
        switch message {
        case .hello: return fail(.malformed, .secondHello)
        case .item(.success(let item)):
            announced += 1
            guard !item.id.isEmpty else {
                refuse(Failure(.malformed, plugin, .badPluginItem("", reason: "id: empty")))
                return .nothing
            }
            items.append(item)
        case .item(.failure(let bad)):
            announced += 1
            refuse(Failure(.malformed, plugin, .badPluginItem(bad.id ?? "", reason: bad.reason)))
        case .state(let text):
            guard text.utf8.count <= limits.state else { return fail(.limit, .stateTooLarge(limits.state)) }
            state = text
        case .log(let level, let message): note(Failure(.plugin, plugin, .pluginRemark(level, message)))
        case .error(let error):
            let failure = error.failure(of: plugin)
            if error.item != nil { refuse(failure) } else { return fail(failure) }
        case .fetch(let fetch):
            fetches += 1
            guard fetches <= limits.fetches else { return fail(.limit, .tooManyFetches(limits.fetches)) }
            return .fetch(fetch)
        case .done(let count):
            isDone = true
            if let count, count != announced { return fail(.truncated, .wrongItemCount(said: count, heard: announced)) }
            return .end
        case .unknown(let type):
            if unknown.insert(type).inserted { note(Failure(.plugin, plugin, .unknownMessage(type))) }
        case .ack, .check, .found: note(Failure(.plugin, plugin, .unaskedMessage))
        }
        return .nothing
    }

    /// What the whole run comes to; nothing where all is well.
    func judgement(_ outcome: Conversation.Outcome) -> Failure? {
        if let fault { return fault }
        let complaint = PluginComplaint.lastLine(of: outcome.errors)
        switch outcome.ending {
        case .ended(.silent): return Failure(.timeout, plugin, .pluginSilent(limits.hello), isTransient: true)
        case .ended(.deadline): return Failure(.timeout, plugin, .pluginTooSlow(limits.seconds), isTransient: true)
        case .ended(.lineTooLong): return Failure(.limit, plugin, .lineTooLong(limits.line))
        case .ended(.outputTooLarge): return Failure(.limit, plugin, .pluginOutputTooLarge(limits.output))
        case .ended(.cancelled): return Failure(.aborted, plugin, .pluginCancelled, isTransient: true)
        case .ended(.listener): return nil
        case .signalled(let signal): return Failure(.plugin, plugin, .pluginKilled(signal, complaint))
        case .exited(let code): return judgement(code, complaint, isCutOff: !outcome.rest.isEmpty)
        }
    }

    private func judgement(_ code: Int32, _ complaint: String, isCutOff: Bool) -> Failure? {
        switch code {
        case 0 where isDone: nil
        case 0: Failure(.truncated, plugin, isCutOff ? .pluginCutOff : .pluginNotDone)
        case 69, 75: Failure(.plugin, plugin, .pluginUnavailable(complaint), isTransient: true)
        case 77: Failure(.permission, plugin, .pluginDenied(complaint))
        case 78: Failure(.configuration, plugin, .pluginMisconfigured(complaint))
        case 65: Failure(.malformed, plugin, .pluginBadData(complaint))
        case 126, 127: Failure(.plugin, plugin, .pluginNotRunnable(complaint))
        default: Failure(.plugin, plugin, .pluginExited(code, complaint))
        }
    }

    private mutating func refuse(_ failure: Failure) {
        if failures.count < Self.mostFailures { failures.append(failure) }
    }

    private mutating func note(_ failure: Failure) {
        if notes.count < Self.mostFailures { notes.append(failure) }
    }

    private mutating func fail(_ code: Failure.Code, _ phrase: Phrase) -> Wish { fail(Failure(code, plugin, phrase)) }

    private mutating func fail(_ failure: Failure) -> Wish {
        fault = failure
        return .end
    }
}

extension PluginError {
    /// The failure that an operator understands.
    func failure(of plugin: String) -> Failure {
        let subject = item.map { "\(plugin) \($0)" } ?? plugin
        let words = detail.map { "\(message)（\($0)）" } ?? message
        return switch `class` {
        case .transient: Failure(.plugin, subject, .pluginSays(words), isTransient: true)
        case .rateLimited: Failure(.plugin, subject, .pluginRateLimited(words, seconds: retryAfter), isTransient: true)
        case .auth: Failure(.permission, subject, .pluginSays(words))
        case .config: Failure(.configuration, subject, .pluginSays(words))
        case .data: Failure(.malformed, subject, .pluginSays(words))
        case .permanent: Failure(.plugin, subject, .pluginSays(words))
        }
    }
}

/// What a program complained of on its standard error.
enum PluginComplaint {
    /// The last line that is not blank, without control characters, at most 200 of them: where a program ends badly, the
    /// reason stands last.
    static func lastLine(of errors: [UInt8]) -> String {
        let lines = errors.split(separator: 0x0A).reversed()
        let line = lines.first { $0.contains { $0 > 0x20 } } ?? []
        let scalars = String(decoding: line, as: UTF8.self).unicodeScalars.filter {
            $0.value >= 0x20 && $0.value != 0x7F
        }
        return String(String.UnicodeScalarView(scalars.prefix(200)))
    }
}
