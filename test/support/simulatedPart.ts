// A plan without the parts that the engine says it does not use yet, so that the two programs can be compared on the rest.
import { parsePlanValue } from '../../core/plan/parsePlan.ts';
import type { Plan } from '../../core/plan/schema/plan.ts';
import { notYetSimulated } from '../../core/simulation/compile/notYetSimulated.ts';

/** Rules of the page that cannot matter yet. */
export const pending: readonly string[] = [
  ...['held hand-over', 'hold ended otherwise', 'internal work', 'starting backlog'],
  ...['priority raised by age', 'moved by age', 'priority raised by attempt', 'moved by attempt'],
  ...['pause of a promise', 'wait promise of age', 'team without waiting places'],
];

type Part = Record<string | number, unknown>;

export function simulatedPart(plan: Plan): Plan {
  const copy = structuredClone(plan) as unknown as Part;
  for (const { path } of notYetSimulated(plan)) {
    const holder = path.slice(0, -1).reduce((at, part) => at[part] as Part, copy);
    const last = path.at(-1) ?? '';
    if (Array.isArray(holder[last])) holder[last] = [];
    else delete holder[last];
  }
  const { plan: rest, faults } = parsePlanValue(copy);
  if (rest === null) throw new Error(faults.map((fault) => fault.code).join(', '));
  return rest;
}
