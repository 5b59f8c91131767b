#!/bin/sh
# Installs Chromium 86 for tests/browser/test_oldest.py. Never fails: without it those tests are skipped.
set -eu
cd "$(dirname "$0")/../tests/browser/oldest"

if [ node_modules/chromium -nt package-lock.json ]; then
    exit
fi
if ! command -v npm >/dev/null 2>&1; then
    echo 'No npm here: the tests in the oldest browser will be skipped.' >&2
    exit
fi
echo 'Installing Chromium 86 into tests/browser/oldest (once; 45 MB) ...'
if npm ci --ignore-scripts --legacy-peer-deps --no-audit --no-fund --loglevel=error >/dev/null && node unpack.mjs; then
    touch node_modules/chromium
else
    rm -rf node_modules
    echo 'npm could not install Chromium 86: the tests in it will be skipped.' >&2
fi
