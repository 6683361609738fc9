// Places of the classes in the order of their stream keys, which decides among equals.
import type { ClassModel, CompiledModel } from './compiledModel.ts';
import { keyPrecedes } from './keyOrder.ts';

export function classRanks({ classes }: CompiledModel): Int32Array {
  const order = classes.map((_, c) => c);
  order.sort((a, b) => {
    const left = classes[a] as ClassModel;
    const right = classes[b] as ClassModel;
    if (keyPrecedes(left, right)) return -1;
    return keyPrecedes(right, left) ? 1 : a - b;
  });
  const ranks = new Int32Array(classes.length);
  order.forEach((c, rank) => {
    ranks[c] = rank;
  });
  return ranks;
}
