// The least costly numbers found that reach the goals: raised until they do, trimmed while they do, exchanged while that saves.
import { exchange } from './exchange.ts';
import { type Agents, Answers, type Goal, type Question } from './question.ts';
import { raise } from './raise.ts';
import { mayFall } from './tried.ts';
import { trim } from './trim.ts';

export interface LeastCost {
  readonly agents: Agents;
  /** Places of goals that people do not decide: not even plenty of them reach it, or they hardly move it. */
  readonly givenUp: ReadonlySet<number>;
  /** Posts of which one less changes nothing that is asked for. */
  readonly unfelt: ReadonlySet<number>;
  readonly asked: number;
  /** There was more to ask about. */
  readonly isStoppedEarly: boolean;
}

/** So many people more would be plenty: four times as many, and twenty. */
const plentyOf = (agents: Agents): Agents => agents.map((now) => Math.ceil(now * 4) + 20);
const mostExchanges = 20;

/**
 * From the numbers `from`, those that reach the goals at the least cost that is found: with them nobody can be spared by himself, and
 * no one less at one post for one more at a cheaper one does (of the pairs most likely to). Not always the very least: of numbers
 * that differ in three posts or more nothing is said. A goal that not even plenty of people reach, or that they hardly move, is given up,
 * and what there is of it is kept but for a hundredth. Same question, same answer.
 *
 * Example: a goal of 0.8, one post of cost 40 whose value is 0.5, 0.75, 0.85, 0.9 with 1, 2, 3, 4 people: 3.
 */
export function leastCost(question: Question, from: Agents): LeastCost {
  const answers = new Answers(question);
  const most = answers.values(plentyOf(from));
  const now = answers.values(from);
  const within = question.goals.map((goal, place) =>
    reachable(goal, most[place] ?? null, now[place] ?? null),
  );
  const givenUp = new Set(
    within.flatMap((goal, place) => (goal < (question.goals[place]?.least ?? goal) ? [place] : [])),
  );
  const { agents: enough, goals } = raise(question, within, from, answers);
  let { agents, unfelt } = trim(question, goals, enough, answers);
  for (let exchanges = 0; exchanges < mostExchanges && !answers.isSpent; exchanges += 1) {
    const exchanged = exchange(question, goals, agents, answers);
    if (exchanged === null) break;
    ({ agents, unfelt } = trim(question, goals, exchanged, answers));
  }
  return { agents, givenUp, unfelt, asked: answers.asked, isStoppedEarly: answers.isSpent };
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
