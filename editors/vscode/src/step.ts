// Two documents that are scrolled in step.

/** Which documents were opened beside which; each may have one. */
export class Pairs {
  private readonly other = new Map<string, string>();

  /** Two documents belong together; what each belonged to before it no longer does. */
  join(one: string, other: string): void {
    this.part(one);
    this.part(other);
    this.other.set(one, other);
    this.other.set(other, one);
  }

  /** A document belongs to none any more. */
  part(one: string): void {
    const other = this.other.get(one);
    this.other.delete(one);
    if (other !== undefined) {
      this.other.delete(other);
    }
  }

  of(one: string): string | undefined {
    return this.other.get(one);
  }
}

/** Tells scrolling by a person from what it made the other editor do, so that two editors do not chase each other. */
export class Echo {
  private readonly expected = new Map<string, { line: number; until: number }>();

  /** For so many milliseconds an editor may still be on its way to its line. */
  constructor(private readonly milliseconds: number) {}

  /** The editor of a document is about to be scrolled by us, so that a line is its first one. */
  expect(document: string, line: number, now: number): void {
    this.expected.set(document, { line, until: now + this.milliseconds });
  }

  /** Whether an editor with this first line is where we scrolled it, or on the way: the end of a text stops it. */
  isExpected(document: string, line: number, now: number): boolean {
    const expected = this.expected.get(document);
    return expected !== undefined && (Math.abs(line - expected.line) <= 1 || now < expected.until);
  }
}
