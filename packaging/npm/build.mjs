#!/usr/bin/env node
// Makes the npm packages of one release: `tolmach`, which starts the program, and one package a platform that holds it.
//
//     build.mjs VERSION OUT PLATFORM=BINARY...
//
// PLATFORM is Node's `process.platform`-`process.arch`: linux-x64, linux-arm64, darwin-arm64, darwin-x64, win32-x64.
// `npm pack` or `npm publish` in each folder of OUT does the rest.
import { chmodSync, copyFileSync, mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const [version, out, ...binaries] = process.argv.slice(2);
if (!version || !out || binaries.length === 0) {
  console.error("usage: build.mjs VERSION OUT PLATFORM=BINARY...");
  process.exit(2);
}
const here = dirname(fileURLToPath(import.meta.url));
const common = { version, license: "MIT OR Apache-2.0", description: "Checks translations against their originals, paragraph by paragraph" };
const folder = (name) => {
  const path = join(out, name);
  mkdirSync(path, { recursive: true });
  return path;
};
const write = (path, value) => writeFileSync(path, JSON.stringify(value, null, 2) + "\n");

const platforms = {};
for (const entry of binaries) {
  const at = entry.indexOf("=");
  const [platform, binary] = [entry.slice(0, at), entry.slice(at + 1)];
  const [os, cpu] = platform.split("-");
  if (at < 1 || !binary || !cpu) {
    console.error(`${entry}: write PLATFORM=BINARY, such as linux-x64=target/release/tolmach`);
    process.exit(2);
  }
  const file = os === "win32" ? "tolmach.exe" : "tolmach";
  const name = `tolmach-${platform}`;
  copyFileSync(binary, join(folder(name), file));
  chmodSync(join(out, name, file), 0o755);
  write(join(out, name, "package.json"), { name, ...common, os: [os], cpu: [cpu], files: [file], preferUnplugged: true });
  platforms[name] = version;
}

const main = folder("tolmach");
copyFileSync(join(here, "tolmach.js"), join(main, "tolmach.js"));
chmodSync(join(main, "tolmach.js"), 0o755);
copyFileSync(join(here, "../../README.md"), join(main, "README.md"));
write(join(main, "package.json"), {
  name: "tolmach",
  ...common,
  bin: { tolmach: "tolmach.js" },
  files: ["tolmach.js"],
  engines: { node: ">=18" },
  optionalDependencies: platforms,
});
