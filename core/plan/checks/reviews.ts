// Measured figures: days in order, each figure about what it can be about, between its limits, and once.
import { type Path, type PlanFault, planFault } from '../planFault.ts';
import { measuredKey, reviewFigureFacts, reviewSubjects } from '../reviewFigures.ts';
import type { Plan } from '../schema/plan.ts';
import type { Measured } from '../schema/review.ts';

export const reviewPeriods = (plan: Pick<Plan, 'reviews'>): PlanFault[] =>
  (plan.reviews?.periods ?? []).flatMap(({ from, to, measured }, i) => {
    const path = ['reviews', 'periods', i];
    const reversed = to < from ? [planFault('periodReversed', [...path, 'to'])] : [];
    const seen = new Set<string>();
    return [
      ...reversed,
      ...measured.flatMap((one, m) => {
        const at = [...path, 'measured', m];
        const key = measuredKey(one.figure, one);
        const isTwice = seen.has(key);
        seen.add(key);
        return isTwice ? [planFault('measuredTwice', at)] : figureFaults(one, at);
      }),
    ];
  });

function figureFaults(measured: Measured, path: Path): PlanFault[] {
  const { low, high, about, needs } = reviewFigureFacts[measured.figure];
  const faults = reviewSubjects.flatMap((subject) =>
    measured[subject] === undefined || about.includes(subject)
      ? []
      : [planFault('measuredAbout', [...path, subject], { subject })],
  );
  if (needs !== undefined && measured[needs] === undefined)
    faults.push(planFault('missingField', [...path, needs]));
  if (measured.value < low)
    faults.push(planFault('numberTooSmall', [...path, 'value'], { found: measured.value, minimum: low }));
  if (measured.value > high)
    faults.push(planFault('numberTooLarge', [...path, 'value'], { found: measured.value, maximum: high }));
  return faults;
}
