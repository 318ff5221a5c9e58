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
  echo.expect("a", 20, 1_000);
  assert.equal(echo.isExpected("a", 20, 9_000), true, "it is where we put it");
  assert.equal(echo.isExpected("a", 12, 1_050), true, "it is on its way");
  assert.equal(echo.isExpected("a", 12, 1_100), false, "a person scrolled it");
  assert.equal(echo.isExpected("b", 20, 1_050), false);
});
