// Few against few: less where it costs more, more where it costs less, with every goal still reached.
import { type Agents, type Answers, isKept, nothing, type Question, withMore } from './question.ts';

/** So many more at a post; below 0: fewer. */
interface Move {
  readonly post: number;
  readonly by: number;
}

interface Exchange {
  readonly moves: readonly Move[];
  readonly saved: number;
  /** The least slack that is left if what its moves do apart adds up. */
  readonly left: number;
}

/** At most so many at a post. */
const mostAtAPost = 4;
/** How many exchanges are asked about of those that may do. */
const mostTried = 24;
/** An exchange may do if its moves, added up, fall short by no more than this: together they may do better than apart. */
const mostShort = 0.01;

/**
 * Numbers that cost less and still reach the goals; null where no exchange is found that does: one to four at one post, or one at each
 * of two, for one to four at another. What an exchange does is first guessed from what one more and one less do at each post, and asked
 * about only where that may do, what saves most first.
 */
export function exchange(
  { posts, total }: Question,
  goals: readonly number[],
  free: readonly number[],
  agents: Agents,
  answers: Answers,
): Agents | null {
  const slack = answers.slack(agents, goals);
  const change = (post: number, by: number): readonly number[] | null => {
    if (!free.includes(post) || (agents[post] ?? 0) + by < 0 || answers.isSpent) return null;
    const then = answers.slack(withMore(agents, post, by), goals);
    return slack.map((now, goal) => (Number.isFinite(now) ? (then[goal] ?? now) - now : 0));
  };
  const less = posts.map((_, post) => change(post, -1));
  const more = posts.map((_, post) => change(post, 1));
  const left = (moves: readonly Move[]): number => {
    let least = Number.POSITIVE_INFINITY;
    for (let goal = 0; goal < slack.length; goal += 1) {
      let value = slack[goal] as number;
      if (!Number.isFinite(value)) continue;
      for (const { post, by } of moves)
        value += Math.abs(by) * ((by < 0 ? less : more)[post]?.[goal] ?? Number.NEGATIVE_INFINITY);
      least = Math.min(least, value);
    }
    return least;
  };
  const made = (moves: readonly Move[]): Agents =>
    moves.reduce((now, { post, by }) => withMore(now, post, by), agents);
  const now = total(agents);
  const found: Exchange[] = [];
  for (const out of waysOut(agents, less))
    for (const into of waysIn(more)) {
      if (out.some(({ post }) => post === into.post)) continue;
      const moves = [...out, into];
      const then = left(moves);
      if (then < -mostShort) continue;
      const saved = now - total(made(moves));
      if (saved > nothing) found.push({ moves, saved, left: then });
    }
  found.sort((one, other) => other.saved - one.saved || other.left - one.left);
  for (const { moves } of found.slice(0, mostTried)) {
    if (answers.isSpent) return null;
    const exchanged = made(moves);
    if (isKept(answers.slack(exchanged, goals))) return exchanged;
  }
  return null;
}

type Changes = readonly (readonly number[] | null)[];

function waysOut(agents: Agents, less: Changes): Move[][] {
  const able = less.flatMap((change, post) => (change === null ? [] : [post]));
  const several = able.flatMap((post) =>
    upTo(Math.min(mostAtAPost, Math.floor(agents[post] ?? 0))).map((by): Move[] => [{ post, by: -by }]),
  );
  const pairs = able.flatMap((post, place) =>
    able.slice(place + 1).map((other): Move[] => [
      { post, by: -1 },
      { post: other, by: -1 },
    ]),
  );
  return [...several, ...pairs];
}

const waysIn = (more: Changes): Move[] =>
  more.flatMap((change, post) =>
    change === null ? [] : upTo(mostAtAPost).map((by): Move => ({ post, by })),
  );

const upTo = (most: number): number[] => Array.from({ length: Math.max(0, most) }, (_, place) => place + 1);
