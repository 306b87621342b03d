/// The programs of new plugins.
extension PluginTemplate {
    /// The word, so that whoever looks for imports of this file does not find those of other languages.
    private static let importing = "import"

    static let shellSource = #"""
        #!/bin/sh
        # 从标准输入读 start 消息，向标准输出写消息，每行一个 JSON。
        # Reads the start message from standard input, writes messages to standard output, one JSON object a line.
        read -r start
        echo '{"type":"hello","protocol":1,"name":"example","version":"0.1.0"}'
        case "$start" in *'"op":"check"'*)  # juhe plugin check --live
          echo '{"type":"check","ok":true}'; echo '{"type":"done"}'; exit ;;
        esac
        echo '{"type":"item","item":{"id":"1","title":"'"${JUHE_CONFIG_GREETING:-你好}"'"}}'
        echo '{"type":"done"}'

        """#

    static let shellSink = #"""
        #!/bin/sh
        # 收到一批批条目，最后收到 end；说 done 表示全部送出。这里只是写到标准错误。
        # Gets items in batches and then `end`; `done` says that all was put out. Here it goes to standard error.
        read -r start
        echo '{"type":"hello","protocol":1,"name":"example","version":"0.1.0"}'
        while read -r line; do
          case "$line" in *'"type":"end"'*) break ;; esac
          echo "$line" >&2
        done
        echo '{"type":"done"}'

        """#

    static let pythonSource = #"""
        #!/usr/bin/env python3
        # 从标准输入读 start 消息，向标准输出写消息，每行一个 JSON。
        # Reads the start message from standard input, writes messages to standard output, one JSON object a line.
        \#(importing) json, sys

        def say(**message):
            print(json.dumps(message, ensure_ascii=False), flush=True)

        start = json.loads(sys.stdin.readline())
        say(type="hello", protocol=1, name="example", version="0.1.0")
        if start["op"] == "check":  # juhe plugin check --live
            sys.exit(say(type="check", ok=True) or say(type="done"))
        count = (start["state"] or {}).get("count", 0) + 1
        say(type="item", item={"id": str(count), "title": start["config"].get("greeting", "你好")})
        say(type="state", state={"count": count})
        say(type="done")

        """#

    static let pythonSink = #"""
        #!/usr/bin/env python3
        # 每批条目送出后确认；key 在每次尝试里都相同，用它避免重复。
        # Acknowledges each batch once it is out; its key is the same in every attempt: use it to do nothing twice.
        \#(importing) json, sys

        def say(**message):
            print(json.dumps(message, ensure_ascii=False), flush=True)

        start = json.loads(sys.stdin.readline())
        say(type="hello", protocol=1, name="example", version="0.1.0", features=["acks"])
        for batch in iter(lambda: json.loads(sys.stdin.readline()), {"type": "end"}):
            for item in batch["items"]:
                print(batch["key"], item.get("title"), file=sys.stderr)
            say(type="ack", batch=batch["batch"], failed=[])
        say(type="done")

        """#

    static let shellEnricher = #"""
        #!/bin/sh
        # 收到一批条目，对要补充的条目再说一次：id 和补充的内容。这里给每条加一个标签。
        # Gets a batch of items and says those again that it adds to: the id, and what is added. Here each gets a tag.
        read -r start
        read -r items
        echo '{"type":"hello","protocol":1,"name":"example","version":"0.1.0"}'
        printf '%s\n' "$items" | grep -o '"id":"[^"]*"' | while read -r id; do
          echo '{"type":"item","item":{'"$id"',"tags":["'"${JUHE_CONFIG_GREETING:-你好}"'"]}}'
        done
        echo '{"type":"done"}'

        """#

    static let pythonEnricher = #"""
        #!/usr/bin/env python3
        # 收到一批条目，对要补充的条目再说一次：id 和补充的内容。
        # Gets a batch of items and says those again that it adds to: the id, and what is added.
        \#(importing) json, sys

        def say(**message):
            print(json.dumps(message, ensure_ascii=False), flush=True)

        start = json.loads(sys.stdin.readline())
        say(type="hello", protocol=1, name="example", version="0.1.0")
        for item in json.loads(sys.stdin.readline())["items"]:
            if "通知" in item.get("title", ""):
                say(type="item", item={"id": item["id"], "tags": [start["config"].get("greeting", "你好")]})
        say(type="done")

        """#

    static let swiftEnricher = #"""
        import Foundation

        func say(_ message: [String: Any]) throws {
            print(String(decoding: try JSONSerialization.data(withJSONObject: message), as: UTF8.self))
            fflush(stdout)
        }

        _ = readLine()
        try say(["type": "hello", "protocol": 1, "name": "example", "version": "0.1.0"])
        let batch = try JSONSerialization.jsonObject(with: Data((readLine() ?? "{}").utf8)) as? [String: Any]
        for item in batch?["items"] as? [[String: Any]] ?? [] {
            try say(["type": "item", "item": ["id": item["id"] ?? "", "tags": ["你好"]]])
        }
        try say(["type": "done"])

        """#

    /// Compiles once into the plugin's work folder; nothing of the plugin's own folder changes.
    static let swiftRunner = #"""
        #!/bin/sh
        # 编译并运行 main.swift；正式使用时先编译好，把 command 改成那个程序。
        # Compiles and runs main.swift; in earnest compile it once and name the program as `command`.
        set -e
        swiftc -module-cache-path "$TMPDIR/cache" -o "$TMPDIR/plugin" main.swift >&2
        exec "$TMPDIR/plugin"

        """#

    static let swiftSource = #"""
        import Foundation

        func say(_ message: [String: Any]) throws {
            print(String(decoding: try JSONSerialization.data(withJSONObject: message), as: UTF8.self))
            fflush(stdout)
        }

        let line = readLine() ?? "{}"
        let start = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any] ?? [:]
        let settings = start["config"] as? [String: Any] ?? [:]
        try say(["type": "hello", "protocol": 1, "name": "example", "version": "0.1.0"])
        try say(["type": "item", "item": ["id": "1", "title": settings["greeting"] ?? "你好"]])
        try say(["type": "done"])

        """#

    static let swiftSink = #"""
        import Foundation

        func say(_ message: [String: Any]) throws {
            print(String(decoding: try JSONSerialization.data(withJSONObject: message), as: UTF8.self))
            fflush(stdout)
        }

        _ = readLine()
        try say(["type": "hello", "protocol": 1, "name": "example", "version": "0.1.0", "features": ["acks"]])
        while let line = readLine(),
            let message = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any],
            message["type"] as? String == "items"
        {
            FileHandle.standardError.write(Data((line + "\n").utf8))
            try say(["type": "ack", "batch": message["batch"] ?? 0])
        }
        try say(["type": "done"])

        """#
}
