// Work that waits over many steps: what came when, first come first served, as amounts without chance.

/** Contacts of one line that wait, by the step in which they came. */
export class Backlog {
  private readonly came: number[] = [];
  private readonly amounts: number[] = [];
  private head = 0;
  total = 0;

  add(step: number, amount: number): void {
    if (amount <= 0) return;
    this.came.push(step);
    this.amounts.push(amount);
    this.total += amount;
  }

  /** Takes out the oldest; gives each part with the step in which it came. */
  take(amount: number, give: (cameInStep: number, part: number) => void): void {
    let left = Math.min(amount, this.total);
    while (left > 1e-12 && this.head < this.amounts.length) {
      const here = this.amounts[this.head] as number;
      const part = Math.min(left, here);
      give(this.came[this.head] as number, part);
      left -= part;
      this.total -= part;
      if (part < here) {
        this.amounts[this.head] = here - part;
        return;
      }
      this.head += 1;
    }
    if (this.head === this.amounts.length) this.total = 0;
  }

  /** Whether anything that came before the step still waits. */
  hasFromBefore(step: number): boolean {
    return this.total > 1e-6 && (this.came[this.head] ?? step) < step;
  }

  /** What still waits, in order. */
  forEach(give: (cameInStep: number, part: number) => void): void {
    for (let i = this.head; i < this.amounts.length; i += 1)
      give(this.came[i] as number, this.amounts[i] as number);
  }
}
