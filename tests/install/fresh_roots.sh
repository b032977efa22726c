#!/bin/sh
# The TGZ in bare roots of several releases of Debian and Ubuntu, as a user without rights or network; the DEB installed, run and removed.
# Needs root, the network for debootstrap and apt, and minutes. With Xvfb the window is opened on a screen, too.
# usage: fresh_roots.sh BUILD FOLDER    FOLDER keeps the bare roots for the next time
set -eu
build=$1
mkdir -p "$2"
folder=$(readlink -f -- "$2")
skip=77
if [ "$(id -u)" -ne 0 ] || ! command -v debootstrap >/dev/null; then
    echo "Needs root and debootstrap"
    exit $skip
fi

fail() {
    printf '%s\n' "$@" >&2
    exit 1
}

rm -rf "$folder/packages"
cpack --config "$build/CPackConfig.cmake" -B "$folder/packages" >"$folder/cpack.log" 2>&1 || fail "$(cat "$folder/cpack.log")"
archive=$(ls "$folder"/packages/*.tar.gz)
deb=$(ls "$folder"/packages/*.deb)
ls -l "$archive" "$deb"

# fresh SUITE: a bare root of it in $root. debootstrap may be older than the newest of Ubuntu's: all of them go by one script.
root=$folder/root
fresh() {
    case $1 in
        jammy | noble) from="http://archive.ubuntu.com/ubuntu gutsy" ;;
        *) from=http://deb.debian.org/debian ;;
    esac
    [ -e "$folder/$1.base/done" ] || {
        rm -rf "$folder/$1.base"
        # shellcheck disable=SC2086  # an address, and a script's name or none
        debootstrap --variant=minbase "$1" "$folder/$1.base" $from >"$folder/$1.log" 2>&1 ||
            fail "$(tail "$folder/$1.log")"
        touch "$folder/$1.base/done"
    }
    rm -rf --one-file-system "$root"
    cp -a "$folder/$1.base" "$root"
    cp /etc/resolv.conf "$root/etc/"
}

# within COMMAND…: in the root with the kernel's folders, gone afterwards; $isolation is --net for no network.
within() {
    # shellcheck disable=SC2016,SC2086  # the inner shell's words; no word where there is a network
    unshare --mount --pid --fork ${isolation-} sh -euc '
        root=$1
        shift
        mount -t proc proc "$root/proc"
        mount -t sysfs sys "$root/sys"
        mount --rbind /dev "$root/dev"
        mount -t tmpfs tmp "$root/tmp"
        if [ -d /tmp/.X11-unix ]; then
            mkdir "$root/tmp/.X11-unix"
            mount --bind /tmp/.X11-unix "$root/tmp/.X11-unix"
        fi
        exec chroot "$root" env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin DEBIAN_FRONTEND=noninteractive "$@"' sh "$root" "$@"
}
# A screen of our own, where Xvfb is.
display=
if command -v Xvfb >/dev/null; then
    mkfifo "$folder/display"
    Xvfb -displayfd 3 -screen 0 1280x800x24 -ac -nolisten tcp 3>"$folder/display" >/dev/null 2>&1 &
    screen=$!
    trap 'kill $screen; rm -f "$folder/display"' EXIT
    read -r number <"$folder/display"
    display=:$number
fi

# What a learner does; the first word is the folder of the programs.
cat >"$folder/try.sh" <<'END'
set -eu
bin=$1 display=$2
# try STATUS PROGRAM…: its output is kept in the file said.
try() {
    wanted=$1 program=$2
    shift 2
    status=0
    "$bin/$program" "$@" >said 2>&1 || status=$?
    [ "$status" -eq "$wanted" ] || { echo "$program $*: $status instead of $wanted"; cat said; exit 1; }
}
says() { grep -q -- "$1" said || { echo "not said: $1"; cat said; exit 1; }; }
# Nothing to complain of, as of fonts that a bare machine lacks.
quietly() {
    try 0 "$@"
    [ ! -s said ] || { cat said; exit 1; }
}

cd "$HOME"
try 0 breakeven-cli --version
try 0 breakeven-cli run sleep-staircase --param seconds=0.01 --out r.jsonl --csv r.csv --html r.html
says "9  processes .* ok$"
try 0 breakeven-cli run --workload square --sizes 1e5 --backends serial,tbb,openmp-static,processes,stdpar --max-seconds 4 --out s.jsonl
for name in chart.png chart.svg chart.pdf; do quietly breakeven --render r.jsonl runtime $name; done
quietly breakeven --screenshot window.png r.jsonl
quietly breakeven --report r.jsonl r.pdf
[ "$(head -c 4 r.pdf)" = %PDF ]
try 0 breakeven-cli history list
says "A staircase of waiting"
if [ -n "$display" ]; then
    QT_QPA_PLATFORM=xcb DISPLAY=$display "$bin/breakeven" --screenshot screen.png r.jsonl
    # As anybody starts it: it measures its first look, and stays.
    DISPLAY=$display timeout 15 "$bin/breakeven" >said 2>&1 && status=0 || status=$?
    [ "$status" -eq 124 ] || { echo "The window has not stayed: $status"; cat said; exit 1; }
else
    try 2 breakeven
    says "no window can be opened here"
fi
command -v g++ >/dev/null || {
    try 1 breakeven-cli run --workload snippet --param source='double f(double x) { return x; }' --sizes 1e3
    says "no C++ compiler is found (package g++ brings it)"
}
command -v python3 >/dev/null || {
    try 1 breakeven-cli run --workload square --backends serial,python-joblib --sizes 10
    says "the package python3 brings Python"
}
END

unpack() {
    mkdir -p "$root/home/learner"
    mkdir "$root/home/learner/Übungen Woche 1"
    tar -xzf "$archive" -C "$root/home/learner/Übungen Woche 1"
    cp "$folder/try.sh" "$root/home/"
    chown -R 1000:1000 "$root/home/learner"
    bin="/home/learner/Übungen Woche 1/$(basename "$archive" .tar.gz)/bin"
}
as_learner() (
    isolation=--net
    within setpriv --reuid=1000 --regid=1000 --clear-groups env HOME=/home/learner "$@"
)

for suite in jammy noble bookworm trixie sid; do
    fresh $suite
    # Python brings it to every Ubuntu but the barest; the archive's own is too new for this one.
    if [ $suite = jammy ]; then
        within sh -c "apt-get update -qq && apt-get install -y -qq --no-install-recommends libexpat1" >"$folder/apt.log" 2>&1 ||
            fail "$(tail "$folder/apt.log")"
    fi
    unpack
    as_learner sh /home/try.sh "$bin" "$display"
    echo "TGZ runs on $suite: $(sed -n 's/^PRETTY_NAME=//p' "$root/etc/os-release"), $(within ldd --version | sed -n 1p)"
    mkdir -p "$folder/pictures/$suite"
    cp "$root"/home/learner/*.png "$root"/home/learner/*.pdf "$folder/pictures/$suite/"
done

fresh bullseye
unpack
if as_learner "$bin/breakeven-cli" --version >"$folder/said" 2>&1; then fail "It runs on Debian 11, which is not promised"; fi
grep -q "GLIBC_2\.[0-9]*' not found" "$folder/said" || fail "$(cat "$folder/said")"
echo "TGZ is refused on bullseye: $(grep -o 'version .* not found' "$folder/said" | sort -uV | tail -n 1)"
# Its screen and font libraries are older than those of any system that the archive is for: have they all that is taken?
within sh -c "apt-get update -qq && apt-get install -y -qq --no-install-recommends libegl1 libglx0 libopengl0 libx11-6 \
    libx11-xcb1 libxcb1 libxau6 libxdmcp6 libice6 libsm6 libuuid1 libfontconfig1 libfreetype6 libexpat1 zlib1g \
    libstdc++6" >"$folder/apt.log" 2>&1 || fail "$(tail "$folder/apt.log")"
tree=$(dirname "$root$bin")
symbols() { # --defined-only | --undefined-only, of the files on standard input, without those that may be missing (w)
    xargs -d '\n' nm --dynamic --with-symbol-versions --quiet "$1" | awk 'NF > 1 && $(NF - 1) != "w" { print $NF }' |
        sed 's/@@/@/' | sort -u
}
machine=/usr/lib/x86_64-linux-gnu
find "$tree" -name spare -prune -o -type f \( -perm -u+x -o -name '*.so*' \) -print >"$folder/ours"
symbols --undefined-only <"$folder/ours" >"$folder/wanted"
{
    cat "$folder/ours"
    for name in libc.so.6 libm.so.6 libstdc++.so.6 libgcc_s.so.1 ld-linux-x86-64.so.2; do echo $machine/$name; done
    for spare in "$tree"/lib/spare/*; do echo "$root$machine/$(basename "$spare")"; done
} | symbols --defined-only >"$folder/had"
comm -23 "$folder/wanted" "$folder/had" >"$folder/lacking"
# FreeType has this one since 2.11, and Ubuntu 22.04 has 2.11.1.
[ "$(cat "$folder/lacking")" = FT_Get_Transform ] || fail "Not had by old screen and font libraries:" "$(cat "$folder/lacking")"
echo "The screen and font libraries of bullseye have all $(wc -l <"$folder/wanted") symbols that are taken but FT_Get_Transform"

# The package, with what it depends on and nothing else.
fresh bookworm
mkdir "$root/home/learner"
cp "$folder/try.sh" "$deb" "$root/home/"
chown -R 1000:1000 "$root/home/learner"
within sh -c "apt-get update -qq && apt-get install -y -qq --no-install-recommends /home/*.deb" >"$folder/apt.log" 2>&1 ||
    fail "$(tail "$folder/apt.log")"
as_learner sh /home/try.sh /usr/bin "$display"
within apt-get purge -y -qq breakeven >"$folder/apt.log" 2>&1 || fail "$(tail "$folder/apt.log")"
left=$(find "$root" -xdev -path '*breakeven*' ! -path "$root/home/*")
[ -z "$left" ] || fail "The package leaves behind:" "$left"
echo "DEB is installed, runs, and is gone without a trace on bookworm"
rm -rf --one-file-system "$root"
