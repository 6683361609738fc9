// A stretch of one replication as data for playback: the general engine runs up to its end and writes down what changes.
import type { PlaybackTrace } from '../measures/trace.ts';
import { failed, ok, type Result } from '../units/result.ts';
import type { CompiledModel } from './model/compiledModel.ts';
import { TraceJournal } from './model/traceJournal.ts';
import { simulateReplication } from './simulateReplication.ts';
import { engineVersion } from './version.ts';

export interface TraceWindow {
  readonly seed: number;
  readonly replication: number;
  readonly fromSeconds: number;
  /** The last instant that is told, itself included. */
  readonly toSeconds: number;
  /** Most events and contacts together. */
  readonly limit: number;
}

/** `traceOutside`: the window does not lie within the horizon. `traceTooLarge`: it would hold more than the limit. */
export interface TraceFailure {
  readonly code: 'traceOutside' | 'traceTooLarge';
  /** Where the horizon ends; where the limit was reached. */
  readonly atSeconds: number;
}

/**
 * The state at the start of the window and every event in it, in order. Work grows with the time up to the end of the
 * window, memory with the window. Errors: a window that is empty, begins at or after the end of the horizon, or holds too much.
 */
export function tracePlayback(
  model: CompiledModel,
  { seed, replication, fromSeconds, toSeconds, limit }: TraceWindow,
): Result<PlaybackTrace, TraceFailure> {
  const { horizonSeconds, axis } = model;
  // A horizon given in contacts ends at an arrival; the axis has room for nearly any.
  const foreseen = axis.absoluteIntervals * axis.intervalSeconds;
  if (fromSeconds < 0 || toSeconds < fromSeconds || fromSeconds >= horizonSeconds)
    return failed({ code: 'traceOutside', atSeconds: Math.min(horizonSeconds, foreseen) });
  const until = Math.min(toSeconds, horizonSeconds);
  const levels = new TraceJournal(model.teams.length, model.groups.length, fromSeconds, limit);
  simulateReplication(model, seed, replication, () => {}, {
    note: () => {},
    levels,
    untilSeconds: until,
  });
  const start = levels.start();
  if (levels.fullAtSeconds !== null)
    return failed({ code: 'traceTooLarge', atSeconds: levels.fullAtSeconds });
  return ok({
    engineVersion,
    planId: model.planId,
    planHash: model.planHash,
    seed,
    replication,
    fromSeconds,
    toSeconds: until,
    teams: model.teams.map(({ id }) => id),
    groups: model.groups.map(({ id, team }) => ({ id, team })),
    contacts: levels.contacts.map(({ classIndex, ordinal, generation }) => {
      const entry = model.classes[classIndex];
      const channel = entry === undefined ? undefined : model.channels[entry.channel];
      return { demand: entry?.id ?? '', channel: channel?.id ?? '', ordinal, generation };
    }),
    start,
    events: levels.changes,
  });
}
