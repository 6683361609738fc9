// The teams of a plan with their groups: those who serve, dispatchers, leads, management, operations.
import type { PlanInput } from '../../plan/schema/plan.ts';
import type { Choices } from '../choices.ts';
import type { Company } from '../company/company.ts';
import type { PayGrade } from '../priors/money.ts';
import { dispatchTeam } from '../sizing/flows.ts';
import type { StaffedSlot } from '../sizing/headcount.ts';
import { slotsOf } from '../sizing/slots.ts';
import { keptFree } from '../sizing/station.ts';
import {
  dispatchers,
  leads as leadsName,
  management as managementName,
  operations as operationsName,
} from '../structures/names.ts';
import type { Sourcing, Structure, TeamDraft } from '../structures/structure.ts';
import { words } from '../words.ts';
import { openHours, tierId } from './demand.ts';
import { leadsTeam, managementTeam } from './flow.ts';
import { contractId, roleNames } from './people.ts';
import type { Shifts, Staff } from './staff.ts';

type Team = PlanInput['teams'][number];
type Group = Team['groups'][number];

export const operationsTeam = 'operations';

const agents = words('Agents', 'نمایندگان', 'الممثّلون');

function staffingOf(slots: readonly StaffedSlot[], shifts: Shifts, moved: number): Group['staffing'] {
  return {
    kind: 'shifts',
    assignments: slots.filter((slot) => slot.agents > 0).map((slot) => shifts.assign(slot, moved)),
  };
}

export function serviceTeams(choices: Choices, structure: Structure, staff: Staff, shifts: Shifts): Team[] {
  const { company } = choices;
  const languages = [...new Set(company.personas.flatMap((persona) => persona.languages))];
  const slotsAt = (id: string): readonly StaffedSlot[] =>
    (staff.slots.get(id) ?? []).filter((slot) => slot.agents > 0);
  const dispatch: Team[] =
    structure.dispatched.length === 0
      ? []
      : [
          {
            ...{ id: dispatchTeam, name: dispatchers, hours: openHours, reportsTo: managementTeam },
            serves: {
              channels: choices.channels
                .filter(({ kind }) => structure.dispatched.includes(kind))
                .map(({ prior }) => prior.id),
            },
            ...leadOf(staff, dispatchTeam),
            groups: [
              {
                ...{ id: `${dispatchTeam}-agents`, name: dispatchers, role: 'dispatcher' },
                ...{
                  contract: contractId('dispatcher', 'inHouse'),
                  headcount: staff.people.get(dispatchTeam) ?? 1,
                },
                staffing: staffingOf(slotsAt(dispatchTeam), shifts, 0),
              },
            ],
          },
        ];
  const ofTeams = structure.teams
    .filter(({ id }) => slotsAt(id).length > 0)
    .map((team): Team => {
      const slots = slotsAt(team.id);
      const site = siteOf(choices, team);
      const fewest = Math.min(...slots.map((slot) => slot.agents));
      const own = choices.channels.filter(({ kind }) => team.channels.includes(kind));
      const isMixed = own.some(({ prior }) => prior.isLive) && own.some(({ prior }) => !prior.isLive);
      const ids = choices.channels
        .filter(({ kind }) => team.channels.includes(kind))
        .map(({ prior }) => prior.id);
      return {
        ...{ id: team.id, name: team.name, tier: tierId(team.tier) },
        ...(team.specialty !== null && { specialty: team.specialty }),
        serves: servesOf(company, team, ids, choices.channels.length),
        ...(site === null ? { hours: openHours } : { site: { timeZone: site.timeZone } }),
        ...{ reportsTo: managementTeam, ...leadOf(staff, team.id) },
        groups: [
          {
            ...{ id: `${team.id}-agents`, name: agents, role: 'agent', sourcing: team.sourcing },
            ...{ contract: contractId(team.grade, team.sourcing), headcount: staff.people.get(team.id) ?? 1 },
            ...(languages.length > 0 && { languages }),
            staffing: staffingOf(slots, shifts, site?.moved ?? 0),
            // Some free agents are kept for those who wait on the line while the others write.
            ...(isMixed && keptFree(fewest) > 0 && { reservedForLive: keptFree(fewest) }),
          },
        ],
      };
    });
  return [...dispatch, ...ofTeams];
}

function servesOf(
  company: Company,
  team: TeamDraft,
  channels: string[],
  allChannels: number,
): NonNullable<Team['serves']> {
  const issues = [...new Set([...team.issues, ...team.takes])];
  return {
    ...(issues.length < company.issues.length && { issueTypes: issues }),
    ...(channels.length < allChannels && { channels }),
  };
}

/** Where the second site is, and by how many minutes its clock is ahead. */
function siteOf({ company }: Choices, { sourcing }: TeamDraft): { timeZone: string; moved: number } | null {
  const { needs, asked, locale } = company;
  const timeZone = needs.sourcing?.otherTimeZone;
  if (sourcing !== 'distributed' || timeZone === undefined || asked.clock === undefined) return null;
  const moved = asked.clock(timeZone, locale.timeZone);
  return moved === undefined ? null : { timeZone, moved };
}

const leadOf = ({ leads }: Staff, team: string): { readonly lead?: string } => {
  const group = leads.groups.find(({ teams }) => teams.includes(team));
  return group === undefined ? {} : { lead: group.id };
};

/** Leads, management and operations are there in the office day. */
export function higherTeams({ company }: Choices, staff: Staff, shifts: Shifts): Team[] {
  const day = (count: number): Group['staffing'] =>
    staffingOf(
      slotsOf(company.week, { id: '', duty: 'office' }).map((slot) => ({ ...slot, agents: count })),
      shifts,
      0,
    );
  const group = (id: string, name: Group['name'], role: string, grade: PayGrade, people: number): Group => ({
    ...{ id, name, role, contract: contractId(grade, 'inHouse'), headcount: people, staffing: day(people) },
  });
  const { leads, management, operations } = staff;
  const ofLeads: Team = {
    ...{ id: leadsTeam, name: leadsName, hours: openHours, reportsTo: managementTeam },
    groups: leads.groups.map(({ id, name, people }) => group(id, name, 'lead', 'lead', people)),
  };
  const ofOperations: Team = {
    ...{ id: operationsTeam, name: operationsName, hours: openHours, reportsTo: managementTeam },
    groups: operations.people.map(({ role, count }) =>
      group(`operations-${role}`, roleNames[role], role, 'operations', count),
    ),
  };
  return [
    ...(leads.groups.length > 0 ? [ofLeads] : []),
    {
      ...{ id: managementTeam, name: managementName, hours: openHours },
      groups: [group('manager', roleNames.manager, 'manager', 'manager', management.managers)],
    },
    ...(operations.people.length > 0 ? [ofOperations] : []),
  ];
}

/** Pay grades and places of work that occur. */
export function usedContracts(
  structure: Structure,
  { leads, operations, slots }: Staff,
): { readonly grade: PayGrade; readonly sourcing: Sourcing }[] {
  const found = new Map<string, { grade: PayGrade; sourcing: Sourcing }>();
  const add = (grade: PayGrade, sourcing: Sourcing): void => {
    found.set(contractId(grade, sourcing), { grade, sourcing });
  };
  for (const { id, grade, sourcing } of structure.teams)
    if ((slots.get(id) ?? []).some((slot) => slot.agents > 0)) add(grade, sourcing);
  if (structure.dispatched.length > 0) add('dispatcher', 'inHouse');
  if (leads.groups.length > 0) add('lead', 'inHouse');
  add('manager', 'inHouse');
  if (operations.people.length > 0) add('operations', 'inHouse');
  return [...found.values()];
}
