# What Juhe needs beside a Swift toolchain; read by ./demo, ./test and .ci/run.

debian_packages="libarchive-dev libcmark-gfm-dev libcmark-gfm-extensions-dev libcurl4-openssl-dev libgmime-3.0-dev libsqlite3-dev libxml2-dev libyaml-dev pkg-config poppler-data poppler-utils"
# What it is quicker with; it is built without it where this is not installed.
helpful_packages="libjemalloc-dev"

# Installs the packages that are missing, where this user may; otherwise names them and stops.
require_packages() {
    local missing="" package
    for package in $debian_packages; do
        dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q "ok installed" || missing="$missing $package"
    done
    [ -z "$missing" ] && return 0
    local sudo=""
    if [ "$(id -u)" -ne 0 ]; then
        if command -v sudo >/dev/null && sudo -n true 2>/dev/null; then sudo="sudo -n"; else sudo="no"; fi
    fi
    if [ "$sudo" = no ] || ! command -v apt-get >/dev/null; then
        echo "缺少系统软件包，请先安装 Missing packages; please install them first:" >&2
        echo "    apt-get install$missing" >&2
        exit 69
    fi
    echo "安装缺少的软件包 Installing:$missing" >&2
    $sudo apt-get update -qq >&2
    DEBIAN_FRONTEND=noninteractive $sudo apt-get install -y -qq --no-install-recommends $missing $helpful_packages >&2
}

# Swift 6.2 or newer.
require_swift() {
    if ! command -v swift >/dev/null; then
        echo "没有 Swift 工具链，请安装 Swift 6.2 以上 No Swift toolchain; install Swift 6.2 or newer: https://www.swift.org/install" >&2
        exit 69
    fi
    local version
    version=$(swift --version 2>/dev/null | sed -n 's/.*Swift version \([0-9]*\)\.\([0-9]*\).*/\1 \2/p' | head -1)
    set -- ${version:-0 0}
    if [ "$1" -lt 6 ] || { [ "$1" -eq 6 ] && [ "$2" -lt 2 ]; }; then
        echo "Swift 版本太低（$1.$2），需要 6.2 以上 Swift $1.$2 is too old; install 6.2 or newer: https://www.swift.org/install" >&2
        exit 69
    fi
}
