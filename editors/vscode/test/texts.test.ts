import assert from "node:assert/strict";
import * as fs from "node:fs";
import test from "node:test";

const read = (path: string) => fs.readFileSync(path, "utf8");
const json = (path: string): Record<string, string> => JSON.parse(read(path));

test("every setting and command has words in both languages", () => {
  const wanted = new Set([...read("package.json").matchAll(/%([\w.]+)%/g)].map((match) => match[1]));
  for (const path of ["package.nls.json", "package.nls.ru.json"]) {
    assert.deepEqual(new Set(Object.keys(json(path))), wanted, path);
  }
});

test("every message has words in Russian, and none is left over", () => {
  const source = ["extension", "status"].map((name) => read(`src/${name}.ts`)).join("\n");
  const texts = Object.keys(json("l10n/bundle.l10n.ru.json"));
  for (const text of texts) {
    assert.ok(source.includes(JSON.stringify(text)), `nobody says: ${text}`);
  }
  const said = [...source.matchAll(/l10n\.t\(\s*("(?:[^"\\]|\\.)*")/g)].map((match) => JSON.parse(match[1] ?? ""));
  for (const text of said) {
    assert.ok(texts.includes(text), `no Russian for: ${text}`);
  }
});
