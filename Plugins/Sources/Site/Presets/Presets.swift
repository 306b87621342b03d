import Extraction

/// The families that the `site` source knows.
enum Presets {
    /// By name. Those that write plain pages are read by their structure.
    static let named: [(name: String, preset: any Preset.Type)] = [
        ("auto", StructurePreset.self), ("trs", StructurePreset.self), ("jcms", JCMSPreset.self),
        ("jpaas", JPAASPreset.self),
        ("gkmlpt", GKMLPTPreset.self), ("vsb", StructurePreset.self), ("ucap", StructurePreset.self),
        ("nfcms", StructurePreset.self),
        ("hanweb-rss", StructurePreset.self), ("policy-library", PolicyLibraryPreset.self),
        ("12371", PartyRulesPreset.self), ("xuexi", XuexiPreset.self),
    ]

    /// The preset that a document is of; its structure is read where no family knows it.
    static func preset(of page: PageDocument) -> any Preset.Type {
        let families: [any Preset.Type] = [
            JPAASPreset.self, JCMSPreset.self, GKMLPTPreset.self, PolicyLibraryPreset.self, PartyRulesPreset.self,
        ]
        return families.first { $0.recognises(page) } ?? StructurePreset.self
    }

    /// The preset that an address alone tells.
    static func preset(of address: String) -> any Preset.Type {
        address.contains("/zcwjk/policyDocumentLibrary") ? PolicyLibraryPreset.self : StructurePreset.self
    }
}
