// All that is not known of a plan: its uncertain inputs, and who leaves where people leave by themselves.
import { attritionOf, emptyDays, planInputs, type StatedInput } from '../inputs/index.ts';
import type { Plan } from '../plan/schema/plan.ts';

/** Normal quantile at 0.95. */
const oneInTwenty = 1.6448536269514722;

/** In the order of the scores of a draw. */
export function unknownsOf(plan: Plan): StatedInput[] {
  return [...planInputs(plan).filter(({ belief }) => belief !== null), ...leavers(plan)];
}

/** By group with attrition: the place-days that stand empty, as far as luck goes. */
const leavers = (plan: Plan): StatedInput[] =>
  plan.teams.flatMap((team, t) =>
    team.groups.flatMap((group, g): StatedInput[] => {
      const attrition = attritionOf(plan, team, group);
      if (attrition === null) return [];
      const { mean, variance } = emptyDays(attrition);
      const reach = oneInTwenty * Math.sqrt(variance);
      return [
        {
          key: `teams/${team.id}/groups/${group.id}/leavers`,
          path: ['teams', t, 'groups', g, 'leavers'],
          about: { teams: [team.id], groups: [group.id] },
          ...{ kind: 'leavers', unit: 'days', value: mean, form: 'number', isWhole: false },
          belief: {
            ...{ low: Math.max(0, mean - reach), high: mean + reach, holds: 0.9 },
            ...{ distribution: 'normal', basis: 'stated' },
          },
        },
      ];
    }),
  );
