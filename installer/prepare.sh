# Sourced by run.sh and test.sh: where the project is, which packages are missing, how a preset is built.
# shellcheck shell=sh

root=$(dirname -- "$(dirname -- "$(readlink -f -- "$0")")")

fail() {
    printf '%s\n' "$@" >&2
    exit 2
}

missing_packages() {
    while read -r package _; do
        case $package in
            '' | '#'*) continue ;;
        esac
        case $(dpkg-query -W -f='${db:Status-Abbrev}' "$package" 2>/dev/null) in
            ?i*) ;;
            *) printf ' %s' "$package" ;;
        esac
    done <"$root/installer/packages.txt"
}

as_root() {
    if [ "$(id -u)" -eq 0 ]; then "$@"; else sudo "$@"; fi
}

# sudo may ask for a password only where somebody can answer.
may_be_root() {
    [ "$(id -u)" -eq 0 ] ||
        { command -v sudo >/dev/null && { sudo -n true 2>/dev/null || { [ -t 0 ] && sudo true; }; }; }
}

# Quick when nothing is missing: neither the network nor root is used then.
install_packages() {
    command -v dpkg-query >/dev/null || fail "This script installs packages on Debian 12. On another system install" \
        "what installer/packages.txt lists and build with cmake --preset release."
    missing=$(missing_packages)
    [ -n "$missing" ] || return 0
    by_hand="apt-get update && apt-get install -y --no-install-recommends$missing"
    may_be_root ||
        fail "Some packages are missing and this user cannot install them. Run this as root, then try again:" "$by_hand"
    echo "Installing what is missing:$missing"
    # A failed update is no reason to stop: what the install needs may be there already, and if not, it says so.
    as_root apt-get update -qq || true
    # shellcheck disable=SC2086  # one word per package
    as_root env DEBIAN_FRONTEND=noninteractive apt-get install -qq --no-install-recommends \
        -o Dpkg::Use-Pty=0 -o DPkg::Lock::Timeout=300 $missing >/dev/null ||
        fail "apt-get could not install everything. Run this as root to see why:" "$by_hand"
}

# As many compilers as there are CPUs, but no more than memory holds at 1.5 GB each.
build_jobs() {
    cpus=$(nproc)
    by_memory=$(awk '/^MemAvailable:/ { print int($2 / 1500000) }' /proc/meminfo)
    limit=$(cat /sys/fs/cgroup/memory.max 2>/dev/null || echo max)
    if [ "$limit" != max ] && [ $((limit / 1500000000)) -lt "$by_memory" ]; then
        by_memory=$((limit / 1500000000))
    fi
    [ "$by_memory" -ge 1 ] || by_memory=1
    [ "$cpus" -le "$by_memory" ] && echo "$cpus" || echo "$by_memory"
}

# build PRESET [TARGET]: into build/PRESET, incrementally.
build() {
    cd -- "$root" || exit
    cache=build/$1/CMakeCache.txt
    fresh=
    # A checkout that was moved or copied keeps a cache that names its old place, which CMake refuses.
    if [ -e "$cache" ] && ! grep -qxF "CMAKE_HOME_DIRECTORY:INTERNAL=$root" "$cache"; then
        fresh=--fresh
    fi
    cmake --preset "$1" $fresh --log-level=WARNING >/dev/null
    cmake --build --preset "$1" --parallel "$(build_jobs)" ${2:+--target "$2"}
}
