#!/bin/sh
# Sees to it that a Chromium or Chrome is there for the browser tests. Never fails: without one those tests are skipped.
set -eu

works() { "$1" --version >/dev/null 2>&1; }  # Ubuntu's chromium-browser may be a stub that only says to install a snap
found() {
    for name in chromium google-chrome google-chrome-stable chromium-browser \
        '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'; do
        if works "$name"; then
            return 0
        fi
    done
    return 1
}

if found; then
    exit
fi
sh tools/apt.sh chromium || true
if ! found; then
    cat >&2 <<'EOF'
************************************************************************
  NO BROWSER: the browser tests will be skipped.
  There is no Chromium or Chrome here, and none could be installed
  without asking. Debian: sudo apt install chromium; elsewhere: Chrome.
************************************************************************
EOF
fi
