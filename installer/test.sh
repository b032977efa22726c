#!/bin/sh
# Installs what is missing, builds everything and runs the tests.
# usage: installer/test.sh [PRESET [CTEST-OPTION…]]   PRESET is dev, asan, tsan, release or ci (default: warnings are errors)
set -eu
# shellcheck source-path=SCRIPTDIR source=prepare.sh
. "$(dirname -- "$(readlink -f -- "$0")")/prepare.sh"
install_packages
preset=${1:-ci}
[ $# -eq 0 ] || shift
build "$preset"
exec ctest --preset "$preset" "$@"
