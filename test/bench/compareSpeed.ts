// A workload, its variant and the C program in alternating rounds -> CPU time per contact, one over the other.
import { createEngineRun, type Round } from './engineRun.ts';
import type { ReferenceProgram } from './reference.ts';
import type { Workload } from './workloads.ts';

export interface SpeedSize {
  readonly rounds: number;
  /** Runs of a round on each side. */
  readonly replications: number;
  /** Of one run, warm-up included. */
  readonly contacts: number;
  readonly warmUpContacts: number;
}

/** Speeds are medians over the rounds; a ratio is the median of the rounds' ratios. */
export interface Comparison {
  readonly name: string;
  /** CPU time per contact over that of `against`; null where the other side is missing. */
  readonly ratio: number | null;
  readonly against: string;
  /** What the ratio is to be at most. */
  readonly target: number;
  readonly contactsPerCpuSecond: number;
  readonly referenceContactsPerCpuSecond: number | null;
  /** Of one round. */
  readonly contacts: number;
  readonly rounds: number;
}

const ratioToC = 1.5;
const ratioOfVariant = 1.5;

export function compareSpeed(
  workload: Workload,
  program: ReferenceProgram | undefined,
  size: SpeedSize,
): readonly [plain: Comparison, variant: Comparison] {
  const { rounds, replications, contacts, warmUpContacts } = size;
  const { name, contactsPerDay } = workload;
  const days = Math.round(contacts / contactsPerDay);
  const warmUpDays = warmUpContacts / contactsPerDay;
  const runPlain = createEngineRun(workload.plan(days, warmUpDays), 1);
  const runVariant = createEngineRun(workload.variant(days, warmUpDays), 1);
  runPlain(1);
  runVariant(1);
  const reference: Round[] = [];
  const plain: Round[] = [];
  const variant: Round[] = [];
  for (let round = 0; round < rounds; round += 1) {
    if (program !== undefined) {
      // Each process warms up with a run of its own.
      const [, ...runs] = program.run(
        name,
        Math.round(days * contactsPerDay) - warmUpContacts,
        warmUpContacts,
        replications + 1,
        round * (replications + 1) + 1,
      );
      reference.push({
        contacts: runs.reduce((sum, run) => sum + run.contacts, 0),
        cpuSeconds: runs.reduce((sum, run) => sum + run.cpuSeconds, 0),
      });
    }
    plain.push(runPlain(replications));
    variant.push(runVariant(replications));
  }
  const referenceSpeed = reference.length === 0 ? null : speedOf(reference);
  return [
    {
      name,
      ratio: ratioOf(plain, reference),
      against: program?.name ?? 'no C program',
      target: ratioToC,
      contactsPerCpuSecond: speedOf(plain),
      referenceContactsPerCpuSecond: referenceSpeed,
      contacts: plain[0]?.contacts ?? 0,
      rounds,
    },
    {
      name: `${name}'`,
      ratio: ratioOf(variant, plain),
      against: name,
      target: ratioOfVariant,
      contactsPerCpuSecond: speedOf(variant),
      referenceContactsPerCpuSecond: referenceSpeed,
      contacts: variant[0]?.contacts ?? 0,
      rounds,
    },
  ];
}

export const speedOf = (rounds: readonly Round[]): number =>
  median(rounds.map(({ contacts, cpuSeconds }) => contacts / cpuSeconds));

/** CPU time per contact of one side over the other's, round by round; null where the other side has no rounds. */
export const ratioOf = (own: readonly Round[], other: readonly Round[]): number | null =>
  other.length === 0
    ? null
    : median(
        other.map((than, i) => {
          const round = own[i] as Round;
          return round.cpuSeconds / round.contacts / (than.cpuSeconds / than.contacts);
        }),
      );

/** Of an even number the mean of the two in the middle. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = (sorted.length - 1) / 2;
  return ((sorted[Math.floor(middle)] ?? Number.NaN) + (sorted[Math.ceil(middle)] ?? Number.NaN)) / 2;
}
