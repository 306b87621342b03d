/// A sink: a channel on which the office publishes.
public protocol Sink: Plugin, EditionSink {}

/// Whatever puts editions out: a ``Sink`` that a program was built with, or a program of its own behind the plugin host.
public protocol EditionSink: Sendable {
    /// Puts an edition out. Called again with the same edition it must have the same effect once.
    ///
    /// Returning means that the channel has it for certain.
    /// - Throws: ``Failure`` with the code `sink`; where `isTransient` is true the delivery is tried again next run.
    func deliver(_ edition: Edition, _ context: SinkContext) async throws
}
