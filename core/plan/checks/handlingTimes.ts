// Wherever contacts can get to, their handling takes a stated time, and every way out leads on.
import type { Journey } from '../journeys.ts';
import { type PlanFault, planFault } from '../planFault.ts';

function once(faults: readonly PlanFault[]): PlanFault[] {
  const unlike = new Map(faults.map((fault) => [JSON.stringify(fault), fault]));
  return [...unlike.values()];
}

export const handlingTimes = (_plan: unknown, journeys: readonly Journey[]): PlanFault[] =>
  once(
    journeys.flatMap(({ facts, places }) =>
      [...places.values()].flatMap((place) => {
        if (place.handling !== undefined) return [];
        const { issueType, channel } = facts;
        const { team = '', tier = '—' } = place.facts;
        return [planFault('noHandlingRule', ['handling'], { issueType, channel, team, tier })];
      }),
    ),
  );

export const waysOn = (_plan: unknown, journeys: readonly Journey[]): PlanFault[] =>
  once(journeys.flatMap((journey) => journey.faults));
