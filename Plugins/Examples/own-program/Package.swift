// swift-tools-version: 6.1
import PackageDescription

// 自己的 juhe：依赖 Juhe，加上自己的插件，一个 main。
// A juhe of your own: it depends on Juhe, adds plugins of its own, and has one `main`.
let package = Package(
    name: "own-program",
    dependencies: [
        // 在别处写成 .package(url: "…", branch: "main") 。 Elsewhere this is an address.
        .package(name: "juhe", path: "../../..")
    ],
    targets: [
        .executableTarget(
            name: "own-juhe",
            dependencies: [
                .product(name: "JuheKit", package: "juhe"), .product(name: "JuheProgram", package: "juhe"),
            ])
    ]
)
