// From numbers that reach the goals to fewer that still do: one less where most is saved for what is given up.
import { log } from '../numerics/log.ts';
import { type Agents, type Answers, isKept, type Question, withMore } from './question.ts';
import { bestOf } from './raise.ts';

export interface Trimmed {
  readonly agents: Agents;
  /** Posts of which one less changes nothing that is asked for: they are left as they are. */
  readonly unfelt: ReadonlySet<number>;
}

interface Candidate {
  readonly post: number;
  step: number;
  /** Cost saved for what is given up, as last found. */
  worth: number;
}

/** A value that moves by less than this feels nothing. */
const leastFelt = 1e-7;
/** Slack below this is worth no more than this. */
const leastSlack = 1e-3;

/**
 * Fewer until nobody can be spared by himself. What is given up is the slack of every goal, in shares of itself (a logarithm), so that
 * no goal is brought to its edge while another has much to spare. A post gives up several at a time where it has many, and fewer where
 * that is too much.
 */
export function trim({ posts }: Question, goals: readonly number[], from: Agents, answers: Answers): Trimmed {
  let agents = from;
  const unfelt = new Set<number>();
  let candidates: Candidate[] = posts.map((_, post) => ({
    ...{ post, step: Math.max(1, Math.floor((from[post] ?? 0) / 4)) },
    worth: Number.POSITIVE_INFINITY,
  }));
  while (!answers.isSpent) {
    const slack = answers.slack(agents, goals);
    const closed = new Set<Candidate>();
    const worthOf = (candidate: Candidate): number => {
      for (;;) {
        const held = agents[candidate.post] ?? 0;
        const step = Math.min(candidate.step, held);
        if (step > 0) {
          const after = answers.slack(withMore(agents, candidate.post, -step), goals);
          if (isKept(after)) {
            if (!feels(slack, after)) unfelt.add(candidate.post);
            else
              return (
                ((posts[candidate.post]?.cost ?? 1) * step) / Math.max(leastSlack ** 2, givenUp(slack, after))
              );
          } else if (step > 1) {
            candidate.step = Math.floor(step / 2);
            continue;
          }
        }
        closed.add(candidate);
        return 0;
      }
    };
    const best = bestOf(candidates, worthOf);
    candidates = candidates.filter((one) => !closed.has(one));
    if (best === undefined) break;
    agents = withMore(agents, best.post, -best.step);
    unfelt.delete(best.post);
  }
  return { agents, unfelt };
}

const feels = (before: readonly number[], after: readonly number[]): boolean =>
  before.some((value, place) => Number.isFinite(value) && Math.abs(value - (after[place] ?? 0)) > leastFelt);

const givenUp = (before: readonly number[], after: readonly number[]): number =>
  before.reduce((sum, value, place) => {
    if (!Number.isFinite(value)) return sum;
    return sum + log((Math.max(0, value) + leastSlack) / (Math.max(0, after[place] ?? 0) + leastSlack));
  }, 0);
