#!/bin/sh
# Makes the pictures of README and help anew, in both languages, from a run that it measures first: about a minute, best
# on a quiet machine.
# usage: resources/screenshots/make.sh [BIN]    BIN has the programs of a build (default: build/release/bin)
set -eu
folder=$(dirname -- "$(readlink -f -- "$0")")
bin=${1:-$folder/../../build/release/bin}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export HOME="$work" XDG_CONFIG_HOME="$work" XDG_DATA_HOME="$work" LC_ALL=C.UTF-8

"$bin/breakeven-cli" run overhead-vs-size --max-seconds 45 --progress never --history none \
    --out "$work/overhead-vs-size.jsonl" >/dev/null
for language in en de; do
    pictures=$folder
    [ "$language" = en ] || pictures=$folder/$language
    mkdir -p "$pictures"
    "$bin/breakeven" --language "$language" --screenshot "$pictures/window.png" "$work/overhead-vs-size.jsonl"
    "$bin/breakeven" --language "$language" --render "$work/overhead-vs-size.jsonl" speedup "$pictures/speedup.png"
    "$bin/breakeven-cli" convert "$work/overhead-vs-size.jsonl" "$work/report.html" --language "$language"
    chromium-headless-shell --no-sandbox --hide-scrollbars --window-size=1280,1000 \
        --screenshot="$pictures/report.png" "file://$work/report.html" 2>/dev/null
done
ls -l "$folder"/*.png "$folder"/*/*.png
