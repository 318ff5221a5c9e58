"""Reads the answers that `check` wrote with other people's readers; ends loudly where one does not understand."""

import json
import subprocess
import sys
from pathlib import Path

from junitparser import JUnitXml

work, multitool = Path(sys.argv[1]), sys.argv[2]
everything = json.loads((work / "all.json").read_text())
findings = [found for found in everything["findings"] if not found["waived"]]
assert len(findings) > 5 and len(findings) < len(everything["findings"]), "the project has findings, one of them waived"

# The SARIF tool of the standard's authors, with its schema; its rules that start with SARIF1 are errors.
said = subprocess.run([multitool, "validate", work / "out.sarif"], capture_output=True, text=True)
print(said.stdout.strip())
assert said.returncode == 0 and ": error " not in said.stdout, said.stdout + said.stderr
run = json.loads((work / "out.sarif").read_text())["runs"][0]
assert run["columnKind"] == "unicodeCodePoints"
assert len(run["results"]) == len(everything["findings"])
assert sum(1 for result in run["results"] if "suppressions" in result) == 1
for result in run["results"]:
    rule = run["tool"]["driver"]["rules"][result["ruleIndex"]]
    assert rule["id"] == result["ruleId"] and rule["help"]["text"]

# Every place in the SARIF log is the text that the finding speaks of.
for found, result in zip(everything["findings"], run["results"]):
    for location in result["locations"] + result.get("relatedLocations", []):
        where = location["physicalLocation"]
        from urllib.parse import unquote

        path = work / "project" / unquote(where["artifactLocation"]["uri"])
        region = where["region"]
        data = path.read_bytes()
        cut = data[region["byteOffset"] : region["byteOffset"] + region["byteLength"]].decode()
        line = data.decode().splitlines()[region["startLine"] - 1]
        if region["startLine"] == region["endLine"]:
            assert line[region["startColumn"] - 1 : region["endColumn"] - 1] == cut, (line, cut)

suites = JUnitXml.fromfile(str(work / "out.xml"))
cases = [case for suite in suites for case in suite]
assert suites.tests == len(cases) == len(everything["findings"])
failed = [case for case in cases if any(type(result).__name__ == "Failure" for result in case.result)]
assert len(failed) == suites.failures == everything["summary"]["error"] + everything["summary"]["warning"], suites.failures

entries = json.loads((work / "out.json").read_text())
assert len(entries) == len(findings) == len({entry["fingerprint"] for entry in entries})
for entry in entries:
    assert set(entry) == {"description", "check_name", "fingerprint", "severity", "location"}
    assert entry["severity"] in {"info", "minor", "major", "critical", "blocker"}
    assert (work / "project" / entry["location"]["path"]).is_file()


def commands(log):
    """The workflow commands that GitHub's runner would obey in a log (ActionCommand.cs, both syntaxes)."""
    found = []
    for line in log.splitlines():
        if line.strip().startswith("::") and "::" in line.strip()[2:]:
            found.append(line.strip()[2:].split("::")[0].split(" ")[0])
        elif "##[" in line and "]" in line.split("##[", 1)[1]:
            found.append("##")
    return found


github = (work / "out.txt").read_text()
assert set(commands(github)) == {"notice", "warning", "error"}, commands(github)
for name in ("human.txt", "all.json", "out.sarif", "out.xml", "out.json"):
    printed = (work / ("printed-" + name)).read_text()
    assert not commands(printed), (name, commands(printed))
    if name.endswith(("json", "sarif")):
        assert json.loads(printed) == json.loads((work / name).read_text()), name
print(f"{len(findings)} findings read back from SARIF, JUnit, GitLab and GitHub answers")
