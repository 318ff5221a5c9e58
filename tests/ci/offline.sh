#!/usr/bin/env bash
# No command opens a socket: each runs under strace on a copy of the demo, and what it asks of the network is counted.
# tests/ci/offline.sh [PROGRAM]
set -euo pipefail
cd "$(dirname "$0")/../.."
program=$(realpath "${1:-target/debug/tolmach}")
copy=$(mktemp -d)
trap 'rm -rf "$copy"' EXIT
cp -r originals translations glossary "$copy"
cd "$copy"
git init -q . && git add . && git -c user.name=t -c user.email=t@example.org commit -q -m one
original=$(find originals -name '*.md' | sort | head -1)
count=0
while read -r command; do
    # shellcheck disable=SC2086
    strace -f -qq -o calls -e trace=%network "$program" $command > answer 2>&1 < /dev/null || [ $? = 1 ] || {
        echo "tolmach $command:" >&2
        cat answer >&2
        exit 1
    }
    if grep -E '(socket|connect|bind|sendto)\(' calls >&2; then
        echo "tolmach $command: asks for the network" >&2
        exit 1
    fi
    count=$((count + 1))
done << EOF
check
check --format sarif
check --changed-since HEAD
check --fix
status
align
align originals/interview.md --language en --format html
check --format html=page.html --format markdown=page.md
report site
report site --since HEAD
book books
diff
accept --all
forget --all
update
memory search мост --language en
accept --all
memory export out.tmx --language en
memory import out.tmx --language en
glossary list
glossary suggest --language en
glossary export out.tbx
glossary add network --term ru=сеть --term en=network
review --plain
mv $original originals/renamed.md
rules
init
EOF
echo "$count commands, no socket"
