// Numbers of a replication that follow from the plan and from how long it ran: how often the backlog was looked at, how
// much presence was planned. They are numerators and denominators like the places of a tally.
import type { CompiledModel } from '../model/compiledModel.ts';
import { scalar } from '../model/tallyLayout.ts';
import { presentSeconds } from './presentSeconds.ts';

export interface DerivedLayout {
  readonly samples: number;
  readonly presentSecondsAt: number;
  readonly size: number;
}

export function derivedLayout(model: CompiledModel): DerivedLayout {
  const presentSecondsAt = 1;
  return { samples: 0, presentSecondsAt, size: presentSecondsAt + model.teams.length };
}

/** The derived numbers of one replication. */
export function derivedNumbers(
  model: CompiledModel,
  layout: DerivedLayout,
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
  for (const { team, presence } of model.groups) {
    const at = layout.presentSecondsAt + team;
    derived[at] = (derived[at] as number) + presentSeconds(presence, start, end);
  }
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
