import Bulletin
import Foundation
import JuheKit
import Testing

@Suite("The chain of a review")
struct ReviewChainTests {
    private let now = Date(timeIntervalSince1970: 1_795_000_000)

    private func steps(secret: Secret? = nil) -> [ReviewStep] {
        var steps: [ReviewStep] = []
        let all: [(ReviewStep.Action, ReviewStage, String)] = [
            (.drafted, .draft, "程序"), (.passed, .first, "张三"), (.edited, .draft, "王编辑"), (.passed, .first, "张三"),
            (.passed, .second, "李四"), (.passed, .final, "王五"),
        ]
        for (action, stage, person) in all {
            steps.append(
                ReviewChain(steps, secret: secret).next(action, to: stage, by: person, at: now, content: "abc"))
        }
        return steps
    }

    @Test("Holds as it was written, and knows who passed what since the last edit")
    func holds() {
        let chain = ReviewChain(steps())
        #expect(chain.fault(content: "abc") == nil)
        #expect(chain.reviewers.map(\.person) == ["张三", "李四", "王五"])
        #expect(chain.reviewers.map(\.step) == [.first, .second, .final])
        #expect(ReviewChain([]).fault(content: "x") == nil)
    }

    @Test("A changed name, note, time, stage or content is seen; so is a step left out or put in")
    func tampered() {
        let steps = steps()
        let changes: [(inout ReviewStep) -> Void] = [
            { $0.person = "别人" }, { $0.note = "无" }, { $0.at += 1 }, { $0.stage = .final }, { $0.content = "abd" },
            { $0.action = .returned },
        ]
        for change in changes {
            var wrong = steps
            change(&wrong[1])
            #expect(ReviewChain(wrong).fault(content: "abc") == .broken(step: 2))
        }
        var missing = steps
        missing.remove(at: 2)
        #expect(ReviewChain(missing).fault(content: "abc") == .broken(step: 3))
        #expect(ReviewChain(steps).fault(content: "xyz") == .contentChanged)
    }

    @Test("With a secret, a chain that was written without it, or with another, does not hold")
    func signed() {
        let secret = Secret("canary-7")
        #expect(ReviewChain(steps(secret: secret), secret: secret).fault(content: "abc") == nil)
        #expect(ReviewChain(steps(), secret: secret).fault(content: "abc") == .unsigned(step: 1))
        #expect(ReviewChain(steps(secret: secret), secret: Secret("other")).fault(content: "abc") == .unsigned(step: 1))
        #expect(steps(secret: secret).allSatisfy { !"\($0)".contains("canary") })
    }
}
