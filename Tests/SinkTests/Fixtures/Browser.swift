import Foundation
import Synchronization

/// The machine's headless Chromium, spoken to through its DevTools pipe; nothing where none is installed.
final class Browser {
    private let process: pid_t
    private let toBrowser: Int32
    private let fromBrowser: Int32
    private let folder: String
    private var lastID = 0
    private var rest: [UInt8] = []

    /// Where it is.
    static let path: String? = ["chromium-headless-shell", "chromium"].map { "/usr/bin/\($0)" }
        .first { access($0, X_OK) == 0 }

    init() throws {
        guard let path = Self.path else { throw CocoaError(.fileNoSuchFile) }
        folder = FileManager.default.temporaryDirectory.path + "/juhe-browser-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        var down: [Int32] = [0, 0]
        var up: [Int32] = [0, 0]
        guard pipe(&down) == 0, pipe(&up) == 0 else { throw CocoaError(.fileReadUnknown) }
        for end in down + up { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        // DevTools reads from 3 and writes to 4; both ends are first moved out of the way.
        let (reading, writing) = (max(down[0], up[1]) + 8, max(down[0], up[1]) + 9)
        posix_spawn_file_actions_adddup2(&actions, down[0], reading)
        posix_spawn_file_actions_adddup2(&actions, up[1], writing)
        posix_spawn_file_actions_adddup2(&actions, reading, 3)
        posix_spawn_file_actions_adddup2(&actions, writing, 4)
        posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0)
        posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
        let arguments = [
            path, "--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--remote-debugging-pipe",
            "--user-data-dir=\(folder)/profile", "about:blank",
        ]
        var pointers = arguments.map { strdup($0) } + [nil]
        defer { pointers.forEach { free($0) } }
        var child: pid_t = 0
        // A session of its own (POSIX_SPAWN_SETSID), so that all its helpers can be ended with it.
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        posix_spawnattr_setflags(&attributes, 0x80)
        let code = posix_spawn(&child, path, &actions, &attributes, &pointers, environ)
        posix_spawnattr_destroy(&attributes)
        posix_spawn_file_actions_destroy(&actions)
        close(down[0])
        close(up[1])
        guard code == 0 else { throw CocoaError(.fileReadUnknown) }
        process = child
        toBrowser = down[1]
        fromBrowser = up[0]
    }

    deinit {
        kill(-process, SIGKILL)
        kill(process, SIGKILL)
        var status: Int32 = 0
        waitpid(process, &status, 0)
        close(toBrowser)
        close(fromBrowser)
        try? FileManager.default.removeItem(atPath: folder)
    }

    /// Opens a page and gives the session's name.
    func open(_ html: String, width: Int) throws -> String {
        let file = folder + "/page-\(UUID().uuidString).html"
        try Data(html.utf8).write(to: URL(fileURLWithPath: file))
        let target = try ask("Target.createTarget", ["url": "file://\(file)"])["targetId"] as? String ?? ""
        let session =
            try ask("Target.attachToTarget", ["targetId": target, "flatten": true])["sessionId"] as? String ?? ""
        _ = try ask(
            "Emulation.setDeviceMetricsOverride",
            ["width": width, "height": 900, "deviceScaleFactor": 1, "mobile": width < 500], session)
        // The page is there once its own end has been read.
        for _ in 0..<200
        where try evaluate("document.readyState + location.href.slice(0, 4)", session) as? String != "completefile" {
            usleep(20_000)
        }
        return session
    }

    /// The value of an expression in the page.
    func evaluate(_ expression: String, _ session: String) throws -> Any? {
        let answer = try ask("Runtime.evaluate", ["expression": expression, "returnByValue": true], session)
        return (answer["result"] as? [String: Any])?["value"]
    }

    /// Presses a key: `Tab`, or `Space`.
    func press(_ key: String, _ session: String) throws {
        let isTab = key == "Tab"
        for type in ["keyDown", "keyUp"] {
            var event: [String: Any] = [
                "type": type, "key": isTab ? "Tab" : " ", "code": key, "windowsVirtualKeyCode": isTab ? 9 : 32,
            ]
            if type == "keyDown", !isTab { event["text"] = " " }
            _ = try ask("Input.dispatchKeyEvent", event, session)
        }
    }

    private func ask(_ method: String, _ parameters: [String: Any], _ session: String? = nil) throws -> [String: Any] {
        lastID += 1
        var message: [String: Any] = ["id": lastID, "method": method, "params": parameters]
        message["sessionId"] = session
        let bytes = try JSONSerialization.data(withJSONObject: message) + [0]
        bytes.withUnsafeBytes { buffer in
            var sent = 0
            while sent < buffer.count {
                let count = write(toBrowser, buffer.baseAddress.map { $0 + sent }, buffer.count - sent)
                guard count > 0 else { return }
                sent += count
            }
        }
        while true {
            let answer = try JSONSerialization.jsonObject(with: Data(try nextAnswer())) as? [String: Any] ?? [:]
            if answer["id"] as? Int == lastID { return answer["result"] as? [String: Any] ?? [:] }
        }
    }

    private func nextAnswer() throws -> [UInt8] {
        while true {
            if let end = rest.firstIndex(of: 0) {
                let message = Array(rest[..<end])
                rest.removeSubrange(...end)
                return message
            }
            var waiting = pollfd(fd: fromBrowser, events: Int16(POLLIN), revents: 0)
            // On a machine that other tests keep busy a browser takes minutes to start.
            guard poll(&waiting, 1, 240_000) > 0 else { throw CocoaError(.fileReadUnknown) }
            var buffer = [UInt8](repeating: 0, count: 65_536)
            let count = read(fromBrowser, &buffer, buffer.count)
            guard count > 0 else { throw CocoaError(.fileReadUnknown) }
            rest += buffer[..<count]
        }
    }
}
