// What `saff stress` prints, from a real study of a small plan.
import { describe, expect, it } from 'vitest';
import type { StressResult } from '../../core/measures/stress.ts';
import { scaledPlan } from '../../core/plan/edits/scaledPlan.ts';
import { parsePlanValue } from '../../core/plan/parsePlan.ts';
import type { Plan } from '../../core/plan/schema/plan.ts';
import { displayWidth } from '../../locales/format/displayWidth.ts';
import { languages } from '../../locales/settings.ts';
import { createTranslator } from '../../locales/translator.ts';
import { smallPlan } from '../support/smallPlan.ts';
import { run, visible } from './testIo.ts';

/** Two agents more, with whom the promise is kept. */
const input = JSON.stringify(scaledPlan(parsePlanValue(smallPlan({ days: 1 })).plan as Plan, { people: 2 }));

describe.each(languages)('stress in %s', (lang) => {
  it('says what breaks first, at which size', async () => {
    const { code, out } = await run(['stress', '-', '--by', 'formula', '--lang', lang], {
      input,
      columns: 90,
    });
    expect(code).toBe(0);
    const { t } = createTranslator(lang);
    const text = visible(out).replace(/\s+/g, ' ');
    for (const key of ['volume', 'handling', 'absence'] as const)
      expect(text).toContain(visible(t(`stress.kind.${key}`, { part: '' })));
    expect(text).toContain('Answered soon');
    expect(text).not.toMatch(/undefined|NaN|\{\{/);
    for (const line of out.split('\n')) expect(displayWidth(line)).toBeLessThanOrEqual(90);
  });
});

describe('stress', () => {
  it('simulates the size that breaks a promise, the same with any number of workers', async () => {
    const words = ['stress', '-', '--json', '--replications', '3', '--workers'];
    const [one, two] = await Promise.all(['1', '2'].map((workers) => run([...words, workers], { input })));
    expect([one?.code, one?.err]).toEqual([0, '']);
    expect(one?.out).toBe(two?.out);
    const { replications, rows, promises } = JSON.parse(one?.out ?? '') as StressResult;
    expect(replications).toBe(3);
    expect(promises.map(({ id }) => id)).toEqual(['answer']);
    expect(rows[0]?.first).not.toBeNull();
    expect(rows.map(({ first }) => first ?? 99)).toEqual(
      rows.map(({ first }) => first ?? 99).toSorted((a, b) => a - b),
    );
    for (const { simulated } of rows) expect(simulated?.map(({ promise }) => promise)).toEqual(['answer']);
  });
});
