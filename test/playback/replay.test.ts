// What a player shows against the trace itself: random plans, random instants, forwards and backwards.
import { describe, expect, it } from 'vitest';
import type { PlaybackTrace } from '../../core/measures/trace.ts';
import { kindOf, teamOf } from '../../core/playback/places.ts';
import { Replay } from '../../core/playback/replay.ts';
import { tracePlayback } from '../../core/simulation/index.ts';
import { compiledPlan } from '../support/compiledPlan.ts';
import { randomPlan } from '../support/randomPlans.ts';
import { apply, type Replayed, startOf } from '../support/replayTrace.ts';

const traceOf = (seed: number): PlaybackTrace => {
  const model = compiledPlan(randomPlan(seed, 300).input);
  const toSeconds = model.horizonSeconds;
  const whole = tracePlayback(model, { seed, replication: 0, fromSeconds: 0, toSeconds, limit: 200_000 });
  if (!whole.ok) throw new Error(JSON.stringify(whole.failure));
  // Begins in the midst, so that there is a state at the start; a period given in contacts ends with the last event.
  const end = whole.value.events.at(-1)?.[1] ?? 0;
  const fromSeconds = end * 0.2;
  const trace = tracePlayback(model, { seed, replication: 0, fromSeconds, toSeconds: end, limit: 200_000 });
  if (!trace.ok) throw new Error(JSON.stringify(trace.failure));
  return trace.value;
};

/** The state by going through all events from the start, by another hand. */
function plain(trace: PlaybackTrace, atSeconds: number): Replayed {
  const state = startOf(trace);
  for (const event of trace.events) {
    if (event[1] > atSeconds) break;
    apply(state, event);
  }
  return state;
}

const busyByGroup = (trace: PlaybackTrace, { busy }: Replayed): number[] => {
  const counts = trace.groups.map(() => 0);
  for (const agent of busy) {
    const group = Number(agent.split('/')[0]);
    counts[group] = (counts[group] ?? 0) + 1;
  }
  return counts;
};

/** In no order that follows the time. */
const instants = (from: number, to: number, count: number): number[] =>
  Array.from({ length: count }, (_, i) => from + ((to - from) * ((i * 37) % count)) / (count - 1));

describe.each(Array.from({ length: 12 }, (_, i) => i + 1))('the replay of random plan %i', (seed) => {
  const trace = traceOf(seed);

  it('shows at any instant the lines, the people and the contacts of the trace', () => {
    const replay = new Replay(trace, 64);
    const atEvents = trace.events.filter((_, i) => i % 97 === 0).map(([, at]) => at);
    const times = [...instants(trace.fromSeconds, trace.toSeconds, 41), ...atEvents.slice(0, 40)];
    for (const at of times) {
      replay.seek(at);
      const state = plain(trace, at);
      expect([...replay.waiting]).toEqual(state.waiting);
      expect([...replay.onDuty]).toEqual(state.onDuty);
      expect([...replay.busy]).toEqual(busyByGroup(trace, state));
      expect([...replay.present].sort((a, b) => a - b)).toEqual(
        [...state.inFlight.keys()].sort((a, b) => a - b),
      );
      for (const [contact, [step]] of state.inFlight) expect(replay.stepOf(contact)).toBe(step);
    }
  });

  it('draws as many contacts in the lines as wait there', () => {
    const replay = new Replay(trace, 64);
    for (const at of instants(trace.fromSeconds, trace.toSeconds, 60)) {
      replay.seek(at);
      const drawn = [...replay.present].filter((one) => kindOf(replay.places[one] ?? 0) === 'line');
      expect(drawn.length).toBe(replay.waiting.reduce((sum, count) => sum + count, 0));
      for (const one of drawn) expect(teamOf(replay.places[one] ?? 0)).toBeLessThan(trace.teams.length);
    }
  });

  it('knows who has left of late', () => {
    const replay = new Replay(trace, 64);
    const [from, to] = [trace.fromSeconds, trace.toSeconds];
    for (const at of instants(from, to, 9)) {
      replay.seek(at);
      const since = at - (to - from) / 20;
      const told = trace.events.flatMap((event) =>
        event[0] === 'gone' && event[1] > since && event[1] <= at ? [event[2]] : [],
      );
      expect(replay.goneSince(since).map(({ contact }) => contact)).toEqual(told);
    }
  });
});
