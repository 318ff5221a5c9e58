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
  private readonly until = new Map<string, number>();

  constructor(private readonly milliseconds: number) {}

  /** The editor of a document is about to be scrolled by us. */
  expect(document: string, now: number): void {
    this.until.set(document, now + this.milliseconds);
  }

  isExpected(document: string, now: number): boolean {
    return now < (this.until.get(document) ?? 0);
  }
}
