#!/usr/bin/env node
// Starts the program that the platform's own package holds, with the same streams and the same exit code.
const { spawnSync } = require("node:child_process");

const name = `tolmach-${process.platform}-${process.arch}`;
const file = process.platform === "win32" ? "tolmach.exe" : "tolmach";
let program;
try {
  program = require.resolve(`${name}/${file}`);
} catch {
  console.error(`tolmach: there is no package ${name}; it may have been left out (npm install --include=optional),`);
  console.error("or this platform has no ready-made program: build it with cargo install --locked");
  process.exit(2);
}
const done = spawnSync(program, process.argv.slice(2), { stdio: "inherit" });
if (done.error) {
  console.error(`tolmach: ${done.error.message}`);
  process.exit(2);
}
// A signal that ended the program ends this process too, so that a shell sees the same.
if (done.signal) process.kill(process.pid, done.signal);
process.exit(done.status ?? 2);
