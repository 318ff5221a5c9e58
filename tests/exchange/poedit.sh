#!/usr/bin/env bash
# Poedit opens a PO file in a display of its own; a person's hands, played by xdotool, translate two texts and save.
# Usage: poedit.sh FILE FIRST SECOND
set -euo pipefail
file=$1 first=$2 second=$3
export HOME; HOME=$(mktemp -d)
poedit "$file" > "$HOME/log" 2>&1 &
poedit=$!
for _ in $(seq 60); do
    window=$(xdotool search --onlyvisible --name "$(basename "$file")" 2> /dev/null | tail -1) && [ -n "$window" ] && break
    sleep 0.5
done
[ -n "$window" ] || { echo "Poedit shows no window" >&2; cat "$HOME/log" >&2; exit 1; }
sleep 3
xdotool windowfocus "$window"
# The first row of the list, then the field for its translation.
xdotool mousemove --window "$window" 250 108 click 1; sleep 1
xdotool mousemove --window "$window" 300 610 click 1; sleep 1
xdotool type --delay 40 "$first"; sleep 1
# On to the next text without a translation.
xdotool key ctrl+Return; sleep 2
xdotool type --delay 40 "$second"; sleep 1
xdotool key ctrl+s; sleep 3
kill "$poedit"
