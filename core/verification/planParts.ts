// Parts of small plans: the least that a plan must say, and the few words that a case is about.
import type { PlanInput } from '../plan/schema/plan.ts';

/** A probability law as it is written in a plan. */
export type LawInput = PlanInput['handling'][number]['time'];

export const exponential = (meanSeconds: number): LawInput => ({ law: 'exponential', meanSeconds });
export const deterministic = (seconds: number): LawInput => ({ law: 'deterministic', seconds });

type TeamInput = PlanInput['teams'][number];
type GroupInput = TeamInput['groups'][number];

/** A group of agents who are on duty during their team's hours. */
export const groupOf = (id: string, agents: number, more: Partial<GroupInput> = {}): GroupInput => ({
  id,
  staffing: { kind: 'hours', agents },
  ...more,
});

/** A team with one group of the same id, on duty during its hours. */
export const teamOf = (
  id: string,
  agents: number,
  more: Partial<TeamInput> = {},
  group: Partial<GroupInput> = {},
): TeamInput => ({ id, name: id, groups: [groupOf(id, agents, group)], ...more });

/** The parts that a test is about; everything else is one phone channel and one issue type, from Monday 2026-01-05. */
export type PlanParts = Pick<PlanInput, 'demand' | 'teams'> & Partial<PlanInput>;

export const planOf = (parts: PlanParts): PlanInput => ({
  format: 'saff-plan',
  formatVersion: 1,
  id: 'plan',
  name: 'Plan',
  horizon: { start: '2026-01-05', days: 1 },
  channels: [{ id: 'phone', name: 'Phone', kind: 'phone' }],
  issueTypes: [{ id: 'question', name: 'Question' }],
  handling: [{ time: exponential(100) }],
  ...parts,
});

type DemandInput = PlanInput['demand'][number];

/** Demand for the question by phone, at a steady rate. */
export const steadyDemand = (
  id: string,
  contactsPerSecond: number,
  more: Partial<DemandInput> = {},
): DemandInput => ({
  id,
  issueType: 'question',
  channel: 'phone',
  volume: { contacts: contactsPerSecond * 3600, per: 'hour' },
  ...more,
});

/** Contacts about the question by phone that arrive at exactly these seconds. */
export const recordedDemand = (
  id: string,
  arrivalsSeconds: readonly number[],
  more: Partial<DemandInput> = {},
): DemandInput => ({
  id,
  issueType: 'question',
  channel: 'phone',
  arrivalsSeconds: [...arrivalsSeconds],
  ...more,
});
