// One workload on both sides in alternating rounds -> speeds that may be compared, or the reason why not.
import type { SteadyPlan } from '../support/steadyPlans.ts';
import { createEngineRun, type RoundSize } from './engineRun.ts';
import { type ReferenceProgram, type ReferenceWorkload, referenceDeviations } from './reference.ts';

export interface Comparison {
  readonly name: string;
  /** The engine's CPU time over the reference's for the same contacts; null where one of the two is not known. */
  readonly ratio: number | null;
  /** Medians over the rounds; null where there was no program, or where its figures were wrong. */
  readonly contactsPerCpuSecond: number | null;
  readonly referenceContactsPerCpuSecond: number | null;
  readonly rounds: number;
  /** Contacts that each side simulated in a round, warm-up included. */
  readonly contactsPerRound: number;
  /** The figure of each side that lies farthest from the exact answer, in standard errors. */
  readonly farthest: Farthest;
  readonly referenceFarthest: Farthest | null;
}

export interface Farthest {
  readonly figure: string;
  readonly z: number;
}

export interface ComparisonSize extends RoundSize {
  readonly rounds: number;
}

/** Beyond so many standard errors from the exact answer a program is wrong, and its speed is worth nothing. */
export const mostStandardErrors = 4;

export function compareSpeed(
  workload: ReferenceWorkload,
  steady: SteadyPlan,
  program: ReferenceProgram | undefined,
  size: ComparisonSize,
): Comparison {
  const { rounds, replications, contacts, warmUpContacts } = size;
  const contactsPerRound = replications * (contacts + warmUpContacts);
  const engine = createEngineRun(steady, size, 1);
  const speeds: number[] = [];
  const referenceSpeeds: number[] = [];
  const referenceFigures = new Map<string, number[]>();
  for (let round = 1; round <= rounds; round += 1) {
    if (program !== undefined) {
      const run = program.run(workload, contactsPerRound - warmUpContacts, warmUpContacts, round);
      referenceSpeeds.push(run.contactsPerCpuSecond);
      for (const { figure, z } of referenceDeviations(run)) {
        referenceFigures.set(figure, [...(referenceFigures.get(figure) ?? []), z]);
      }
    }
    const { contacts: simulated, cpuSeconds } = engine.round();
    if (simulated !== contactsPerRound)
      throw new Error(`${simulated} contacts where ${contactsPerRound} are due`);
    speeds.push(simulated / cpuSeconds);
  }
  const farthest = farthestOf(engine.deviations());
  // Rounds with seeds of their own are independent: the sum of their deviations grows like the root of their number.
  const pooled = [...referenceFigures].map(([figure, all]) => ({
    figure,
    z: all.reduce((sum, z) => sum + z, 0) / Math.sqrt(all.length),
  }));
  const referenceFarthest = program === undefined ? null : farthestOf(pooled);
  const speed = isRight(farthest) ? median(speeds) : null;
  const referenceSpeed = isRight(referenceFarthest) ? median(referenceSpeeds) : null;
  return {
    name: steady.name,
    ratio: speed === null || referenceSpeed === null ? null : referenceSpeed / speed,
    contactsPerCpuSecond: speed,
    referenceContactsPerCpuSecond: referenceSpeed,
    rounds,
    contactsPerRound,
    farthest,
    referenceFarthest,
  };
}

/** A figure that is no number is as wrong as can be. */
const distance = ({ z }: Farthest): number => (Number.isNaN(z) ? Number.POSITIVE_INFINITY : Math.abs(z));

export const isRight = (farthest: Farthest | null): boolean =>
  farthest !== null && distance(farthest) <= mostStandardErrors;

function farthestOf(all: readonly Farthest[]): Farthest {
  const [first] = all.toSorted((a, b) => distance(b) - distance(a));
  if (first === undefined) throw new Error('no figure to judge');
  return { figure: first.figure, z: first.z };
}

/** Of an even number the mean of the two in the middle. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = (sorted.length - 1) / 2;
  return ((sorted[Math.floor(middle)] ?? Number.NaN) + (sorted[Math.ceil(middle)] ?? Number.NaN)) / 2;
}
