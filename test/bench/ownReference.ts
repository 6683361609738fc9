// Our own C program beside the yardstick: elsewhere it stands in for it, and may not be an easier opponent.
import { median } from './compareSpeed.ts';
import { buildOwn, buildYardstick, type ReferenceProgram } from './reference.ts';
import { type PlainWorkload, plainWorkloads } from './workloads.ts';

export interface OwnReference {
  readonly name: PlainWorkload;
  /** Speed of reference.c over that of limit.c gen; to be 0.9 at least. */
  readonly speedOfYardstick: number;
}

const rounds = 5;
const contacts = 1_000_000;
const warm = 50_000;

/** Empty where one of the two is not here. */
export function ownReference(): readonly OwnReference[] {
  const [own, yardstick] = [buildOwn().program, buildYardstick().program];
  if (own === undefined || yardstick === undefined) return [];
  const seconds = (program: ReferenceProgram, name: PlainWorkload, seed: number): number =>
    program.run(name, contacts, warm, 2, seed)[1]?.cpuSeconds ?? Number.NaN;
  return plainWorkloads.map((name) => ({
    name,
    speedOfYardstick: median(
      Array.from(
        { length: rounds },
        (_, round) => seconds(yardstick, name, round) / seconds(own, name, round),
      ),
    ),
  }));
}
