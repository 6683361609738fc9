// The rank of an event among simultaneous ones as a number: by kind, then by the contact's class key, ordinal and generation.
import type { TieKey } from '../engine/eventCalendar.ts';
import { agentInt } from './agentFields.ts';
import { classRanks } from './classRanks.ts';
import type { CompiledModel } from './compiledModel.ts';
import { contactInt } from './contactFields.ts';
import { eventKind, indexOf, kindOf } from './eventCodes.ts';

const ordinals = 2 ** 32;
const generations = 32;

interface Slots {
  readonly agentInts: Int32Array;
  readonly contactInts: Int32Array;
}

/** Keys by what stands in the slots now; of late generations, and of more than some thousand classes, keys may be the same. */
export function eventKeys(model: CompiledModel, slots: Slots): TieKey {
  const ranks = classRanks(model);
  const ranksOfOrigins = model.classes.map(({ origin }) => ranks[origin] as number);
  const keyOf = (kind: number, c: number, ordinal: number, generation: number): number => {
    const rank = kind * model.classes.length + (ranksOfOrigins[c] as number);
    return (rank * ordinals + ordinal) * generations + Math.min(generations - 1, generation);
  };
  return (code) => {
    const kind = kindOf(code);
    const at = indexOf(code) << 6;
    if (kind === eventKind.completion) {
      const { agentInts: of } = slots;
      const [c, ordinal] = [of[at | agentInt.keyClass], of[at | agentInt.keyOrdinal]];
      return keyOf(kind, c as number, ordinal as number, of[at | agentInt.keyGeneration] as number);
    }
    const { contactInts: of } = slots;
    const [c, ordinal] = [of[at | contactInt.classIndex], of[at | contactInt.ordinal]];
    return keyOf(kind, c as number, ordinal as number, of[at | contactInt.generation] as number);
  };
}
