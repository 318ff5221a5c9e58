"""Makes a project, and checks with other people's readers what tolmach wrote of it."""

import pathlib
import sys
import unicodedata

from omegat_console import translate as run_omegat

PARAGRAPHS = 1000
MARKUP = ["**жирно**", "_курсив_", "`код < & >`", "[ссылка](https://example.org/?a=1&b=2 \"имя\")", "<b>тег</b>",
          "«кавычки» “и” 'ещё'", "🇰🇿 👨‍👩‍👧 👋🏽", "e\u0301 и\u0306 q\u0323\u0307", "]]> &amp; &#10; </seg> <ph id=\"1\"/>",
          "100 % \\* {0} %s %1$s {{имя}}", "a\u00a0b\u00adc\u200dd\u2060e", "~~нет~~ и ***оба***", "![вид][фото] и <https://example.org>",
          "слово[^1]", "``a`b`` и `\\n`", "\\u0007 \\x1b[31m \\0 \\t \\\" ^[[0m ␛", "#, fuzzy msgid \"\" msgstr", "=1+1; \"a\",'b'",
          "<!-- заметка -->", "שלום \u202bעולם\u202c مرحبا", "строка\\\nи ещё строка", "строка\nи ещё одна", "$a_b$ |x| a | b"]
PREFIXES = ["", "## ", "- ", "", "> ", "1. "]


def markup(number):
    text = MARKUP[number % len(MARKUP)]
    return text.replace("\\\n", " ").replace("\n", " ") if prefix(number) else text


def prefix(number):
    return PREFIXES[number % len(PREFIXES)]


def source(number):
    return f"Абзац номер {number}: {markup(number)} стоит здесь."


def target(number):
    return f"Paragraph number {number}: {markup(number)} stands here."


def document(text):
    return "\n\n".join(prefix(number) + text(number) for number in range(1, PARAGRAPHS + 1)) + "\n"


def make(root):
    for folder, text in (("originals", source), ("translations/en", target)):
        path = root / folder / "a.md"
        path.parent.mkdir(parents=True)
        path.write_text(document(text), encoding="utf-8")
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
    wanted = document(target).replace("Paragraph", "PARAGRAPH")
    assert now == wanted
    assert (root / "translations/en/a.units.toml").read_text(encoding="utf-8").count("PARAGRAPH") == PARAGRAPHS
    print("XLIFF 1.2 through lxml as UTF-16: every text landed in its paragraph and is accepted")


def validate(root, schemas):
    """TMX by the DTD that OmegaT ships, XLIFF by the XSD that Symfony's translation component ships."""
    from lxml import etree

    class Local(etree.Resolver):
        def resolve(self, url, public, context):
            if url.endswith("xml.xsd"):
                return self.resolve_filename(str(schemas / "xml.xsd"), context)

    def schema(name):
        parser = etree.XMLParser(no_network=True)
        parser.resolvers.add(Local())
        return etree.XMLSchema(etree.parse(str(schemas / name), parser))

    files = [(name, validator) for name, wanted in (
        ("tmx14.dtd", ["all.tmx", "work.tmx"]), ("xliff-core-1.2-strict.xsd", ["all.xlf", "work.xlf"]),
        ("xliff-core-2.0.xsd", ["all.xlf2", "work.xlf2"]), ("tbx.xsd", ["v2.tbx"]))
        if (schemas / name).exists()
        for validator in [etree.DTD(str(schemas / name)) if name.endswith(".dtd") else schema(name)]
        for name in wanted if (root / name).exists()]
    for name, validator in files:
        assert validator.validate(etree.parse(str(root / name))), (name, validator.error_log)
        print(f"{name}: valid")
    assert files, f"no schema in {schemas}"


def omegat(root):
    """OmegaT translates every paragraph from the memory, on its own."""
    project = root / "omegat"
    for folder in ("source", "target", "tm/auto", "glossary", "dictionary", "omegat"):
        (project / folder).mkdir(parents=True)
    # Its filter for text takes what stands between blank lines for a paragraph.
    numbers = range(1, PARAGRAPHS + 1)
    (project / "source/a.txt").write_text("\n\n".join(map(source, numbers)) + "\n", encoding="utf-8")
    (project / "tm/auto/all.tmx").write_bytes((root / "all.tmx").read_bytes())
    (project / "glossary/omegat.txt").write_bytes((root / "omegat.txt").read_bytes())
    run_omegat(project)
    # It composes letters with their marks.
    same_letters = lambda text: unicodedata.normalize("NFC", text)
    found = (project / "target/a.txt").read_text(encoding="utf-8").rstrip("\n").split("\n\n")
    wanted = [target(number) for number in numbers]
    wrong = [pair for pair in zip(found, wanted) if same_letters(pair[0]) != same_letters(pair[1])]
    assert not wrong and len(found) == len(wanted), (len(found), len(wanted), wrong[:3])
    print(f"OmegaT: {len(found)} paragraphs translated from our TMX")


if __name__ == "__main__":
    {"make": make, "check": check, "translate": translate, "landed": landed, "validate": validate,
     "omegat": omegat}[sys.argv[1]](*map(pathlib.Path, sys.argv[2:]))
