#!/usr/bin/env python3
"""What becomes of a documentation's translation when its original moves on.

    carry.py TOLMACH FOLDER

FOLDER holds `accepted`, a documentation with its translation and a `tolmach.toml`; `original-moved`, the original
later; and `translators-answer`, the translation as people then changed it. In a copy of the first everything is
accepted, the original is replaced by the second, and what tolmach says and does is measured:

    flagged     `diff` and `check` name the documents that the translators changed, and none other
    twice       `update` a second time changes nothing
    words       every word in the letters of the translation, as often as it was there, is there after `update`
    HTML        as MkDocs renders it, a translation changed by `update` only where its original changed

The renderer is Python-Markdown with the extensions of MkDocs Material: `pip install mkdocs-material`, and run the
script with that Python. Nothing of the documents is kept.

Exit code 1: something of it does not hold.
"""

import argparse
import collections
import difflib
import html.parser
import json
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

SHOWN = 12

# The kinds of boxes, by which those without a title are called.
KINDS = ["note", "attention", "caution", "danger", "error", "tip", "hint", "warning", "info", "check"]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("tolmach", type=pathlib.Path)
    parser.add_argument("folder", type=pathlib.Path)
    options = parser.parse_args()
    failures = []
    with tempfile.TemporaryDirectory() as scratch:
        root = pathlib.Path(shutil.copytree(options.folder / "accepted", pathlib.Path(scratch) / "accepted"))
        project = Project(options.tolmach.resolve(), root)
        project.run("accept", "--all")
        pairs = project.pairs()
        before = {path: (root / path).read_text(encoding="utf-8") for pair in pairs for path in pair}
        shutil.copytree(options.folder / "original-moved", root, dirs_exist_ok=True)
        flagged(project, pairs, options.folder, before, failures)
        project.run("update")
        once = contents(root)
        project.run("update")
        twice = contents(root)
        changed = sorted(path for path in once.keys() | twice.keys() if once.get(path) != twice.get(path))
        report("twice", f"{len(changed)} files changed by a second update", changed, failures)
        after = {path: (root / path).read_text(encoding="utf-8") for pair in pairs for path in pair}
    words(pairs, before, after, failures)
    rendered(pairs, before, after, failures)
    return 1 if failures else 0


class Project:
    """A documentation, and what tolmach says of it."""

    def __init__(self, tolmach, root):
        self.tolmach, self.root = tolmach, root

    def run(self, *command):
        run = subprocess.run([self.tolmach, *command], cwd=self.root, capture_output=True, text=True)
        if run.returncode not in (0, 1):
            sys.exit(f"{command}: {run.stderr}")
        return run.stdout

    def pairs(self):
        documents = json.loads(self.run("status", "--format", "json"))["documents"]
        return [(one["original"], one["translation"]) for one in documents if one.get("translation")]


def contents(root):
    return {str(path.relative_to(root)): path.read_bytes() for path in root.rglob("*") if path.is_file()}


def report(name, said, wrong, failures):
    print(f"{name:8} {said}")
    for one in wrong[:SHOWN]:
        print(f"         {one}")
    if len(wrong) > SHOWN:
        print(f"         and {len(wrong) - SHOWN} more")
    failures.extend(wrong)


def flagged(project, pairs, folder, before, failures):
    """Compares the documents that tolmach names with those that the translators changed."""
    answer = folder / "translators-answer"
    wanted = {path for _, path in pairs if (answer / path).read_text(encoding="utf-8") != before[path]}
    diff = json.loads(project.run("diff", "--format", "json"))["documents"]
    by_diff = {one["translation"] for one in diff if one["units"] or one.get("blocks")}
    findings = json.loads(project.run("check", "--format", "json", "--fail-on", "never"))["findings"]
    stale = ("stale-translation", "removed-paragraph")
    by_check = {one["translation"] for one in findings if one["rule"] in stale}
    for name, found in (("diff", by_diff), ("check", by_check)):
        wrong = [f"not named: {path}" for path in sorted(wanted - found)]
        wrong += [f"named, though nobody changed it: {path}" for path in sorted(found - wanted)]
        report(name, f"names {len(found & wanted)} of {len(wanted)}, and {len(found - wanted)} others", wrong, failures)


def words(pairs, before, after, failures):
    """Counts the words in other letters than the Latin ones that a translation had and has no more."""
    lost, all_ = [], 0
    for _, path in pairs:
        here, there = (collections.Counter(re.findall(r"[^\W\d_]+", texts[path])) for texts in (before, after))
        own = collections.Counter({word: count for word, count in here.items() if not word.isascii()})
        all_ += own.total()
        lost += [f"{path}: {count} of {word}" for word, count in (own - there).items()]
    report("words", f"{len(lost)} of {all_} lost", lost, failures)


def rendered(pairs, before, after, failures):
    """Compares what readers see before and after, block by block, with what changed in the original."""
    wrong, changed, documents = [], 0, 0
    for original, translation in pairs:
        source, target = ([blocks(texts[path]) for texts in (before, after)] for path in (original, translation))
        if target[0] == target[1]:
            continue
        documents += 1
        allowed = places(*source)
        answers = answering(source[0], target[0])
        for begin, end in regions(*target):
            changed += max(end - begin, 1)
            low = next((answers[at] for at in range(begin - 1, -1, -1) if at in answers), -1)
            high = next((answers[at] for at in range(end, len(target[0])) if at in answers), len(source[0]))
            if not any(one <= high and low <= other for one, other in allowed):
                shown = " / ".join(text for _, text in target[0][begin:end])[:100]
                wrong.append(f"{translation}: block {begin} to {end}: {shown}")
    said = f"{changed} blocks of {documents} documents changed, {len(wrong)} of them where the original did not"
    report("HTML", said, wrong, failures)


def regions(old, new):
    """The stretches of blocks of `old` that are others in `new`; empty ones where blocks came in."""
    matcher = difflib.SequenceMatcher(None, old, new, autojunk=False)
    return [(begin, end) for tag, begin, end, _, _ in matcher.get_opcodes() if tag != "equal"]


def places(old, new):
    """The same, as first and last block, counting the blocks beside an empty stretch."""
    return [(begin, end - 1) if end > begin else (begin - 1, begin) for begin, end in regions(old, new)]


def answering(source, target):
    """For blocks of a translation, those of the original that stand in the same place."""
    def kept(blocks):
        worded = lambda tag, text: tag != "pre" and re.search(r"[^\W\d_]", text)
        return [(tag, "" if worded(tag, text) else text) for tag, text in blocks]

    matcher = difflib.SequenceMatcher(None, kept(target), kept(source), autojunk=False)
    return {run.a + at: run.b + at for run in matcher.get_matching_blocks() for at in range(run.size)}


BLOCKS = set(
    "p li h1 h2 h3 h4 h5 h6 pre td th dt dd summary div blockquote table ul ol details figure hr".split()
)


class Reader(html.parser.HTMLParser):
    """The blocks of a page: the tag of each, and its own text with the tags and addresses in it."""

    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.blocks, self.open = [], []

    def handle_starttag(self, tag, attributes):
        if tag in BLOCKS:
            self.blocks.append([tag, ""])
            if tag != "hr":
                self.open.append(self.blocks[-1])
        elif self.open:
            kept = [f" {name}={value}" for name, value in attributes if name in ("href", "src", "alt", "title")]
            self.open[-1][1] += f"<{tag}{''.join(kept)}>"

    def handle_endtag(self, tag):
        if tag in BLOCKS and any(one[0] == tag for one in self.open):
            while self.open.pop()[0] != tag:
                pass

    def handle_data(self, data):
        if self.open:
            self.open[-1][1] += data


def blocks(text):
    """The blocks that MkDocs makes of a page, and those of its front matter's title."""
    reader = Reader()
    reader.feed(renderer().reset().convert(text))
    return [(tag, " ".join(text.split())) for tag, text in reader.blocks]


def renderer(made=[]):
    """Python-Markdown as MkDocs Material sets it up, made once."""
    if not made:
        import markdown

        extensions = ["abbr", "admonition", "attr_list", "def_list", "footnotes", "md_in_html", "tables", "toc", "meta"]
        extensions += ["pymdownx.betterem", "pymdownx.superfences", "pymdownx.details", "pymdownx.tabbed"]
        extensions += ["pymdownx.blocks.admonition", "pymdownx.blocks.details", "pymdownx.blocks.tab"]
        configured = {"pymdownx.blocks.admonition": {"types": KINDS}, "pymdownx.blocks.tab": {"alternate_style": True}}
        made.append(markdown.Markdown(extensions=extensions, extension_configs=configured))
    return made[0]


if __name__ == "__main__":
    sys.exit(main())
