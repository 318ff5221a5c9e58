#!/usr/bin/env python3
"""How often each rule is right on real documents.

    precision.py TOLMACH FOLDER [--show RULE] [--sample N]

FOLDER holds repositories, each with a `tolmach.toml` of its own (at its top or one folder below). Each of them is
copied to a temporary folder and checked there. Of each default rule's findings, errors and warnings apart (a rule is a
step quieter where it is less sure), a sample is drawn by a fixed seed, and each of the sample is looked up in
`judgements.tsv`, where somebody who read it with its two paragraphs wrote down what it is:

    true        a fault of the translation, or of the original where the rule looks at both
    acceptable  no fault, but something that a careful editor wants to have seen
    false       nothing is wrong
    alignment   paragraphs that do not answer each other were compared

A judgement is found again by the rule, the repository, the file and a digest of the texts that the finding names, so
that it outlives moved lines. Nothing of the documents is kept. The table says how many findings of the sample nobody
has judged; `--show RULE` prints the sample of a rule with its texts, to be judged, in the columns of the file.

Exit code 1: a rule is right less often than it has to be, or part of its sample is not judged.
"""

import argparse
import collections
import hashlib
import json
import pathlib
import shutil
import subprocess
import sys
import tempfile

SEED = "field"
SAMPLE = 40
SIDES = {"source": "original", "target": "translation"}
VERDICTS = ("true", "acceptable", "false", "alignment")
# The least share of findings that are right, true or acceptable, and of true ones among those of errors.
RIGHT = 0.95
TRUE = {"warning": 0.0, "error": 0.90}
JUDGEMENTS = pathlib.Path(__file__).with_name("judgements.tsv")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("tolmach", type=pathlib.Path)
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("--show", metavar="RULE", action="append", default=[])
    parser.add_argument("--sample", type=int, default=SAMPLE, metavar="N")
    options = parser.parse_args()
    judgements = read_judgements()
    by_rule = collections.defaultdict(list)
    for repository, root in repositories(options.folder):
        for finding in check(options.tolmach.resolve(), root):
            if finding["severity"] in TRUE and not finding["waived"]:
                by_rule[finding["rule"], finding["severity"]].append((key(repository, root, finding), finding))
    samples = {group: draw(found, options.sample) for group, found in by_rule.items()}
    if options.show:
        for (rule, _), sample in sorted(samples.items()):
            if rule in options.show or "all" in options.show:
                show(sample, judgements)
        return 0
    return table(by_rule, samples, judgements)


def repositories(folder):
    """The names and the roots of the repositories, those first whose configuration is at the top."""
    for place in sorted(path for path in folder.iterdir() if path.is_dir()):
        roots = [place] if (place / "tolmach.toml").exists() else sorted(p.parent for p in place.glob("*/tolmach.toml"))
        for root in roots:
            yield place.name, root


def check(tolmach, root):
    """The findings of `check` in a copy of the repository."""
    with tempfile.TemporaryDirectory() as scratch:
        copy = pathlib.Path(scratch) / root.name
        shutil.copytree(root, copy)
        command = [tolmach, "check", "--format", "json"]
        run = subprocess.run(command, cwd=copy, capture_output=True, text=True)
        if run.returncode not in (0, 1):
            sys.exit(f"{root}: {run.stderr}")
        return json.loads(run.stdout)["findings"]


def key(repository, root, finding):
    """What a finding is known by: its rule, repository and file, and a digest of the texts it names and is in."""
    texts = [part for side in SIDES if side in finding for part in (finding[side]["text"], around(root, finding, side))]
    facts = {name: value for name, value in finding["facts"].items() if name not in ("confidence", "line", "lines")}
    said = json.dumps([texts, facts], ensure_ascii=False, sort_keys=True)
    path = finding.get("translation") or finding.get("original") or finding.get("path") or ""
    return finding["rule"], repository, path, hashlib.sha256(said.encode()).hexdigest()[:12]


def around(root, finding, side):
    """The lines of a finding and those next to them, up to empty ones."""
    data = (root / finding[SIDES[side]]).read_bytes()
    start, end = finding[side]["bytes"]
    begin = data.rfind(b"\n\n", 0, start) + 1
    close = data.find(b"\n\n", end)
    return data[begin : close if close >= 0 else len(data)].decode("utf-8", "replace").strip()


def draw(found, size):
    """A sample that stays the same where findings come or go elsewhere: those whose seeded digests are lowest."""
    once = {key: finding for key, finding in found}
    order = sorted(once, key=lambda one: hashlib.sha256("\t".join((SEED, *one)).encode()).hexdigest())
    return [(one, once[one]) for one in order[:size]]


def read_judgements():
    judgements = {}
    for line in JUDGEMENTS.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            *named, verdict, _ = line.split("\t")
            assert verdict in VERDICTS, f"no verdict: {line}"
            judgements[tuple(named)] = verdict
    return judgements


def show(sample, judgements):
    for one, finding in sample:
        print("\t".join((*one, judgements.get(one, "?"), "")))
        print("   ", finding["message"])
        for side in ("source", "target"):
            if side in finding:
                place = finding[side]
                print(f"    {side} {place['start']['line']}:", place["text"].replace("\n", "\n        "))
        print()


def table(by_rule, samples, judgements):
    heads = " ".join(f"{name:>10}" for name in VERDICTS)
    print(f"{'rule':22} {'severity':8} {'found':>6} {'read':>5} {heads}   right    true")
    failed = False
    for (rule, severity), found in sorted(by_rule.items()):
        verdicts = collections.Counter(judgements.get(one, "unjudged") for one, _ in samples[rule, severity])
        unjudged = verdicts.pop("unjudged", 0)
        read = sum(verdicts.values())
        right = (verdicts["true"] + verdicts["acceptable"]) / read if read else 0.0
        true = verdicts["true"] / read if read else 0.0
        low = read > 0 and (right < RIGHT or true < TRUE[severity])
        failed |= low or unjudged > 0
        remark = ("  too low" if low else "") + (f"  {unjudged} unjudged" if unjudged else "")
        counts = " ".join(f"{verdicts[name]:>10}" for name in VERDICTS)
        print(f"{rule:22} {severity:8} {len(found):>6} {read:>5} {counts} {right:>7.1%} {true:>7.1%}{remark}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
