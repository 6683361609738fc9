// Writes the steps of contacts down, where somebody asks for them.
import { contactInt } from './contactFields.ts';
import { noOne } from './eventCodes.ts';
import type { JourneyStep } from './journal.ts';
import { classOf, type ReplicationState } from './replicationState.ts';

/** Writes a step of a contact into the journal, where there is one. */
export function note(
  s: ReplicationState,
  slot: number,
  step: JourneyStep,
  where: number = noOne,
  at: number = s.now,
): void {
  if (s.journal === null) return;
  const { origin, isInternal } = classOf(s, slot);
  const ordinal = s.contactInts[(slot << 6) | contactInt.ordinal] as number;
  const generation = s.contactInts[(slot << 6) | contactInt.generation] as number;
  if (s.levels !== null) {
    s.levels.step(at, slot, origin, ordinal, generation, step, where);
    return;
  }
  if (isInternal) return;
  s.journal.note({ atSeconds: at, classIndex: origin, ordinal, generation, step, where });
}
