// How many people a team needs, interval by interval, as plain data.
import type { Basis } from './evaluation.ts';

/** Agents are those at work: after planned shrinkage and absence, unless they are called planned. Means over busy and quiet days. */
export interface RequiredInterval {
  /** Minutes since the local day began; where clocks do not change that day, the time of the day. */
  readonly startMinute: number;
  /** Whether the team is open in any part of it. */
  readonly isOpen: boolean;
  /** Contacts that come to the lines of the team, from customers, by return or from other teams. */
  readonly contacts: number;
  /** Load of live work, and of deferred work at the moment at which it comes. */
  readonly liveErlangs: number;
  readonly deferredErlangs: number;
  /** People planned to be present, and how many of them are on duty. */
  readonly plannedAgents: number;
  readonly agents: number;
  /** Sum of both parts, for live work by itself and more because of deferred work; null where no number keeps the promises. */
  readonly requiredAgents: number | null;
  readonly requiredForLive: number | null;
  readonly requiredForDeferred: number | null;
  /** People to be planned so that so many are at work; null also where nobody who is planned ever is. */
  readonly requiredPlannedAgents: number | null;
  /** Whether enough are on duty. */
  readonly isKept: boolean;
}

export interface RequiredDay {
  /** Local day of the horizon, from 0 on, and its Gregorian date, YYYY-MM-DD. */
  readonly day: number;
  readonly date: string;
  readonly intervals: readonly RequiredInterval[];
  /** Hours of people; the last is null where the number of any interval is. */
  readonly plannedHours: number;
  readonly presentHours: number;
  readonly requiredHours: number | null;
}

/**
 * What a team needs so that the promises that rest on it are kept: live ones in each interval by itself, with everybody else as
 * planned; deferred ones over the days asked for, by the same number more in all hours in which the team is open, and where live
 * contacts would wait behind deferred work by so many more that they do not.
 */
export interface Requirement {
  readonly team: string;
  readonly planHash: string;
  readonly intervalSeconds: number;
  readonly promises: readonly { readonly id: string; readonly isDeferred: boolean }[];
  readonly basis: Basis;
  readonly days: readonly RequiredDay[];
}
