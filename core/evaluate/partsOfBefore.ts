// A compiled plan in which whatever says the same as in the plan before is that very part of it: what is made of a part is then found
// by its identity, and nobody has to compare it again.
import { alwaysOpen } from '../simulation/engine/openTime.ts';
import type { CompiledModel } from '../simulation/index.ts';
import { sameContent } from './sameContent.ts';

/** The model with the parts of the one before; what changes with every edit of the staff is left as it is. */
export function withPartsOf(before: CompiledModel, model: CompiledModel): CompiledModel {
  return {
    ...model,
    axis: same(before.axis, model.axis),
    laws: sameList(before.laws, model.laws),
    classes: sameList(before.classes, model.classes),
    stages: sameList(before.stages, model.stages),
    pairs: sameList(before.pairs, model.pairs),
    queues: sameList(before.queues, model.queues),
    concurrency: sameList(before.concurrency, model.concurrency),
    channels: sameList(before.channels, model.channels),
    teams: sameList(before.teams, model.teams),
    windows: sameList(before.windows, model.windows),
    promises: sameList(before.promises, model.promises),
  };
}

const same = <T>(before: T, now: T): T => (sameContent(before, now) ? before : now);

/** The list of before where all its entries say the same, else one with the entries that do. */
function sameList<T>(before: readonly T[], now: readonly T[]): readonly T[] {
  if (before === now) return now;
  let isSame = before.length === now.length;
  const list: T[] = [];
  for (let i = 0; i < now.length; i += 1) {
    const entry = now[i] as T;
    const found = i < before.length ? sameEntry(before[i] as T, entry) : entry;
    if (found !== before[i]) isSame = false;
    list.push(found);
  }
  return isSame ? before : list;
}

/** An entry that has changed keeps at least those of its fields that have not. */
function sameEntry<T>(before: T, now: T): T {
  // It is known by its identity.
  if (now === alwaysOpen || before === alwaysOpen) return now;
  if (sameContent(before, now)) return before;
  if (!isRecord(before) || !isRecord(now)) return now;
  const entry: { [name: string]: unknown } = { ...now };
  for (const name of Object.keys(now))
    if (typeof now[name] === 'object' && sameContent(before[name], now[name])) entry[name] = before[name];
  return entry as T;
}

const isRecord = (value: unknown): value is { readonly [name: string]: unknown } =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !ArrayBuffer.isView(value);
