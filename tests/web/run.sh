#!/usr/bin/env bash
# The pages in a real browser: tests/web/run.sh [PROGRAM] [FOLDER FOR PICTURES]
# Needs node, and a Chromium that is there or that apt can install within a minute; says what it could not check.
set -euo pipefail
cd "$(dirname "$0")/../.."
program=$(realpath "${1:-target/debug/tolmach}")
pictures=${2:-}
tools=$PWD/target/web-tools
if ! command -v node > /dev/null || ! command -v npm > /dev/null; then
    echo "not checked: the pages in a browser (needs node and npm)" >&2
    exit 0
fi
if ! command -v chromium > /dev/null && [ "$(id -u)" = 0 ] && command -v apt-get > /dev/null; then
    { timeout 60 apt-get update -qq && timeout 60 apt-get install -y -qq --no-install-recommends chromium; } > /dev/null 2>&1 || true
fi
if ! browser=$(command -v chromium || command -v chromium-browser || command -v google-chrome); then
    echo "not checked: the pages in a browser (needs chromium)" >&2
    exit 0
fi
if [ ! -e "$tools/done" ]; then
    mkdir -p "$tools"
    timeout 60 npm install --silent --no-fund --no-audit --prefix "$tools" playwright-core@1 axe-core@4 && touch "$tools/done"
fi
if [ ! -e "$tools/done" ]; then
    echo "not checked: the pages in a browser (npm could not install playwright-core and axe-core)" >&2
    exit 0
fi
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export LC_ALL=C.UTF-8 TOLMACH=$program BROWSER=$browser WORK=$work PICTURES=$pictures
export MODULES=$tools/node_modules
mkdir "$work/project"
tests/web/setup.sh "$program" "$work/project"
failed=0
for test in ${ONLY:-tests/web/*.test.mjs}; do
    echo "$test"
    node "$test" || failed=1
done
exit $failed
