import assert from "node:assert/strict";
import test from "node:test";
import { Echo, Pairs } from "../src/step";

test("each document has one beside it", () => {
  const pairs = new Pairs();
  pairs.join("a", "b");
  assert.equal(pairs.of("b"), "a");
  pairs.join("a", "c");
  assert.equal(pairs.of("b"), undefined);
  assert.equal(pairs.of("c"), "a");
  pairs.part("c");
  assert.equal(pairs.of("a"), undefined);
});

test("what we scroll does not scroll back", () => {
  const echo = new Echo(100);
  echo.expect("a", 1_000);
  assert.equal(echo.isExpected("a", 1_050), true);
  assert.equal(echo.isExpected("a", 1_100), false);
  assert.equal(echo.isExpected("b", 1_050), false);
});
