#!/bin/sh
# Installs Debian packages where that needs no question: apt is there, and this is root or sudo asks no password.
set -eu

command -v apt-get >/dev/null || exit 1
if [ "$(id -u)" -eq 0 ]; then
    root=env
elif sudo -n true 2>/dev/null; then
    root='sudo -n env'
else
    exit 1
fi

echo "Installing with apt: $* ..." >&2
apt="$root DEBIAN_FRONTEND=noninteractive apt-get -qq -o DPkg::Lock::Timeout=300"
$apt update
$apt install --yes --no-install-recommends "$@" >/dev/null
