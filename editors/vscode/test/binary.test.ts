import assert from "node:assert/strict";
import test from "node:test";
import { candidates, find, type Surroundings } from "../src/binary";

const around: Surroundings = {
  setting: "",
  folders: ["/project"],
  environment: { PATH: "/usr/bin:relative:/opt/bin" },
  windows: false,
  home: "/home/me",
};

test("the workspace's virtual environment comes before PATH", () => {
  assert.deepEqual(candidates(around), [
    "/project/.venv/bin/tolmach",
    "/project/venv/bin/tolmach",
    "/usr/bin/tolmach",
    "/opt/bin/tolmach",
  ]);
  const there = new Set(["/opt/bin/tolmach", "/project/venv/bin/tolmach"]);
  assert.equal(find(around, (path) => there.has(path)), "/project/venv/bin/tolmach");
  assert.equal(find(around, () => false), undefined);
});

test("a setting is the only place", () => {
  assert.deepEqual(candidates({ ...around, setting: " /my/tolmach " }), ["/my/tolmach"]);
  assert.deepEqual(candidates({ ...around, setting: "~/bin/tolmach" }), ["/home/me/bin/tolmach"]);
  assert.deepEqual(candidates({ ...around, setting: "tools/tolmach" }), ["/project/tools/tolmach"]);
});

test("Windows has other folders and another variable", () => {
  const windows = { ...around, windows: true, folders: ["C:\\work"], environment: { Path: "C:\\bin;D:\\tools" } };
  assert.deepEqual(candidates(windows), [
    "C:\\work\\.venv\\Scripts\\tolmach.exe",
    "C:\\work\\venv\\Scripts\\tolmach.exe",
    "C:\\bin\\tolmach.exe",
    "D:\\tools\\tolmach.exe",
  ]);
});
