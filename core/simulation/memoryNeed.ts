// How much memory a model asks for before its first event, from the sizes that are known once it is compiled: so that a run
// that cannot fit is refused with a reason instead of being tried.
import type { CompiledModel } from './model/compiledModel.ts';
import { tallyLayout } from './model/tallyLayout.ts';
import { histogramBins } from './stats/histogram.ts';

export interface MemoryNeed {
  /** In whoever simulates: the model, the state at its start, the tally and its copy on the way out. */
  readonly workerBytes: number;
  /** In whoever collects: the model and the sums. */
  readonly collectorBytes: number;
}

const numberBytes = 8;
/** Of an object or a list, and of each of their fields, as engines lay them out. */
const objectBytes = 32;
const fieldBytes = 16;
/** Of an agent over all lists of the state, and of each chat that one may hold. */
const agentBytes = 272;
const chatBytes = 32;
/** What is drawn at a team: each has a table of stream keys by class and team. */
const keyedPurposes = 10;
/** What the kernel counts in whole numbers until the end: durations by class and team, promises by interval of the horizon. */
const binBytes = 4;
const kindsOfDurations = 4;
/** The lean loop's own memory: 1024 pages. */
const kernelMemoryBytes = 67_108_864;
/** Sums, squares, products with the controls and percentiles, for each number of a tally. */
const sumsOfEachNumber = 6;

/**
 * An upper estimate, in bytes. A model of the sample online shop over a week: some 90 MB in a worker, of which 67 MB are
 * set aside for the lean loop and touched as far as they are needed.
 */
export function memoryNeedOf(model: CompiledModel): MemoryNeed {
  const modelBytes = bytesOf(model);
  const classes = model.classes.length;
  const teams = model.teams.length;
  const tally = tallyLayout(model).size * numberBytes;
  const series = (4 * teams + classes) * (model.axis.absoluteIntervals + 1) * 2 * numberBytes;
  const bins = kindsOfDurations * (classes + teams) * histogramBins * binBytes;
  const promises = (model.promises.length + 1) * model.axis.absoluteIntervals * numberBytes;
  const chats = Math.max(1, ...model.concurrency.map(({ limit }) => limit));
  let agents = 0;
  for (const group of model.groups) agents += group.agents;
  const state =
    series +
    bins +
    promises +
    keyedPurposes * classes * (teams + 3) * numberBytes +
    agents * (agentBytes + chats * chatBytes);
  return {
    workerBytes: modelBytes + 2 * tally + state + kernelMemoryBytes,
    collectorBytes: modelBytes + sumsOfEachNumber * tally,
  };
}

/** Memory of plain data. */
function bytesOf(value: unknown): number {
  if (typeof value === 'string') return objectBytes + 2 * value.length;
  if (typeof value !== 'object' || value === null) return 0;
  if (ArrayBuffer.isView(value)) return objectBytes + value.byteLength;
  const parts: readonly unknown[] = Array.isArray(value) ? value : Object.values(value);
  let bytes = objectBytes + fieldBytes * parts.length;
  for (const part of parts) if (typeof part === 'object' || typeof part === 'string') bytes += bytesOf(part);
  return bytes;
}
