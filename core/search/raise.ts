// From numbers that miss goals to numbers that reach them: one more where that helps most for its cost, again and again.
import { bestOf, type Candidate } from './bestOf.ts';
import { type Agents, type Answers, nothing, type Question, withMore } from './question.ts';

export interface Raised {
  readonly agents: Agents;
  /** As asked, but lowered to what is reached where no number of people helps. */
  readonly goals: readonly number[];
}

/** More than so many at a time are never tried, and nothing helps where so many do not. */
const mostAtATime = 64;
/** Less of a shortfall than this is no help. */
const leastHelp = 1e-6;

/**
 * What is short of the goals, a guard counting a quarter at most: people who let contacts through to the next team make its load grow,
 * and that must not keep them away.
 */
const shortfall = (slack: readonly number[], asked: Question['goals']): number =>
  slack.reduce((sum, value, place) => {
    if (value >= -nothing) return sum;
    return sum + (asked[place]?.isGuard === true ? (0.25 * -value) / (1 - value) : -value);
  }, 0);

/**
 * Numbers that reach the goals, or come as near as more people can. A post that is chosen again takes twice as many at a time; what is
 * too much is taken off later (`trim`). Where a single one more does not help (a heap of work that only two more would clear), more at
 * a time are tried.
 */
export function raise(
  { posts, goals: asked }: Question,
  goals: readonly number[],
  free: readonly number[],
  from: Agents,
  answers: Answers,
): Raised {
  let agents = from;
  const candidates = free.map((post): Candidate => ({ post, step: 1, worth: Number.POSITIVE_INFINITY }));
  for (;;) {
    const short = shortfall(answers.slack(agents, goals), asked);
    if (short <= nothing || answers.isSpent) return { agents, goals };
    const best = bestOf(candidates, (candidate) => {
      const more = withMore(agents, candidate.post, candidate.step);
      const help = short - shortfall(answers.slack(more, goals), asked);
      return help > leastHelp ? help / ((posts[candidate.post]?.cost ?? 1) * candidate.step) : 0;
    });
    if (best !== undefined) {
      agents = withMore(agents, best.post, best.step);
      best.step = Math.min(mostAtATime, best.step * 2);
      continue;
    }
    const wider = candidates.filter(({ step }) => step < mostAtATime);
    if (wider.length > 0) {
      for (const one of wider) Object.assign(one, { step: one.step * 2, worth: Number.POSITIVE_INFINITY });
      continue;
    }
    const slack = answers.slack(agents, goals);
    return { agents, goals: goals.map((goal, place) => goal + Math.min(0, slack[place] ?? 0)) };
  }
}
