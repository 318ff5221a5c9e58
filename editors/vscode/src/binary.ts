// Where the program is looked for: the setting, the workspace's virtual environments, PATH.

import * as path from "node:path";

/** What the search depends on. */
export interface Surroundings {
  /** The setting `tolmach.path`; empty where nobody set it. */
  setting: string;
  /** The workspace folders. */
  folders: string[];
  /** As `process.env`. */
  environment: Record<string, string | undefined>;
  windows: boolean;
  home: string;
}

const ENVIRONMENTS = [".venv", "venv"];

/** The places of the program, the first one to try first. A setting is the only place where there is one. */
export function candidates(around: Surroundings): string[] {
  const paths = around.windows ? path.win32 : path.posix;
  const setting = around.setting.trim();
  if (setting !== "") {
    const whole = setting.replace(/^~(?=$|[\\/])/, around.home);
    return paths.isAbsolute(whole) ? [whole] : around.folders.map((folder) => paths.join(folder, whole));
  }
  const [bin, name] = around.windows ? ["Scripts", "tolmach.exe"] : ["bin", "tolmach"];
  const environments = around.folders.flatMap((folder) =>
    ENVIRONMENTS.map((environment) => paths.join(folder, environment, bin, name)),
  );
  const key = Object.keys(around.environment).find((key) => key.toUpperCase() === "PATH") ?? "PATH";
  const listed = (around.environment[key] ?? "").split(paths.delimiter).filter((folder) => paths.isAbsolute(folder));
  return [...environments, ...listed.map((folder) => paths.join(folder, name))];
}

/** The first place where the program is. */
export function find(around: Surroundings, exists: (path: string) => boolean): string | undefined {
  return candidates(around).find(exists);
}
