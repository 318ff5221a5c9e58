"""A machine translates English documents twice, with an author's and a person's changes between: nothing of either is lost.

usage: two_rounds.py TOLMACH [FOLDER]     the documents are FOLDER's; those of this repository where none is given

The machine is Apertium (apertium, apertium-eng-spa) where it is installed, else a stand-in of ten lines.
"""

import collections
import json
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import tomllib

TOLMACH = str(pathlib.Path(sys.argv[1]).resolve())
HERE = pathlib.Path(__file__).resolve().parents[2]
DOCUMENTS = sorted(pathlib.Path(sys.argv[2]).glob("*.md")) if sys.argv[2:] else [HERE / "README.md", *(HERE / "docs").glob("*.md")]
# The signs of tolmach's own pieces, read without tolmach: code, addresses of links, tags, footnotes, placeholders.
PIECES = re.compile(r"`[^`\n]+`|\]\([^)\s]*\)|</?[a-z][^>]*>|\[\^[^\]]+\]|\{\{?[\w .]+\}?\}|https?://[^\s)>\]`]+")
WORDS = {"the": "el", "of": "de", "and": "y", "is": "es", "in": "en", "a": "un", "to": "a", "with": "con", "for": "para"}


def stand_in(texts):
    """Every word of the dictionary in Spanish, some order turned round, all else as it is."""

    def one(text):
        text = re.sub(r"[A-Za-z]+", lambda word: WORDS.get(word[0].lower(), word[0]), text)
        # As machines do, a mark that begins a sentence goes to its end.
        return re.sub(r"^(⟦\d+⟧) (\w[^⟦⟧\n]*?)([.:]?)$", r"\2 \1\3", text)

    return [one(text) for text in texts]


def apertium(texts):
    """All texts in one run, parted by a line that the machine leaves as it is."""
    line = "\n\n⟦909090909⟧\n\n"
    run = subprocess.run(["apertium", "-u", "eng-spa"], input=line.join(texts), capture_output=True, text=True, check=True)
    answers = [text.strip() for text in run.stdout.split(line.strip())]
    assert len(answers) == len(texts), (len(answers), len(texts))
    return answers


MACHINE = apertium if shutil.which("apertium") else stand_in


def tolmach(*arguments, lines=()):
    text = "".join(json.dumps(line) + "\n" for line in lines)
    run = subprocess.run([TOLMACH, *arguments], cwd=ROOT, input=text, capture_output=True, text=True)
    assert run.returncode in (0, 1), (arguments, run.stderr)
    return run.stdout


def round_of_the_machine():
    """All that is offered goes through the machine and back: results by id, gaps by id."""
    gaps = {gap["id"]: gap for gap in map(json.loads, tolmach("gaps", "--stale").splitlines())}
    texts = MACHINE([gap["masked"] for gap in gaps.values()]) if gaps else []
    answers = [{"id": key, "target": text, "by": MACHINE.__name__} for key, text in zip(gaps, texts)]
    results = {one["id"]: one for one in map(json.loads, tolmach("fill", lines=answers).splitlines())}
    assert results.keys() == gaps.keys()
    return results, gaps


def drafts():
    """The drafts of all units files."""
    files = (ROOT / "translations").rglob("*.units.toml")
    return [draft for file in files for draft in tomllib.loads(file.read_text(encoding="utf-8")).get("draft", [])]


def damaged():
    """The drafts whose code, links, tags and placeholders are not those of their originals."""
    pieces = lambda texts: collections.Counter(PIECES.findall("\n".join(texts)))
    return [draft for draft in drafts() if pieces(draft["source"]) != pieces(draft["target"])]


def person():
    """A person mends every fifth draft in the documents: what they wrote, by file."""
    written = collections.defaultdict(list)
    for at, draft in enumerate(drafts()):
        text = draft["target"][0]
        if at % 5 or len(draft["target"]) != 1 or "\n" in text or "|" in text or len(text) < 40:
            continue
        for file in (ROOT / "translations").rglob("*.md"):
            here = file.read_text(encoding="utf-8")
            if here.count(text) == 1:
                mine = f"{text} Palabra{at} mía."
                file.write_text(here.replace(text, mine), encoding="utf-8")
                written[file].append(mine)
                break
    return written


def author():
    """The author changes and adds paragraphs in every document: how many of each."""
    changed = added = 0
    for file in (ROOT / "originals").glob("*.md"):
        paragraphs = file.read_text(encoding="utf-8").split("\n\n")
        plain = [at for at, text in enumerate(paragraphs) if re.match(r"[A-Z][^|<{:]{80,}\.$", text) and "\n" not in text]
        for at in plain[1::4]:
            paragraphs[at] += " This sentence is new."
            changed += 1
        if plain:
            paragraphs[plain[-1]] += f"\n\nA new paragraph of `{file.stem}` with [a link](https://example.org/new)."
            added += 1
        file.write_text("\n\n".join(paragraphs), encoding="utf-8")
    return changed, added


def main():
    for document in DOCUMENTS:
        shutil.copy(document, ROOT / "originals" / document.name)
    (ROOT / "tolmach.toml").write_text('source-language = "en"\nlanguages = ["es"]\n', encoding="utf-8")
    for document in DOCUMENTS:
        tolmach("add", f"originals/{document.name}", "--language", "es")
    first, gaps = round_of_the_machine()
    refused = [one for one in first.values() if one["result"] == "refused"]
    reasons = collections.Counter(finding["rule"] for one in refused for finding in one["findings"])
    print(f"{MACHINE.__name__}: {len(gaps)} gaps, {len(gaps) - len(refused)} landed, refused {dict(reasons)}")
    for one in refused:
        print("  refused:", gaps[one["id"]]["masked"][:100].replace("\n", " "), [finding["message"] for finding in one["findings"]][:2])
    assert len(gaps) >= 150 and len(refused) * 10 < len(gaps), "so many answers are refused"
    assert not damaged(), damaged()[:3]
    mine = person()
    changed, added = author()
    tolmach("update")
    second, offered = round_of_the_machine()
    landed = sum(one["result"] == "landed" for one in second.values())
    words = sum(map(len, mine.values()))
    print(f"second round: a person changed {words}, the author {changed} and {added} new; {len(offered)} offered, {landed} landed")
    for file, texts in mine.items():
        here = file.read_text(encoding="utf-8")
        assert all(text in here for text in texts), file
    assert landed >= added and not damaged(), damaged()[:3]
    assert any(gap["state"] == "stale-draft" for gap in offered.values()) and words >= 10
    again, _ = round_of_the_machine()
    assert all(one["result"] == "refused" or one.get("unchanged") for one in again.values()), again
    print(f"damaged placeholders: {len(damaged())} of {len(drafts())} drafts")


with tempfile.TemporaryDirectory() as folder:
    ROOT = pathlib.Path(folder)
    (ROOT / "originals").mkdir()
    main()
