// How many people there are: group by group what the plan states, or the fewest who can do the duty.
import type { NamedPart, Subject } from '../../measures/explanation.ts';
import { dutyNeedOf, statedPeople } from '../../plan/people.ts';
import type { Plan } from '../../plan/schema/plan.ts';
import type { Group, Team } from '../../plan/schema/team.ts';
import { type Chain, derived, given, output, planned } from '../chain.ts';
import type { Places } from '../places.ts';
import { type PartAmount, summedInput } from '../sumOfParts.ts';

/** Adds the steps; the number of people, which the last one gives. */
export function peopleSteps(chain: Chain, plan: Plan, places: Places, subject: Subject): number {
  const amounts = plan.teams.flatMap((team, t) => {
    const isMeant =
      subject.kind === 'total' || subject.id === (subject.kind === 'tiers' ? team.tier : team.id);
    return isMeant
      ? team.groups.map((group, g) => groupAmount(chain, plan, places, team, group, [t, g]))
      : [];
  });
  const value = amounts.reduce((sum, one) => sum + one.value, 0);
  const people = summedInput(chain, 'staff', 'number', amounts, derived(['teams']), planned);
  chain.add({
    code: 'allPeople',
    inputs: [people],
    operation: { kind: 'formula', formula: people.key },
    outputs: [output('result', value, 'number')],
    basis: planned,
  });
  return value;
}

function groupAmount(
  chain: Chain,
  plan: Plan,
  places: Places,
  team: Team,
  group: Group,
  [t, g]: readonly [number, number],
): PartAmount {
  const at = ['teams', t, 'groups', g];
  const of: NamedPart = {
    kind: 'groups',
    id: group.id,
    name: group.name ?? (team.groups.length === 1 ? team.name : group.id) ?? group.id,
  };
  const stated = statedPeople(group);
  if (stated !== undefined) {
    const field = group.headcount === undefined ? 'people' : 'headcount';
    return { of, value: stated, from: places.at([...at, field]) };
  }
  const { atOnce, hoursPerWeek, contract, people } = dutyNeedOf(plan, team, group);
  const duty = derived([...at, 'staffing']);
  const most = given('mostAtOnce', atOnce, 'agents', duty);
  const week = [
    given('dutyHours', hoursPerWeek, 'hours', duty),
    given('contractHours', plan.contracts[contract]?.hoursPerWeek ?? 0, 'hours', {
      ...places.at(['contracts', contract, 'hoursPerWeek']),
    }),
  ];
  const step = chain.add({
    code: 'fewestPeople',
    about: [of],
    inputs: contract < 0 ? [most] : [most, ...week],
    operation: {
      kind: 'formula',
      formula:
        contract < 0
          ? ['up', 'mostAtOnce']
          : ['max', ['up', 'mostAtOnce'], ['up', ['/', 'dutyHours', 'contractHours']]],
    },
    outputs: [output('staff', people, 'number', of)],
    basis: planned,
  });
  return { of, value: people, from: { kind: 'step', step } };
}
