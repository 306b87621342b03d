import Testing

@testable import DirectorySource

@Suite("Patterns of files")
struct GlobPatternTests {
    @Test(
        "say which paths count",
        arguments: [
            ("*.txt", "a.txt", true), ("*.txt", "x/y/a.txt", true), ("*.txt", "a.TXT", true),
            ("*.txt", "a.txt.bak", false),
            ("2026/*.md", "2026/a.md", true), ("2026/*.md", "2026/11/a.md", false), ("2026/*.md", "x/2026/a.md", false),
            ("2026/**", "2026/11/a.md", true), ("**/通知.md", "通知.md", true), ("**/通知.md", "x/y/通知.md", true),
            ("**/通知.md", "旧通知.md", false), ("a/**/b.txt", "a/b.txt", true), ("a/**/b.txt", "a/x/y/b.txt", true),
            ("a/**/b.txt", "a/xb.txt", false), ("*.{md,txt}", "a.md", true), ("*.{md,txt}", "a.html", false),
            ("第?期.md", "第9期.md", true), ("第?期.md", "第10期.md", false), ("[0-9]*.txt", "07-通知.txt", true),
            ("[!0-9]*.txt", "07-通知.txt", false), ("/a.txt", "a.txt", true), ("./x/*.txt", "x/a.txt", true),
            ("[", "[", true), ("", "a", false), ("**", "x/y", true),
        ])
    func match(_ pattern: String, _ path: String, _ expected: Bool) {
        #expect(GlobPattern(pattern).matches(GlobPattern.Subject(RelativePath(path))) == expected)
    }

    @Test("with many stars take no longer than text times pattern")
    func manyStars() {
        let pattern = GlobPattern(String(repeating: "*a", count: 40) + "b")
        #expect(!pattern.matches(GlobPattern.Subject(RelativePath(String(repeating: "a", count: 200)))))
    }

    @Test(
        "leave out what is hidden, unfinished or not wanted",
        arguments: [
            (".隐藏.txt", true), (".~lock.通知.txt", true), ("~$通知.txt", true), ("通知.txt.part", true), ("a.tmp", true),
            ("草稿", true), ("草稿/a.txt", true), ("归档", true), ("x/通知.txt", false),
        ])
    func ignore(_ path: String, _ expected: Bool) {
        let filter = PathFilter(patterns: ["*.txt"], ignore: ["草稿/**", "归档/"])
        #expect(filter.ignores(RelativePath(path)) == expected)
    }
}
