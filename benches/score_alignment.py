#!/usr/bin/env python3
"""Scores an aligner that speaks the protocol of `tolmach align --batch` on gold alignments.

    benches/score_alignment.py [--half even|odd] FOLDER:SOURCE:TARGET ... -- COMMAND ...

A FOLDER holds DOC.src and DOC.tgt, a paragraph a line, and DOC.gold, a unit a line as [[source indices], [target indices]] from 0;
SOURCE and TARGET are language tags. `--half` takes every other document, so that a constant chosen on one half can be tried on
the other. Prints for each folder:

  strict F1   units with both sides whose paragraphs are exactly those of the gold
  ECE         expected calibration error of `confidence` over units with both sides, ten bins of equal width
  null P, R   paragraphs without counterpart, both sides together
  null ECE    the same calibration error over units without counterpart, and below it each bin: how sure, how often right
"""
import argparse
import json
import pathlib
import subprocess
import sys

BINS = 10


def lines(path):
    return path.read_text(encoding="utf-8").split("\n")[:-1]


def documents(folder, half):
    gold = sorted(pathlib.Path(folder).glob("*.gold"))
    for path in gold[{"even": 0, "odd": 1}.get(half, 0)::2 if half else 1]:
        units = [json.loads(line) for line in lines(path) if line.strip()]
        yield path.stem, lines(path.with_suffix(".src")), lines(path.with_suffix(".tgt")), units


def answers(docs, languages, command):
    request = "".join(
        json.dumps({"id": name, "source_language": languages[0], "target_language": languages[1], "source": source,
                    "target": target}, ensure_ascii=False) + "\n" for name, source, target, _ in docs)
    done = subprocess.run(command, input=request.encode(), stdout=subprocess.PIPE, check=True)
    return [json.loads(line)["units"] for line in done.stdout.decode().splitlines()]


def alone(units):
    return {("s", at) for source, target in units if not target for at in source} | {
        ("t", at) for source, target in units if not source for at in target}


class Calibration:
    def __init__(self):
        self.bins = [[0, 0.0, 0] for _ in range(BINS)]

    def add(self, confidence, right):
        cell = self.bins[min(BINS - 1, int(confidence * BINS))]
        cell[0] += 1
        cell[1] += confidence
        cell[2] += right

    def error(self):
        return sum(abs(sure - right) for _, sure, right in self.bins) / max(1, sum(cell[0] for cell in self.bins))

    def shown(self):
        cells = [cell for cell in self.bins if cell[0]]
        return "  ".join(f"{sure / count:.2f}: {right / count:.2f} of {count}" for count, sure, right in cells)


def share(part, whole):
    return part / whole if whole else 0.0


def score(folder, languages, half, command):
    docs = list(documents(folder, half))
    right = found = wanted = null_right = null_found = null_wanted = 0
    pairs, nulls = Calibration(), Calibration()
    for (_, _, _, gold), units in zip(docs, answers(docs, languages, command), strict=True):
        want = {(tuple(source), tuple(target)) for source, target in gold}
        got = {(tuple(unit["source"]), tuple(unit["target"])): unit["confidence"] for unit in units}
        want_alone, got_alone = alone(want), alone(got)
        for unit, confidence in got.items():
            if unit[0] and unit[1]:
                found += 1
                right += unit in want
                pairs.add(confidence, unit in want)
            else:
                nulls.add(confidence, alone([unit]) <= want_alone)
        wanted += sum(bool(source and target) for source, target in want)
        null_right += len(want_alone & got_alone)
        null_found += len(got_alone)
        null_wanted += len(want_alone)
    f1 = share(2 * right, found + wanted)
    print(f"{pathlib.Path(folder).name:16} docs {len(docs):3}  strict F1 {f1:.4f}  ECE {pairs.error():.3f}  "
          f"null P {share(null_right, null_found):.3f} R {share(null_right, null_wanted):.3f} ECE {nulls.error():.3f}")
    print(f"{'':16} nulls  {nulls.shown()}", flush=True)


def main():
    cut = sys.argv.index("--") if "--" in sys.argv else len(sys.argv)
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--half", choices=["even", "odd"])
    parser.add_argument("sets", nargs="+", metavar="FOLDER:SOURCE:TARGET")
    options = parser.parse_args(sys.argv[1:cut])
    if cut >= len(sys.argv) - 1:
        parser.error("a COMMAND after -- is needed")
    for name in options.sets:
        folder, source, target = name.rsplit(":", 2)
        score(folder, (source, target), options.half, sys.argv[cut + 1:])


if __name__ == "__main__":
    main()
