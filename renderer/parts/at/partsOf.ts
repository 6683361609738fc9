import type { Text } from '../../../core/plan/schema/elements.ts';

interface NamedPart {
  readonly id: string;
  readonly name?: Text | undefined;
}

export interface Option {
  readonly value: string;
  readonly label: string;
}

/** Parts of the plan as choices, by their names; one without a name by its id. */
export const partsOf = (list: readonly NamedPart[], say: (text: Text | undefined) => string): Option[] =>
  list.map(({ id, name }) => ({ value: id, label: say(name) || id }));
