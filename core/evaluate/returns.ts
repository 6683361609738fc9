// Contacts that come back to their class after a delay: those of all lines that come by the same law are spread together, once a
// step.
import type { Delays } from './delays.ts';

/** Where a class meets them again: as new contacts, or as further attempts before the people. */
export type BackAt = (classIndex: number) => Float64Array;

export class Returns {
  private readonly delays: Delays;
  private readonly at: BackAt;
  private readonly placeOf = new Map<string, number>();
  private readonly classes: number[] = [];
  private readonly laws: number[] = [];
  private readonly amounts: number[] = [];

  constructor(delays: Delays, at: BackAt) {
    this.delays = delays;
    this.at = at;
  }

  /** The place under which contacts of a class that come back by a law are noted. */
  place(classIndex: number, law: number): number {
    const name = `${classIndex} ${law}`;
    let place = this.placeOf.get(name);
    if (place === undefined) {
      place = this.laws.length;
      this.placeOf.set(name, place);
      this.classes.push(classIndex);
      this.laws.push(law);
      this.amounts.push(0);
    }
    return place;
  }

  note(place: number, amount: number): void {
    this.amounts[place] = (this.amounts[place] as number) + amount;
  }

  /** Sends all that was noted in a step on its way; none comes before the next one. */
  send(k: number): void {
    const { amounts } = this;
    for (let i = 0; i < amounts.length; i += 1) {
      const amount = amounts[i] as number;
      if (amount === 0) continue;
      this.delays.deposit(this.at(this.classes[i] as number), k, amount, this.laws[i] as number, k + 1);
      amounts[i] = 0;
    }
  }
}
