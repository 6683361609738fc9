// The parts of a plan that say where contacts can go and who takes them: what follows from these alone need not be worked out anew
// after an edit of others, of how many people are there, of volumes or of promises.
import type { Demand } from './schema/demand.ts';
import type { Plan } from './schema/plan.ts';
import type { Group, Staffing, Team } from './schema/team.ts';

const servedFields = [
  'channels',
  'issueTypes',
  'tiers',
  'routing',
  'handling',
  'outcomes',
  'returns',
  'waitingTriggers',
  'departments',
] as const satisfies readonly (keyof Plan)[];

const teamFields = [
  'id',
  'streamKey',
  'tier',
  'serves',
  'waitingOrder',
  'agentChoice',
] as const satisfies readonly (keyof Team)[];

const groupFields = [
  'id',
  'languages',
  'skills',
  'order',
  'deferredInterruptible',
] as const satisfies readonly (keyof Group)[];

const demandFields = [
  'issueType',
  'channel',
  'priority',
  'segment',
  'language',
] as const satisfies readonly (keyof Demand)[];

export type ServedGroup = Pick<Group, (typeof groupFields)[number]> & {
  readonly staffing: Pick<Staffing, 'leaving'>;
};
export type ServedTeam = Pick<Team, (typeof teamFields)[number]> & {
  readonly groups: readonly ServedGroup[];
};
export type ServedPlan = Pick<Plan, (typeof servedFields)[number]> & {
  readonly teams: readonly ServedTeam[];
};
/** Of a row of demand what rules may ask about its contacts. */
export type DemandFacts = Pick<Demand, (typeof demandFields)[number]>;

/** All that a `ServedPlan` says, for who compares two by identity. */
export function servedParts(plan: ServedPlan): unknown[] {
  const parts: unknown[] = [plan.teams.length];
  for (const field of servedFields) parts.push(plan[field]);
  for (const team of plan.teams) {
    for (const field of teamFields) parts.push(team[field]);
    parts.push(team.groups.length);
    for (const group of team.groups) {
      for (const field of groupFields) parts.push(group[field]);
      parts.push(group.staffing.leaving);
    }
  }
  return parts;
}

/** All that `DemandFacts` say, likewise. */
export function demandParts(rows: readonly DemandFacts[]): unknown[] {
  const parts: unknown[] = [rows.length];
  for (const row of rows) for (const field of demandFields) parts.push(row[field]);
  return parts;
}
