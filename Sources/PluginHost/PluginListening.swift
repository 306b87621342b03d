internal import ChildProcess
internal import JuheKit

/// Listens to a plugin on a thread of its own, while what it asks of the network is asked here.
enum PluginListening {
    /// What a line asks of the host.
    enum Wish {
        case nothing
        case fetch(PluginFetch)
        case end
        /// The plugin has said all and waits to hear that it is stored.
        case pause
    }

    /// Listens until the plugin has ended.
    ///
    /// - Parameters:
    ///   - supply: the next line for the plugin; nothing where there is none.
    ///   - hear: takes a line into the session.
    /// - Returns: the session as it is at the end, and what the program left behind.
    static func run<Session: PluginSession>(
        _ talk: Conversation, _ session: Session, _ desk: FetchDesk,
        supply: @escaping @Sendable (inout Session) -> [UInt8]? = { _ in nil },
        hear: @escaping @Sendable (inout Session, ArraySlice<UInt8>) -> Wish
    ) async -> (Session, Conversation.Outcome) {
        let (wishes, wish) = AsyncStream<PluginFetch>.makeStream()
        return await withTaskCancellationHandler {
            async let heard = BlockingThread.run {
                listen(talk, session, wish, supply: supply, hear: hear, pause: { _ in })
            }
            await desk.answer(wishes, to: talk)
            return await heard
        } onCancel: {
            talk.cancel(saying: HostMessage.cancel("shutdown"))
        }
    }

    /// Listens until the plugin has ended, or waits to hear that what it gave is stored.
    ///
    /// - Returns: the session as it is then, what the program left behind if it has ended, and its end if it waits.
    static func runUntilPause<Session: PluginSession>(
        _ talk: Conversation, _ session: Session, _ desk: FetchDesk,
        hear: @escaping @Sendable (inout Session, ArraySlice<UInt8>) -> Wish
    ) async -> (session: Session, outcome: Conversation.Outcome?, end: Task<(Session, Conversation.Outcome), Never>) {
        let (wishes, wish) = AsyncStream<PluginFetch>.makeStream()
        let (pauses, pause) = AsyncStream<Session>.makeStream()
        // It outlives this call: the conversation has its own deadline, and whoever stores says how it ends.
        let end = Task {
            await BlockingThread.run {
                defer { pause.finish() }
                return listen(talk, session, wish, supply: { _ in nil }, hear: hear, pause: { pause.yield($0) })
            }
        }
        return await withTaskCancellationHandler {
            await desk.answer(wishes, to: talk)
            for await session in pauses { return (session, nil, end) }
            let (session, outcome) = await end.value
            return (session, outcome, end)
        } onCancel: {
            talk.cancel(saying: HostMessage.cancel("shutdown"))
        }
    }

    private static func listen<Session: PluginSession>(
        _ talk: Conversation, _ session: Session, _ wish: AsyncStream<PluginFetch>.Continuation,
        supply: (inout Session) -> [UInt8]?, hear: (inout Session, ArraySlice<UInt8>) -> Wish,
        pause: (Session) -> Void
    ) -> (Session, Conversation.Outcome) {
        var session = session
        let outcome = talk.run(supply: { supply(&session) }) { line in
            switch hear(&session, line) {
            case .nothing: return .goOn
            case .fetch(let fetch):
                wish.yield(fetch)
                return .goOn
            case .pause:
                pause(session)
                wish.finish()
                return .goOn
            case .end:
                if session.talk.isBeyondLimit { talk.say(HostMessage.cancel("limit")) }
                return .stop
            }
        }
        wish.finish()
        return (session, outcome)
    }
}
