// Who holds a part of a duty, as groups of the plan: the one reading that load, findings and pages share.
import type { Duty, DutyPart } from './schema/duties.ts';
import type { Plan } from './schema/plan.ts';
import type { GroupPosition } from './serving.ts';

type Holder = Duty['who'][number];

/** The groups that a holder means: those of its role in its team; an absent role or team means every one. */
export const groupsOfHolder = (plan: Plan, { role, team }: Holder): GroupPosition[] =>
  plan.teams.flatMap((one, teamIndex) =>
    team !== undefined && one.id !== team
      ? []
      : one.groups.flatMap((group, groupIndex) =>
          role === undefined || group.role === role ? [{ teamIndex, groupIndex }] : [],
        ),
  );

/** The holders of a part. */
export const holdersOf = (duty: Duty, part: DutyPart): readonly Holder[] =>
  duty.who.filter(({ parts }) => parts.includes(part));

/** The groups that hold a part, each once, in the order of the plan. */
export function groupsHolding(plan: Plan, duty: Duty, part: DutyPart): GroupPosition[] {
  const held = new Set(
    holdersOf(duty, part).flatMap((holder) =>
      groupsOfHolder(plan, holder).map(({ teamIndex, groupIndex }) => `${teamIndex}/${groupIndex}`),
    ),
  );
  return groupsOfHolder(plan, { parts: [part] }).filter(({ teamIndex, groupIndex }) =>
    held.has(`${teamIndex}/${groupIndex}`),
  );
}
