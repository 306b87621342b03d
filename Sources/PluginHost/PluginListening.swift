internal import ChildProcess
internal import JuheKit

/// Listens to a plugin on a thread of its own, while what it asks of the network is asked here.
enum PluginListening {
    /// What a line asks of the host.
    enum Wish {
        case nothing
        case fetch(PluginFetch)
        case end
    }

    /// Listens until the plugin has ended.
    ///
    /// - Parameters:
    ///   - supply: the next line for the plugin; nothing where there is none.
    ///   - hear: takes a line into the session.
    /// - Returns: the session as it is at the end, and what the program left behind.
    static func run<Session: Sendable>(
        _ talk: Conversation, _ session: Session, _ desk: FetchDesk,
        supply: @escaping @Sendable (inout Session) -> [UInt8]? = { _ in nil },
        hear: @escaping @Sendable (inout Session, ArraySlice<UInt8>) -> Wish
    ) async -> (Session, Conversation.Outcome) {
        let (wishes, wish) = AsyncStream<PluginFetch>.makeStream()
        return await withTaskCancellationHandler {
            async let heard = BlockingThread.run {
                var session = session
                let outcome = talk.run(supply: { supply(&session) }) { line in
                    switch hear(&session, line) {
                    case .nothing: return .goOn
                    case .fetch(let fetch):
                        wish.yield(fetch)
                        return .goOn
                    case .end: return .stop
                    }
                }
                wish.finish()
                return (session, outcome)
            }
            await desk.answer(wishes, to: talk)
            return await heard
        } onCancel: {
            talk.cancel(saying: HostMessage.cancel("shutdown"))
        }
    }
}
