// First attempts that a plan expects to reach its people: the denominator of promises that ask for it. Neither redials
// nor returns; less those that self-service or the assistant is expected to keep.
import type { ClassModel, CompiledModel } from '../model/compiledModel.ts';
import { scalar } from '../model/tallyLayout.ts';

/** Share of a class's arrivals that people are expected to see. */
export const shareToPeople = (entry: ClassModel): number =>
  (1 - entry.selfServiceTried * entry.selfServiceDeflected) *
  (1 - entry.assistantShare * (1 - entry.assistantHandedOver));

/** Adds the expected attempts of a class between two instants to the intervals of the horizon. */
function addExpected(
  entry: ClassModel,
  length: number,
  from: number,
  to: number,
  add: (interval: number, contacts: number) => void,
): void {
  const share = shareToPeople(entry);
  for (const instant of entry.arrivalsSeconds ?? []) {
    if (instant >= from && instant < to) add(Math.floor(instant / length), share);
  }
  addMeanArrivals(entry, length, from, to, (interval, contacts) => add(interval, share * contacts));
}

/** Adds the mean number of arrivals of a class that has a rate, between two instants, to the intervals of the horizon. */
export function addMeanArrivals(
  entry: ClassModel,
  length: number,
  from: number,
  to: number,
  add: (interval: number, contacts: number) => void,
): void {
  if (entry.segments === null) return;
  const { startsSeconds, ratePerSecond } = entry.segments;
  for (let k = 0; k < ratePerSecond.length; k += 1) {
    const rate = ratePerSecond[k] as number;
    let start = Math.max(from, startsSeconds[k] as number);
    const end = Math.min(to, startsSeconds[k + 1] as number);
    while (rate > 0 && start < end) {
      const interval = Math.floor(start / length);
      const stop = Math.min(end, (interval + 1) * length);
      add(interval, rate * (stop - start));
      start = stop;
    }
  }
}

/**
 * Expected attempts by channel and by reported interval, for the classes of one promise, over the counted time of a
 * replication. Worked example: 60 calls an hour for a day, a tenth of them kept by self-service: 1296.
 */
export function expectedOffered(
  model: CompiledModel,
  promise: number,
  values: Float64Array,
): { readonly byChannel: Float64Array; readonly byInterval: Float64Array } {
  const { axis } = model;
  const byChannel = new Float64Array(model.channels.length);
  const byInterval = new Float64Array(axis.intervals);
  const end = values[scalar.horizonSeconds] as number;
  const start = end - (values[scalar.observedSeconds] as number);
  model.classes.forEach((entry, c) => {
    if (model.promises[promise]?.ofClass[c] !== 1) return;
    addExpected(entry, axis.intervalSeconds, start, end, (interval, contacts) => {
      const into = axis.kind === 'week' ? (interval + axis.firstWeekInterval) % axis.intervals : interval;
      byInterval[into] = (byInterval[into] as number) + contacts;
      byChannel[entry.channel] = (byChannel[entry.channel] as number) + contacts;
    });
  });
  return { byChannel, byInterval };
}
