#!/usr/bin/env python3
"""What part of the faults put into real documents a rule finds.

    seeds.py TOLMACH FOLDER [RULE ...]

FOLDER holds repositories, each with a `tolmach.toml` of its own (at its top or one folder below). For each rule, each
of them is copied to a temporary folder, one fault of the rule's kind is put into each translation that has a place for
it (the same place in every run), and the copy is checked. A fault is found if the rule says more about the document
than it said before, at any severity; a finding of another rule does not count. Nothing of the documents is kept.

Exit code 1: a rule finds less than 97 % of its faults.
"""

import argparse
import collections
import json
import pathlib
import random
import re
import shutil
import sys
import tempfile

from carry import Project
from precision import repositories

WANTED = 0.97


def untranslated(translation, original):
    """A paragraph of prose is replaced by the original's."""
    if len(re.findall(r"[^\W\d_]{2,}", original)) < 8 or not re.match(r"[^\W\d_]", original):
        return None
    return original


def missing(translation, original):
    """A paragraph of prose is taken out."""
    return "" if len(translation) > 60 and re.match(r"[^\W\d_]", translation) else None


# Code and addresses are the business of rules of their own, and no words.
MACHINERY = re.compile(r"`[^`]*`|\]\([^)]*\)")
NO_WORDS = re.compile(MACHINERY.pattern + r"|https?://\S+|[{<][^}>]*[}>]|\[\^")


def outside(matches, hidden):
    """The matches that do not begin in a hidden stretch."""
    spans = [found.span() for found in hidden]
    return [found for found in matches if not any(start <= found.start() < end for start, end in spans)]


def replaced(pattern, change, machinery=False):
    """The first place of a pattern that the original has too is changed; one in code or in an address if `machinery`."""

    def mutate(translation, original):
        hidden = [] if machinery else MACHINERY.finditer(translation)
        for found in outside(re.finditer(pattern, translation), hidden):
            # A paragraph that is nothing but machinery is a block of code.
            alone = translation.strip() == found.group()
            if not alone and found.group() in original and translation.count(found.group()) == 1:
                return translation[: found.start()] + change(found.group()) + translation[found.end() :]
        return None

    return mutate


TWINS = list(zip("аеорсх", "aeopcx"))
ALIKE = dict(TWINS) | {latin: cyrillic for cyrillic, latin in TWINS}


def words(text):
    """The stretches of words of four letters and more, outside of code and addresses."""
    found = re.finditer(r"(?<![\w`{<&./:@#%$\-])[^\W\d_]{4,}(?![\w`}>./:@\-])", text)
    return [one for one in outside(found, NO_WORDS.finditer(text)) if one.group().islower()]


def in_word(change):
    """The first word of lower case whose neighbours are words too is changed."""

    def mutate(translation, original):
        if not re.match(r"[^\W\d_]", translation):
            return None
        for found in words(translation):
            becomes = change(found.group(), original)
            if becomes is not None:
                return translation[: found.start()] + becomes + translation[found.end() :]
        return None

    return mutate


def mixed(word, _):
    """The first letter inside the word that has a twin in the other script."""
    at = next((at for at, letter in enumerate(word) if 0 < at < len(word) - 1 and letter in ALIKE), None)
    return None if at is None else word[:at] + ALIKE[word[at]] + word[at + 1 :]


def leftover(word, original):
    """A word of the original in its letters. Latin ones stand in texts of any script and are none of the rule's."""
    there = [found.group() for found in words(original) if not found.group().isascii()]
    return there[len(there) // 2] if there and word.isascii() else None


def heading(translation, _):
    """A heading goes one level down."""
    found = re.match(r"(#{2,4}) (?!.*\n)", translation)
    return None if found is None else "#" + translation


def added(translation, _):
    """A sentence of its own follows the paragraph."""
    more = {False: "Об этом подробно рассказано в отдельной заметке.", True: "A separate note tells more about this."}
    return f"{translation}\n\n{more[translation.isascii()]}" if re.match(r"[^\W\d_]", translation) else None


def ended(translation, original):
    """The full stop at the end becomes a question mark."""
    both = translation.endswith(".") and original.endswith(".") and not translation.endswith("..")
    return translation[:-1] + "?" if both and re.match(r"[^\W\d_]", translation) else None


def container(block, _):
    """The line that opens or closes a box is lost."""
    return "" if re.fullmatch(r"///( \w.*)?|:::\w*.*|{% (note|cut|list|endnote|endcut|endlist).*%}", block) else None


RULES = {
    "untranslated": untranslated,
    "missing-translation": missing,
    "extra-translation": added,
    "mixed-script": in_word(mixed),
    "script-leftover": in_word(leftover),
    "doubled-word": in_word(lambda word, _: f"{word} {word}"),
    "hidden-character": in_word(lambda word, _: f"{word[:2]}\u200b{word[2:]}"),
    "heading-level": heading,
    "end-mark": ended,
    "container-mismatch": container,
    "number-mismatch": replaced(r"(?<![\w.,:/#`{\-])[2-9]\d(?![\w.,:/%`}\-])", lambda number: str(int(number) + 3)),
    "code-mismatch": replaced(r"`[A-Za-z_.]{4,}`", lambda code: f"`{code[1:-1]}x`", True),
    "link-mismatch": replaced(r"\]\(https?://[^)\s]+\)", lambda link: "](https://example.org/elsewhere)", True),
    "placeholder-mismatch": replaced(r"\{\{[^{}\n]+\}\}(?![\w)\]\"'])|\{ #[\w-]+ \}", lambda one: ""),
}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("tolmach", type=pathlib.Path)
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("rules", nargs="*", metavar="RULE")
    options = parser.parse_args()
    tolmach, failed = options.tolmach.resolve(), False
    totals = collections.Counter()
    for _, root in repositories(options.folder):
        with tempfile.TemporaryDirectory() as scratch:
            clean = copied(tolmach, root, scratch)
            pairs, before = clean.pairs(), found(clean)
            places = {pair: aligned(clean, *pair) for pair in pairs}
        for rule in options.rules or RULES:
            with tempfile.TemporaryDirectory() as scratch:
                copy = copied(tolmach, root, scratch)
                seeded = [pair for pair in pairs if put(copy.root, pair, places[pair], rule)]
                after = found(copy)
            for _, translation in seeded:
                more = after[rule, translation] > before[rule, translation]
                totals[rule, more] += 1
                if not more:
                    print(f"not found: {rule} {root.name}/{translation}", file=sys.stderr)
    for rule in options.rules or RULES:
        hits, all_ = totals[rule, True], totals[rule, True] + totals[rule, False]
        failed |= all_ == 0 or hits / all_ < WANTED
        print(f"{rule:22} {hits:4} of {all_:4}  {hits / max(all_, 1):6.1%}")
    return 1 if failed else 0


def copied(tolmach, root, scratch):
    return Project(tolmach, pathlib.Path(shutil.copytree(root, pathlib.Path(scratch) / root.name)))


def found(project):
    """How often each rule speaks of each translation."""
    findings = json.loads(project.run("check", "--format", "json"))["findings"]
    return collections.Counter((one["rule"], one.get("translation")) for one in findings)


def aligned(project, original, translation):
    """The paragraphs of a pair that surely answer each other one to one, as stretches of lines: (source, target)."""
    units = json.loads(project.run("align", original, "--format", "json"))["units"]
    sides = [(project.root / path).read_text(encoding="utf-8").split("\n\n") for path in (original, translation)]
    # Blocks between empty lines stand for paragraphs where both sides have as many of them.
    sure = all(len(unit["source"]) == len(unit["target"]) == 1 for unit in units)
    return list(zip(*sides)) if sure and len(sides[0]) == len(sides[1]) else []


def put(root, pair, blocks, rule):
    """Puts one fault into the translation; whether there was a place for it."""
    order = list(range(1, len(blocks)))
    random.Random(f"{rule} {pair[1]}").shuffle(order)
    fenced, inside = set(), False
    for at, (_, block) in enumerate(blocks):
        if inside or "```" in block or "~~~" in block:
            fenced.add(at)
        inside ^= block.count("```") % 2 == 1
    for at in order:
        original, block = blocks[at]
        if at in fenced or at == 0 or block.startswith(("    ", "<", "---", "|")) or "\n" in block.strip("\n"):
            continue
        changed = RULES[rule](block, original)
        if changed is not None and changed != block:
            parts = [text for _, text in blocks]
            parts[at] = changed
            (root / pair[1]).write_text("\n\n".join(parts), encoding="utf-8")
            return True
    return False


if __name__ == "__main__":
    sys.exit(main())
