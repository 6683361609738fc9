// Collects the inputs of a plan: one call a field, with what the field is about.
import type { Belief, InputAbout, InputKind, InputUnit } from '../measures/inputKinds.ts';
import { lawMean } from '../plan/lawMean.ts';
import { amount, type Quantity } from '../plan/schema/elements.ts';
import type { Law } from '../plan/schema/law.ts';
import type { Plan } from '../plan/schema/plan.ts';
import { beliefOf, type WrittenRange } from './beliefOf.ts';
import type { InputForm, StatedInput } from './statedInput.ts';

type Path = readonly (string | number)[];

/** What is the same for all fields of a part. */
interface Field {
  readonly kind: InputKind;
  readonly unit?: InputUnit;
  readonly about: InputAbout;
  readonly mixOf?: string;
  readonly isWhole?: boolean;
}

export class InputList {
  readonly inputs: StatedInput[] = [];
  private readonly plan: Plan;

  constructor(plan: Plan) {
    this.plan = plan;
  }

  /** A number with whatever is known of it; `undefined` where the plan says nothing. */
  quantity(path: Path, quantity: Quantity | undefined, field: Field): void {
    if (quantity === undefined) return;
    const value = amount(quantity);
    const written: WrittenRange = typeof quantity === 'number' ? {} : quantity;
    this.add('number', path, value, beliefOf(field.kind, value, written), field);
  }

  /** A number beside which the plan can write no range. */
  number(path: Path, value: number | undefined, field: Field, written: WrittenRange = {}): void {
    if (value === undefined) return;
    this.add('number', path, value, beliefOf(field.kind, value, written), field);
  }

  /** The mean of a law, and its spread where it has one of its own. */
  law(path: Path, law: Law | undefined, field: Field): void {
    if (law === undefined || law.law === 'never') return;
    const mean = lawMean(law);
    if (mean === 0) return;
    const { meanLowSeconds: low, meanHighSeconds: high, rangeHolds, distribution, assumed } = law;
    const belief = beliefOf(field.kind, mean, { low, high, rangeHolds, distribution, assumed });
    this.add('mean', [...path, 'mean'], mean, belief, { ...field, unit: 'seconds' });
    if (law.law !== 'lognormal' && law.law !== 'gamma') return;
    const spread = beliefOf('variability', law.cv, { assumed });
    this.add('cv', [...path, 'cv'], law.cv, spread, { ...field, kind: 'variability', unit: 'fraction' });
  }

  add(form: InputForm, path: Path, value: number, belief: Belief | null, field: Field): void {
    const { kind, about, unit = 'fraction', mixOf, isWhole = false } = field;
    this.inputs.push({
      ...{ key: this.keyOf(path), path, kind, about, unit, value, belief, form, isWhole },
      ...(mixOf !== undefined && { mixOf }),
    });
  }

  /** The path with the ids of the parts instead of their places. */
  private keyOf(path: Path): string {
    let at: unknown = this.plan;
    return path
      .map((step) => {
        at =
          typeof at === 'object' && at !== null ? (at as Record<string | number, unknown>)[step] : undefined;
        const { id } = (typeof step === 'number' && typeof at === 'object' && at !== null ? at : {}) as {
          id?: unknown;
        };
        return typeof id === 'string' ? id : String(step);
      })
      .join('/');
  }
}
