// A stretch of one replication for playback: the state at its start, then every change in order. Plain data, the same on
// the wire, in a file, on a screen; replaying the events from the start gives the state at any instant.

/** `where` of a step: team of the line for `wait`, group for `answer`, `interrupted` and `talkEnd`, -1 otherwise. */
export type TraceEvent =
  /** The lines of a team now hold so many. */
  | readonly [kind: 'queue', atSeconds: number, team: number, waiting: number]
  /** So many of a group are now on duty. */
  | readonly [kind: 'duty', atSeconds: number, group: number, onDuty: number]
  /** An agent without work takes up work; an agent's work is done. */
  | readonly [kind: 'begin' | 'end', atSeconds: number, group: number, agent: number]
  /** A step of a contact's journey. */
  | readonly [kind: 'step', atSeconds: number, contact: number, step: string, where: number]
  /** A contact has left the system. */
  | readonly [kind: 'gone', atSeconds: number, contact: number];

export interface TraceContact {
  /** Row of demand. */
  readonly demand: string;
  readonly channel: string;
  /** Number of the first arrival in its row; 0 generations: the first arrival, 1: its first return ... */
  readonly ordinal: number;
  readonly generation: number;
}

export interface PlaybackTrace {
  readonly engineVersion: string;
  readonly planId: string;
  readonly planHash: string;
  readonly seed: number;
  readonly replication: number;
  readonly fromSeconds: number;
  readonly toSeconds: number;
  /** Ids; events name teams, groups and contacts by their places in these lists. */
  readonly teams: readonly string[];
  readonly groups: readonly { readonly id: string; readonly team: number }[];
  /** Every contact that is in the system at the start or appears later. */
  readonly contacts: readonly TraceContact[];
  /** Just before the first event. */
  readonly start: {
    /** By team. */
    readonly waiting: readonly number[];
    /** By group. */
    readonly onDuty: readonly number[];
    readonly busy: readonly {
      readonly group: number;
      readonly agent: number;
      readonly sinceSeconds: number;
    }[];
    readonly inFlight: readonly {
      readonly contact: number;
      readonly step: string;
      readonly where: number;
      readonly sinceSeconds: number;
    }[];
  };
  readonly events: readonly TraceEvent[];
}
