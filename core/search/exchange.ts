// Two posts against each other: one less where it costs more, one more where it costs less, with every goal still reached.
import { type Agents, type Answers, isKept, nothing, type Question, withMore } from './question.ts';

interface Pair {
  readonly less: number;
  readonly more: number;
  readonly saved: number;
}

/** How many pairs are asked about of those that may do. */
const mostTried = 16;
/** A pair may do if its parts, added up, fall short by no more than this: together they may do better than apart. */
const mostShort = 0.01;

/** Numbers that cost less and still reach the goals; null where no exchange of one for one is found that does. */
export function exchange(
  { posts }: Question,
  goals: readonly number[],
  agents: Agents,
  answers: Answers,
): Agents | null {
  const slack = answers.slack(agents, goals);
  const moved = (post: number, by: number): readonly number[] | null =>
    (agents[post] ?? 0) + by < 0 || answers.isSpent ? null : answers.slack(withMore(agents, post, by), goals);
  const without = posts.map((_, post) => moved(post, -1));
  const withOne = posts.map((_, post) => moved(post, 1));
  const mayDo = ({ less, more }: Pair): boolean =>
    slack.every((now, goal) => {
      if (!Number.isFinite(now)) return true;
      const fewer = without[less]?.[goal] ?? Number.NEGATIVE_INFINITY;
      const greater = withOne[more]?.[goal] ?? Number.NEGATIVE_INFINITY;
      return fewer + greater - now >= -mostShort;
    });
  const pairs = posts
    .flatMap(({ cost }, less) => posts.map((other, more): Pair => ({ less, more, saved: cost - other.cost })))
    .filter(({ less, more, saved }) => less !== more && saved > nothing)
    .filter(mayDo)
    .sort((one, other) => other.saved - one.saved || one.less - other.less || one.more - other.more)
    .slice(0, mostTried);
  for (const { less, more } of pairs) {
    if (answers.isSpent) return null;
    const exchanged = withMore(withMore(agents, less, -1), more, 1);
    if (isKept(answers.slack(exchanged, goals))) return exchanged;
  }
  return null;
}
