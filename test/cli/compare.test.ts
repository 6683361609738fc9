// What `saff compare` prints, from real comparisons of a small plan.
import { describe, expect, it } from 'vitest';
import type { Comparison } from '../../core/measures/comparison.ts';
import { displayWidth } from '../../locales/format/displayWidth.ts';
import { languages } from '../../locales/settings.ts';
import { createTranslator } from '../../locales/translator.ts';
import { smallPlan, smallPlanText } from '../support/smallPlan.ts';
import { run, visible } from './testIo.ts';

const agents = ['teams', 'first', 'groups', 'agents', 'staffing', 'counts', 0, 'agents'];
const scenarios = [
  {
    id: 'more',
    name: 'Seven',
    changes: [
      { at: agents, change: 'set', value: 7 },
      { at: ['teams', 'none'], change: 'remove' },
    ],
  },
  { id: 'faulty', name: 'Nobody', changes: [{ at: ['handling'], change: 'set', value: [] }] },
];
const input = JSON.stringify({ ...smallPlan({ days: 1 }), scenarios });
const words = ['compare', '-', '--scenarios', '--replications', '3', '--seed', '2'];

describe.each(languages)('compare in %s', (lang) => {
  it('says what differs, how sure it is, what was left out and what cannot be calculated', async () => {
    const { code, out } = await run([...words, '--lang', lang], { input, columns: 100 });
    expect(code).toBe(0);
    const { t } = createTranslator(lang);
    const text = visible(out).replace(/\s+/g, ' ');
    const said = [
      t('compare.costs'),
      t('compare.faulty'),
      t('compare.verdict.better'),
      t('changes.field.agents'),
    ];
    for (const sentence of said) expect(text).toContain(visible(sentence));
    expect(text).toContain('scenarioChangeBroken');
    expect(text).not.toMatch(/undefined|NaN|\{\{/);
    for (const line of out.split('\n')) expect(displayWidth(line)).toBeLessThanOrEqual(100);
  });
});

describe('compare', () => {
  it('prints the comparison as it is for programs', async () => {
    const { code, out, err } = await run([...words, '--json'], { input });
    expect([code, err]).toEqual([0, '']);
    const { by, replications, seed, plans } = JSON.parse(out) as Comparison;
    expect([by, replications, seed]).toEqual(['simulation', 3, 2]);
    expect(plans.map(({ scenario }) => scenario)).toEqual([null, 'more', 'faulty']);
  });

  it('holds samples against each other by formula', async () => {
    const { code, out } = await run(['compare', '-', 'bank-phone-centre', '--by', 'formula', '--json'], {
      input: smallPlanText(),
    });
    expect(code).toBe(0);
    expect((JSON.parse(out) as Comparison).plans).toHaveLength(2);
  });

  it('says that there is nothing to compare', async () => {
    const { code, err } = await run(['compare', '-'], { input });
    expect(code).toBe(1);
    expect(err).toContain('nothingToCompare');
  });
});
