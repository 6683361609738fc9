// From numbers that reach the goals to fewer that still do: one less where most is saved for what is given up.
import { log } from '../numerics/log.ts';
import { bestOf, type Candidate } from './bestOf.ts';
import { type Agents, type Answers, isKept, type Question, withMore } from './question.ts';

/** Slack below this is worth no more than this. */
const leastSlack = 1e-3;
/** To give up less than this is to give up nothing. */
const leastGiven = 1e-6;

/**
 * Fewer until nobody can be spared by himself. What is given up is the slack of every goal, in shares of itself (a logarithm), so that
 * no goal is brought to its edge while another has much to spare. A post gives up several at a time where it has many, and fewer where
 * that is too much.
 */
export function trim(
  { posts }: Question,
  goals: readonly number[],
  free: readonly number[],
  from: Agents,
  answers: Answers,
): Agents {
  let agents = from;
  let candidates: Candidate[] = free.map((post) => ({
    ...{ post, step: Math.max(1, Math.floor((from[post] ?? 0) / 4)) },
    worth: Number.POSITIVE_INFINITY,
  }));
  while (!answers.isSpent) {
    const slack = answers.slack(agents, goals);
    const closed = new Set<Candidate>();
    const worthOf = (candidate: Candidate): number => {
      for (;;) {
        const step = Math.min(candidate.step, agents[candidate.post] ?? 0);
        if (step <= 0) break;
        const after = answers.slack(withMore(agents, candidate.post, -step), goals);
        if (isKept(after))
          return ((posts[candidate.post]?.cost ?? 1) * step) / Math.max(leastGiven, givenUp(slack, after));
        if (step <= 1) break;
        candidate.step = Math.floor(step / 2);
      }
      closed.add(candidate);
      return 0;
    };
    const best = bestOf(candidates, worthOf);
    candidates = candidates.filter((one) => !closed.has(one));
    if (best === undefined) break;
    agents = withMore(agents, best.post, -best.step);
  }
  return agents;
}

const givenUp = (before: readonly number[], after: readonly number[]): number =>
  before.reduce((sum, value, place) => {
    if (!Number.isFinite(value)) return sum;
    return sum + log((Math.max(0, value) + leastSlack) / (Math.max(0, after[place] ?? 0) + leastSlack));
  }, 0);
