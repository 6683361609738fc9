// A stretch of a replication, fetched piece by piece: a busy hour is as large as a quiet day.
import { useEffect, useState } from 'react';
import type { Failure, Reply } from '../../core/contract/failures.ts';
import type { PlaybackTrace } from '../../core/measures/trace.ts';
import { useSession } from './SessionProvider.tsx';
import type { TraceWish } from './traceSlice.ts';

export interface Stretch {
  /** The content of the plan. */
  readonly planHash: string;
  readonly seed: number;
  readonly replication: number;
  readonly fromSeconds: number;
  readonly toSeconds: number;
  /** Most events in all; what lies behind them is not fetched. */
  readonly mostEvents: number;
}

export interface Traces {
  /** One after another, without a gap. */
  readonly traces: readonly PlaybackTrace[];
  readonly isComplete: boolean;
  readonly failure: Failure | null;
}

const firstPiece = 4 * 3600;
const usualEvents = 20_000;
const mostOfPiece = 60_000;
const secondsPerHour = 3600;
const none: Traces = { traces: [], isComplete: false, failure: null };

/** The traces of a stretch as far as they have come; null asks for nothing. */
export function useTraces(stretch: Stretch | null): Traces {
  const ask = useSession((session) => session.askTrace);
  const [traces, setTraces] = useState<Traces>(none);
  const key = stretch === null ? '' : JSON.stringify(stretch);
  useEffect(() => {
    setTraces(none);
    if (key === '') return;
    let isWanted = true;
    void fetchTraces(ask, JSON.parse(key) as Stretch, (state) => {
      if (isWanted) setTraces(state);
      return isWanted;
    });
    return () => {
      isWanted = false;
    };
  }, [key, ask]);
  return traces;
}

/** `tell` answers false when nobody wants to know any more. */
export async function fetchTraces(
  ask: (wish: TraceWish) => Promise<Reply<PlaybackTrace>>,
  { seed, replication, fromSeconds, toSeconds, mostEvents }: Stretch,
  tell: (traces: Traces) => boolean,
): Promise<void> {
  const traces: PlaybackTrace[] = [];
  let from = fromSeconds;
  let piece = firstPiece;
  let events = 0;
  while (from < toSeconds && events < mostEvents) {
    const to = Math.min(toSeconds, from + piece);
    const wish = { seed, replication, fromSeconds: from, toSeconds: to, limit: mostOfPiece };
    const reply = await ask(wish);
    if (!reply.ok) {
      const fullAt = tooLargeAt(reply.failure);
      if (fullAt !== null && piece > 1) {
        // What fits, and a little less; the instant of the refusal is told in hours.
        piece = Math.max(1, Math.min(piece / 2, 0.9 * (fullAt - from)));
        if (tell({ traces: [...traces], isComplete: false, failure: null })) continue;
        return;
      }
      tell({ traces: [...traces], isComplete: true, failure: traces.length > 0 ? null : reply.failure });
      return;
    }
    traces.push(reply.value);
    events += reply.value.events.length;
    // The horizon may end before the stretch does.
    const reached = Math.min(to, reply.value.toSeconds);
    const isOver = reached < to || reached >= toSeconds || events >= mostEvents;
    from = isOver ? toSeconds : to;
    piece *= Math.min(4, Math.max(0.5, usualEvents / Math.max(1, reply.value.events.length)));
    if (!tell({ traces: [...traces], isComplete: isOver, failure: null })) return;
  }
}

const tooLargeAt = ({ code, params }: Failure): number | null =>
  code === 'traceTooLarge' && typeof params.hours === 'number' ? params.hours * secondsPerHour : null;
