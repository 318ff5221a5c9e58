import assert from "node:assert/strict";
import test from "node:test";
import { line, type Status, tooltip } from "../src/status";

const status: Status = {
  language: "en",
  units: 12,
  accepted: 9,
  stale: 2,
  edited: 1,
  missing: 0,
  findings: 4,
  remarks: 1,
};
const plain = (text: string, ...values: (string | number)[]) =>
  text.replace(/\{(\d)\}/g, (_, at) => String(values[Number(at)]));

test("the line says what is accepted, changed and found", () => {
  assert.equal(line([status]), "$(check) 9/12 $(history) 3 $(warning) 4");
  assert.equal(line([{ ...status, stale: 0, edited: 0, findings: 0 }]), "$(check) 9/12");
  assert.equal(line([]), "");
});

test("an original says it of every language", () => {
  const german = { ...status, language: "de", findings: 0 };
  assert.equal(line([german, status]), "de $(check) 9/12 $(history) 3  en $(check) 9/12 $(history) 3 $(warning) 4");
});

test("the tooltip leaves out what is nothing", () => {
  assert.equal(
    tooltip([status], plain),
    "tolmach, en\n9 of 12 units accepted\n3 changed since they were accepted\n5 findings",
  );
});
