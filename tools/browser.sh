#!/bin/sh
# Sees to it that a Chromium or Chrome is there for the browser tests, and a font with Chinese letters for its pages.
# Never fails: without a browser those tests are skipped, without the font those of letters on paper.
set -eu

works() { "$1" --version >/dev/null 2>&1; }  # Ubuntu's chromium-browser may be a stub that only says to install a snap
found() {
    for name in chromium-headless-shell chromium google-chrome google-chrome-stable chromium-browser \
        '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'; do
        if works "$name"; then
            return 0
        fi
    done
    return 1
}

has_letters() { ! command -v fc-list >/dev/null || [ -n "$(fc-list :lang=zh family)" ]; }

# Debian packs the engine by itself, without windows: the same pages at a third of the CPU. Other systems have no such package.
shell=chromium-headless-shell
missing=
if ! found; then
    missing="$shell fonts-wqy-microhei"
elif ! works "$shell" && apt-cache show "$shell" >/dev/null 2>&1; then
    missing=$shell
fi
has_letters || missing="$missing fonts-wqy-microhei"
if [ -n "$missing" ]; then
    # shellcheck disable=SC2086 # one word each
    sh tools/apt.sh $missing || found || sh tools/apt.sh chromium fonts-wqy-microhei || true
fi
if ! found; then
    cat >&2 <<'EOF'
************************************************************************
  NO BROWSER: the browser tests will be skipped.
  There is no Chromium or Chrome here, and none could be installed
  without asking. Debian: sudo apt install chromium; elsewhere: Chrome.
************************************************************************
EOF
fi
