// An input with how it is written in the plan: what a change of it changes in the document.
import type { InputFact } from '../measures/inputKinds.ts';

/**
 * How an input stands in the plan. `number`: as a number or a quantity. `mean`, `cv`: as a law. `agents`: all that the
 * staffing of a group says. `forecast`: all volumes. `mix`: the volumes of one issue type, those of the others making room.
 */
export type InputForm = 'number' | 'mean' | 'cv' | 'agents' | 'forecast' | 'mix';

export interface StatedInput extends InputFact {
  readonly form: InputForm;
  /** Shares that exclude each other: where one grows, the others of its list make room. Absent: it stands alone. */
  readonly mixOf?: string;
  /** Counted in whole people. */
  readonly isWhole: boolean;
}

/** Without how it is written in the document: what results carry. */
export const factOf = ({ key, path, kind, about, unit, value, belief }: StatedInput): InputFact => ({
  ...{ key, path, kind, about, unit, value, belief },
});
