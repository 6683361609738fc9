// The least costly numbers found that reach the goals: raised until they do, trimmed while they do, exchanged while that saves.
import { exchange } from './exchange.ts';
import { type Agents, Answers, type Goal, type Question, withMore } from './question.ts';
import { raise } from './raise.ts';
import { mayFall } from './tried.ts';
import { trim } from './trim.ts';

export interface LeastCost {
  readonly agents: Agents;
  /** Places of goals that people do not decide: not even plenty of them reach it, or they hardly move it. */
  readonly givenUp: ReadonlySet<number>;
  /** Posts that no goal feels. */
  readonly unfelt: ReadonlySet<number>;
  readonly asked: number;
  /** There was more to ask about. */
  readonly isStoppedEarly: boolean;
}

/** So many people more would be plenty: four times as many, and twenty. */
const plentyOf = (agents: Agents): Agents => agents.map((now) => Math.ceil(now * 4) + 20);
const mostExchanges = 20;

/** A value that moves by less than this feels nothing. */
const leastFelt = 1e-7;

/**
 * The numbers that reach the goals at the least cost that is found, beginning with `from`. By them nobody can be spared by himself, and
 * none of the exchanges of few against few that are likely to do does; greater changes are not looked at, so it is not always the very
 * least. A post of which no goal feels whether nobody is there or plenty is left as it is. A goal that not even plenty of people reach, or
 * that they hardly move, is given up, and what there is of it is kept but for a hundredth. Same question, same answer, whatever `answers`
 * knows from other searches.
 *
 * Example: a goal of 0.8, one post of cost 40 whose value is 0.5, 0.75, 0.85, 0.9 with 1, 2, 3, 4 people: 3.
 */
export function leastCost(question: Question, from: Agents, answers = new Answers(question.ask)): LeastCost {
  const { posts } = question;
  const askedBefore = answers.asked;
  answers.allow(question.most);
  const most = answers.values(plentyOf(from));
  const now = answers.values(from);
  const goals = question.goals.map((goal, place) => reachable(goal, most[place] ?? null, now[place] ?? null));
  const givenUp = new Set(
    goals.flatMap((goal, place) => (goal < (question.goals[place]?.least ?? goal) ? [place] : [])),
  );
  const free = posts.flatMap((_, post) => (isFelt(question, from, post, answers) ? [post] : []));
  return {
    agents: settled(question, goals, free, from, answers),
    givenUp,
    unfelt: new Set(posts.flatMap((_, post) => (free.includes(post) ? [] : [post]))),
    asked: answers.asked - askedBefore,
    isStoppedEarly: answers.isSpent,
  };
}

/**
 * Whether anything that the search is for would move if nobody were at the post, or plenty; or if nobody were there with plenty
 * everywhere else, where nothing gets through to it as it is.
 */
function isFelt({ goals }: Question, from: Agents, post: number, answers: Answers): boolean {
  const plenty = plentyOf(from);
  const isMoved = (around: Agents, by: number): boolean => {
    const was = answers.values(around);
    const then = answers.values(withMore(around, post, by));
    return goals.some(
      ({ isGuard }, place) => !isGuard && Math.abs((was[place] ?? 0) - (then[place] ?? 0)) > leastFelt,
    );
  };
  const held = from[post] ?? 0;
  const most = plenty[post] ?? 0;
  return isMoved(from, -held) || isMoved(from, most - held) || isMoved(plenty, -most);
}

/** Raised, trimmed, and exchanged as long as that saves. */
function settled(
  question: Question,
  asked: readonly number[],
  free: readonly number[],
  from: Agents,
  answers: Answers,
): Agents {
  const { agents: enough, goals } = raise(question, asked, free, from, answers);
  let agents = trim(question, goals, free, enough, answers);
  for (let exchanges = 0; exchanges < mostExchanges && !answers.isSpent; exchanges += 1) {
    const exchanged = exchange(question, goals, free, agents, answers);
    if (exchanged === null) break;
    agents = trim(question, goals, free, exchanged, answers);
  }
  return agents;
}

/** What plenty of people do not move by more than this, people do not decide. */
const leastGain = 0.02;

/** What can be asked of a value that is `now` and comes to `most` with plenty of people; given up: the goal less than its least. */
function reachable({ asked, least }: Goal, most: number | null, now: number | null): number {
  if (most === null || now === null || now >= asked) return asked;
  if (most - now < leastGain) return now >= least ? least : now - mayFall;
  if (most >= asked) return asked;
  return most >= least ? (most + least) / 2 : Math.min(least, now) - mayFall;
}
