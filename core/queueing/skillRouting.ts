// Several kinds of contacts and several groups of agents who take some of them (designs N, X, M, W and others; ranks with
// unequal handling times; agents kept free): exact by a chain.
import { log } from '../numerics/log.ts';
import { type Fault, fault } from '../units/fault.ts';
import {
  type Contacts,
  contacts,
  type Fraction,
  fraction,
  type Seconds,
  seconds,
} from '../units/quantities.ts';
import { failed, ok, type Result } from '../units/result.ts';
import { type Range, rangeFaults } from './inputFaults.ts';
import { type SolvedDesign, solvedDesign } from './skillChain.ts';
import { type DesignStates, groupFor, idleOf, type SkillDesign, statesOf } from './skillDesign.ts';

/** What is known of one kind of contact. */
export interface KindOutcome {
  /** Share that is not begun at once. */
  readonly waitProbability: Fraction;
  readonly abandonment: Fraction;
  /** Mean wait of all, who leaves included. */
  readonly meanWait: Seconds;
  readonly meanQueue: Contacts;
  /** Share of the kind that each group serves. */
  readonly servedBy: readonly Fraction[];
}

export interface SkillOutcome {
  readonly kinds: readonly KindOutcome[];
  /** Busy share of each group. */
  readonly occupancy: readonly Fraction[];
}

const RATE: Range = { least: 0, most: 1e9 };
const NEGLIGIBLE = 1e-13;

/**
 * Long-run measures of a design; exact up to queues whose share is below 1e-13.
 *
 * The states count the busy agents by what they do and the queues. The limits of the queues are raised until nothing
 * counts beyond them.
 * Source: Garnett and Mandelbaum, An introduction to skills-based routing and its operational complexities (2000), for
 * the designs; Gans and Zhou, A call-routing problem with service-level constraints, Operations Research 51 (2003), for
 * agents kept free. Range: up to some 400,000 states, that is small teams; else `tooLarge`. A kind that nobody takes, or
 * that takes nobody's time, is a fault; so is a queue that grows without end (`unstable`).
 * Example: kinds with 2 and 1.5 contacts a second, two groups of 2 agents with 1 s, the second takes both kinds but the
 * second kind first, patience 2 s: 43.16 % and 69.27 % wait.
 */
export function skillRouting(design: SkillDesign): Result<SkillOutcome, readonly Fault[]> {
  const faults = designFaults(design);
  if (faults.length > 0) return failed(faults);
  if (bringsTooMuch(design)) return failed([fault('unstable', [])]);
  const states = statesOf(design);
  let limits = design.arrivals.map(() => 16);
  for (let attempt = 0; ; attempt += 1) {
    const solved = solvedDesign(design, states, limits);
    if (solved === undefined) return failed([fault('tooLarge', [])]);
    const next = raised(solved, states, limits);
    if (next === undefined) return ok(outcomeOf(design, states, solved));
    if (attempt > 0 && next.some((limit) => limit > 20_000)) return failed([fault('unstable', [])]);
    limits = next;
  }
}

/** Whether those who never leave bring more than all agents do, each kind at its quickest group. */
function bringsTooMuch({ arrivals, leaving, agents, rates }: SkillDesign): boolean {
  const work = arrivals.reduce(
    (sum, rate, kind) => (leaving[kind] === 0 ? sum + rate / Math.max(...(rates[kind] ?? [])) : sum),
    0,
  );
  return work >= agents.reduce((sum, count) => sum + count, 0);
}

/** Higher limits where a queue at its limit still counts, by how its shares fall; undefined where none does. */
function raised(
  { states, shares }: SolvedDesign,
  { queuesAt }: DesignStates,
  limits: readonly number[],
): number[] | undefined {
  const higher = limits.map((limit, kind) => {
    const shareOf = new Float64Array(limit + 1);
    for (const [index, state] of states.entries()) {
      const queue = state[queuesAt + kind] ?? 0;
      shareOf[queue] = (shareOf[queue] as number) + (shares[index] as number);
    }
    const last = shareOf[limit] as number;
    if (last < NEGLIGIBLE) return limit;
    // Read away from the limit, where what cannot go on has piled up.
    const [from, to] = [Math.floor(limit / 2), Math.floor((3 * limit) / 4)];
    const [early, late] = [shareOf[from] as number, shareOf[to] as number];
    // A queue that does not fall at all has not shown its end yet, or has none.
    if (!(late < early)) return limit * 8;
    const falling = log(early / Math.max(late, Number.MIN_VALUE)) / (to - from);
    const needed = log(Math.max(late, last) / NEGLIGIBLE) / Math.max(falling, 1e-3);
    return Math.ceil(Math.max(limit * 1.25, Math.min(limit * 8, to + needed * 1.1)));
  });
  return higher.some((limit, kind) => limit > (limits[kind] ?? 0)) ? higher : undefined;
}

function outcomeOf(
  design: SkillDesign,
  states: DesignStates,
  { states: all, shares }: SolvedDesign,
): SkillOutcome {
  const queues = design.arrivals.map(() => 0);
  const waiting = design.arrivals.map(() => 0);
  const busy = states.pairs.map(() => 0);
  for (const [index, state] of all.entries()) {
    const share = shares[index] as number;
    const idle = idleOf(design, states, state);
    for (const kind of queues.keys()) {
      queues[kind] = (queues[kind] ?? 0) + share * (state[states.queuesAt + kind] ?? 0);
      if (groupFor(design, idle, kind) === undefined) waiting[kind] = (waiting[kind] ?? 0) + share;
    }
    for (const place of busy.keys()) busy[place] = (busy[place] ?? 0) + share * (state[place] ?? 0);
  }
  const busyIn = (kind: number | undefined, group: number): number =>
    states.pairs.reduce(
      (sum, [k, g], place) =>
        (kind === undefined || k === kind) && g === group ? sum + (busy[place] ?? 0) : sum,
      0,
    );
  return {
    kinds: design.arrivals.map((rate, kind) => ({
      waitProbability: fraction(waiting[kind] ?? 0),
      abandonment: fraction(((queues[kind] ?? 0) * (design.leaving[kind] ?? 0)) / rate),
      meanWait: seconds((queues[kind] ?? 0) / rate),
      meanQueue: contacts(queues[kind] ?? 0),
      servedBy: design.agents.map((_, group) =>
        fraction((busyIn(kind, group) * (design.rates[kind]?.[group] ?? 0)) / rate),
      ),
    })),
    occupancy: design.agents.map((count, group) => fraction(busyIn(undefined, group) / count)),
  };
}

function designFaults(design: SkillDesign): Fault[] {
  const kinds = design.arrivals.length;
  const groups = design.agents.length;
  const faults = [
    ...rangeFaults(['arrivals'], kinds, { least: 1, most: 10, whole: true }),
    ...rangeFaults(['agents'], groups, { least: 1, most: 10, whole: true }),
    ...design.arrivals.flatMap((rate, kind) =>
      rangeFaults(['arrivals', kind], rate, { ...RATE, leastIsExcluded: true }),
    ),
    ...design.leaving.flatMap((rate, kind) => rangeFaults(['leaving', kind], rate, RATE)),
    ...design.agents.flatMap((count, group) =>
      rangeFaults(['agents', group], count, { least: 1, most: 1000, whole: true }),
    ),
    ...design.rates.flatMap((row, kind) =>
      row.flatMap((rate, group) => rangeFaults(['rates', kind, group], rate, RATE)),
    ),
    ...design.keptFree.flatMap((count, kind) =>
      rangeFaults(['keptFree', kind], count, { least: 0, most: 1000, whole: true }),
    ),
  ];
  for (const [name, length, expected] of [
    ['leaving', design.leaving.length, kinds],
    ['rates', design.rates.length, kinds],
    ['keptFree', design.keptFree.length, kinds],
    ['groupsOf', design.groupsOf.length, kinds],
    ['kindsOf', design.kindsOf.length, groups],
  ] as const) {
    if (length !== expected) faults.push(fault('wrongLength', [name], { value: length, expected }));
  }
  const takes = (kind: number, group: number): boolean => (design.rates[kind]?.[group] ?? 0) > 0;
  for (const [kind, tried] of design.groupsOf.entries()) {
    if (tried.length === 0 || tried.some((group) => !takes(kind, group)))
      faults.push(fault('notTaken', ['groupsOf', kind]));
  }
  for (const [group, taken] of design.kindsOf.entries()) {
    if (taken.some((kind) => !takes(kind, group))) faults.push(fault('notTaken', ['kindsOf', group]));
  }
  return faults;
}
