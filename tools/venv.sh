#!/bin/sh
# Makes the virtual environment .venv, unless a usable one is there. Argument: the Python to use, if not the first fit one.
set -eu

fit() { "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; }
complete() { "$1" -c 'import ensurepip, venv' 2>/dev/null; }

if fit .venv/bin/python && .venv/bin/python -c 'import pip' 2>/dev/null; then
    exit
fi

python=
for candidate in ${1:-python3 python3.14 python3.13 python3.12 python3.11 python}; do
    if fit "$candidate"; then
        python=$candidate
        break
    fi
done
if [ -z "$python" ]; then
    found=$("${1:-python3}" --version 2>/dev/null || echo none)
    echo "Gongkai needs Python 3.11 or later; found: $found." >&2
    echo 'Install one (Debian, Ubuntu: apt install python3 python3-venv), or name it: make PYTHON=/path/to/python ...' >&2
    exit 1
fi

if ! complete "$python"; then  # Debian packs this part of Python separately
    package=$("$python" -c 'import sys; print("python%d.%d-venv" % sys.version_info[:2])')
    sh tools/apt.sh "$package" || true
    if ! complete "$python"; then
        echo "This Python cannot make virtual environments. Install what is missing, then run make again:" >&2
        echo "    sudo apt install $package" >&2
        exit 1
    fi
fi

"$python" -m venv --clear .venv
