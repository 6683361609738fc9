// Which contacts a team of several groups may take, in which order, and what follows from it for a single event: the
// rules of a design, free of any way to solve it.

/** A design: kinds of contacts, groups of agents, and who takes what first. Rates per second. */
export interface SkillDesign {
  readonly arrivals: readonly number[];
  /** 1 / mean patience of each kind; 0: nobody leaves. */
  readonly leaving: readonly number[];
  readonly agents: readonly number[];
  /** `rates[kind][group]`: 1 / mean handling time; 0: the group does not take the kind. */
  readonly rates: readonly (readonly number[])[];
  /** The groups that a contact of a kind tries when it arrives, in order. */
  readonly groupsOf: readonly (readonly number[])[];
  /** The kinds that an agent of a group looks for when it is free, in order. */
  readonly kindsOf: readonly (readonly number[])[];
  /** How a free agent chooses: the first kind in its order that waits, or the kind with the longest queue. */
  readonly choice: 'byOrder' | 'longestQueue';
  /** A contact of this kind is begun only if more than so many agents of the group are idle at that moment. */
  readonly keptFree: readonly number[];
}

/** A state is a list of counts: busy agents for each pair that may occur, then the queue of each kind. */
export interface DesignStates {
  readonly pairs: readonly (readonly [kind: number, group: number])[];
  /** Where the queues begin. */
  readonly queuesAt: number;
  readonly length: number;
}

/** The places of the counts in a state of the design. */
export function statesOf(design: SkillDesign): DesignStates {
  const pairs = design.groupsOf.flatMap((_, kind) =>
    design.agents.flatMap((_, group) =>
      (design.rates[kind]?.[group] ?? 0) > 0 ? [[kind, group] as const] : [],
    ),
  );
  return { pairs, queuesAt: pairs.length, length: pairs.length + design.arrivals.length };
}

/**
 * Every event that may follow in a state: `happens(next state, rate)`; the queue of a kind never exceeds its limit.
 *
 * A contact begins with the first group in its order that has enough idle agents, else it waits; an agent that becomes
 * free takes one waiting contact as `choice` says. First come first served within a kind.
 */
export function eventsOf(
  design: SkillDesign,
  states: DesignStates,
  limits: readonly number[],
): (state: readonly number[], happens: (next: readonly number[], rate: number) => void) => void {
  const { pairs, queuesAt } = states;
  const pairAt = (kind: number, group: number): number =>
    pairs.findIndex(([k, g]) => k === kind && g === group);
  const places = design.arrivals.map((_, kind) => design.agents.map((_, group) => pairAt(kind, group)));
  const changed = (
    state: readonly number[],
    ...changes: readonly (readonly [number, number])[]
  ): number[] => {
    const next = [...state];
    for (const [at, by] of changes) next[at] = (next[at] ?? 0) + by;
    return next;
  };
  return (state, happens) => {
    const idle = idleOf(design, states, state);
    for (const [kind, rate] of design.arrivals.entries()) {
      const group = groupFor(design, idle, kind);
      const queue = state[queuesAt + kind] ?? 0;
      if (group !== undefined) happens(changed(state, [places[kind]?.[group] ?? 0, 1]), rate);
      else if (queue < (limits[kind] ?? 0)) happens(changed(state, [queuesAt + kind, 1]), rate);
      if (queue > 0 && (design.leaving[kind] ?? 0) > 0)
        happens(changed(state, [queuesAt + kind, -1]), queue * (design.leaving[kind] ?? 0));
    }
    for (const [place, [kind, group]] of pairs.entries()) {
      const busy = state[place] ?? 0;
      if (busy === 0) continue;
      const next = nextFor(design, group, (idle[group] ?? 0) + 1, (k) => state[queuesAt + k] ?? 0);
      const rate = busy * (design.rates[kind]?.[group] ?? 0);
      if (next === undefined) happens(changed(state, [place, -1]), rate);
      else happens(changed(state, [place, -1], [places[next]?.[group] ?? 0, 1], [queuesAt + next, -1]), rate);
    }
  };
}

/** Idle agents of each group. */
export function idleOf(design: SkillDesign, { pairs }: DesignStates, state: readonly number[]): number[] {
  const idle = [...design.agents];
  for (const [place, [, group]] of pairs.entries()) idle[group] = (idle[group] ?? 0) - (state[place] ?? 0);
  return idle;
}

/** The group that a new contact begins with, or undefined: it waits. */
export function groupFor(design: SkillDesign, idle: readonly number[], kind: number): number | undefined {
  return design.groupsOf[kind]?.find((group) => (idle[group] ?? 0) > (design.keptFree[kind] ?? 0));
}

/** The kind that an agent takes who makes `idle` agents of the group idle, or undefined: it stays idle. */
function nextFor(
  design: SkillDesign,
  group: number,
  idle: number,
  queueOf: (kind: number) => number,
): number | undefined {
  const waiting = (design.kindsOf[group] ?? []).filter(
    (kind) => queueOf(kind) > 0 && idle > (design.keptFree[kind] ?? 0),
  );
  if (design.choice === 'byOrder') return waiting[0];
  return waiting.reduce<number | undefined>(
    (best, kind) => (best === undefined || queueOf(kind) > queueOf(best) ? kind : best),
    undefined,
  );
}
