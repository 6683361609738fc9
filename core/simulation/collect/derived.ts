// Numbers of a replication that follow from the plan and from how long it ran: how often the backlog was looked at, how
// much presence was planned. They are numerators and denominators like the places of a tally.
import { secondsPerMonth } from '../compile/costs.ts';
import type { CompiledModel } from '../model/compiledModel.ts';
import { classCounter, classCounters, scalar, type TallyLayout } from '../model/tallyLayout.ts';
import { presentSeconds } from './presentSeconds.ts';

export interface DerivedLayout {
  readonly samples: number;
  readonly presentSecondsAt: number;
  /** By team, and by channel; 0 where the plan does not say. */
  readonly staffCostAt: number;
  readonly channelCostAt: number;
  /** Months of the counted time. */
  readonly months: number;
  /** Contacts that reached a channel; those of them that people or the assistant resolved. */
  readonly reached: number;
  readonly solved: number;
  /** By promise and channel: first attempts expected to reach people; 0 where the promise does not ask for them. */
  readonly expectedAt: number;
  readonly size: number;
}

export function derivedLayout(model: CompiledModel): DerivedLayout {
  let size = 0;
  const take = (count: number): number => {
    size += count;
    return size - count;
  };
  const places = {
    samples: take(1),
    presentSecondsAt: take(model.teams.length),
    staffCostAt: take(model.teams.length),
    channelCostAt: take(model.channels.length),
    months: take(1),
    reached: take(1),
    solved: take(1),
    expectedAt: take(model.promises.length * model.channels.length),
  };
  return { ...places, size };
}

/** The derived numbers of one replication. */
export function derivedNumbers(
  model: CompiledModel,
  layout: DerivedLayout,
  tally: TallyLayout,
  values: Float64Array,
): Float64Array {
  const derived = new Float64Array(layout.size);
  const end = values[scalar.horizonSeconds] as number;
  const start = end - (values[scalar.observedSeconds] as number);
  const { intervalSeconds, absoluteIntervals } = model.axis;
  for (let i = 0; i < absoluteIntervals && i * intervalSeconds < end; i += 1) {
    if (Math.min(end, (i + 1) * intervalSeconds) > start)
      derived[layout.samples] = (derived[layout.samples] as number) + 1;
  }
  const add = (at: number, amount: number): void => {
    derived[at] = (derived[at] as number) + amount;
  };
  model.groups.forEach(({ team, presence }, g) => {
    const present = presentSeconds(presence, start, end);
    add(layout.presentSecondsAt + team, present);
    const cost = model.costs.groups[g] ?? null;
    if (cost === null) return;
    add(layout.staffCostAt + team, cost.perPresentSecond * present + cost.perSecond * (end - start));
  });
  derived[layout.months] = (end - start) / secondsPerMonth;
  model.classes.forEach(({ channel }, c) => {
    const of = (counter: number): number => values[tally.classAt + c * classCounters + counter] as number;
    const reached = of(classCounter.offered) - of(classCounter.deflected);
    add(layout.reached, reached);
    add(layout.solved, of(classCounter.resolved) + of(classCounter.contained));
    add(layout.channelCostAt + channel, reached * (model.costs.channels[channel] ?? 0));
  });
  return derived;
}

/** How many intervals of the horizon, up to its end, stand for each reported interval. */
export function samplesByInterval(model: CompiledModel, values: Float64Array): Float64Array {
  const { axis } = model;
  const samples = new Float64Array(axis.intervals);
  const end = values[scalar.horizonSeconds] as number;
  for (let i = 0; i < axis.absoluteIntervals && i * axis.intervalSeconds < end; i += 1) {
    const into = axis.kind === 'week' ? (i + axis.firstWeekInterval) % axis.intervals : i;
    samples[into] = (samples[into] as number) + 1;
  }
  return samples;
}
