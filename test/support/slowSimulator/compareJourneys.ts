// Holds the engine's journeys of one replication against those of the slow simulator, contact by contact.

import type { Plan } from '../../../core/plan/schema/plan.ts';
import { compilePlan, simulateReplication } from '../../../core/simulation/index.ts';
import type { CompiledModel } from '../../../core/simulation/model/compiledModel.ts';
import type { JournalEntry } from '../../../core/simulation/model/journal.ts';
import { classCounter, classCounters, tallyLayout } from '../../../core/simulation/model/tallyLayout.ts';
import { timeZoneOffsets } from '../../../electron/host/timeZoneOffsets.ts';
import type { Step } from './contacts.ts';
import { worldAfter } from './simulate.ts';
import { ends, type World } from './world.ts';

export interface Difference {
  readonly contact: string;
  /** When the journeys part, by the earlier of both. */
  readonly at: number;
  readonly engine: readonly Step[];
  readonly slow: readonly Step[];
}

export interface Comparison {
  readonly contacts: number;
  readonly steps: number;
  /** In the order of time. */
  readonly differences: readonly Difference[];
  /** Rules that made a difference, and names of the steps that were noted. */
  readonly exercised: ReadonlySet<string>;
  /** How many contacts came and what became of them, where the two programs count differently: engine, slow. */
  readonly counts: Readonly<Record<string, readonly [number, number]>>;
  /** How many figures of the engine's tally are others where nobody keeps a journal. */
  readonly unlike: number;
}

/**
 * The engine's laws are polynomials within a hundred millionth (core/simulation/engine/lawSampler.ts), so that a talk of ten minutes may be
 * some microseconds off, and whoever waits for its end as well.
 */
const toleranceSeconds = 1e-5;

/** `slowReplication` is that of the slow simulator, for tests that want the two to part. */
export function compareJourneys(
  plan: Plan,
  seed: number,
  replication: number,
  slowReplication = replication,
): Comparison {
  const engine = engineJourneys(plan, seed, replication);
  const world = worldAfter(plan, {
    seed,
    replication: slowReplication,
    offsets: timeZoneOffsets,
    untilSeconds: engine.lastAt + toleranceSeconds,
  });
  const slow = world.journeys.steps;
  const names = new Set([...engine.journeys.keys(), ...slow.keys()]);
  const differences = [...names].flatMap((contact) => {
    const ours = slow.get(contact) ?? [];
    const theirs = engine.journeys.get(contact) ?? [];
    const at = partingOf(theirs, ours);
    return at === undefined ? [] : [{ contact, at, engine: theirs, slow: ours }];
  });
  const steps = [...slow.values()].flat();
  return {
    contacts: slow.size,
    steps: steps.length,
    differences: differences.sort((a, b) => a.at - b.at),
    exercised: new Set([...world.exercised, ...steps.map(({ what }) => what)]),
    counts: differingCounts(world, engine.model, engine.values),
    unlike: engine.unlike,
  };
}

/** The balance (rule 18), end by end; those still in the system are what is left of those offered. */
function differingCounts(world: World, model: CompiledModel, values: Float64Array): Comparison['counts'] {
  const { classAt, classes } = tallyLayout(model);
  const engineCount = (counter: number | undefined): number => {
    let sum = 0;
    for (let c = 0; counter !== undefined && c < classes; c += 1)
      sum += values[classAt + c * classCounters + counter] ?? 0;
    return sum;
  };
  const counters: Readonly<Record<string, number>> = classCounter;
  const pairs = ends.map((end) => [end, [engineCount(counters[end]), world.ends.get(end) ?? 0]] as const);
  const ended = pairs.slice(1).reduce((sum, [, [, slow]]) => sum + slow, 0);
  const left = (world.ends.get('offered') ?? 0) - ended;
  const all = [...pairs, ['inSystem', [engineCount(classCounter.inSystem), left]] as const];
  return Object.fromEntries(all.filter(([, [engine, slow]]) => engine !== slow));
}

/** Time of the first step in which two journeys differ; undefined: none. */
function partingOf(a: readonly Step[], b: readonly Step[]): number | undefined {
  for (let i = 0; i < Math.max(a.length, b.length); i += 1) {
    const [left, right] = [a[i], b[i]];
    if (left === undefined || right === undefined) return left?.at ?? right?.at;
    const isSame = left.what === right.what && left.where === right.where;
    if (!isSame || Math.abs(left.at - right.at) > toleranceSeconds) return Math.min(left.at, right.at);
  }
  return undefined;
}

function engineJourneys(plan: Plan, seed: number, replication: number) {
  const compiled = compilePlan(plan, { planHash: '', offsets: timeZoneOffsets });
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.failure));
  const journeys = new Map<string, Step[]>();
  let lastAt = 0;
  const note = ({ atSeconds, classIndex, ordinal, generation, step, where }: JournalEntry): void => {
    lastAt = Math.max(lastAt, atSeconds);
    const row = plan.demand[classIndex]?.id ?? `backlog:${classIndex - plan.demand.length}`;
    const name = `${row}/${ordinal}/${generation}`;
    const known = journeys.get(name) ?? [];
    known.push({ at: atSeconds, what: step, where });
    journeys.set(name, known);
  };
  const { values } = simulateReplication(compiled.value, seed, replication, () => {}, { note });
  const unwatched = simulateReplication(compiled.value, seed, replication).values;
  const unlike = values.filter((value, i) => !Object.is(value, unwatched[i])).length;
  return { journeys, lastAt, model: compiled.value, values, unlike };
}
