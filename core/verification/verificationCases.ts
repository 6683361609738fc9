// Everything that the proof holds the product against: formulas against print, the simulation against exact answers and
// published examples.
import { formulaCases } from './formulaCases.ts';
import { simulationCases } from './simulationCases.ts';
import type { VerificationCase } from './verificationCase.ts';

export const verificationCases: readonly VerificationCase[] = [...formulaCases, ...simulationCases];

/** The cases whose id contains a text, or of one kind; both unless given. */
export function chosenCases(wish: {
  readonly kind?: VerificationCase['kind'] | undefined;
  readonly text?: string | undefined;
}): readonly VerificationCase[] {
  const text = wish.text?.toLowerCase() ?? '';
  return verificationCases.filter(
    ({ id, kind }) => (wish.kind === undefined || kind === wish.kind) && id.includes(text),
  );
}
