// What the status bar says of a document.

/** What the server knows of a document in one language; the answer to `tolmach/status`. */
export interface Status {
  language: string;
  units: number;
  accepted: number;
  stale: number;
  edited: number;
  missing: number;
  findings: number;
  remarks: number;
}

/** Words in the interface language: `{0}` is the first argument. */
export type Localise = (text: string, ...values: (string | number)[]) => string;

/** The line in the status bar; empty where the document is of no project. */
export function line(all: Status[]): string {
  return all.map((one) => (all.length > 1 ? `${one.language} ${counts(one)}` : counts(one))).join("  ");
}

function counts(one: Status): string {
  const parts = [`$(check) ${one.accepted}/${one.units}`];
  const changed = one.stale + one.edited;
  if (changed > 0) {
    parts.push(`$(history) ${changed}`);
  }
  if (one.findings > 0) {
    parts.push(`$(warning) ${one.findings}`);
  }
  return parts.join(" ");
}

/** What is shown over it, a line a fact. */
export function tooltip(all: Status[], localise: Localise): string {
  const of = (one: Status) => {
    const lines = [localise("{0} of {1} units accepted", one.accepted, one.units)];
    const facts: [string, number][] = [
      ["{0} changed since they were accepted", one.stale + one.edited],
      ["{0} paragraphs without a translation", one.missing],
      ["{0} findings", one.findings + one.remarks],
    ];
    lines.push(...facts.filter(([, count]) => count > 0).map(([text, count]) => localise(text, count)));
    return `tolmach, ${one.language}\n${lines.join("\n")}`;
  };
  return all.map(of).join("\n\n");
}
