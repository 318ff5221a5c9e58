#!/usr/bin/env bash
# What tolmach writes is read by other tools, and comes back as it went.
# Needs python3 with translate-toolkit and polib (PyPI) and msgfmt (gettext).
# Where OmegaT is installed it translates a project with our memory; its archive also holds the DTD of TMX and the
# schema of TBX. XLIFF's schemas come with Debian's php-symfony-translation, which is unpacked, not installed.
# Usage: tests/exchange/tools.sh PATH-OF-TOLMACH [PYTHON]
set -euo pipefail
# The scripts import each other; no compiled file of theirs is left in the repository.
export PYTHONDONTWRITEBYTECODE=1
tolmach=$(realpath "$1"); python=${2:-python3}
here=$(realpath "$(dirname "$0")")
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
"$python" "$here/project.py" make "$work"
cd "$work"
for file in work.xlf work.xlf2; do "$tolmach" --quiet memory export "$file" > /dev/null; done
"$tolmach" --quiet accept --all > /dev/null
for file in all.tmx all.xlf all.xlf2 all.po all.csv; do "$tolmach" --quiet memory export "$file" > /dev/null; done
"$tolmach" --quiet glossary export terms.tbx > /dev/null
"$tolmach" --quiet glossary export v2.tbx --to tbx-v2 > /dev/null
"$tolmach" --quiet glossary export omegat.txt > /dev/null
msgfmt -c -o /dev/null all.po 2> msgfmt.log || { cat msgfmt.log; exit 1; }
"$python" "$here/project.py" check "$work"
# By the formats' own definitions.
mkdir schemas
if command -v omegat > /dev/null; then
    "$python" -m zipfile -e /usr/share/omegat/OmegaT.jar jar
    cp jar/schemas/tmx14.dtd jar/schemas/tbx.xsd jar/schemas/xml.xsd schemas/
fi
if command -v dpkg-deb > /dev/null && (mkdir deb && cd deb && apt-get download -qq php-symfony-translation) 2> /dev/null; then
    dpkg-deb -x deb/*.deb unpacked
    cp unpacked/usr/share/php/Symfony/Component/Translation/Resources/schemas/*.xsd schemas/
fi
if [ -n "$(ls schemas)" ]; then "$python" "$here/project.py" validate "$work" schemas
else echo "not validated: needs OmegaT or Debian's php-symfony-translation" >&2; fi
if command -v omegat > /dev/null; then "$python" "$here/project.py" omegat "$work"
else echo "not translated by OmegaT: it is not installed" >&2; fi
# Every text goes through another tool's hands: upper-cased there, it lands in its own paragraph here.
"$python" "$here/project.py" translate "$work"
"$tolmach" --quiet memory import changed.xlf > /dev/null
"$python" "$here/project.py" landed "$work"
# Gaps are filled by translate-toolkit and by OmegaT, while the translation is edited here; PO goes through msgmerge on its
# way back.
filled() {
    local by=$1 file=$2 folder
    folder=$(mktemp -d -p "$work")
    "$python" "$here/fill.py" make "$folder"
    (
        cd "$folder"
        "$tolmach" --quiet memory export "$file" > /dev/null
        "$python" "$here/fill.py" "$by" . "$file"
        if [ "$file" = work.po ]; then
            msgmerge --quiet --no-fuzzy-matching back.work.po work.po -o merged.po && mv merged.po back.work.po
            msgfmt -c -o /dev/null back.work.po
        fi
        "$python" "$here/fill.py" edit .
        status=0
        "$tolmach" memory import "back.$file" > messages 2>&1 || status=$?
        if [ "$by" = reword ]; then
            [ "$status" = 1 ]
            "$python" "$here/fill.py" named . "$file" messages
        else
            [ "$status" = 0 ]
            "$python" "$here/fill.py" landed . "$file"
        fi
    )
}
for file in work.xlf work.xlf2 work.po; do filled fill "$file"; filled reword "$file"; done
# A memory that went out from a document is put into it where it comes back, and a paragraph edited on both sides is named.
for side in untouched edited; do (
    folder=$(mktemp -d -p "$work")
    "$python" "$here/fill.py" make "$folder"
    cd "$folder"
    "$tolmach" --quiet accept --all > /dev/null
    "$tolmach" --quiet memory export work.tmx > /dev/null
    "$python" "$here/fill.py" tmx . work.tmx
    status=0
    if [ "$side" = edited ]; then "$python" "$here/fill.py" edit .; fi
    "$tolmach" --quiet memory import back.work.tmx > /dev/null || status=$?
    [ "$status" = "$([ "$side" = edited ] && echo 1 || echo 0)" ]
    "$python" "$here/fill.py" returned . "$side"
); done
if command -v poedit > /dev/null && command -v xvfb-run > /dev/null && command -v xdotool > /dev/null; then
    filled poedit work.po
else echo "not filled by Poedit: needs poedit, xvfb and xdotool" >&2; fi
if command -v omegat > /dev/null; then for file in work.xlf work.po; do filled omegat "$file"; done; fi
