// What looks on while a plan is calculated by formula, so that a number can be traced to what each line of contacts met. An
// answer that nobody asks to explain has no witness and pays nothing for it.
import type { Front } from './front.ts';
import type { StationInput, StationOutcome } from './station.ts';
import type { WalkState } from './walk.ts';

/** A live line in one step: what its station was asked and what it answered. */
export interface LiveSeen {
  readonly step: number;
  readonly line: number;
  readonly set: number;
  readonly input: StationInput;
  /** Of the station, before chats thin it. */
  readonly outcome: StationOutcome;
  /** How much of the station's waiting is left where agents hold several chats; 1 elsewhere. */
  readonly full: number;
  /** How much longer than the mean of its station the line waits, by its rank. */
  readonly factor: number;
}

/** What became of the contacts of a live line in one step: shares of those who came, seconds on average. */
export interface CountedSeen {
  readonly step: number;
  readonly line: number;
  readonly came: number;
  readonly left: number;
  readonly answered: number;
  readonly blocked: number;
  readonly wait: number;
  readonly answerWait: number;
}

/** A promise of a live line in one step, as shares of those who came; where an assistant took some of the time, part by part. */
export interface PromisedSeen {
  readonly step: number;
  readonly line: number;
  readonly promise: number;
  readonly weight: number;
  /** Not answered within the target where no rank changes the wait. */
  readonly late: number;
  readonly inTime: number;
  readonly counted: number;
  readonly met: number;
}

/** A line that works through a backlog, in one step. */
export interface WaitingSeen {
  readonly step: number;
  readonly line: number;
  readonly before: number;
  readonly came: number;
  /** Agents of its groups, and the agent-seconds that they have left for it. */
  readonly agents: number;
  readonly room: number;
  /** Agent-seconds that it uses, contacts that begin. */
  readonly used: number;
  readonly begun: number;
  /** Who waits by chance all the same, and how long. */
  readonly late: { readonly share: number; readonly seconds: number };
}

/** Part of a backlog that begins in a step. */
export interface BegunSeen {
  readonly step: number;
  readonly line: number;
  readonly cameInStep: number;
  readonly contacts: number;
  readonly waitSeconds: number;
  /** By promise of the line, in its order: the share of them that is in time. */
  readonly kept: readonly number[];
}

/** What wants to know only when time goes on. */
export interface Onlooker {
  /** A walk through time begins: of a day with this factor, which counts with this weight. */
  begin(state: WalkState, front: Front, factor: number, weight: number): void;
  /** A step of a unit has ended, which has these lines; units come one after the other, each with all its steps. */
  ended(step: number, lines: readonly number[]): void;
}

export interface Witness extends Onlooker {
  live(seen: LiveSeen): void;
  promised(seen: PromisedSeen): void;
  counted(seen: CountedSeen): void;
  waiting(seen: WaitingSeen): void;
  begun(seen: BegunSeen): void;
  /** So many handlings of a line end in a step. */
  handled(step: number, line: number, contacts: number): void;
}
