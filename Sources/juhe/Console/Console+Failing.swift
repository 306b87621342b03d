import ArgumentParser
import Configuration
import JuheKit
import Operations

extension Console {
    /// Prints every mistake of a configuration and how many there are.
    ///
    /// - Returns: what the command is to end with: 78.
    func failing(_ mistakes: ConfigurationMistakes) -> ArgumentParser.ExitCode {
        for mistake in mistakes.mistakes {
            say(mistake.phrase, .error, subject: mistake.subject, code: .configuration)
        }
        say(.mistakeCount(mistakes.mistakes.count), .error)
        return ArgumentParser.ExitCode(Operations.ExitCode.configuration.rawValue)
    }

    /// Does work that needs no store; what fails is printed and ends the command: a mistake in a configuration with 78, all
    /// else with `code`.
    func failing<Value>(with code: Operations.ExitCode, _ work: () async throws -> Value) async throws -> Value {
        do {
            return try await work()
        } catch let mistakes as ConfigurationMistakes {
            throw failing(mistakes)
        } catch let failures as Failures {
            for failure in failures.all { say(failure) }
            throw ArgumentParser.ExitCode(code.rawValue)
        } catch let failure as Failure {
            say(failure)
            throw ArgumentParser.ExitCode(code.rawValue)
        }
    }
}
