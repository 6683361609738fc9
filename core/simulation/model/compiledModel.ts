// The compiled model: a plan as dense numbers. Plain data (typed arrays, arrays, records), so that it can be sent to a
// worker as it is. All times are elapsed seconds from the start of the horizon; -1 stands for "none" in index fields.
import type { LawRow } from '../engine/laws.ts';
import type { Windows } from '../engine/openTime.ts';
import type { ClassModel, TriggerModel } from './classModel.ts';
import type { CostModel, GoalModel, OpinionModel } from './planFacts.ts';

export type { CallBackOffer, CallBackTries, ClassModel, TriggerModel } from './classModel.ts';

/** Where a contact of one class queues: at its home tier, at a named team, at the dispatcher. */
export interface StageModel {
  readonly classIndex: number;
  readonly homeTeam: number;
  readonly liveQueue: number;
  readonly deferredQueue: number;
  /** The same lines for contacts whose priority a trigger has raised; empty where none can be. */
  readonly raised: readonly {
    readonly priority: number;
    readonly liveQueue: number;
    readonly deferredQueue: number;
  }[];
  /** Triggers that hold while a contact waits here, in the order of the plan. */
  readonly triggers: readonly TriggerModel[];
  /** Stage of who accepts a call-back in the live line of this stage; -1: none is offered. */
  readonly callBackStage: number;
  readonly patienceLaw: number;
  readonly balkingShare: number;
  /** Dispatcher and wrong team: where the contact goes after the handling, whatever the outcome rules say. */
  readonly nextStage: number;
  readonly wrongTeamShare: number;
  readonly wrongTeamStages: readonly number[];
  /** Handling law of this stage instead of the team's own. */
  readonly handlingLaw: number;
}

export const outcomeKind = { escalated: 1, recognised: 2, otherDepartment: 3, toLead: 4 } as const;

export interface OutcomeRow {
  /** The outcome holds while the uniform is below this; the first bound of a pair is its resolved share. */
  readonly below: number;
  readonly kind: number;
  readonly stage: number;
  /** recognised: the short handling; otherDepartment: the turnaround. */
  readonly law: number;
  /** otherDepartment: the handling when the answer is back. */
  readonly handlingLaw: number;
  /** Overlap of a warm hand-over; -1: the hand-over is not warm. */
  readonly warmSeconds: number;
}

/** A class handled by a team. */
export interface PairModel {
  readonly handlingLaw: number;
  /** Mean handling over all outcomes: what a visit asks of the team, before proficiency. */
  readonly meanSeconds: number;
  readonly wrapUpShare: number;
  readonly resolvedBelow: number;
  readonly outcomes: readonly OutcomeRow[];
  readonly returnShare: number;
  readonly returnDelayLaw: number;
}

export interface QueueEntry {
  /** Seconds from queue entry until this entry may serve. */
  readonly afterSeconds: number;
  readonly groups: readonly number[];
}

export interface QueueModel {
  /** -1: internal work. */
  readonly channel: number;
  readonly live: boolean;
  readonly priority: number;
  readonly homeTeam: number;
  readonly order: 'entry' | 'firstArrival' | 'deadline';
  readonly entries: readonly QueueEntry[];
  /** Whether those in this line and those served from it hold a line or a waiting place of the channel. */
  readonly holdsPlace: boolean;
  /** Whether those in this line are counted in the waiting places of the home team. */
  readonly holdsTeamPlace: boolean;
  /** Queues of the same line, itself among them: others differ in the row of demand only. Asked by the offer of call-backs. */
  readonly sameLine: readonly number[];
  /** Index of the concurrency table, -1: one contact at a time. */
  readonly concurrency: number;
  /** The only class in this line, where a group asks who stands in it; -1: any. */
  readonly ofClass: number;
  /** How the home team chooses among the free agents of an entry (chats have a rule of their own). */
  readonly agentChoice: 'longestIdle' | 'fewestQueues' | 'random' | 'fixed';
  /** Whether a contact of this line that finds nobody free may take an agent from a preemptible one of lower rank. */
  readonly preempts: boolean;
  /** ... or from a deferred piece, in a group of the first entries whose deferred work is interruptible. */
  readonly interruptsDeferred: boolean;
}

/** A queue that a group serves; queues of one bucket are equal in rank and ordered by their order key. */
export interface GroupQueue {
  readonly queue: number;
  readonly afterSeconds: number;
  /** Rank of the line; for a group that looks at the longest queue first, the number of the queue in which it counts. */
  readonly bucket: number;
}

/** Agents who are new at the start of the horizon, and how their proficiency grows. */
export interface LearningCurve {
  readonly newShare: number;
  readonly startFactor: number;
  readonly seconds: number;
}

/** A step function of time: `agents[i]` from `timesSeconds[i]` until the next step. */
export interface Presence {
  readonly timesSeconds: Float64Array;
  readonly agents: Float64Array;
}

export interface GroupModel {
  readonly id: string;
  readonly team: number;
  readonly key0: number;
  readonly key1: number;
  readonly queues: readonly GroupQueue[];
  readonly reservedForLive: number;
  /** Named agents have their own duty windows; counts have interchangeable agents. */
  readonly named: boolean;
  readonly agents: number;
  readonly absenceShare: number;
  /** People planned to be present, before shrinkage and absence: steps of their number. */
  readonly presence: Presence;
  /** Proficiency by class. */
  readonly proficiency: Float64Array;
  /** null: nobody is new. */
  readonly learning: LearningCurve | null;
  /** A freed agent looks at the lines by rank, or first at the queue with most contacts that the agent may take. */
  readonly longestFirst: boolean;
  /** Rows of demand that the group can serve, for agentChoice `fewestQueues`. */
  readonly rowsServed: number;
  readonly deferredInterruptible: boolean;
  readonly resumedBySameAgent: boolean;
  /** What a busy agent does when the duty ends. */
  readonly leaving: 'finish' | 'handOver' | 'interrupt';
  /** Where a count drops, everybody on duty is equally likely to leave. */
  readonly randomLeavers: boolean;
}

export interface DutyEvents {
  readonly timeSeconds: Float64Array;
  /** Group, or -1 - channel for the closing of a channel that disconnects those waiting. */
  readonly group: Int32Array;
  /** Named agent within the group, -1 for a count; and how many agents come or leave together, from this one on. */
  readonly agent: Int32Array;
  readonly agents: Int32Array;
  /** New count, or 1 / 0 for named agents coming or leaving. */
  readonly value: Float64Array;
  /** Ordinal of the interval, for the keyed draws of counts. */
  readonly ordinal: Int32Array;
  /** Local day of the change from the first of the horizon, for absence. */
  readonly day: Int32Array;
  /** Named agents whom planned shrinkage leaves on duty by chance: that chance (1: certain), and the number of the assignment, its key; null: nobody. */
  readonly chance: Float64Array | null;
  readonly assignment: Int32Array | null;
}

export interface PromiseModel {
  readonly id: string;
  readonly clock: 'firstResponse' | 'resolution' | 'wait';
  readonly targetSeconds: number;
  readonly shareToAttain: number;
  readonly beginCounts: boolean;
  readonly abandoned: 'missed' | 'metWithinTarget' | 'leftOut';
  readonly blockedMissed: boolean;
  readonly turnedAwayMissed: boolean;
  readonly pausesInOtherDepartment: boolean;
  /** Attained over the attempts that are expected, not over those counted. */
  readonly ofExpected: boolean;
  /** The times of earlier attempts count too. */
  readonly cumulates: boolean;
  /** Calendar by class whose hours count; -1: elapsed time. */
  readonly calendarOfClass: Int32Array;
  readonly period: 'interval' | 'day' | 'week' | 'month' | 'horizon';
  /** Number of periods in which the promise is judged, and the period of each interval of the horizon; 0: as a whole. */
  readonly periods: number;
  readonly periodOfInterval: Int32Array;
  /** Whether the promise is about the class, and about the team (wait clock). */
  readonly ofClass: Uint8Array;
  readonly ofTeam: Uint8Array;
}

export interface ConcurrencyTable {
  readonly limit: number;
  /** f(n) at index n, f(0) = 0. */
  readonly speed: Float64Array;
  readonly fewestFirst: boolean;
}

export interface ModelAxis {
  readonly kind: 'horizon' | 'week';
  readonly intervalSeconds: number;
  /** Intervals that are reported. */
  readonly intervals: number;
  /** Intervals of the whole horizon, before folding. */
  readonly absoluteIntervals: number;
  /** Days from the plan's first weekday to the first day of the horizon. */
  readonly daysIntoWeek: number;
  /** For a folded axis: interval of the week in which the horizon starts. */
  readonly firstWeekInterval: number;
  readonly startDate: string;
  readonly timeZone: string;
  readonly dayStartsSeconds: readonly number[];
}

export interface NamedPart {
  readonly id: string;
}

export interface TeamModel extends NamedPart {
  readonly tier: number;
  readonly key0: number;
  readonly key1: number;
  readonly windows: number;
  /** Hand-overs to the team are not blocked. */
  readonly exemptsHandOvers: boolean;
  /** Limit on all who wait in the team's lines; infinity where there is none. */
  readonly waitingPlaces: number;
}

export interface CompiledModel {
  readonly planId: string;
  readonly planHash: string;
  readonly horizonSeconds: number;
  /** Arrivals after which the horizon ends, infinity where it is given in days. */
  readonly horizonContacts: number;
  readonly warmUpSeconds: number;
  readonly warmUpContacts: number;
  /** How long after the last counted arrival every promise is decided. */
  readonly decisionSeconds: number;
  readonly axis: ModelAxis;
  readonly busyDayShape: number;
  readonly days: number;
  readonly laws: readonly LawRow[];
  readonly classes: readonly ClassModel[];
  readonly stages: readonly StageModel[];
  /** Pair of class c and team t at c * teams + t. */
  readonly pairs: readonly (PairModel | null)[];
  readonly queues: readonly QueueModel[];
  readonly groups: readonly GroupModel[];
  readonly duty: DutyEvents;
  readonly concurrency: readonly ConcurrencyTable[];
  readonly channels: readonly {
    readonly id: string;
    readonly windows: number;
    readonly turnAway: boolean;
    readonly disconnects: boolean;
    /** Limit on contacts waiting, and on waiting plus in service; infinity where there is none. */
    readonly waitingPlaces: number;
    readonly lines: number;
  }[];
  readonly issueTypes: readonly NamedPart[];
  readonly tiers: readonly NamedPart[];
  readonly teams: readonly TeamModel[];
  readonly windows: readonly Windows[];
  readonly promises: readonly PromiseModel[];
  /** Whether a talk may be cut short and go on later: by preemption, by live work, by an agent who leaves. */
  readonly interrupts: boolean;
  /** Whether a contact can come to a team twice; then visits are counted. */
  readonly revisits: boolean;
  readonly costs: CostModel;
  readonly opinions: OpinionModel;
  readonly goals: readonly GoalModel[];
  readonly notYetSimulated: readonly {
    readonly path: readonly (string | number)[];
    readonly feature: string;
  }[];
}
