// The people behind the shifts, and those above them: leads, manager, operations, by how many there are to lead.
import type { Choices } from '../choices.ts';
import { decideLeads } from '../decisions/leads.ts';
import { decideManagement } from '../decisions/management.ts';
import { decideOperations } from '../decisions/operations.ts';
import type { Staff } from '../draft/staff.ts';
import { dispatchers } from '../structures/names.ts';
import type { Structure } from '../structures/structure.ts';
import { dispatchTeam } from './flows.ts';
import { headcountOf, type StaffedSlot } from './headcount.ts';

export function staffOf(
  { socialMedia }: Choices,
  structure: Structure,
  slots: ReadonlyMap<string, readonly StaffedSlot[]>,
): Staff {
  const teams = [
    ...structure.teams,
    ...(structure.dispatched.length > 0
      ? [{ id: dispatchTeam, name: dispatchers, sourcing: 'inHouse' as const }]
      : []),
  ];
  const people = new Map(teams.map(({ id }) => [id, headcountOf(slots.get(id) ?? [])] as const));
  const leads = decideLeads(teams, people);
  const own = teams.reduce(
    (sum, { id, sourcing }) => sum + (sourcing === 'outsourced' ? 0 : (people.get(id) ?? 0)),
    0,
  );
  const leading = leads.groups.reduce((sum, { people: count }) => sum + count, 0);
  const operations = decideOperations(own, socialMedia.isWatched);
  const inOperations = operations.people.reduce((sum, { count }) => sum + count, 0);
  const reporting = (leading > 0 ? leading : own) + inOperations;
  return { slots, people, leads, operations, management: decideManagement(reporting) };
}
