import Foundation
import Testing

@Suite("Colours of the page")
struct ContrastTests {
    @Test("have the contrast that WCAG 2.2 AA asks for, light, dark and in print")
    func contrast() async throws {
        let page = try await Form.page.render(SampleEdition.empty)
        let palettes = page.matches(of: /:root \{ ?\s*(--paper[^}]*)\}/).map { String($0.1) }
        #expect(palettes.count == 3)
        for palette in palettes {
            var colours: [String: Double] = [:]
            for match in palette.matches(of: /--([a-z]+): #([0-9a-f]{6});/) {
                colours[String(match.1)] = Self.luminance(String(match.2))
            }
            for ground in ["paper", "wash"] {
                let behind = try #require(colours[ground])
                for name in ["ink", "soft", "red", "link", "party", "business", "fusion", "unsorted"] {
                    let ratio = Self.ratio(try #require(colours[name]), behind)
                    #expect(ratio >= 4.5, "\(name) on \(ground): \(ratio)")
                }
            }
        }
    }

    private static func ratio(_ one: Double, _ other: Double) -> Double {
        (max(one, other) + 0.05) / (min(one, other) + 0.05)
    }

    /// Relative luminance (WCAG 2.2).
    private static func luminance(_ hex: String) -> Double {
        let value = Int(hex, radix: 16) ?? 0
        let parts = [value >> 16, value >> 8 & 255, value & 255].map { part -> Double in
            let channel = Double(part) / 255
            return channel <= 0.04045 ? channel / 12.92 : pow((channel + 0.055) / 1.055, 2.4)
        }
        return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
    }
}
