// swift-tools-version: 6.1
import PackageDescription

/// Every target of ours is built the same way: Swift 6, explicit `any`, imports that leak nothing.
let strict: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
]

/// A room under `Sources/`, or a plugin at `path`.
func room(
    _ name: String, _ dependencies: [Target.Dependency] = [], path: String? = nil, exclude: [String] = [],
    resources: [Resource]? = nil
) -> Target {
    .target(
        name: name, dependencies: dependencies, path: path ?? "Sources/\(name)", exclude: exclude,
        resources: resources, swiftSettings: strict)
}

/// A plugin: an ordinary target beside its README and its sample configuration.
func plugin(
    _ name: String, _ path: String, _ dependencies: [Target.Dependency], resources: [Resource]? = nil
) -> Target {
    room(
        name, ["JuheKit"] + dependencies, path: "Plugins/\(path)", exclude: ["README.md", "sample.yaml"],
        resources: resources)
}

/// Tests of one room.
func tests(_ name: String, _ dependencies: [Target.Dependency], exclude: [String] = []) -> Target {
    .testTarget(
        name: name, dependencies: dependencies, path: "Tests/\(name)", exclude: exclude, swiftSettings: strict)
}

let yams: Target.Dependency = .product(name: "Yams", package: "Yams")
let grdb: Target.Dependency = .product(name: "GRDB", package: "GRDB.swift")
let arguments: Target.Dependency = .product(name: "ArgumentParser", package: "swift-argument-parser")
let mustache: Target.Dependency = .product(name: "Mustache", package: "swift-mustache")

let package = Package(
    name: "juhe",
    products: [
        .library(name: "JuheKit", targets: ["JuheKit"])
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.5.0"),
        .package(url: "https://github.com/apple/swift-crypto", "3.0.0"..<"5.0.0"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.0.0"),
        .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.0.0"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.0.0"),
    ],
    targets: [
        .systemLibrary(
            name: "CLibXML2", path: "Sources/CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
        room("JuheKit"),
        room("Configuration", ["JuheKit", yams]),
        room("Store", ["JuheKit", grdb]),
        tests("ConfigurationTests", ["Configuration", "JuheKit"]),
    ],
    swiftLanguageModes: [.v6]
)
