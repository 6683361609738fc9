// Work that waits over many steps: what came when, first come first served, as amounts without chance.

/** Contacts of one line that wait, by the step in which they came; from `head` on to `end`, what lies elsewhere is old. */
export class Backlog {
  readonly came: number[] = [];
  readonly amounts: number[] = [];
  /** The oldest that still waits. */
  head = 0;
  end = 0;
  total = 0;

  add(step: number, amount: number): void {
    if (amount <= 0) return;
    this.came[this.end] = step;
    this.amounts[this.end] = amount;
    this.end += 1;
    this.total += amount;
  }

  /** Takes so much out of the oldest; true where that is used up, so that the next is the oldest. */
  takeOldest(part: number): boolean {
    const here = this.amounts[this.head] as number;
    this.total -= part;
    if (part < here) {
      this.amounts[this.head] = here - part;
      return false;
    }
    this.head += 1;
    if (this.head === this.end) {
      this.total = 0;
      this.head = 0;
      this.end = 0;
    }
    return true;
  }

  get isEmpty(): boolean {
    return this.head === this.end;
  }

  /** Whether anything that came before the step still waits. */
  hasFromBefore(step: number): boolean {
    return this.total > 1e-6 && this.head < this.end && (this.came[this.head] as number) < step;
  }
}
