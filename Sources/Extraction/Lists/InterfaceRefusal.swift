package import Markup

/// What an interface says in the place of a list: `{"code": 401, "msg": "未登录或登录已过期"}`.
package struct InterfaceRefusal: Sendable, Equatable {
    /// Its code, as it writes it.
    package let code: String
    /// Its words for people.
    package let message: String

    private static let codes = [
        "errcode", "errorcode", "error_code", "code", "status", "statuscode", "ret", "resultcode",
    ]
    private static let messages = [
        "errmsg", "errormsg", "error_msg", "errormessage", "msg", "message", "error", "info", "desc",
    ]
    private static let failures: Set<String> = ["error", "fail", "failed", "failure", "false", "err"]
    private static let nothing = ["没有找到", "无数据", "暂无", "没有相关", "无相关", "为空"]

    /// Nothing where the answer succeeded, or only says that it found nothing.
    package init?(_ value: JSONValue) {
        guard value.isObject else { return nil }
        let code = JSONList.text(Self.codes, value)?.value ?? ""
        let message = JSONList.text(Self.messages, value)?.value ?? ""
        guard Self.isFailure(code) || Self.isRefused(value), !code.isEmpty || !message.isEmpty,
            !Self.nothing.contains(where: { message.contains($0) })
        else { return nil }
        self.code = code
        self.message = HTMLTitle.cleaned(String(message.prefix(200)))
    }

    /// `401`, `50012`, `-1`, `error`; what else a code means is known to the interface alone.
    private static func isFailure(_ code: String) -> Bool {
        if failures.contains(code.lowercased()) { return true }
        guard let number = Int(code) else { return false }
        return number < 0 || (code.utf8.count == 3 || code.utf8.count == 5) && ["4", "5"].contains(code.prefix(1))
    }

    private static func isRefused(_ value: JSONValue) -> Bool {
        if case .bool(false)? = value["success"] { return true }
        return JSONList.text(["success"], value).map { failures.contains($0.value.lowercased()) } ?? false
    }
}
