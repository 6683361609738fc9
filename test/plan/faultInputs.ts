// Plans with one thing wrong: how the cases of faults are written.
import { readPlanFile } from '../../core/bundle/planFile.ts';
import { applyCommands } from '../../core/plan/edits/applyCommands.ts';
import type { Command } from '../../core/plan/edits/command.ts';
import { parsePlan, parsePlanValue } from '../../core/plan/parsePlan.ts';
import type { PlanInput } from '../../core/plan/schema/plan.ts';
import type { Fault } from '../../core/units/fault.ts';
import { fakeResult } from '../support/fakeResult.ts';
import { smallPlan, threeTierPlan } from '../support/plans.ts';

/** What is found: faults that refuse the plan, and warnings. */
export type FaultCase = () => { readonly faults: readonly Fault[]; readonly warnings: readonly Fault[] };

export const errors = (faults: readonly Fault[]) => ({ faults, warnings: [] });
export const ofText =
  (text: string): FaultCase =>
  () =>
    parsePlan(text);
export const ofValue =
  (value: unknown): FaultCase =>
  () =>
    parsePlanValue(value);
/** The small plan with some fields written otherwise, whether they fit the schema or not. */
export const withFields = (fields: Readonly<Record<string, unknown>>): FaultCase =>
  ofValue({ ...smallPlan(), ...fields });
export const withTiers = (fields: Partial<PlanInput>): FaultCase =>
  ofValue({ ...threeTierPlan(), ...fields });

export const ofCommands = (document: unknown, commands: readonly Command[]) => {
  const applied = applyCommands(document, commands);
  return errors(applied.ok ? [] : applied.failure);
};
export const ofCommand =
  (command: Command): FaultCase =>
  () =>
    ofCommands(smallPlan(), [command]);

/** A bundle of the small plan with a result of it, changed. */
export const ofBundle =
  (change: Readonly<Record<string, unknown>>, times = 1): FaultCase =>
  () => {
    const parsed = parsePlanValue(smallPlan());
    if (parsed.plan === null) throw new Error('the small plan has faults');
    const { plan, planHash } = parsed;
    const result = { ...fakeResult(plan, { seed: 1, replications: 2 }), planHash, ...change };
    const results = Array.from({ length: times }, () => result);
    const bundle = { format: 'saff-bundle', formatVersion: 1, plan: smallPlan(), results };
    return readPlanFile(JSON.stringify(bundle), '1.0.0');
  };

export const [channel] = smallPlan().channels;
export const [issueType] = smallPlan().issueTypes;
export const [demand] = smallPlan().demand;
export const [team] = smallPlan().teams;
export const [group] = team?.groups ?? [];
export const [handling] = smallPlan().handling;
export const hour = { law: 'exponential', meanSeconds: 3600 } as const;
export const none = { law: 'deterministic', seconds: 0 } as const;

export const withChannel = (fields: object): FaultCase =>
  withFields({ channels: [{ ...channel, ...fields }] });
/** A channel on which a tenth leaves at once, and what is written beside that share. */
export const withBalking = (range: object): FaultCase =>
  withChannel({ balkingShare: { value: 0.1, ...range } });
export const withIssueType = (fields: object): FaultCase =>
  withFields({ issueTypes: [{ ...issueType, ...fields }] });
export const withDemand = (fields: object): FaultCase => withFields({ demand: [{ ...demand, ...fields }] });
export const withTeam = (fields: object): FaultCase => withFields({ teams: [{ ...team, ...fields }] });
export const withGroup = (fields: object, rest: object = {}): FaultCase =>
  withFields({ teams: [{ ...team, groups: [{ ...group, ...fields }] }], ...rest });
export const withNext = (next: object, rest: object = {}): FaultCase =>
  withFields({ outcomes: [{ next: [next] }], ...rest });
export const withProfile = (fields: object): FaultCase =>
  withFields({
    profiles: [{ id: 'week', name: 'Week', ...fields }],
    demand: [{ ...demand, profile: 'week' }],
  });
export const calendar = (fields: object) => ({ id: 'hours', name: 'Hours', ...fields });
export const mornings = calendar({
  weekly: [{ weekdays: ['monday'], spans: [{ from: '08:00', to: '12:00' }] }],
});
export const afternoons = {
  kind: 'counts',
  counts: [{ weekdays: ['monday'], from: '13:00', to: '17:00', agents: 2 }],
};
export const sameTeam = { kind: 'functional', share: 0.2, to: 'sameTeam' };

/** A reviewed period with these figures. */
export const withMeasured = (...measured: readonly object[]): FaultCase =>
  withFields({ reviews: { periods: [{ id: 'may', from: '2026-05-01', to: '2026-05-31', measured }] } });
