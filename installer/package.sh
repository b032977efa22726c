#!/bin/sh
# Installs what is missing, builds Breakeven and makes its packages: the DEB for Debian 12, and the TGZ that runs elsewhere.
set -eu
# shellcheck source-path=SCRIPTDIR source=prepare.sh
. "$(dirname -- "$(readlink -f -- "$0")")/prepare.sh"
install_packages
build release packages
ls -l "$root"/build/release/packages/breakeven*
