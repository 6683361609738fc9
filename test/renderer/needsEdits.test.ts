import { describe, expect, it } from 'vitest';
import type { Candidate } from '../../core/measures/advice.ts';
import type { Command } from '../../core/plan/edits/command.ts';
import { parseDraftValue, parsePlan } from '../../core/plan/parsePlan.ts';
import type { Plan } from '../../core/plan/schema/plan.ts';
import { openSample } from '../../core/samples/index.ts';
import { defaultSettings } from '../../locales/settings.ts';
import {
  addIssues,
  addPersona,
  addPromise,
  answer,
  dontKnow,
  goOnWith,
  usualPersonas,
  usualPromises,
  withoutNeeded,
} from '../../renderer/parts/needs/needsEdits.ts';
import { emptyPlanText } from '../../renderer/state/emptyPlan.ts';
import { localText } from '../../renderer/text/localText.ts';
import { draftAfter, soundAfter } from '../support/editedPlan.ts';

const { draft: empty } = parseDraftValue(
  JSON.parse(emptyPlanText('New', defaultSettings('en'), '2026-11-22', {})),
);
if (empty === null) throw new Error('the empty plan is not sound');
const start: Plan = empty;

const changed = (plan: Plan, ...steps: readonly ((plan: Plan) => readonly Command[])[]): Plan =>
  steps.reduce((now, step) => draftAfter(step(now), now), plan);
const say = (text: Parameters<typeof localText>[0]): string => localText(text, 'en');

describe('answers about a company', () => {
  it('are given, and taken back without a trace', () => {
    const given = changed(start, (plan) => answer(plan, ['industry'], 'computers'));
    expect(given.needs).toEqual({ industry: 'computers' });
    expect(changed(given, (plan) => answer(plan, ['industry'], undefined)).needs).toEqual({});
  });

  it('stand in a group where the schema has one, which goes with its last answer', () => {
    const given = changed(
      start,
      (plan) => answer(plan, ['sourcing', 'remote'], true),
      (plan) => answer(plan, ['sourcing', 'outsourced'], false),
    );
    expect(given.needs?.sourcing).toEqual({ remote: true, outsourced: false });
    const less = changed(
      given,
      (plan) => answer(plan, ['sourcing', 'remote'], undefined),
      (plan) => answer(plan, ['sourcing', 'outsourced'], undefined),
    );
    expect(less.needs).toEqual({});
  });

  it('are let go by “I don’t know”, which ends with an answer or with a second click', () => {
    const unknown = changed(
      start,
      (plan) => answer(plan, ['customers'], 5000),
      (plan) => dontKnow(plan, 'customers'),
    );
    expect(unknown.needs).toEqual({ unknown: ['customers'] });
    expect(changed(unknown, (plan) => answer(plan, ['contactsPerMonth'], 900)).needs).toEqual({
      contactsPerMonth: 900,
    });
    expect(changed(unknown, (plan) => dontKnow(plan, 'customers')).needs).toEqual({});
  });

  it('take kinds of issues by their names, each once', () => {
    const names = ['Set-up', 'Printers', 'Set-up'].map((name) => ({ en: name }));
    const given = changed(start, (plan) => addIssues(plan, names, say));
    expect(given.needs?.issues?.map(({ name }) => say(name))).toEqual(['Set-up', 'Printers']);
    expect(addIssues(given, names, say)).toEqual([]);
  });

  it('leave no promise about an issue that is gone', () => {
    const given = changed(
      start,
      (plan) => addIssues(plan, [{ en: 'Printers' }], say),
      (plan) => addPersona(plan, { ...usualPersonas.talk, preferredChannels: ['phone'] }),
      (plan) => addPromise(plan, { ...usualPromises.phone, issue: plan.needs?.issues?.[0]?.id }),
    );
    const issue = given.needs?.issues?.[0]?.id ?? '';
    const less = changed(given, (plan) => withoutNeeded(plan, 'issues', issue));
    expect(less.needs?.issues).toBeUndefined();
    expect(less.needs?.promises).toHaveLength(1);
    expect(less.needs?.promises?.[0]).not.toHaveProperty('issue');
    expect(less.needs?.personas).toHaveLength(1);
  });

  it('stay in the plan that a proposal becomes, under its own id', () => {
    const document = parsePlan(openSample('computer-company') ?? '').plan as Plan;
    const given = changed(start, (plan) => answer(plan, ['industry'], 'computers'));
    const chosen = soundAfter(goOnWith(given, { document } as Candidate, true), given);
    expect(chosen.id).toBe(given.id);
    expect(chosen.name).toEqual(given.name);
    expect(chosen.needs).toEqual({ industry: 'computers' });
    expect(chosen.teams).toEqual(document.teams);
    expect(soundAfter(goOnWith(given, { document } as Candidate, false), given).name).toEqual(document.name);
  });
});
