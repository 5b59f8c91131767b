#!/bin/sh
# Installs the YAML language server for tests/cli/test_editor.py. Never fails: without it those tests are skipped.
set -eu
cd "$(dirname "$0")/../tests/cli/editor"

if [ node_modules/.package-lock.json -nt package-lock.json ]; then
    exit
fi
if ! command -v npm >/dev/null 2>&1; then
    echo 'No npm here: the editor tests will be skipped.' >&2
    exit
fi
echo 'Installing the YAML language server into tests/cli/editor (once; some seconds) ...'
if npm ci --ignore-scripts --no-audit --no-fund --loglevel=error >/dev/null; then
    touch node_modules/.package-lock.json
else
    rm -rf node_modules
    echo 'npm could not install the YAML language server: the editor tests will be skipped.' >&2
fi
