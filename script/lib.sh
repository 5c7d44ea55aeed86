# Shared by the scripts beside it: system packages, the Rust toolchain, where cargo builds. Sourced, not run.
# shellcheck shell=sh disable=SC2034 # the lists are for those who source this

# What compiling needs (build_packages) and what an open window needs (window_packages), by Debian's names.
build_packages="build-essential pkg-config libasound2-dev libavformat-dev libavcodec-dev libswscale-dev libswresample-dev libavutil-dev libclang-dev"
window_packages="libgl1 libegl1 libgl1-mesa-dri libx11-6 libx11-xcb1 libxcursor1 libxi6 libxrandr2 libxkbcommon0 libxkbcommon-x11-0 libwayland-client0 libwayland-egl1"

# fail MESSAGE: say it and stop.
fail() {
    echo "$(basename "$0"): $*" >&2
    exit 1
}

# need PACKAGE…: install the Debian packages that are missing; says nothing when none is.
need() {
    if ! command -v dpkg-query >/dev/null; then
        echo "$(basename "$0"): not Debian or Ubuntu; please see to the equivalents of: $*" >&2
        return 0
    fi
    missing=
    for package; do
        dpkg-query -W -f '${db:Status-Status}\n' "$package" 2>/dev/null | grep -qx installed || missing="$missing $package"
    done
    [ -n "$missing" ] || return 0
    as_root=
    if [ "$(id -u)" -ne 0 ]; then
        command -v sudo >/dev/null || fail "please have somebody with root's rights install:$missing"
        as_root=sudo
    fi
    echo "Installing:$missing"
    $as_root apt-get update -qq
    # shellcheck disable=SC2086 # one word per package
    $as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $missing >/dev/null
}

# need_rust: cargo, at least as new as Cargo.toml says.
need_rust() {
    PATH="${HOME:-/root}/.cargo/bin:$PATH"
    wanted=$(sed -n 's/^rust-version = "\(.*\)"/\1/p' Cargo.toml)
    how="curl --proto '=https' --tlsv1.2 -sSf https://sh.rustup.rs | sh -s -- -y"
    if ! command -v cargo >/dev/null; then
        # Debian 13 and Ubuntu 24.04 have rustup as a package.
        apt-cache show rustup >/dev/null 2>&1 || fail "Rust $wanted or newer is missing. Install it with:
    $how"
        need rustup
        rustup default stable
    fi
    found=$(cargo --version 2>/dev/null | cut -d ' ' -f 2)
    [ -n "$found" ] || fail "cargo is there but does not run; try: rustup default stable"
    if [ "$(printf '%s\n' "$wanted" "$found" | sort -V | head -n 1)" != "$wanted" ]; then
        if command -v rustup >/dev/null; then how="rustup update stable"; fi
        fail "Rust $found is too old, $wanted or newer is needed. Install it with:
    $how"
    fi
}

# target_directory: where cargo puts what it builds.
target_directory() {
    cargo metadata --no-deps --format-version 1 | sed -n 's/.*"target_directory":"\([^"]*\)".*/\1/p'
}
