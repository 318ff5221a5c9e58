"""Runs the recipes of docs/machines.md as they are written there.

usage: recipes.py TOLMACH

Apertium and gh are stand-ins where the first is not installed; needs bash, git and jq.
"""

import os
import pathlib
import re
import subprocess
import sys
import tempfile
import textwrap

HERE = pathlib.Path(__file__).resolve().parents[2]
PAGE = (HERE / "docs/machines.md").read_text(encoding="utf-8")
ORIGINAL = "# The bridge\n\nRun `make bridge` in [the folder](https://example.org/a) of {name}.\n\nA ferry crosses the river.\n"


def block(language, holds):
    """The block of the page in a language that holds a text."""
    [found] = [text for text in re.findall(rf"^```{language}\n(.*?)^```", PAGE, re.S | re.M) if holds in text]
    return found


def program(folder, name, script):
    path = folder / name
    path.write_text("#!/usr/bin/env bash\n" + script, encoding="utf-8")
    path.chmod(0o755)


def run(script, cwd, environment):
    done = subprocess.run(["bash", "-eo", "pipefail", "-c", script], cwd=cwd, env=environment, capture_output=True, text=True)
    assert done.returncode == 0, f"{script}\n{done.stdout}\n{done.stderr}"
    return done.stdout


def project(folder):
    (folder / "originals").mkdir(parents=True)
    (folder / "originals/bridge.md").write_text(ORIGINAL, encoding="utf-8")
    (folder / "tolmach.toml").write_text('source-language = "en"\nlanguages = ["es"]\n', encoding="utf-8")


def shell_and_python(root, environment):
    """The two loops: all gaps are filled, a refused answer gets a second turn."""
    for name, script in (("shell", block("bash", "apertium")), ("python", block("python", "def translate"))):
        folder = root / name
        project(folder)
        run("tolmach add originals/bridge.md --language es", folder, environment)
        if name == "shell":
            run(script, folder, environment)
        else:
            wrong = "    return gap['masked'] if findings else gap['masked'].replace('⟦1⟧', '')\n"
            script = re.sub(r"^    raise NotImplementedError.*\n", wrong, script, flags=re.M)
            (folder / "translate.py").write_text(script, encoding="utf-8")
            run(f"{sys.executable} translate.py", folder, environment)
        text = (folder / "translations/es/bridge.md").read_text(encoding="utf-8")
        assert "<!--" not in text and "`make bridge`" in text and "](https://example.org/a)" in text, text
        assert (folder / "translations/es/bridge.units.toml").read_text(encoding="utf-8").count("[[draft]]") == 3


def workflow(root, environment):
    """The steps of the workflow, twice, with a person's change on the branch and an author's on main between."""
    steps = re.findall(r"^( +)run: \|\n((?:\1  .*\n)+)", block("yaml", "gh pr create"), re.M)
    steps = [textwrap.dedent(text) for _, text in steps if "cargo install" not in text]
    assert len(steps) == 3, steps
    origin, work = root / "origin.git", root / "work"
    project(work)
    (work / ".github").mkdir()
    (work / ".github/translate.sh").write_text(block("bash", "apertium"), encoding="utf-8")
    run(f"git init -q -b main && git init -q --bare -b main {origin} && git remote add origin {origin}", work, environment)
    run("tolmach -q add originals/bridge.md --language es; git add . && git commit -qm begin && git push -q origin main", work, environment)
    fresh = lambda name: run(f"git clone -q {origin} {name}", root, environment)
    fresh("first")
    for step in steps:
        run(step, root / "first", environment)
    said = (root / "gh.log").read_text(encoding="utf-8")
    assert "pr create" in said and "unread-draft" in (root / "first/summary.md").read_text(encoding="utf-8"), said
    fresh("person")
    path = root / "person/translations/es/bridge.md"
    run("git switch -q drafts", root / "person", environment)
    path.write_text(path.read_text(encoding="utf-8").rstrip("\n") + " Palabra mía.\n", encoding="utf-8")
    run("git commit -qam mine && git push -q origin drafts", root / "person", environment)
    (work / "originals/bridge.md").write_text(ORIGINAL + "\nThe new bridge is open.\n", encoding="utf-8")
    run("git commit -qam more && git push -q origin main", work, environment)
    fresh("second")
    for step in steps:
        run(step, root / "second", environment)
    text = run("git show drafts:translations/es/bridge.md", origin, environment)
    assert "Palabra mía." in text and "<!--" not in text and text.count("\n\n") == 3, text
    assert "pr edit" in (root / "gh.log").read_text(encoding="utf-8")


def main():
    with tempfile.TemporaryDirectory() as folder:
        root = pathlib.Path(folder)
        programs = root / "bin"
        programs.mkdir()
        (programs / "tolmach").symlink_to(pathlib.Path(sys.argv[1]).resolve())
        # The first pull request is made, the second is there already.
        program(programs, "gh", f'echo "$@" >> {root}/gh.log\n[ "$2" != create ] || [ "$(grep -c create {root}/gh.log)" = 1 ]\n')
        environment = {**os.environ, "PATH": f"{programs}:{os.environ['PATH']}", "GITHUB_STEP_SUMMARY": str(root / "step.md")}
        environment |= {f"GIT_{who}_{what}": "a@example.org" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
        if subprocess.run(["bash", "-c", "command -v apertium"], env=environment, capture_output=True).returncode:
            program(programs, "apertium", "sed -e 's/the/el/g' -e 's/ferry/barco/g'\n")
        shell_and_python(root, environment)
        workflow(root, environment)
    print("recipes: shell, python and workflow do what docs/machines.md says")


main()
