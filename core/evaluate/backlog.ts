// Work that waits over many steps: what came when, first come first served, as amounts without chance.

/** Contacts of one line that wait, by the step in which they came. */
export class Backlog {
  readonly came: number[] = [];
  readonly amounts: number[] = [];
  /** The oldest that still waits. */
  head = 0;
  total = 0;

  add(step: number, amount: number): void {
    if (amount <= 0) return;
    this.came.push(step);
    this.amounts.push(amount);
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
    if (this.head === this.amounts.length) {
      this.total = 0;
      this.came.length = 0;
      this.amounts.length = 0;
      this.head = 0;
    }
    return true;
  }

  get isEmpty(): boolean {
    return this.head === this.amounts.length;
  }

  /** Whether anything that came before the step still waits. */
  hasFromBefore(step: number): boolean {
    return this.total > 1e-6 && (this.came[this.head] ?? step) < step;
  }
}
