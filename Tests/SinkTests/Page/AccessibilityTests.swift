import Bulletin
import Foundation
import JuheKit
import Testing

/// Checks of WCAG 2.2 that a browser can decide: on the page as it is laid out, not on its source.
@Suite("The page in a browser", .enabled(if: Browser.path != nil), .serialized)
struct AccessibilityTests {
    /// Everything a page can be asked about; each function gives a list of what is wrong.
    private static let checks = """
        const shown = e => { const s = getComputedStyle(e); const r = e.getBoundingClientRect();
          return s.visibility !== 'hidden' && s.display !== 'none' && r.width > 1 && r.height > 1; };
        const rgb = c => { const m = c.match(/[\\\\d.]+/g).map(Number); return m.length < 4 ? [...m, 1] : m; };
        const over = (a, b) => [0, 1, 2].map(i => a[i] * a[3] + b[i] * (1 - a[3])).concat(1);
        const ground = e => { let c = [255, 255, 255, 1], up = []; for (; e; e = e.parentElement) up.push(e);
          for (const n of up.reverse()) c = over(rgb(getComputedStyle(n).backgroundColor), c); return c; };
        const opacity = e => { let o = 1; for (; e; e = e.parentElement) o *= +getComputedStyle(e).opacity; return o; };
        const lum = c => { const f = v => (v /= 255) <= .04045 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4;
          return .2126 * f(c[0]) + .7152 * f(c[1]) + .0722 * f(c[2]); };
        const ratio = (a, b) => { const [x, y] = [lum(a), lum(b)]; return (Math.max(x, y) + .05) / (Math.min(x, y) + .05); };
        const out = [];
        const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
        for (let n; n = walker.nextNode();) { const e = n.parentElement; if (!n.data.trim() || !shown(e)) continue;
          const s = getComputedStyle(e); const c = rgb(e.ownerSVGElement ? s.fill : s.color); c[3] *= opacity(e);
          const b = ground(e), r = ratio(over(c, b), b), size = parseFloat(s.fontSize);
          const large = size >= 24 || size >= 18.66 && +s.fontWeight >= 700;
          if (r < (large ? 3 : 4.5)) out.push('1.4.3 contrast ' + r.toFixed(2) + ': ' + n.data.trim().slice(0, 20));
          if (!e.ownerSVGElement && size < 14) out.push('size ' + size + ': ' + n.data.trim().slice(0, 20)); }
        let level = 0; for (const h of document.querySelectorAll('h1,h2,h3,h4,h5,h6')) { const l = +h.tagName[1];
          if (l > level + 1) out.push('1.3.1 heading ' + h.textContent.slice(0, 20)); level = l; }
        if (document.querySelectorAll('h1').length !== 1) out.push('1.3.1 one h1');
        for (const t of ['main', 'header', 'footer']) if (document.querySelectorAll('body > ' + t + ', .sheet > ' + t).length !== 1) out.push('1.3.1 landmark ' + t);
        if (!document.documentElement.lang) out.push('3.1.1 lang'); if (!document.title.trim()) out.push('2.4.2 title');
        for (const e of document.querySelectorAll('a[href],input,button,select,[tabindex]')) {
          const name = (e.getAttribute('aria-label') || (e.labels && [...e.labels].map(l => l.textContent).join(' '))
            || (e.getAttribute('aria-labelledby') || '').split(' ').map(i => (document.getElementById(i) || {}).textContent || '').join(' ') || e.textContent || '').trim();
          if (!name) out.push('4.1.2 name ' + e.outerHTML.slice(0, 60)); }
        for (const e of document.querySelectorAll('svg,img,[role=img]')) if (!(e.getAttribute('aria-label') || e.getAttribute('alt') || '').trim()) out.push('1.1.1 alternative');
        for (const e of document.querySelectorAll('section,nav')) { const i = e.getAttribute('aria-labelledby'); if (!i || !document.getElementById(i)) out.push('section without a name'); }
        for (const e of document.querySelectorAll('table')) if (![...e.querySelectorAll('th')].every(h => h.scope)) out.push('1.3.1 th without scope');
        const ids = [...document.querySelectorAll('[id]')].map(e => e.id); if (new Set(ids).size !== ids.length) out.push('4.1.1 id twice');
        for (const a of document.querySelectorAll('a[href^="#"]')) if (!document.getElementById(decodeURIComponent(a.hash.slice(1)))) out.push('broken ' + a.hash);
        // 2.5.8: 24 by 24, but for links inside a sentence, whose size is that of its lines.
        const inSentence = e => { if (getComputedStyle(e).display !== 'inline') return false; let n = e, before = '', after = '';
          for (let s = e.previousSibling; s; s = s.previousSibling) before += s.textContent; for (let s = e.nextSibling; s; s = s.nextSibling) after += s.textContent;
          return (before + after).trim() !== ''; };
        for (const e of document.querySelectorAll('a[href],input,label,button,select,summary,[tabindex],[role=button]')) { const r = e.getBoundingClientRect();
          if (shown(e) && !e.classList.contains('skip') && (r.height < 24 || r.width < 24) && !inSentence(e)) out.push('2.5.8 target ' + r.width + 'x' + r.height + ' ' + e.textContent.slice(0, 20)); }
        if (document.documentElement.scrollWidth > innerWidth) out.push('1.4.10 reflow: ' + document.documentElement.scrollWidth + ' > ' + innerWidth);
        """

    private func problems(_ html: String, width: Int, before: String = "") throws -> [String] {
        let browser = try Browser()
        let session = try browser.open(html, width: width)
        let script = Self.checks.replacingOccurrences(of: "\\\\", with: "\\")
        return try browser.evaluate("(() => { \(before)\n\(script)\nreturn out; })()", session) as? [String] ?? [
            "no answer"
        ]
    }

    @Test("passes at every width, small and large, Chinese and English", arguments: [320, 390, 1_280])
    func editions(width: Int) async throws {
        for edition in [SampleEdition.dressed, SampleEdition.english, SampleEdition.empty] {
            let page = try await Form.page.render(edition)
            #expect(try problems(page, width: width) == [])
            let enlarge = "document.getElementById('large-text').checked = true;"
            #expect(try problems(page, width: width, before: enlarge) == [])
        }
    }

    @Test("The archive passes as well", arguments: [390, 1_280])
    func archive(width: Int) throws {
        let site = try ArchiveSite(
            [SampleEdition.small, SampleEdition.full], of: SampleEdition.full, address: nil, feedFolder: nil)
        for path in ["index.html", site.files.first { $0.path.hasPrefix("unit/") }?.path ?? ""] {
            let file = try #require(site.files.first { $0.path == path })
            #expect(try problems(String(decoding: file.bytes, as: UTF8.self), width: width) == [])
        }
    }

    @Test("By keyboard: the way past the head comes first, the switch works, everything focused is seen to be")
    func keyboard() async throws {
        let browser = try Browser()
        let session = try browser.open(try await Form.page.render(SampleEdition.dressed), width: 1_280)
        try browser.press("Tab", session)
        #expect(try browser.evaluate("document.activeElement.className", session) as? String == "skip")
        #expect(
            try browser.evaluate("document.activeElement.getBoundingClientRect().left >= 0", session) as? Bool == true)
        try browser.press("Tab", session)
        #expect(try browser.evaluate("document.activeElement.id", session) as? String == "large-text")
        let height = "document.querySelector('h1').getBoundingClientRect().height"
        let before = try browser.evaluate(height, session) as? Double ?? 0
        try browser.press("Space", session)
        let after = try browser.evaluate(height, session) as? Double ?? 0
        #expect(after > before)
        for _ in 0..<12 {
            try browser.press("Tab", session)
            let seen = try browser.evaluate(
                "(() => { const s = getComputedStyle(document.activeElement); return s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) >= 2; })()",
                session)
            #expect(seen as? Bool == true)
        }
    }
}
