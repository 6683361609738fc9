// The journal of a replication: what happened to each contact, step by step, for playback on a screen and for tests
// that compare journeys one by one. A replication without a journal pays one comparison a step.

export const journeySteps = [
  'arrive',
  'deflected',
  'channel',
  'contained',
  'bounced',
  'turnedAway',
  'blocked',
  'balked',
  'wait',
  'answer',
  'interrupted',
  'talkEnd',
  'abandon',
  'disconnected',
  'redial',
  'escalated',
  'toLead',
  'otherDepartment',
  'resolved',
  'returns',
  'callBackAccepted',
  'tried',
  'callBackFailed',
  'unreached',
  'priorityRaised',
  'moved',
  'held',
  'released',
] as const;
export type JourneyStep = (typeof journeySteps)[number];

export interface JournalEntry {
  readonly atSeconds: number;
  /** Row of demand; behind the rows the entries of the starting backlog. A call-back keeps that of its row. */
  readonly classIndex: number;
  readonly ordinal: number;
  /** 0 for the first arrival, 1 for its first return or bounce ... */
  readonly generation: number;
  readonly step: JourneyStep;
  /**
   * Team of the line for `wait`, new home team for `moved`; group of the agent for `answer`, `interrupted`, `talkEnd`,
   * `tried`, `callBackFailed`, `held` and `released`; -1 otherwise.
   */
  readonly where: number;
}

/** Changes of what stands in lines and of who is on duty and at work, and the steps of contacts by their slot. */
export interface Levels {
  queue(atSeconds: number, team: number, change: number): void;
  duty(atSeconds: number, group: number, onDuty: number): void;
  busy(atSeconds: number, group: number, agent: number, begins: boolean): void;
  step(
    atSeconds: number,
    slot: number,
    classIndex: number,
    ordinal: number,
    generation: number,
    step: JourneyStep,
    where: number,
  ): void;
  gone(atSeconds: number, slot: number): void;
}

export interface Journal {
  note(entry: JournalEntry): void;
  /** For playback; the steps then go there and not to `note`. */
  readonly levels?: Levels;
  /** Nothing later is asked for: the replication may stop there, and its tally then says nothing. */
  readonly untilSeconds?: number;
}

/** A journal that keeps the entries of a window of time. */
export class WindowJournal implements Journal {
  readonly entries: JournalEntry[] = [];
  private readonly fromSeconds: number;
  private readonly toSeconds: number;

  constructor(fromSeconds = 0, toSeconds = Number.POSITIVE_INFINITY) {
    this.fromSeconds = fromSeconds;
    this.toSeconds = toSeconds;
  }

  note(entry: JournalEntry): void {
    if (entry.atSeconds >= this.fromSeconds && entry.atSeconds <= this.toSeconds) this.entries.push(entry);
  }
}
