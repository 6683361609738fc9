import { describe, expect, it } from 'vitest';
import { applyCommands } from '../../core/plan/edits/applyCommands.ts';
import type { Command } from '../../core/plan/edits/command.ts';
import { withoutPart } from '../../core/plan/edits/withoutPart.ts';
import { parseDraftValue, parsePlan } from '../../core/plan/parsePlan.ts';
import type { Duty } from '../../core/plan/schema/duties.ts';
import type { Plan } from '../../core/plan/schema/plan.ts';
import { openSample } from '../../core/samples/index.ts';
import {
  addCareerStep,
  addDuty,
  columnsOf,
  makeCareer,
  makeUsual,
  partsIn,
  removeCareerStep,
  removeDuty,
  setParts,
  setTimeKind,
  timeKinds,
  toggled,
  whoKey,
} from '../../renderer/parts/duties/dutyEdits.ts';

const company = parsePlan(openSample('computer-company') ?? '').plan as Plan;
const shop = parsePlan(openSample('online-shop') ?? '').plan as Plan;

function edited(plan: Plan, commands: readonly Command[]): Plan {
  const applied = applyCommands(plan, commands);
  if (!applied.ok) throw new Error(JSON.stringify(applied.failure));
  const parsed = parseDraftValue(JSON.parse(JSON.stringify(applied.value.document)));
  if (parsed.draft === null) throw new Error(JSON.stringify(parsed.faults));
  return parsed.draft;
}
const dutyIn = (plan: Plan, id: string): Duty => {
  const found = plan.duties?.find((duty) => duty.id === id);
  if (found === undefined) throw new Error(`no duty ${id}`);
  return found;
};

describe('the steps of the duties screen', () => {
  const made = edited(company, makeUsual(company));

  it('make the usual duties of the roles in one step, and take the last duty with its list', () => {
    expect(makeUsual(company)).toHaveLength(1);
    expect(made.duties?.length).toBeGreaterThan(14);
    const one = edited(company, addDuty(company, 'content'));
    expect(one.duties).toEqual([{ id: 'content', kind: 'content', who: [] }]);
    const two = edited(one, addDuty(one, 'own'));
    expect(edited(two, removeDuty(two, 'content')).duties?.map(({ kind }) => kind)).toEqual(['own']);
    expect(edited(one, removeDuty(one, 'content')).duties).toBeUndefined();
  });

  it('give and take parts, and leave nobody without one', () => {
    const duty = dutyIn(made, 'content');
    const manager = { role: 'manager' };
    const asked = edited(made, setParts(duty, manager, toggled(partsIn(duty, manager), 'isAsked')));
    expect(partsIn(dutyIn(asked, 'content'), manager)).toEqual(['isAsked']);
    const both = dutyIn(asked, 'content');
    const gone = edited(asked, setParts(both, manager, toggled(['isAsked'], 'isAsked')));
    expect(dutyIn(gone, 'content')).toEqual(duty);
    const inTeam = edited(made, setParts(duty, { role: 'agent', team: 'setup' }, ['isTold']));
    expect(columnsOf(inTeam, false).map(whoKey)).toContain('agent/setup');
    expect(columnsOf(made, true).length).toBe(made.roles.length + made.teams.length);
  });

  it.each(timeKinds)('give a duty time of the kind "%s"', (kind) => {
    const plan = edited(shop, makeUsual(shop));
    const { time } = dutyIn(edited(plan, setTimeKind(plan, dutyIn(plan, 'guiding'), kind)), 'guiding');
    expect(time?.kind ?? 'unstated').toBe(kind);
    // What was done in reserved time still is.
    if (time !== undefined && 'done' in time) expect(time.done).toBe('reserved');
  });

  it('make the way from tier to tier, and steps of one', () => {
    const path = edited(company, makeCareer(company));
    expect(path.careerSteps?.map(({ from, to }) => `${from}>${to}`)).toEqual(
      company.tiers.slice(1).map(({ id }, i) => `${company.tiers[i]?.id}>${id}`),
    );
    const more = edited(path, addCareerStep(path));
    expect(more.careerSteps).toHaveLength(company.tiers.length);
    expect(edited(path, removeCareerStep(path, path.careerSteps?.[0]?.id ?? '')).careerSteps).toHaveLength(
      company.tiers.length - 2,
    );
  });

  it('leave no holder, no time and no way behind of what goes', () => {
    const whole = edited(made, [
      ...makeCareer(made),
      { change: 'set', at: ['pages'], value: [{ id: 'p', page: 'role', role: 'lead', text: 'x' }] },
      {
        ...{ change: 'set', at: ['duties', 'content', 'time'] },
        value: { kind: 'contacts', secondsEach: 5, channels: [made.channels[0]?.id] },
      },
      {
        ...{ change: 'set', at: ['duties', 'kpis', 'time'] },
        value: { kind: 'work', work: [made.internalWork[0]?.id] },
      },
    ]);
    const noLead = edited(whole, withoutPart(whole, 'roles', 'lead'));
    expect(noLead.duties?.flatMap(({ who }) => who).some(({ role }) => role === 'lead')).toBe(false);
    expect(noLead.pages).toEqual([]);
    const noTier = edited(whole, withoutPart(whole, 'tiers', made.tiers[2]?.id ?? ''));
    expect(noTier.careerSteps).toHaveLength(1);
    const noWork = edited(whole, withoutPart(whole, 'internalWork', made.internalWork[0]?.id ?? ''));
    expect(dutyIn(noWork, 'kpis').time).toBeUndefined();
    const noChannel = edited(whole, withoutPart(whole, 'channels', made.channels[0]?.id ?? ''));
    expect(dutyIn(noChannel, 'content').time).toBeUndefined();
  });
});
