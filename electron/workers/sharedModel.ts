// A compiled model whose numbers lie in memory that threads share: sent to a thread it is not copied, however many there are.
import type { CompiledModel } from '../../core/simulation/index.ts';

type Numbers = Float64Array | Int32Array | Uint8Array;

const isNumbers = (value: unknown): value is Numbers =>
  value instanceof Float64Array || value instanceof Int32Array || value instanceof Uint8Array;

const shared = new WeakMap<CompiledModel, CompiledModel>();

/** The same model; of one that was asked for before the same copy. */
export function sharedModel(model: CompiledModel): CompiledModel {
  const known = shared.get(model);
  if (known !== undefined) return known;
  const copy = copyOf(model);
  shared.set(model, copy);
  shared.set(copy, copy);
  return copy;
}

function copyOf(model: CompiledModel): CompiledModel {
  const found = new Set<Numbers>();
  find(model, found);
  let bytes = 0;
  for (const { byteLength } of found) bytes += aligned(byteLength);
  const memory = new SharedArrayBuffer(bytes);
  // An array that stands in two places stays one.
  const copies = new Map<Numbers, Numbers>();
  let at = 0;
  for (const numbers of found) {
    const { length, byteLength } = numbers;
    const copy =
      numbers instanceof Float64Array
        ? new Float64Array(memory, at, length)
        : numbers instanceof Int32Array
          ? new Int32Array(memory, at, length)
          : new Uint8Array(memory, at, length);
    copy.set(numbers);
    copies.set(numbers, copy);
    at += aligned(byteLength);
  }
  return withCopies(model, copies) as CompiledModel;
}

const aligned = (bytes: number): number => Math.ceil(bytes / 8) * 8;

function find(value: unknown, into: Set<Numbers>): void {
  if (typeof value !== 'object' || value === null) return;
  if (isNumbers(value)) into.add(value);
  else for (const part of Object.values(value)) find(part, into);
}

function withCopies(value: unknown, copies: ReadonlyMap<Numbers, Numbers>): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (isNumbers(value)) return copies.get(value);
  if (Array.isArray(value)) return value.map((part) => withCopies(part, copies));
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, withCopies(part, copies)]));
}
