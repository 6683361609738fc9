// What a search for the least costly numbers is given, and what it remembers of its answers.

/** A number that may change: one of the places where a group's plan counts people. */
export interface Post {
  readonly group: string;
  /** In the order of `agentsOf`. */
  readonly place: number;
  /** Of one more, above 0: money in a month, or hours in a week. */
  readonly cost: number;
}

/** Numbers on duty, in the order of the posts. */
export type Agents = readonly number[];

/** What comes of numbers on duty, more being better, in the order of the goals; null where it is not known. */
export type Values = readonly (number | null)[];

/** What a value must come to; -Infinity: anything will do. */
export interface Goal {
  readonly asked: number;
  /** What it must come to if it cannot be what is asked: below that the goal is given up. */
  readonly least: number;
  /** Held to on the way, but not what the search is for: a post that nothing else feels is left as it is. */
  readonly isGuard?: true;
}

export interface Question {
  readonly posts: readonly Post[];
  readonly goals: readonly Goal[];
  readonly ask: (agents: Agents) => Values;
  /** What the numbers cost as a whole: people are employed whole, so that it is not the sum of the posts. */
  readonly total: (agents: Agents) => number;
  /** Answers that may be asked for. */
  readonly most: number;
}

/** Values nearer than this are the same. */
export const nothing = 1e-9;

/** Asks each question once, however many searches want to know, and in each search no more than may be asked. */
export class Answers {
  readonly #known = new Map<string, Values>();
  readonly #ask: Question['ask'];
  #asked = 0;
  #until = 0;

  constructor(ask: Question['ask']) {
    this.#ask = ask;
  }

  get asked(): number {
    return this.#asked;
  }

  /** From here on so many may be asked. */
  allow(most: number): void {
    this.#until = this.#asked + most;
  }

  /** Nothing new may be asked. */
  get isSpent(): boolean {
    return this.#asked >= this.#until;
  }

  values(agents: Agents): Values {
    const key = agents.join(' ');
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    this.#asked += 1;
    const values = this.#ask(agents);
    this.#known.set(key, values);
    return values;
  }

  /** How far each value is above its goal; below 0: short of it. */
  slack(agents: Agents, goals: readonly number[]): number[] {
    const values = this.values(agents);
    return goals.map((goal, place) => {
      const value = values[place] ?? null;
      return value === null || goal === Number.NEGATIVE_INFINITY ? Number.POSITIVE_INFINITY : value - goal;
    });
  }
}

/** The numbers with so many more at one post; never below 0. */
export const withMore = (agents: Agents, post: number, more: number): Agents =>
  agents.map((now, place) => (place === post ? Math.max(0, now + more) : now));

export const isKept = (slack: readonly number[]): boolean => slack.every((value) => value >= -nothing);
