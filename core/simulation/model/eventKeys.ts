// The rank of an event among simultaneous ones as a number: by kind, then by the contact's class key, ordinal and generation.
import type { TieKey } from '../engine/eventCalendar.ts';
import { agentInt } from './agentFields.ts';
import { classRanks } from './classRanks.ts';
import type { CompiledModel } from './compiledModel.ts';
import { contactInt } from './contactFields.ts';
import { eventKind, indexOf, kindOf } from './eventCodes.ts';

const ordinals = 2 ** 32;
const generations = 32;

/** Where the key of whom an event is about stands in a row. */
const agentKey = { c: agentInt.keyClass, ordinal: agentInt.keyOrdinal, generation: agentInt.keyGeneration };
const contactKey = {
  c: contactInt.classIndex,
  ordinal: contactInt.ordinal,
  generation: contactInt.generation,
};

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
    const ofAgent = kind === eventKind.completion;
    const row = ofAgent ? slots.agentInts : slots.contactInts;
    const { c, ordinal, generation } = ofAgent ? agentKey : contactKey;
    const at = indexOf(code) << 6;
    return keyOf(kind, row[at | c] as number, row[at | ordinal] as number, row[at | generation] as number);
  };
}
