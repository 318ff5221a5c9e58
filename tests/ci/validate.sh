#!/usr/bin/env bash
# Holds the answers of `tolmach check` against other people's readers of their formats, and runs the ready-made CI
# files as far as that goes without their servers. Needs python3 and npm; puts what it installs under target/.
set -euo pipefail
cd "$(dirname "$0")/../.."
top=$PWD
cargo build --locked --quiet
tolmach=$top/target/debug/tolmach
tools=$top/target/ci-tools
if [ ! -e "$tools/done" ]; then
  python3 -m venv "$tools/python"
  "$tools/python/bin/pip" install --quiet --disable-pip-version-check junitparser==5.0.3 pyyaml==6.0.3
  npm install --silent --no-fund --no-audit --prefix "$tools/npm" @microsoft/sarif-multitool@5.7.0
  touch "$tools/done"
fi
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export LC_ALL=C.UTF-8 PYTHONUTF8=1
unset GITHUB_STEP_SUMMARY

# A project with findings of every severity, a waiver, hostile paragraphs and file names that want escaping.
cp -r tests/cases/check.in "$work/project"
cd "$work/project"
git init --quiet .
forms=(sarif:out.sarif junit:out.xml gitlab:out.json github:out.txt json:all.json)
for form in "${forms[@]}"; do arguments+=(--format "${form%%:*}=$work/${form#*:}"); done
"$tolmach" check --fail-on warning "${arguments[@]}" || [ $? = 1 ]
# The same on standard output, where a CI runner reads along.
for form in human:human.txt "${forms[@]}"; do
  "$tolmach" check --fail-on warning --format "${form%%:*}" > "$work/printed-${form#*:}" || [ $? = 1 ]
done
"$tools/python/bin/python" "$top/tests/ci/answers.py" "$work" "$tools/npm/node_modules/.bin/sarif-multitool"
"$tools/python/bin/python" "$top/tests/ci/ready_made.py" "$top" "$tolmach" "$work"
