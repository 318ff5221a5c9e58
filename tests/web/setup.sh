#!/usr/bin/env bash
# Makes a project for the pages: accepted units, some of which changed since. tests/web/setup.sh PROGRAM FOLDER
set -euo pipefail
program=$1 folder=$2
cp -r "$(dirname "$0")/project/." "$folder"
cd "$folder"
git init -q . && git add . && git -c user.name=t -c user.email=t@example.org commit -q -m one
"$program" --quiet accept originals/letter.md translations/en/bridge.md:3 translations/en/bridge.md:22 translations/en/bridge.md:24 > /dev/null
# The original, the translation, and both changed since.
sed -i 's/внизу горели огни станции/внизу мигали огни далёкой станции/I' originals/letter.md
sed -i 's/We had to wait until noon/We were forced to wait until late noon/' translations/en/letter.md
sed -i 's/с юга пришёл проводник с собакой/с востока пришёл проводник с двумя собаками/' originals/letter.md
sed -i 's/a guide with a dog came from the south/a guide with two dogs came from the east/' translations/en/letter.md
