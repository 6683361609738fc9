// Where an organisation breaks when one person is away: teams of one, kinds of issues that one person knows, leads with too many.
import type { Fragility } from '../../measures/advice.ts';
import type { Choices } from '../choices.ts';
import { spans } from '../priors/people.ts';
import { atOnce } from '../sizing/headcount.ts';
import type { Sized } from '../sizing/size.ts';

export function fragilityOf({ company }: Choices, { structure, staff }: Sized): Fragility {
  const teams = structure.teams.filter(({ id }) => (staff.people.get(id) ?? 0) > 0);
  // Another team that does the same steps in.
  const isAlone = (id: string): boolean => teams.find((team) => team.id === id)?.duty === 'open';
  const teamsOfOne = teams
    .filter(({ id }) => isAlone(id) && atOnce(staff.slots.get(id) ?? []) <= 1)
    .map(({ id }) => id);
  const singleSkills = teams
    .filter(({ id }) => isAlone(id) && (staff.people.get(id) ?? 0) <= 1)
    .flatMap(({ id, issues }) =>
      company.issues.filter((issue) => issues.includes(issue.id)).map(({ name }) => ({ team: id, name })),
    );
  const wide = staff.leads.groups.flatMap(({ id, teams: led, people }) => {
    const count = led.reduce((sum, team) => sum + (staff.people.get(team) ?? 0), 0);
    return count > people * spans.lead ? [{ team: id, people: count, most: people * spans.lead }] : [];
  });
  return {
    ...{ teamsOfOne, singleSkills, spans: wide },
    count: teamsOfOne.length + singleSkills.length + wide.length,
  };
}
