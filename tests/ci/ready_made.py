"""Runs the ready-made CI files as far as that goes without their servers: their shell, with the environment they get."""

import os
import re
import subprocess
import sys
import zipfile
from pathlib import Path

import yaml

top, tolmach, work = (Path(argument).resolve() for argument in sys.argv[1:4])
project = work / "project"


def values(text, inputs):
    """The text with `${{ inputs.x }}` filled in, as GitHub does."""
    return re.sub(r"\$\{\{ inputs\.([a-z-]+) \}\}", lambda found: inputs[found[1]], text)


action = yaml.safe_load((top / "action.yml").read_text())
assert action["runs"]["using"] == "composite"
defaults = {name: entry.get("default", "") for name, entry in action["inputs"].items()}
step = next(step for step in action["runs"]["steps"] if step.get("id") == "check")
assert "${{" not in step["run"], "a value written into the script could run as part of it"


def run_as_github(run, environment, **more):
    # The shell that GitHub runs `shell: bash` with.
    shell = ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", run]
    return subprocess.run(shell, env=environment, capture_output=True, text=True, **more)


def wheel(folder):
    """A wheel of this version whose program is the one under test."""
    path, info = folder / f"tolmach-{version}-py3-none-any.whl", f"tolmach-{version}.dist-info"
    program = zipfile.ZipInfo(f"tolmach-{version}.data/scripts/tolmach")
    program.external_attr = 0o100755 << 16
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr(program, f'#!/bin/sh\nexec {tolmach} "$@"\n')
        archive.writestr(f"{info}/METADATA", f"Metadata-Version: 2.1\nName: tolmach\nVersion: {version}\n")
        archive.writestr(f"{info}/WHEEL", "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n")
        archive.writestr(f"{info}/RECORD", "")
    return path


# What pins a version pins this one.
version = re.search(r'^version = "(.*)"', (top / "Cargo.toml").read_text(), re.M)[1]
for pinned in ("docs/gitlab-ci.yml", "packaging/pre-commit/pyproject.toml"):
    assert f'"tolmach=={version}"' in (top / pinned).read_text(), pinned

# The wheel first: a file, or this action's own version; the source where there is none; a named wheel that is not
# there is an error, and no reason to build something else.
install = next(step for step in action["runs"]["steps"] if step.get("id") == "install")
assert "${{" not in install["run"]
shelf, stubs, empty = work / "shelf", work / "stubs", work / "empty"
for folder in (shelf, stubs, empty):
    folder.mkdir()
(stubs / "cargo").write_text('#!/bin/sh\nwhile [ "$1" != --root ]; do shift; done\nmkdir -p "$2/bin"\n'
                             f'echo built; ln -s {tolmach} "$2/bin/tolmach"\n')
(stubs / "cargo").chmod(0o755)


def installed(name, wheel, links):
    environment = {"PATH": f"{stubs}:{os.environ['PATH']}", "HOME": str(work), "RUNNER_TEMP": str(work / name)}
    environment |= {"SOURCE": str(top), "WHEEL": wheel, "PIP_NO_INDEX": "1", "PIP_FIND_LINKS": str(links)}
    (work / name).mkdir()
    return run_as_github(install["run"], environment)


file = wheel(shelf)
for name, asked, links, said in (("file", str(file), empty, "from the wheel"), ("pinned", "", shelf, "from the wheel"),
                                 ("source", "", empty, "so it is built")):
    done = installed(name, asked, links)
    assert done.returncode == 0 and said in done.stdout, (name, done.stdout, done.stderr)
    assert ("built\n" in done.stdout) == (name == "source") and done.stdout.splitlines()[-1].startswith("tolmach "), done.stdout
done = installed("wrong", "tolmach==99", shelf)
assert done.returncode == 2 and "built\n" not in done.stdout, done.stdout + done.stderr


def check(**given):
    inputs = defaults | {"tolmach": str(tolmach)} | {name.replace("_", "-"): value for name, value in given.items()}
    files = {name: work / name.lower() for name in ("GITHUB_OUTPUT", "GITHUB_STEP_SUMMARY")}
    for file in files.values():
        file.write_text("")
    environment = {name: values(value, inputs) for name, value in step["env"].items()}
    environment |= {"PATH": os.environ["PATH"], "RUNNER_TEMP": str(work)} | {k: str(v) for k, v in files.items()}
    return run_as_github(step["run"], environment, cwd=project), files


done, files = check()
assert done.returncode == 1, done.stderr
assert done.stdout.startswith("::notice title=tolmach::"), done.stdout
assert files["GITHUB_OUTPUT"].read_text() == "sarif=tolmach.sarif\n"
assert (project / "tolmach.sarif").is_file()
summary = files["GITHUB_STEP_SUMMARY"].read_text()
assert summary.startswith("### tolmach\n") and summary.count("\n| translations/") > 5, summary

done, _ = check(fail_on="never", paths="originals/bridge.md\n", interface_language="ru")
assert done.returncode == 0 and "письма" not in done.stdout, done.stdout + done.stderr
done, files = check(pages="site")
assert done.returncode == 1 and (project / "site/index.html").is_file(), done.stdout + done.stderr
assert files["GITHUB_OUTPUT"].read_text() == "sarif=tolmach.sarif\npages=site\n"
done, _ = check(changed_since="no-such-revision")
assert done.returncode == 2 and "no-such-revision" in done.stderr, done.stderr
done, _ = check(paths='$(touch "$RUNNER_TEMP/obeyed")', fail_on='never"; touch "$RUNNER_TEMP/obeyed"; "')
assert done.returncode == 2 and not (work / "obeyed").exists(), done.stderr

gitlab = yaml.safe_load((top / "docs/gitlab-ci.yml").read_text())["tolmach"]
(work / "bin").mkdir()
(work / "bin/tolmach").symlink_to(tolmach)
environment = {"PATH": f"{work / 'bin'}:{os.environ['PATH']}", "HOME": str(work)}
git = ["git", "-c", "user.name=t", "-c", "user.email=t@example.org", "-c", "commit.gpgsign=false"]
for arguments in (["add", "."], ["commit", "-qm", "one"], ["commit", "-qm", "two", "--allow-empty"]):
    subprocess.run([*git, *arguments], cwd=project, check=True, env=environment)
bridge = project / "originals/bridge.md"
bridge.write_text(bridge.read_text().replace("три года", "четыре года"))
script = "\n".join(gitlab["script"])
done = subprocess.run(["bash", "-eo", "pipefail", "-c", script], cwd=project, env=environment, capture_output=True, text=True)
assert done.returncode == 1 and "translations/en/bridge.md" in done.stdout, done.stdout + done.stderr
assert "письма" not in done.stdout, "the letter was not touched"
for report in gitlab["artifacts"]["reports"].values():
    assert (project / report).is_file(), report

for hook in yaml.safe_load((top / ".pre-commit-hooks.yaml").read_text()):
    assert hook["entry"].split()[0] == "tolmach" and hook["language"] == "python"
    documents = [str(path.relative_to(project)) for path in project.rglob("*") if path.is_file()]
    chosen = [path for path in documents if re.search(hook["files"], path)]
    assert chosen, hook["id"]
    given = [] if hook.get("pass_filenames") is False else chosen
    done = subprocess.run([str(tolmach), *hook["entry"].split()[1:], *given], cwd=project, env=environment, capture_output=True, text=True)
    assert done.returncode == 1, done.stdout + done.stderr
print("action.yml, docs/gitlab-ci.yml and .pre-commit-hooks.yaml run as they stand")
