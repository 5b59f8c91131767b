#!/bin/sh
# Checks the types of the theme's scripts. Fails where they are wrong; without npm they are not checked, which is said.
set -eu
cd "$(dirname "$0")/scripts"

if ! [ node_modules/.package-lock.json -nt package-lock.json ]; then
    if ! command -v npm >/dev/null 2>&1; then
        echo 'No npm here: the types of scripts are not checked.' >&2
        exit
    fi
    echo 'Installing TypeScript into tools/scripts (once; some seconds) ...'
    if npm ci --ignore-scripts --no-audit --no-fund --loglevel=error >/dev/null; then
        touch node_modules/.package-lock.json
    else
        rm -rf node_modules
        echo 'npm could not install TypeScript: the types of scripts are not checked.' >&2
        exit
    fi
fi
node_modules/.bin/tsc --project .
