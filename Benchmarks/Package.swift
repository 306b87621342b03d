// swift-tools-version: 6.1
import PackageDescription

let package = Package(
    name: "juhe-benchmarks",
    targets: [
        .systemLibrary(
            name: "CLibXML2", path: "Sources/CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
        .systemLibrary(
            name: "CCurl", path: "Sources/CCurl", pkgConfig: "libcurl", providers: [.apt(["libcurl4-openssl-dev"])]),
        .systemLibrary(
            name: "CSQLite", path: "Sources/CSQLite", pkgConfig: "sqlite3", providers: [.apt(["libsqlite3-dev"])]),
        // iconv, as the writer of GB18030.
        .target(name: "CBench"),
        // Starts what is measured and tells what it cost.
        .executableTarget(name: "measure"),
        // The floors of reading, of fetching and of a whole run: programs of their own, because whole processes are compared.
        .executableTarget(name: "parse-floor", dependencies: ["CLibXML2"]),
        .executableTarget(name: "fetch-floor", dependencies: ["CCurl"]),
        .executableTarget(name: "run-floor", dependencies: ["CCurl", "CLibXML2", "CSQLite"]),
        .executableTarget(
            name: "bench", dependencies: ["CBench"],
            swiftSettings: [
                .enableUpcomingFeature("ExistentialAny"),
                .enableUpcomingFeature("InternalImportsByDefault"),
                .enableUpcomingFeature("MemberImportVisibility"),
            ]),
    ],
    swiftLanguageModes: [.v6]
)
