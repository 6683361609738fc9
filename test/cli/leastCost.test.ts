// What `saff least-cost` prints, from a real search of a small plan.
import { describe, expect, it } from 'vitest';
import { createEvaluator } from '../../core/evaluate/index.ts';
import type { LeastCostResult } from '../../core/measures/leastCost.ts';
import { scaledPlan } from '../../core/plan/edits/scaledPlan.ts';
import { parsePlanValue } from '../../core/plan/parsePlan.ts';
import type { Plan } from '../../core/plan/schema/plan.ts';
import { timeZoneOffsets } from '../../electron/host/timeZoneOffsets.ts';
import { displayWidth } from '../../locales/format/displayWidth.ts';
import { languages } from '../../locales/settings.ts';
import { createTranslator } from '../../locales/translator.ts';
import { smallPlan } from '../support/smallPlan.ts';
import { run, visible } from './testIo.ts';

const small = parsePlanValue(smallPlan({ days: 1 })).plan as Plan;
const withPeople = (people: number): string => JSON.stringify(scaledPlan(small, { people }));

describe.each(languages)('least-cost in %s', (lang) => {
  it('says what it comes to, who is on duty and what becomes of the promises', async () => {
    const by = lang === 'en' ? ['--replications', '5'] : ['--by', 'formula'];
    const words = ['least-cost', '-', ...by, '--lang', lang];
    const { code, out, err } = await run(words, { input: withPeople(6), columns: 90 });
    expect([code, err]).toEqual([0, '']);
    const { t } = createTranslator(lang);
    const text = visible(out).replace(/\s+/g, ' ');
    for (const key of ['aimHours', 'groups', 'promises', 'changes'] as const)
      expect(text).toContain(visible(t(`leastCost.${key}`)));
    expect(text).toContain('Answered soon');
    expect(text).not.toMatch(/undefined|NaN|\{\{/);
    for (const line of out.split('\n')) expect(displayWidth(line)).toBeLessThanOrEqual(90);
  });
});

describe('least-cost', () => {
  it('finds by formula the fewest who keep the promise, from too few and from too many', async () => {
    const evaluator = createEvaluator({ offsets: timeZoneOffsets });
    const levelWith = (people: number): number => {
      const found = evaluator.promises(scaledPlan(small, { people }));
      return found.ok ? (found.value.answer?.serviceLevelFraction.value ?? 0) : 0;
    };
    const more = Array.from({ length: 20 }, (_, people) => people - 5).find(
      (people) => levelWith(people) >= 0.8,
    );
    for (const start of [-4, 12]) {
      const { out } = await run(['least-cost', '-', '--by', 'formula', '--json'], {
        input: withPeople(start),
      });
      const { groups, after, replications, isSettled } = JSON.parse(out) as LeastCostResult;
      expect(groups.map((group) => group.after.agents)).toEqual([[6 + (more ?? 0)]]);
      expect([after.hoursPerWeek, replications, isSettled]).toEqual([(6 + (more ?? 0)) * 168, 0, true]);
    }
  });

  it('is sure of what it found by simulation, the same with any number of workers', async () => {
    const words = ['least-cost', '-', '--json', '--replications', '20', '--workers'];
    const input = withPeople(6);
    const [one, two] = await Promise.all(['1', '2'].map((workers) => run([...words, workers], { input })));
    expect([one?.code, one?.err]).toEqual([0, '']);
    expect(one?.out).toBe(two?.out);
    const { promises, before, after, simulated } = JSON.parse(one?.out ?? '') as LeastCostResult;
    expect(promises.map((promise) => promise.after.simulated?.verdict)).toEqual(['kept']);
    expect(after.hoursPerWeek).toBeLessThan(before.hoursPerWeek);
    expect(simulated).toBeGreaterThan(2);
  });

  it('says where nobody may be changed', async () => {
    const roles = [{ id: 'lead', name: 'Lead', kind: 'lead' }];
    const teams = small.teams.map((team) => ({
      ...team,
      groups: team.groups.map((group) => ({ ...group, role: 'lead' })),
    }));
    const { code, err } = await run(['least-cost', '-', '--lang', 'en'], {
      input: JSON.stringify({ ...small, roles, teams }),
    });
    expect(code).toBe(1);
    expect(visible(err)).toContain('Choose at least one group');
  });
});
