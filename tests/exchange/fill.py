"""A translation with gaps goes out, another tool fills it, and it comes back while somebody edited it here.

fill.py make FOLDER | fill, reword, omegat, poedit or tmx FOLDER FILE | edit FOLDER | landed FOLDER FILE |
    named FOLDER FILE MESSAGES
"""
import pathlib
import shutil
import subprocess
import sys

from omegat_console import translate as run_omegat

ORIGINAL = ["Мост построили осенью.", "Паром ходил до обеда.", "Сегодня здесь табличка."]
GAP = "<!-- tolmach: translate\n{}\n-->"
KEPT, EDITED = "The ferry ran until noon.", "The ferry ran till noon."
THEIRS = "The ferry went until noon."
FILLED = {ORIGINAL[0]: "The bridge was built in autumn.", ORIGINAL[2]: "There is a plaque here today."}


def make(root):
    target = [GAP.format(ORIGINAL[0]), KEPT, GAP.format(ORIGINAL[2])]
    for folder, texts in (("originals", ORIGINAL), ("translations/en", target)):
        path = root / folder / "a.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("\n\n".join(texts) + "\n", encoding="utf-8")


def reword(root, name):
    """As `fill`, and the text that had a translation gets another one."""
    fill(root, name, {ORIGINAL[1]: THEIRS})


def fill(root, name, reworded={}):
    from translate.storage import po, xliff, xliff2
    kinds = {"xlf": lambda: xliff.xlifffile, "xlf2": lambda: getattr(xliff2, "Xliff2File", None) or xliff2.xliff2file,
             "po": lambda: po.pofile}
    store = kinds[name.rsplit(".")[-1]]().parsefile(str(root / name))
    filled = 0
    for unit in store.units:
        # In XLIFF 1.2 what is not translated has its source as target.
        if not unit.isheader() and str(unit.source) in FILLED and str(unit.target or '') in ('', str(unit.source)):
            unit.target = FILLED[str(unit.source)]
            # In XLIFF 2 the state stays as it went out: many tools do not know it.
            if not name.endswith("xlf2"):
                unit.markfuzzy(False)
            filled += 1
        elif str(unit.source) in reworded:
            unit.target = reworded[str(unit.source)]
            filled += 1
    assert filled == len(FILLED) + len(reworded), (name, filled)
    store.savefile(str(root / ("back." + name)))


def omegat(root, name):
    """OmegaT opens the file, sees what is untranslated, and fills it from a memory that has nothing else."""
    project = root / f"omegat-{name}"
    for folder in ("source", "target", "tm/auto", "glossary", "dictionary", "omegat"):
        (project / folder).mkdir(parents=True)
    shutil.copy(root / name, project / "source" / name)
    units = "".join(f'<tu><tuv xml:lang="ru"><seg>{source}</seg></tuv><tuv xml:lang="en"><seg>{target}</seg></tuv></tu>'
                    for source, target in FILLED.items())
    (project / "tm/auto/memory.tmx").write_text(
        '<?xml version="1.0" encoding="UTF-8"?><tmx version="1.4"><header creationtool="test" creationtoolversion="1" '
        'segtype="paragraph" o-tmf="test" adminlang="en" srclang="ru" datatype="plaintext"/>'
        f"<body>{units}</body></tmx>", encoding="utf-8")
    run_omegat(project)
    back = (project / "target" / name).read_text(encoding="utf-8")
    missing = [target for target in FILLED.values() if target not in back]
    assert not missing, (name, missing, back)
    (root / ("back." + name)).write_text(back, encoding="utf-8")


def poedit(root, name):
    """Poedit opens the file in a display of its own; its list begins with the first gap, and goes on to the other."""
    back = root / ("back." + name)
    shutil.copy(root / name, back)
    here = pathlib.Path(__file__).parent
    texts = [FILLED[ORIGINAL[0]], FILLED[ORIGINAL[2]]]
    subprocess.run(["xvfb-run", "-a", "-s", "-screen 0 1280x900x24", "bash", str(here / "poedit.sh"), str(back), *texts],
                   check=True, timeout=180)
    text = back.read_text(encoding="utf-8")
    assert "X-Generator: Poedit" in text and all(filled in text for filled in texts), text


def tmx(root, name):
    """The memory comes back with a text changed in each of its units."""
    from translate.storage import tmx as storage
    store = storage.tmxfile.parsefile(str(root / name))
    for unit in store.units:
        unit.target = unit.target.replace("The ", "This ")
    store.savefile(str(root / ("back." + name)))


def returned(root, edited):
    """What came back is in the translation, unless the paragraph was edited here too."""
    now = (root / "translations/en/a.md").read_text(encoding="utf-8")
    wanted = EDITED if edited == "edited" else KEPT.replace("The ", "This ")
    assert wanted in now and now.count("tolmach: translate") == 2, now
    print(f"TMX: {edited} here, as it should be")


def edit(root):
    path = root / "translations/en/a.md"
    path.write_text(path.read_text(encoding="utf-8").replace(KEPT, EDITED), encoding="utf-8")


def landed(root, name):
    now = (root / "translations/en/a.md").read_text(encoding="utf-8")
    wanted = "\n\n".join([FILLED[ORIGINAL[0]], EDITED, FILLED[ORIGINAL[2]]]) + "\n"
    assert now == wanted, (name, now)
    print(f"{name}: filled, the newer paragraph here stays")


def named(root, name, messages):
    """What was edited on both sides is as it was edited here, and is named."""
    landed(root, name)
    told = (root / messages).read_text(encoding="utf-8")
    assert f"changed here and there since it went out; left as it is here: {ORIGINAL[1]}" in told, (name, told)
    print(f"{name}: edited on both sides, left and named")


if __name__ == "__main__":
    globals()[sys.argv[1]](pathlib.Path(sys.argv[2]), *sys.argv[3:])
