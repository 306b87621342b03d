// swift-tools-version: 6.1
import PackageDescription

/// Every target of ours is built the same way: Swift 6, explicit `any`, imports that leak nothing.
let strict: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
]

let package = Package(
    name: "juhe",
    targets: [
        .systemLibrary(
            name: "CLibXML2", path: "Sources/CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
        .target(name: "JuheKit", path: "Sources/JuheKit", swiftSettings: strict),
        .target(name: "Markup", dependencies: ["CLibXML2"], path: "Sources/Markup", swiftSettings: strict),
        .target(
            name: "FeedFormats", dependencies: ["Markup"], path: "Sources/FeedFormats", swiftSettings: strict),
    ],
    swiftLanguageModes: [.v6]
)
