internal import ChildProcess
internal import JuheKit

/// What every conversation with a plugin has in common: the first line, the limits, remarks, and what the end means.
struct PluginTalk {
    /// What a line was.
    enum Heard {
        /// Nothing that the session has to know of.
        case nothing
        /// A message.
        case message(PluginMessage)
        /// A question to the network.
        case fetch(PluginFetch)
        /// The conversation is over: it broke a rule, or says that all failed.
        case end
    }

    /// What is said of the plugin: the identifier of the source, sink or enricher.
    let plugin: String
    let limits: PluginLimits
    /// True once the plugin said that it is done.
    var isDone = false
    /// What it says it can do.
    private(set) var features: Set<String> = []
    /// Single items that were refused, or that the plugin itself says failed.
    private(set) var failures: [Failure] = []
    /// Remarks.
    private(set) var notes: [Failure] = []
    /// Seconds in which the plugin does not want to be run, because its channel limits it.
    private(set) var retryAfter: Double?

    private var reader: PluginReader
    private var fault: Failure?
    private var verdict: PluginError.Class?
    /// True once the first line was heard.
    private(set) var hasHello = false
    private var messages = 0
    private var fetches = 0
    private var unknown: Set<String> = []

    private static let mostFailures = 100

    /// A conversation with a plugin whose dates without a zone are those of `zone`.
    init(plugin: String, limits: PluginLimits, zone: Zone) {
        self.plugin = plugin
        self.limits = limits
        reader = PluginReader(zone: zone)
    }

    /// Hears one line.
    mutating func hear(_ line: ArraySlice<UInt8>) -> Heard {
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
        return hasHello ? hear(message) : hearFirst(message)
    }

    private mutating func hearFirst(_ message: PluginMessage) -> Heard {
        // A plugin may say why it cannot even begin.
        if case .error(let error) = message, error.item == nil { return fail(error) }
        guard case .hello(let hello) = message else { return fail(.malformed, .noHello) }
        guard let version = hello.protocol, version == PluginLimits.protocolVersion else {
            return fail(.configuration, .wrongProtocol(hello.protocol, known: PluginLimits.protocolVersion))
        }
        features = Set(hello.features ?? [])
        hasHello = true
        return .nothing
    }

    private mutating func hear(_ message: PluginMessage) -> Heard {
        switch message {
        case .hello: return fail(.malformed, .secondHello)
        case .log(let level, let message): note(Failure(.plugin, plugin, .pluginRemark(level, message)))
        case .error(let error) where error.item == nil: return fail(error)
        case .fetch(let fetch):
            fetches += 1
            guard fetches <= limits.fetches else { return fail(.limit, .tooManyFetches(limits.fetches)) }
            return .fetch(fetch)
        case .unknown(let type):
            if unknown.count < 100, unknown.insert(type).inserted {
                note(Failure(.plugin, plugin, .unknownMessage(type)))
            }
        default: return .message(message)
        }
        return .nothing
    }

    // MARK: - What came of it

    /// Refuses one item.
    mutating func refuse(_ failure: Failure) {
        if failures.count < Self.mostFailures { failures.append(failure) }
    }

    /// Remarks something.
    mutating func note(_ failure: Failure) {
        if notes.count < Self.mostFailures { notes.append(failure) }
    }

    /// An answer to a question that was not asked.
    mutating func passOver() { note(Failure(.plugin, plugin, .unaskedMessage)) }

    /// Ends the conversation for a reason.
    @discardableResult
    mutating func fail(_ code: Failure.Code, _ phrase: Phrase) -> Heard { fail(Failure(code, plugin, phrase)) }

    /// Ends the conversation for a reason.
    @discardableResult
    mutating func fail(_ failure: Failure) -> Heard {
        fault = failure
        return .end
    }

    private mutating func fail(_ error: PluginError) -> Heard {
        retryAfter = error.class == .rateLimited ? error.retryAfter : nil
        verdict = error.class
        return fail(error.failure(of: plugin))
    }

    /// True where the conversation ended because the plugin went beyond a limit.
    var isBeyondLimit: Bool { fault?.code == .limit }

    /// True where the plugin itself says that trying again is of no use.
    func isHopeless(_ outcome: Conversation.Outcome) -> Bool {
        if let verdict { return verdict != .transient && verdict != .rateLimited }
        if let fault { return fault.code == .configuration }
        return [.exited(65), .exited(77), .exited(78)].contains(outcome.ending)
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
        case .signalled(let signal): return killed(by: signal, complaint)
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
        // A shell says of a signal 128 and its number; so do the walls.
        case 129..<160: killed(by: code - 128, complaint)
        default: Failure(.plugin, plugin, .pluginExited(code, complaint))
        }
    }

    /// Of the signals only two say which limit was reached.
    private func killed(by signal: Int32, _ complaint: String) -> Failure {
        signal == ProcessLimit.processorSignal
            ? Failure(.limit, plugin, .pluginUsedProcessor(limits.processorSeconds))
            : Failure(.plugin, plugin, .pluginKilled(signal, complaint))
    }
}

/// Whatever listens to a plugin: what holds of every conversation stands in its ``PluginTalk``.
protocol PluginSession: Sendable {
    var talk: PluginTalk { get }
}

/// How the system says that a limit was reached.
enum ProcessLimit {
    /// SIGXCPU: more processor time than allowed.
    static let processorSignal: Int32 = 24
}
