#!/usr/bin/env bash
# What tolmach writes is read by other tools, and comes back as it went.
# Needs python3 with translate-toolkit and polib (PyPI) and msgfmt (gettext).
# Usage: tests/exchange/tools.sh PATH-OF-TOLMACH [PYTHON]
set -euo pipefail
tolmach=$(realpath "$1"); python=${2:-python3}
here=$(realpath "$(dirname "$0")")
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
"$python" "$here/project.py" make "$work"
cd "$work"
"$tolmach" --quiet accept --all > /dev/null
for file in all.tmx all.xlf all.xlf2 all.po all.csv; do "$tolmach" --quiet memory export "$file" > /dev/null; done
"$tolmach" --quiet glossary export terms.tbx > /dev/null
"$tolmach" --quiet glossary export v2.tbx --to tbx-v2 > /dev/null
"$tolmach" --quiet glossary export omegat.txt > /dev/null
msgfmt -c -o /dev/null all.po 2> msgfmt.log || { cat msgfmt.log; exit 1; }
"$python" "$here/project.py" check "$work"
# Every text goes through another tool's hands: upper-cased there, it lands in its own paragraph here.
"$python" "$here/project.py" translate "$work"
"$tolmach" --quiet memory import changed.xlf > /dev/null
"$python" "$here/project.py" landed "$work"
