#!/usr/bin/env python3
"""Which words readers see on the pages of a documentation that tolmach does not see.

    shown.py TOLMACH FOLDER [--node FOLDER]

FOLDER is a documentation with its translation, with or without a `tolmach.toml`. Each page of both sides is rendered:
Markdown by Python-Markdown with the extensions of MkDocs Material (`pip install mkdocs-material`, and run the script
with that Python), MDX by the compiler of MDX (`npm install @mdx-js/mdx remark-directive remark-frontmatter remark-gfm`
in the folder named by `--node`). The words shown outside of code blocks, as often as they occur, are compared with
those of the paragraphs that `tolmach align` has of the page. Nothing of the documents is kept.

Exit code 1: a word is shown that tolmach does not see, or a page could not be rendered.
"""

import argparse
import collections
import html.parser
import json
import pathlib
import re
import subprocess
import sys

from carry import KINDS, Project, renderer

SHOWN = 40
CODE = pathlib.Path(__file__).with_name("shown.mjs")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("tolmach", type=pathlib.Path)
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("--node", type=pathlib.Path, default=pathlib.Path.cwd())
    options = parser.parse_args()
    root = options.folder.resolve()
    project = Project(options.tolmach.resolve(), root)
    pairs = project.pairs()
    paths = sorted({path for pair in pairs for path in pair})
    shown, faults = mdx([path for path in paths if path.endswith(".mdx")], root, options.node)
    shown.update((path, markdown((root / path).read_text(encoding="utf-8"))) for path in paths if path.endswith(".md"))
    seen = collections.defaultdict(collections.Counter)
    for pair in pairs:
        for path, text in zip(pair, paragraphs(project, pair[0])):
            seen[path] = words(TAGS.sub("", text))
    unseen, total = [], 0
    for path, text in sorted(shown.items()):
        counted = words(text)
        total += counted.total()
        unseen += [(path, word, count) for word, count in (counted - seen[path]).items()]
    lost = sum(count for _, _, count in unseen)
    print(f"{len(shown)} pages, {total} words shown, {lost} of them not seen, {len(faults)} pages not rendered")
    for path, word, count in unseen[:SHOWN]:
        print(f"    {path}: {word} ({count})")
    for fault in faults[:SHOWN]:
        print(f"    {fault}")
    return 1 if unseen or faults or not total else 0


def words(text):
    """The words of a text with how often each occurs. Soft hyphens, stress marks and markup within words part none."""
    return collections.Counter(re.findall(r"[^\W\d_]+", re.sub("[\xad\u0301`*]", "", text).lower()))


INLINE = set("a abbr b code del em font i ins kbd mark s small span strong sub sup u wbr".split())
VOID = set("area base br col embed hr img input link meta source track wbr".split())

# Tags within a word, which tolmach has as they are written.
TAGS = re.compile(r"</?(?:%s)(?:\s[^<>]*)?>" % "|".join(sorted(INLINE)))


class Text(html.parser.HTMLParser):
    """The text of a page outside of some elements, with a blank where a tag parts words."""

    def __init__(self, passed_over):
        super().__init__(convert_charrefs=True)
        self.passed_over, self.parts, self.open = passed_over, [], []

    def handle_starttag(self, tag, attributes):
        if tag not in VOID:
            over = bool(self.open and self.open[-1][1]) or self.passed_over(tag, dict(attributes))
            self.open.append((tag, over))
        if tag not in INLINE:
            self.parts.append("\n")

    def handle_endtag(self, tag):
        if any(one[0] == tag for one in self.open):
            while self.open.pop()[0] != tag:
                pass
        if tag not in INLINE:
            self.parts.append("\n")

    def handle_data(self, data):
        if not (self.open and self.open[-1][1]):
            self.parts.append(data)

    def text(self):
        return "".join(self.parts)


def markdown(text):
    """What MkDocs shows of a page; what its macros replace is no text of it."""
    text = re.sub(r"^[ \t]*\{\*.*\*\}[ \t]*$|\{%.*?%\}", "", text, flags=re.MULTILINE)
    # A box without a title gets the name of its kind.
    named = re.compile(r'<p class="admonition-title">(?:%s)</p>' % "|".join(KINDS), re.IGNORECASE)
    reader = Text(lambda tag, _: tag in ("pre", "script", "style"))
    reader.feed(named.sub("", renderer().reset().convert(text)))
    return reader.text()


def mdx(paths, root, node):
    """What the pages of MDX show, by path, and the faults of those that could not be rendered."""
    if not paths:
        return {}, []
    listed = "\n".join(str(root / path) for path in paths)
    run = subprocess.run(["node", CODE], cwd=node, input=listed, capture_output=True, text=True)
    if run.returncode:
        sys.exit(run.stderr)
    answers = [json.loads(line) for line in run.stdout.splitlines()]
    # A marker of a container that the compiler knows no plugin for is no text either.
    text = {one["path"]: re.sub(r"^:::+\w*", "", one["shown"], flags=re.MULTILINE) for one in answers if "shown" in one}
    shown = {str(pathlib.Path(path).relative_to(root)): text for path, text in text.items()}
    return shown, [f"{one['path']}: {one['fault']}" for one in answers if "fault" in one]


class Sides(html.parser.HTMLParser):
    """The paragraphs of both sides on a page that `align` makes, blocks of code aside."""

    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.sides, self.depth, self.side, self.over = [[], []], 0, None, None

    def handle_starttag(self, tag, attributes):
        classes = (dict(attributes).get("class") or "").split()
        if tag in VOID:
            return
        self.depth += 1
        if "unit" in classes:
            self.column = 0
        if "col" in classes:
            self.side, self.until, self.column = self.column, self.depth, self.column + 1
        elif self.side is not None and self.over is None and {"block", "n", "state", "label"} & set(classes):
            self.over = self.depth
        if self.side is not None and tag in ("p", "div"):
            self.sides[self.side].append("\n")

    def handle_endtag(self, tag):
        if tag in VOID:
            return
        if self.over == self.depth:
            self.over = None
        if self.side is not None and self.until == self.depth:
            self.side = None
        self.depth -= 1

    def handle_data(self, data):
        if self.side is not None and self.over is None:
            self.sides[self.side].append(data)


def paragraphs(project, original):
    """The texts that tolmach has of a page and of its translation."""
    reader = Sides()
    reader.feed(project.run("align", "--format", "html", original))
    return ["".join(side) for side in reader.sides]


if __name__ == "__main__":
    sys.exit(main())
