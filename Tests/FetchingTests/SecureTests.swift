import Foundation
import JuheKit
import Testing

@testable import Fetching

@Suite("Certificates", .enabled(if: SecureServer.isPossible))
struct SecureTests {
    private func ask(_ server: SecureServer, trusting caFile: String?) async throws -> FetchResponse {
        let fetcher = CurlFetcher(Settings(caFile: caFile))
        return try await fetcher.fetch(
            FetchRequest(
                url: "https://localhost:\(server.port)/", timeout: 120, allowedNetworks: ["localhost:\(server.port)"]))
    }

    private func failure(_ server: SecureServer, trusting caFile: String?) async throws -> Failure {
        let failure = await #expect(throws: Failure.self) { try await ask(server, trusting: caFile) }
        return try #require(failure)
    }

    @Test("An office's own authority is trusted where the settings say so, and only there")
    func ownAuthority() async throws {
        let server = try SecureServer(name: "localhost")
        #expect(try await ask(server, trusting: server.authority).status == 200)
        let failure = try await failure(server, trusting: nil)
        #expect(failure.code == .tls)
        #expect(failure.phrase == .certificateIncomplete || failure.phrase == .certificateSelfSigned)
        #expect(failure.subject == "https://localhost:\(server.port)/")
        #expect(failure.text(.english).contains("ca_file"))
    }

    @Test("A certificate of another name is not accepted")
    func anotherName() async throws {
        let server = try SecureServer(name: "other.ninglan.example")
        #expect(try await failure(server, trusting: server.authority).phrase == .certificateOfAnotherHost("localhost"))
    }

    @Test("A certificate whose time is over is not accepted")
    func expired() async throws {
        let server = try SecureServer(name: "localhost", days: -1)
        #expect(try await failure(server, trusting: server.authority).phrase == .certificateExpired)
    }

    @Test("A server that knows outdated kinds of secure connections only is named as such")
    func outdated() async throws {
        let server = try SecureServer(name: "localhost", speaking: ["-tls1", "-cipher", "ALL:@SECLEVEL=0"])
        let fetcher = CurlFetcher(Settings(caFile: server.authority))
        let failure = try await fetcher.failure(
            FetchRequest(url: "https://localhost:\(server.port)/", allowedNetworks: ["localhost"]))
        #expect(failure.code == .tls && failure.text(.english).contains("outdated"), "\(failure.text(.english))")
    }

    @Test("A certificate that nobody vouches for is named as such")
    func selfSigned() async throws {
        let server = try SecureServer(name: "localhost", isSelfSigned: true)
        #expect(try await failure(server, trusting: nil).phrase == .certificateSelfSigned)
    }
}

/// OpenSSL's own test server on loopback, with a certificate made for the test.
final class SecureServer {
    private static let tool = "/usr/bin/openssl"
    static var isPossible: Bool { FileManager.default.isExecutableFile(atPath: tool) }

    private(set) var port = 0
    /// The certificate of the authority that vouches for the server's.
    var authority: String { folder + "/ca.pem" }
    private let folder = NSTemporaryDirectory() + "juhe-tls-" + UUID().uuidString
    private let process = Process()
    /// What the client says, where the server has no page of its own.
    private(set) var received = FileHandle.nullDevice
    /// What the client is to hear.
    private(set) var answers = FileHandle.nullDevice

    /// - Parameter protocols: what the server offers by ALPN; then it says nothing by itself, and one client may talk to
    ///   `received` and `answers`.
    /// - Parameter speaking: further arguments that say what kinds of connections the server knows.
    init(
        name: String, days: Int = 2, isSelfSigned: Bool = false, offering protocols: String? = nil,
        speaking: [String] = []
    ) throws {
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        let key = ["-newkey", "rsa:2048", "-nodes"]
        try run(["req", "-x509", "-days", "2", "-subj", "/CN=authority", "-out", "ca.pem", "-keyout", "ca.key"] + key)
        try "subjectAltName=DNS:\(name)\n".write(toFile: folder + "/names", atomically: true, encoding: .utf8)
        if isSelfSigned {
            try run(["req", "-x509", "-subj", "/CN=\(name)", "-out", "own.pem", "-keyout", "own.key"] + key)
        } else {
            try run(["req", "-subj", "/CN=\(name)", "-out", "own.csr", "-keyout", "own.key"] + key)
            try run([
                "x509", "-req", "-in", "own.csr", "-CA", "ca.pem", "-CAkey", "ca.key", "-CAcreateserial", "-days",
                "\(days)", "-extfile", "names", "-out", "own.pem",
            ])
        }
        let output = Pipe()
        process.executableURL = URL(filePath: Self.tool)
        process.arguments = ["s_server", "-accept", "127.0.0.1:0", "-cert", "own.pem", "-key", "own.key"] + speaking
        if let protocols {
            let input = Pipe()
            process.arguments?.append(contentsOf: ["-alpn", protocols, "-naccept", "1"])
            process.standardInput = input
            (received, answers) = (output.fileHandleForReading, input.fileHandleForWriting)
        } else {
            process.arguments?.append("-www")
        }
        process.currentDirectoryURL = URL(filePath: folder)
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        try process.run()
        var said = ""
        while let more = try output.fileHandleForReading.read(upToCount: 1), !more.isEmpty {
            said += String(decoding: more, as: UTF8.self)
            if said.hasSuffix("\n"), let line = said.split(separator: "\n").last, line.hasPrefix("ACCEPT "),
                let number = line.split(separator: ":").last.flatMap({ Int($0) })
            {
                port = number
                return
            }
        }
        throw CocoaError(.featureUnsupported)
    }

    deinit {
        // The thread of a test blocks the gentler signals, and so does its child.
        if process.isRunning { kill(process.processIdentifier, SIGKILL) }
        try? FileManager.default.removeItem(atPath: folder)
    }

    private func run(_ arguments: [String]) throws {
        let process = Process()
        process.executableURL = URL(filePath: Self.tool)
        process.arguments = arguments
        process.currentDirectoryURL = URL(filePath: folder)
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else { throw CocoaError(.featureUnsupported) }
    }
}
