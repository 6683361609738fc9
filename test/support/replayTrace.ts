// Replays a trace step by step, as a screen would, and refuses what cannot be.
import type { PlaybackTrace, TraceEvent } from '../../core/measures/trace.ts';

export interface Replayed {
  readonly waiting: number[];
  readonly onDuty: number[];
  /** Agents at work, as `group/agent`. */
  readonly busy: Set<string>;
  /** Last step and its place, by contact in flight. */
  readonly inFlight: Map<number, readonly [step: string, where: number]>;
}

export function startOf({ start }: PlaybackTrace): Replayed {
  return {
    waiting: [...start.waiting],
    onDuty: [...start.onDuty],
    busy: new Set(start.busy.map(({ group, agent }) => `${group}/${agent}`)),
    inFlight: new Map(start.inFlight.map(({ contact, step, where }) => [contact, [step, where] as const])),
  };
}

/** Applies one event; throws where the state does not allow it. */
export function apply(state: Replayed, event: TraceEvent): void {
  const refuse = (why: string): never => {
    throw new Error(`${JSON.stringify(event)}: ${why}`);
  };
  switch (event[0]) {
    case 'queue': {
      const [, , team, waiting] = event;
      if (waiting < 0 || Math.abs(waiting - (state.waiting[team] ?? Number.NaN)) !== 1) refuse('not by one');
      state.waiting[team] = waiting;
      break;
    }
    case 'duty': {
      const [, , group, onDuty] = event;
      if (onDuty < 0 || Math.abs(onDuty - (state.onDuty[group] ?? Number.NaN)) !== 1) refuse('not by one');
      state.onDuty[group] = onDuty;
      break;
    }
    case 'begin':
    case 'end': {
      const agent = `${event[2]}/${event[3]}`;
      if (event[0] === 'begin') {
        if (state.busy.has(agent)) refuse('is at work already');
        state.busy.add(agent);
      } else if (!state.busy.delete(agent)) refuse('was not at work');
      break;
    }
    case 'step':
      // A raised priority changes nothing about where the contact is.
      if (event[3] !== 'priorityRaised') state.inFlight.set(event[2], [event[3], event[4]]);
      break;
    case 'gone':
      if (!state.inFlight.delete(event[2])) refuse('was not there');
  }
}

/** Replays everything and calls `between` with each stretch of time in which nothing changes. */
export function replay(
  trace: PlaybackTrace,
  between: (state: Replayed, fromSeconds: number, toSeconds: number) => void,
): Replayed {
  const state = startOf(trace);
  let now = trace.fromSeconds;
  for (const event of trace.events) {
    const [, at] = event;
    if (at < now) throw new Error(`${JSON.stringify(event)} comes after ${now} s`);
    if (at > now) between(state, now, at);
    now = at;
    apply(state, event);
  }
  if (trace.toSeconds > now) between(state, now, trace.toSeconds);
  return state;
}
