import Extraction
import JuheKit
import Markup

/// The State Council's policy library: a search that answers with JSON. An empty answer is an answer.
enum PolicyLibraryPreset: Preset {
    static let name = "policy-library"

    static func recognises(_ page: PageDocument) -> Bool {
        guard let value = page.json else { return false }
        return value["searchVO"] != nil && value["code"] != nil
    }

    /// The page that people open has the same query as its interface.
    static func start(_ address: String) -> PageRequest {
        guard let range = address.firstPlace(of: "/zcwjk/policyDocumentLibrary") else {
            return PageRequest(url: address)
        }
        let request = PageRequest(url: address[..<range.lowerBound] + "/search-gov/data" + address[range.upperBound...])
        var complete = request
        for (name, value) in [
            ("t", "zhengcelibrary"), ("p", "1"), ("n", "20"), ("sort", "pubtime"), ("searchfield", "title"),
            ("type", "gwyzcwjk"),
        ]
        where request.parameter(name) == nil {
            complete = complete.setting(name, to: value)
        }
        return complete
    }

    static func read(_ page: PageDocument, _ request: PageRequest, _ reading: Reading) throws(Failure) -> ListPage {
        guard let value = page.json else { return StructurePreset.read(page, request, reading) }
        let code = value["code"]?.text ?? "200"
        let list = JSONList(base: page.address, now: reading.now, zone: reading.zone).list(value)
        if list.entries.isEmpty, !["200", "1001", "0"].contains(code) {
            throw Failure(
                .malformed, page.address ?? "", .interfaceRefused(code: code, message: value["msg"]?.text ?? ""))
        }
        var result = ListPage(entries: list.entries, path: list.path, isKnownEmpty: true, mayBeEmpty: true)
        let size = request.parameter("n").flatMap { Int($0) } ?? 5
        let number = max(1, request.parameter("p").flatMap { Int($0) } ?? 1)
        let total = largest(of: ["totalCount"], value["searchVO"] ?? .null, depth: 0)
        if !list.entries.isEmpty, number * size < total {
            result.next = request.setting("p", to: "\(number + 1)")
            result.nextRule = "totalCount"
        }
        return result
    }

    /// The largest count of an answer: each collection is counted by itself and turned over together.
    private static func largest(of keys: Set<String>, _ value: JSONValue, depth: Int) -> Int {
        guard depth < 5, case .object(let members) = value else { return 0 }
        return members.reduce(0) { most, member in
            let own = keys.contains(member.key) ? member.value.text.flatMap { Int($0) } ?? 0 : 0
            return max(most, own, largest(of: keys, member.value, depth: depth + 1))
        }
    }
}

/// 共产党员网 12371: a search that answers with JSON in a call.
enum PartyRulesPreset: Preset {
    static let name = "12371"

    static func recognises(_ page: PageDocument) -> Bool {
        guard let inner = page.json?["searchVO"] else { return false }
        return inner["listVO"] != nil && page.json?["code"] == nil
    }

    static func read(_ page: PageDocument, _ request: PageRequest, _ reading: Reading) -> ListPage {
        guard let value = page.json else { return StructurePreset.read(page, request, reading) }
        let list = JSONList(base: page.address, now: reading.now, zone: reading.zone).list(value)
        var result = ListPage(entries: list.entries, path: list.path, isKnownEmpty: true, mayBeEmpty: true)
        let pages = value["searchVO"]?["maxPageSize"]?.text.flatMap { Int($0) } ?? 1
        let number = max(1, (request.parameter("p") ?? value["p"]?.text).flatMap { Int($0) } ?? 1)
        if !list.entries.isEmpty, number < pages {
            result.next = request.setting("p", to: "\(number + 1)")
            result.nextRule = "maxPageSize"
        }
        return result
    }
}

/// 学习强国: a channel's data file. Not an official interface: it is only read where the configuration names it.
enum XuexiPreset: Preset {
    static let name = "xuexi"

    static func recognises(_ page: PageDocument) -> Bool { false }

    static func read(_ page: PageDocument, _ request: PageRequest, _ reading: Reading) -> ListPage {
        StructurePreset.read(page, request, reading)
    }

    /// The page is written by a program from a data file that its address names.
    static func article(of address: String) -> PageRequest? {
        guard let id = PageRequest(url: address).parameter("id"), id.allSatisfy({ $0.isNumber }), !id.isEmpty else {
            return PageRequest(url: address)
        }
        return PageRequest(url: "https://boot-source.xuexi.cn/data/app/\(id).js?callback=callback")
    }

    static func complete(_ entry: inout ExtractedItem, with page: PageDocument, _ reading: Reading) {
        guard let value = page.json else {
            StructurePreset.complete(&entry, with: page, reading)
            return
        }
        if let body = JSONList.text(["normalized_content", "content"], value)?.value, !MissingBody.isMissing(body) {
            entry.item.contentHTML = body
            entry.note("content", "normalized_content")
        } else {
            entry.item.details.flags.append(.noBody)
        }
    }
}
