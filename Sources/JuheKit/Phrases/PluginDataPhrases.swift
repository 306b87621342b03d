/// What is wrong with what a plugin says.
extension Phrase {
    /// A reason with its place.
    package static func jsonFault(at offset: Int, _ reason: Phrase) -> Phrase {
        Phrase("第 \(offset + 1) 个字节：\(reason.zhHans)", en: "byte \(offset + 1): \(reason.english)")
    }
    package static let jsonNoText = Phrase("不是 UTF-8 文字", en: "no UTF-8")
    package static let jsonAfterEnd = Phrase("JSON 之后还有内容", en: "something follows the JSON")
    package static let jsonCutOff = Phrase("JSON 没有写完", en: "the JSON is cut off")
    package static let jsonNoValue = Phrase("这里应是一个 JSON 值", en: "no JSON value")
    package static let jsonNoName = Phrase("这里应是带双引号的键", en: "no quoted name")
    package static let jsonNoColon = Phrase("键后面缺少冒号", en: "no colon behind the name")
    package static let jsonNoComma = Phrase("缺少逗号或右括号", en: "no comma or closing bracket")
    package static let jsonControl = Phrase("字符串里有未转义的控制字符", en: "a raw control character in a string")
    package static let jsonBadEscape = Phrase("转义写法不对", en: "no such escape")
    package static let jsonNoNumber = Phrase("数字写法不对", en: "no JSON number")
    package static func jsonTooDeep(_ depth: Int) -> Phrase {
        Phrase("嵌套超过 \(depth) 层", en: "nested more than \(depth) deep")
    }
    package static func jsonNameTwice(_ name: String) -> Phrase {
        Phrase("同一对象里有两个“\(name)”", en: "\"\(name)\" twice in one object")
    }
    package static func fieldMissing(_ field: String) -> Phrase { Phrase("缺少 \(field)", en: "\(field): missing") }
    package static func fieldNull(_ field: String) -> Phrase { Phrase("\(field) 是 null", en: "\(field): null") }
    package static func fieldWrong(_ field: String, type: String) -> Phrase {
        Phrase("\(field) 的类型不对，应为 \(type)", en: "\(field): should be a JSON \(type)")
    }
    package static func fieldBad(_ field: String, _ reason: String) -> Phrase {
        Phrase("\(field) 有误（\(reason)）", en: "\(field): \(reason)")
    }
    package static func noDate(_ field: String, _ text: String) -> Phrase {
        Phrase("\(field) 不是 RFC 3339 日期：\(text)", en: "\(field): no RFC 3339 date: \(text)")
    }
    package static let notAnObject = Phrase("不是 JSON 对象", en: "not a JSON object")
    package static let badItemID = Phrase("id 为空或含控制字符", en: "id: empty, or with control characters")
    package static func pluginUsedProcessor(_ seconds: Int) -> Phrase {
        Phrase("插件用掉了 \(seconds) 秒处理器时间，已终止。", en: "more than \(seconds) s of processor time; ended")
    }
    package static func unknownBatch(_ number: Int) -> Phrase {
        Phrase("插件确认了没有发过的批次 \(number)。", en: "it acknowledges batch \(number), which was not sent")
    }
    package static func unknownFailedItem(_ id: String, batch: Int) -> Phrase {
        Phrase(
            "插件说批次 \(batch) 的条目“\(id)”失败，但该批次没有它。", en: "it says \"\(id)\" of batch \(batch) failed, which is not in it"
        )
    }
    package static func unacknowledged(_ count: Int) -> Phrase {
        Phrase("插件没有确认其中 \(count) 批，下次再送。", en: "\(count) batches were not acknowledged; they are sent again")
    }
    package static func itemsNotTaken(_ count: Int, _ first: String) -> Phrase {
        Phrase("\(count) 条暂时没有送出，下次再送：\(first)", en: "\(count) items were not put out; again next time: \(first)")
    }
    package static func itemsRefused(_ count: Int, _ first: String) -> Phrase {
        Phrase("\(count) 条被拒收，不再送：\(first)", en: "\(count) items were refused for good: \(first)")
    }
    package static func wrongDeliveredCount(said: Int, heard: Int) -> Phrase {
        Phrase("插件说送出 \(said) 条，实际应为 \(heard) 条。", en: "it says \(said) items were put out, it should be \(heard)")
    }
    package static func fetchedTooMuch(_ limit: Int) -> Phrase {
        Phrase("插件这次运行从网络取的内容超过 \(limit) 字节。", en: "more than \(limit) bytes were fetched in this run")
    }
    package static func fetchUnsafeMethod(_ method: String) -> Phrase {
        Phrase("插件只能用 GET 和 POST，不能用 \(method)。", en: "plugins ask by GET and POST, not by \(method)")
    }
    package static let fetchNotSent = Phrase("演练，没有发送。", en: "a rehearsal; nothing was sent")
    package static let noFetcherHere = Phrase("这里不能访问网络。", en: "there is no network here")
    package static func badSettingReference(_ reference: String, known: [String]) -> Phrase {
        Phrase(
            "\(reference) 不是这个插件的设置。可用：\(known.map { "${config:\($0)}" }.joined(separator: "、"))",
            en:
                "\(reference) is no setting of this plugin; there are \(known.map { "${config:\($0)}" }.joined(separator: ", "))"
        )
    }
    package static func declaredPath(_ path: String) -> Phrase {
        Phrase("声明式插件不能自己写本机路径 \(path)，只能用设置里的。", en: "a declarative plugin names no local path of its own: \(path)")
    }
    package static let sinkNeedsOneTarget = Phrase(
        "sink 需要 path 或 webhook 之一。", en: "a declarative sink needs either path or webhook")
    package static func webhookRefused(_ code: String) -> Phrase {
        Phrase("对方没有接受：\(code)", en: "the channel did not take it: \(code)")
    }
    package static func writeForbidden(_ path: String) -> Phrase {
        Phrase(
            "插件的清单没有声明写入 \(path)（permissions.write）。",
            en: "its manifest does not allow writing \(path) (permissions.write)")
    }
}
