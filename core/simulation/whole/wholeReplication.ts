// A replication by the kernel of the whole model, from its first event until every counted promise is decided: the same bytes as
// by the general engine.
import { EndlessInstant } from '../endlessInstant.ts';
import { unitSampler } from '../engine/arrivalProcess.ts';
import type { CompiledModel } from '../model/compiledModel.ts';
import { decisionSeconds } from '../model/decisionSeconds.ts';
import { lawSamplerOf } from '../model/lawSamplers.ts';
import { growthStartOf, isGrowthWeekly } from '../model/queueGrowth.ts';
import { backlogInOrder } from '../model/startingBacklog.ts';
import { scalar } from '../model/tallyLayout.ts';
import { TimeSeries } from '../model/timeSeries.ts';
import { layModel } from './layModel.ts';
import type { ModelPlaces } from './modelPlaces.ts';
import { addPromises } from './promiseTally.ts';
import { seriesRow, stateRow } from './rowPlaces.ts';
import { stateAt } from './stateAt.ts';
import { type WholeMemory, wholeMemory } from './wholeMemory.ts';

const toReport = 1;
const isEndless = 2;

/**
 * The tally of a replication and its arrivals; null where there is no kernel, and the general engine has to do it. Errors:
 * EndlessInstant, GrowthExceeded.
 */
export function wholeReplication(
  model: CompiledModel,
  seed: number,
  replication: number,
  onProgress: (fractionOfHorizon: number) => void,
  into?: Float64Array,
): { readonly values: Float64Array; readonly contacts: number } | null {
  const memory = wholeMemory();
  if (memory === null) return null;
  const places = layModel(memory, model, seed, replication);
  const sampler = lawSamplerOf(model);
  memory.questions = {
    sampleSlowly: (law, k0, k1, ordinal) =>
      law < 0 ? unitSampler.sampleAt(0, k0, k1, ordinal) : sampler.sampleAt(law, k0, k1, ordinal),
    decisionSeconds: (from) => decisionSeconds(model.promises, model.windows, from),
    endMoved: (end) => {
      new Int32Array(memory.buffer)[(stateAt + stateRow.memoryEnd) >> 2] = end;
    },
  };
  const { kernel } = memory;
  kernel.begin();
  model.groups.forEach((group, g) => {
    if (group.named) kernel.addAgents(places.groupAt(g), group.agents);
  });
  for (const { c, ordinal, entered } of backlogInOrder(model)) {
    const stage = model.classes[c]?.backlog?.stage ?? -1;
    kernel.placeBacklog(places.classAt(c), places.stageAt(stage), ordinal, entered);
  }
  kernel.start();
  let why = kernel.run();
  for (; why === toReport; why = kernel.run()) onProgress(progressOf(memory, model));
  if (why === isEndless) throw new EndlessInstant(numberOf(memory, stateRow.now));
  kernel.close();
  return { values: tallyOf(memory, places, into), contacts: numberOf(memory, stateRow.arrived) };
}

const numberOf = (memory: WholeMemory, field: number): number =>
  new Float64Array(memory.buffer)[(stateAt + field) >> 3] as number;

function progressOf(memory: WholeMemory, { horizonContacts }: CompiledModel): number {
  return horizonContacts === Number.POSITIVE_INFINITY
    ? Math.min(1, numberOf(memory, stateRow.now) / numberOf(memory, stateRow.stopTime))
    : Math.min(1, numberOf(memory, stateRow.arrived) / horizonContacts);
}

/** The tally, with what the kernel does not count itself. */
function tallyOf(memory: WholeMemory, places: ModelPlaces, into?: Float64Array): Float64Array {
  const { layout, model } = places;
  const values = into ?? new Float64Array(layout.size);
  values.set(new Float64Array(memory.buffer, places.values, layout.size));
  const horizonEnd = numberOf(memory, stateRow.horizonEnd);
  const warmStart = numberOf(memory, stateRow.warmStart);
  const end = Math.min(horizonEnd, numberOf(memory, stateRow.now));
  const columnOf = new Int32Array(memory.buffer, places.columnOf, model.axis.absoluteIntervals);
  addPromises(memory.buffer, places, values, columnOf);
  foldLate(memory, places, values, columnOf, end);
  const { absoluteIntervals, intervalSeconds } = model.axis;
  for (let i = 0; i < absoluteIntervals; i += 1) {
    const seconds = Math.min(end, (i + 1) * intervalSeconds) - i * intervalSeconds;
    if (seconds <= 0) break;
    const at = layout.exposureAt + (columnOf[i] as number);
    values[at] = (values[at] as number) + seconds;
  }
  values[scalar.observedSeconds] = Math.max(0, end - Math.min(warmStart, end));
  const growthStart = growthStartOf(model, warmStart);
  values[scalar.growthSeconds] = Math.max(0, end - Math.min(growthStart, end));
  values[scalar.growthIsWeekly] = isGrowthWeekly(warmStart, growthStart, end) ? 1 : 0;
  values[scalar.contacts] = numberOf(memory, stateRow.arrived);
  values[scalar.horizonSeconds] = end;
  values[scalar.events] = numberOf(memory, stateRow.events);
  return values;
}

/** Lines of which all intervals have been kept: teams first, then classes. */
function foldLate(
  memory: WholeMemory,
  places: ModelPlaces,
  values: Float64Array,
  columnOf: Int32Array,
  end: number,
): void {
  const ints = new Int32Array(memory.buffer);
  if (ints[(stateAt + stateRow.looksLate) >> 2] === 0) return;
  const { layout, model } = places;
  const { absoluteIntervals, intervals, intervalSeconds } = model.axis;
  const parts = [
    { rows: model.teams.length, first: places.teamSeriesAt(0, 0), at: layout.teamQueueSeriesAt },
    { rows: model.classes.length, first: places.classSeriesAt(0), at: layout.classQueueSeriesAt },
  ];
  for (const { rows, first, at } of parts) {
    const sumsAt = ints[(first + seriesRow.sums) >> 2] as number;
    const carryAt = ints[(first + seriesRow.carry) >> 2] as number;
    const sums = new TimeSeries(
      rows,
      absoluteIntervals,
      intervalSeconds,
      new Float64Array(memory.buffer, sumsAt, rows * absoluteIntervals),
      new Float64Array(memory.buffer, carryAt, rows * (absoluteIntervals + 1)),
    ).finish(end);
    for (let i = 0; i < absoluteIntervals; i += 1) {
      for (let row = 0; row < rows; row += 1) {
        const place = at + row * intervals + (columnOf[i] as number);
        values[place] = (values[place] as number) + (sums[row * absoluteIntervals + i] as number);
      }
    }
  }
}
