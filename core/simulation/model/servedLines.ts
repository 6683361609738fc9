// Which of the lines that a group serves have anybody in them, a bit each: a freed agent looks at those only, and a plan may
// have dozens of lines.
import type { CompiledModel } from './compiledModel.ts';

export interface ServedLines {
  /** Words of a group: from wordAt[group] to wordAt[group + 1]; bit k of word w is queue 32 w + k of the group. */
  readonly wordAt: Int32Array;
  /** The places of a line in the groups that serve it: from placeAt[queue] to placeAt[queue + 1]. */
  readonly placeAt: Int32Array;
  readonly word: Int32Array;
  readonly bit: Int32Array;
}

const known = new WeakMap<CompiledModel, ServedLines>();

/** The tables of a model, made once. */
export function servedLinesOf(model: CompiledModel): ServedLines {
  let lines = known.get(model);
  if (lines === undefined) {
    lines = servedLines(model);
    known.set(model, lines);
  }
  return lines;
}

function servedLines({ groups, queues }: CompiledModel): ServedLines {
  const wordAt = new Int32Array(groups.length + 1);
  const places: [word: number, bit: number][][] = queues.map(() => []);
  groups.forEach((group, g) => {
    const first = wordAt[g] as number;
    wordAt[g + 1] = first + Math.ceil(group.queues.length / 32);
    group.queues.forEach(({ queue }, i) => {
      places[queue]?.push([first + (i >> 5), 1 << (i & 31)]);
    });
  });
  const placeAt = new Int32Array(queues.length + 1);
  places.forEach((of, q) => {
    placeAt[q + 1] = (placeAt[q] as number) + of.length;
  });
  const all = places.flat();
  return {
    wordAt,
    placeAt,
    word: Int32Array.from(all, ([word]) => word),
    bit: Int32Array.from(all, ([, bit]) => bit),
  };
}

/** What of a replication the bits are in. */
interface Lines {
  readonly servedLines: ServedLines;
  readonly taken: Int32Array;
}

/** Somebody joins a line that was empty. */
export function openLine({ servedLines: { placeAt, word, bit }, taken }: Lines, queue: number): void {
  for (let i = placeAt[queue] as number; i < (placeAt[queue + 1] as number); i += 1)
    taken[word[i] as number] = (taken[word[i] as number] as number) | (bit[i] as number);
}

/** The last one leaves a line. */
export function emptyLine({ servedLines: { placeAt, word, bit }, taken }: Lines, queue: number): void {
  for (let i = placeAt[queue] as number; i < (placeAt[queue + 1] as number); i += 1)
    taken[word[i] as number] = (taken[word[i] as number] as number) & ~(bit[i] as number);
}
