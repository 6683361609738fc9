// Finds out why formula and simulation part: by switching features of the plan off and asking both again. A feature is a
// reason only where the gap closes without it.

import {
  type AccuracyCard,
  type CardLine,
  type Comparison,
  type Feature,
  features,
  type ShownRun,
  type Subject,
  type Verdict,
} from '../measures/accuracyCard.ts';
import type { Plan } from '../plan/schema/plan.ts';
import type { CompiledModel } from '../simulation/index.ts';
import { type Answers, closes, compared, isTrivial, parts, relativeGap, subjectsOf } from './compare.ts';
import { without } from './features/switchedOff.ts';

export interface CardTools {
  /** Both answers for a plan; rejects where a run fails or is ended. */
  readonly ask: (plan: Plan) => Promise<Answers>;
  /** Compiles a plan; throws where it has faults. */
  readonly compiled: (plan: Plan) => CompiledModel;
  /** Called after each run with how many are done, and about how many will be needed. */
  readonly onRun?: (done: number, expected: number) => void;
}

/**
 * The card of a plan. First the plan as it is; where a number parts (|z| > 4), the plan without each feature that it has, one at a
 * time; where none closes the gap, without all of them, and then those are put back that do not matter: what stays off is the
 * reason, together. Range: plans without faults. Takes about 2 + the plan's features runs, more where reasons act together.
 */
export async function makeCard(plan: Plan, tools: CardTools): Promise<AccuracyCard> {
  const present = features.filter((feature) => has(plan, feature, tools));
  const known = new Map<string, Promise<Answers>>();
  let done = 0;
  let expected = 1;
  const answers = (off: readonly Feature[]): Promise<Answers> => {
    const name = [...off].sort().join();
    let found = known.get(name);
    if (found === undefined) {
      found = tools.ask(without(plan, new Set(off), tools.compiled)).then((both) => {
        done += 1;
        expected = Math.max(expected, done);
        tools.onRun?.(done, expected);
        return both;
      });
      known.set(name, found);
    }
    return found;
  };
  const base = await answers([]);
  const subjects = subjectsOf(base);
  const gaps = subjects.filter((subject) => parts(compared(subject, base)));
  if (gaps.length > 0) expected = 2 + present.length;
  const search: Search = { present, answers, base };
  const lines: CardLine[] = [];
  for (const subject of subjects) {
    const comparison = compared(subject, base);
    const run = gaps.includes(subject) ? await reasonOf(subject, comparison, search) : null;
    lines.push({ subject, comparison, verdict: verdictOf(comparison, run), run });
  }
  const { engineVersion, seed, replications, planHash } = base.simulation;
  return { planHash, engineVersion, seed, replications, lines, features: present, runs: known.size };
}

interface Search {
  readonly present: readonly Feature[];
  readonly answers: (off: readonly Feature[]) => Promise<Answers>;
  readonly base: Answers;
}

/** Whether the plan has the feature: as it is, or once all others are gone (a team may be overloaded only then). */
function has(plan: Plan, feature: Feature, { compiled }: CardTools): boolean {
  const left = (off: readonly Feature[]): string => JSON.stringify(without(plan, new Set(off), compiled));
  const others = features.filter((other) => other !== feature);
  return left([feature]) !== JSON.stringify(plan) || left(features) !== left(others);
}

function verdictOf(comparison: Comparison, run: ShownRun | null): Verdict {
  if (comparison.difference === null) return 'absent';
  if (comparison.z === null) return 'rare';
  if (!parts(comparison)) return 'agrees';
  return run === null ? 'open' : 'explained';
}

/** The smallest set of features found without which the gap closes; null: not even without all of them. */
async function reasonOf(subject: Subject, gap: Comparison, search: Search): Promise<ShownRun | null> {
  const { present, answers } = search;
  const runWithout = async (off: readonly Feature[]): Promise<ShownRun> => {
    const comparison = compared(subject, await answers(off));
    return { off, comparison, isTrivial: isTrivial(comparison, subject) };
  };
  const singles: ShownRun[] = [];
  for (const feature of present) singles.push(await runWithout([feature]));
  const offBy = ({ comparison: { difference } }: ShownRun): number =>
    difference === null ? Number.POSITIVE_INFINITY : Math.abs(difference);
  const byEffect = [...singles].sort((a, b) => offBy(a) - offBy(b));
  const closing = byEffect.filter(({ comparison }) => closes(comparison, gap));
  // Of those that close it, the one in which the answers are nearest beside the number that is left.
  const gapOf = ({ comparison }: ShownRun): number => relativeGap(comparison, subject);
  const [telling] = closing.filter((run) => !run.isTrivial).sort((a, b) => gapOf(a) - gapOf(b));
  if (telling !== undefined) return telling;
  const all = await runWithout(present);
  if (!closes(all.comparison, gap)) return closing[0] ?? null;
  // What changed least alone is put back first.
  let best = all;
  for (const { off } of byEffect.reverse()) {
    const fewer = await runWithout(best.off.filter((feature) => feature !== off[0]));
    if (closes(fewer.comparison, gap) && (best.isTrivial || !fewer.isTrivial)) best = fewer;
  }
  return best.isTrivial && closing[0] !== undefined ? closing[0] : best;
}
