#!/bin/sh
# Installs what is missing, builds Breakeven and starts it; arguments are handed on: installer/run.sh my-run.jsonl
# Without a display the experiment runs in the terminal instead (arguments are those of `breakeven-cli run`) and leaves
# its run file, CSV and chart in out/.
set -eu
# shellcheck source-path=SCRIPTDIR source=prepare.sh
. "$(dirname -- "$(readlink -f -- "$0")")/prepare.sh"
install_packages
start=$PWD
build release breakeven
cd -- "$start"
bin=$root/build/release/bin

case ${1-} in
    --render | --help | --version) exec "$bin/breakeven" "$@" ;;
esac
if [ -n "${DISPLAY-}${WAYLAND_DISPLAY-}" ]; then
    exec "$bin/breakeven" "$@"
fi

[ $# -gt 0 ] || set -- overhead-vs-size
folder=$root/out/$(date +%Y-%m-%d_%H-%M-%S)
mkdir -p "$folder"
echo "There is no display, so the experiment runs here."
status=0
trap : INT # Ctrl-C ends the experiment; what it measured is still drawn.
"$bin/breakeven-cli" run "$@" --out "$folder/run.jsonl" --csv "$folder/summary.csv" \
    --html "$folder/report.html" || status=$?
if [ -s "$folder/run.jsonl" ]; then
    "$bin/breakeven" --render "$folder/run.jsonl" runtime "$folder/runtime.png" || [ "$status" -ne 0 ] || status=4
    printf '\nResults are in %s:\n' "$folder"
    ls "$folder"
else
    rmdir "$folder" 2>/dev/null || true
fi
exit "$status"
