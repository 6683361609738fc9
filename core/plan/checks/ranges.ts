// Ranges of uncertain figures: their ends in order, the figure between them, and a meaning that can be.
import { lawMean } from '../lawMean.ts';
import { type Path, type PlanFault, planFault } from '../planFault.ts';
import type { Law } from '../schema/law.ts';
import type { Plan } from '../schema/plan.ts';
import { allFields, lookAt, type PlanLook } from './look.ts';

interface Range {
  readonly low: number | undefined;
  readonly high: number | undefined;
  readonly value: number;
  readonly rangeHolds?: number | undefined;
  readonly distribution?: string | undefined;
}

/** Room for the rounding of a mean that is calculated. */
const rounding = 1e-9;

function rangeFaults(range: Range, path: Path, lowField: string, highField: string): PlanFault[] {
  const { low, high, value, rangeHolds, distribution } = range;
  if (low === undefined && high === undefined) {
    if (rangeHolds === undefined && distribution === undefined) return [];
    return [
      planFault('rangeMissing', [...path, rangeHolds === undefined ? 'distribution' : 'rangeHolds'], {
        low: lowField,
        high: highField,
      }),
    ];
  }
  if (low !== undefined && high !== undefined && low > high)
    return [planFault('rangeReversed', [...path, lowField])];
  const room = rounding * Math.abs(value);
  if ((low ?? value) > value + room || (high ?? value) < value - room) {
    const found = Math.round(value * 1e6) / 1e6;
    return [
      planFault('valueOutsideRange', [...path, low !== undefined && low > value ? lowField : highField], {
        found,
      }),
    ];
  }
  const isBounded = distribution === 'triangular' || distribution === 'uniform';
  if (isBounded && rangeHolds !== undefined && rangeHolds < 1)
    return [
      planFault('rangeNotCertain', [...path, 'rangeHolds'], {
        ...{ distribution, field: 'rangeHolds', options: 'normal, lognormal' },
      }),
    ];
  if (distribution === 'lognormal' && ((low ?? value) <= 0 || value <= 0))
    return [planFault('lognormalNotPositive', [...path, 'distribution'])];
  return [];
}

type Node = Readonly<Record<string, unknown>>;

const isNumber = (value: unknown): value is number => typeof value === 'number';

/** The faults of every range in a value of a plan, wherever it stands. */
function rangesIn(value: unknown, at: Path): PlanFault[] {
  const faults: PlanFault[] = [];
  const walk = (node: unknown, path: Path): void => {
    if (typeof node !== 'object' || node === null) return;
    if (Array.isArray(node)) {
      // Recorded times may be millions.
      if (typeof node[0] !== 'object') return;
      for (const [i, part] of node.entries()) walk(part, [...path, i]);
      return;
    }
    const fields = node as Node;
    if (typeof fields['law'] === 'string') {
      const law = fields as unknown as Law;
      if (law.law !== 'never') {
        const { meanLowSeconds: low, meanHighSeconds: high } = law;
        faults.push(
          ...rangeFaults(
            { ...law, low, high, value: lawMean(law) },
            path,
            'meanLowSeconds',
            'meanHighSeconds',
          ),
        );
      }
      return;
    }
    if (isNumber(fields['value'])) {
      faults.push(...rangeFaults(fields as unknown as Range, path, 'low', 'high'));
      return;
    }
    for (const [name, part] of Object.entries(fields)) walk(part, [...path, name]);
  };
  walk(value, at);
  return faults;
}

function forecastRange({ volumeModel }: Pick<Plan, 'volumeModel'>): PlanFault[] {
  const error = volumeModel.forecastError;
  if (error === undefined) return [];
  const { lowFactor: low, highFactor: high } = error;
  const path = ['volumeModel', 'forecastError'];
  return rangeFaults({ ...error, low, high, value: 1 }, path, 'lowFactor', 'highFactor');
}

/** Field by field; scenarios hold changes, not figures. */
export const rangeLooks: readonly PlanLook[] = [
  ...allFields
    .filter((field) => field !== 'scenarios')
    .map((field) => lookAt([field], (plan) => rangesIn(plan[field], [field]))),
  lookAt(['volumeModel'], forecastRange),
];

/** Every range of the plan, wherever it stands. */
export const ranges = (plan: Plan): PlanFault[] => rangeLooks.flatMap(({ faults }) => faults(plan));
