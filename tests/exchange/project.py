"""Makes a project, and checks with other people's readers what tolmach wrote of it."""

import pathlib
import sys

PARAGRAPHS = 1000
MARKUP = ["**жирно**", "_курсив_", "`код < & >`", "[ссылка](https://example.org/?a=1&b=2)", "<b>тег</b>",
          "«кавычки» “и” 'ещё'", "🇰🇿 👨‍👩‍👧", "e\u0301 и\u0306", "]]> &amp; &#10;", "100 % \\* {0} %s", "a\u00a0b\u00adc"]


def source(number):
    return f"Абзац номер {number}: {MARKUP[number % len(MARKUP)]} стоит здесь."


def target(number):
    return f"Paragraph number {number}: {MARKUP[number % len(MARKUP)]} stands here."


def make(root):
    for folder, text in (("originals", source), ("translations/en", target)):
        path = root / folder / "a.md"
        path.parent.mkdir(parents=True)
        path.write_text("\n\n".join(text(number) for number in range(1, PARAGRAPHS + 1)) + "\n", encoding="utf-8")
    (root / "glossary").mkdir()
    (root / "glossary/terms.toml").write_text(
        '[[concept]]\nid = "akimat"\ndefinition = "local & executive"\n[concept.ru]\npreferred = "акимат"\n'
        '[concept.en]\npreferred = "akimat"\ndeprecated = ["city hall"]\n', encoding="utf-8")


def same(name, pairs):
    wanted = {source(number): target(number) for number in range(1, PARAGRAPHS + 1)}
    found = dict(pairs)
    assert found == wanted, (name, len(found), [pair for pair in found.items() if pair not in wanted.items()][:2])
    print(f"{name}: {len(found)} units as they went")


def check(root):
    import polib
    from translate.storage import po, tbx, tmx, xliff
    same("TMX, translate-toolkit",
         ((unit.source, unit.target) for unit in tmx.tmxfile.parsefile(str(root / "all.tmx")).units))
    same("PO, translate-toolkit",
         ((unit.source, unit.target) for unit in po.pofile.parsefile(str(root / "all.po")).units if unit.source))
    same("PO, polib", ((entry.msgid, entry.msgstr) for entry in polib.pofile(str(root / "all.po"))))
    units = list(xliff.xlifffile.parsefile(str(root / "all.xlf")).units)
    assert all(unit.isapproved() for unit in units)
    same("XLIFF 1.2, translate-toolkit", ((text(unit.source_dom), text(unit.target_dom)) for unit in units))
    # It reads the second version of TBX alone, and takes the languages in the order of the file.
    concepts = tbx.tbxfile.parsefile(str(root / "v2.tbx")).units
    found = [sorted([concept.source, concept.target]) for concept in concepts]
    assert found == [["akimat", "акимат"]], found
    print("TBX v2, translate-toolkit: 1 concept as it went")
    from lxml import etree
    for name in ("terms.tbx", "v2.tbx"):
        terms = [term.text for term in etree.parse(str(root / name)).iter("{*}term")]
        assert sorted(terms) == ["akimat", "city hall", "акимат"], terms
    xliff2 = etree.parse(str(root / "all.xlf2"))
    assert len(list(xliff2.iter("{*}unit"))) == PARAGRAPHS
    assert "акимат\takimat" in (root / "omegat.txt").read_text(encoding="utf-8")


def text(element):
    return "".join(element.itertext())


def translate(root):
    from lxml import etree
    tree = etree.parse(str(root / "all.xlf"))
    for element in tree.iter("{*}target"):
        element.text = (element.text or "").replace("Paragraph", "PARAGRAPH")
    tree.write(str(root / "changed.xlf"), encoding="utf-16", xml_declaration=True)


def landed(root):
    now = (root / "translations/en/a.md").read_text(encoding="utf-8")
    wanted = "\n\n".join(target(number).replace("Paragraph", "PARAGRAPH") for number in range(1, PARAGRAPHS + 1)) + "\n"
    assert now == wanted
    assert (root / "translations/en/a.units.toml").read_text(encoding="utf-8").count("PARAGRAPH") == PARAGRAPHS
    print("XLIFF 1.2 through lxml as UTF-16: every text landed in its paragraph and is accepted")


if __name__ == "__main__":
    {"make": make, "check": check, "translate": translate, "landed": landed}[sys.argv[1]](pathlib.Path(sys.argv[2]))
