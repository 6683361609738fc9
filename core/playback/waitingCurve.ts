// How many wait over the time of a trace, and the moment when most do.
import type { PlaybackTrace } from '../measures/trace.ts';

export interface Moment {
  readonly atSeconds: number;
  readonly waiting: number;
}

/** The first instant with the most contacts in all lines together; null where nobody ever waits. */
export function worstMoment(traces: readonly PlaybackTrace[]): Moment | null {
  let worst: Moment = { atSeconds: 0, waiting: 0 };
  for (const { fromSeconds, waiting } of levelsOf(traces))
    if (waiting > worst.waiting) worst = { atSeconds: fromSeconds, waiting };
  return worst.waiting === 0 ? null : worst;
}

/**
 * The most contacts in line in each of `bins` equal parts of a period; null where no trace tells of it. A level counts in
 * every part that it lasts into. Example: three in line from 0 to 90 s, none after, in four parts of 60 s: 3, 3, 0, 0.
 */
export function waitingCurve(
  traces: readonly PlaybackTrace[],
  fromSeconds: number,
  toSeconds: number,
  bins: number,
): readonly (number | null)[] {
  const curve = new Array<number | null>(bins).fill(null);
  const width = (toSeconds - fromSeconds) / bins;
  for (const level of levelsOf(traces)) {
    const first = Math.max(0, Math.floor((level.fromSeconds - fromSeconds) / width));
    const last = Math.min(bins - 1, Math.ceil((level.toSeconds - fromSeconds) / width) - 1);
    for (let bin = first; bin <= last; bin += 1) curve[bin] = Math.max(curve[bin] ?? 0, level.waiting);
  }
  return curve;
}

interface Level {
  readonly fromSeconds: number;
  readonly toSeconds: number;
  readonly waiting: number;
}

function* levelsOf(traces: readonly PlaybackTrace[]): Generator<Level> {
  for (const { start, events, ...trace } of traces) {
    const byTeam = [...start.waiting];
    let waiting = byTeam.reduce((sum, count) => sum + count, 0);
    let since = trace.fromSeconds;
    for (const event of events) {
      if (event[0] !== 'queue') continue;
      if (event[1] > since) yield { fromSeconds: since, toSeconds: event[1], waiting };
      since = event[1];
      waiting += event[3] - (byTeam[event[2]] ?? 0);
      byTeam[event[2]] = event[3];
    }
    yield { fromSeconds: since, toSeconds: Math.max(since, trace.toSeconds), waiting };
  }
}
