import { describe, expect, it } from 'vitest';
import { measureIds, measures } from '../../core/measures/catalogue.ts';
import { planSchema } from '../../core/plan/schema/plan.ts';
import { sentenceKeys } from '../../core/report/report.ts';
import { verdicts } from '../../core/report/verdict.ts';
import { notYetSimulatedFeatures } from '../../core/simulation/compile/notYetSimulated.ts';
import { languages } from '../../locales/settings.ts';
import { createTranslator } from '../../locales/translator.ts';

describe.each(languages)('the texts in %s', (language) => {
  const { t } = createTranslator(language);

  it('give every measure a name, a column head and a definition', () => {
    expect(measureIds.length).toBeGreaterThan(40);
    for (const id of measureIds) {
      const name = t(`measures.${id}.name`);
      const short = t(`measures.${id}.short`);
      expect(name.length, id).toBeGreaterThan(1);
      expect(short.length, id).toBeLessThanOrEqual(24);
      expect(t(`measures.${id}.definition`), id).toMatch(/.{25,}\.$/su);
    }
  });

  it('tell the measures apart by name, and those of one scope by column head', () => {
    const names = measureIds.map((id) => t(`measures.${id}.name`));
    expect(new Set(names).size).toBe(names.length);
    // A count and its share stand in different columns of the catalogue under one head.
    const heads = measureIds
      .filter((id) => measures[id].unit !== 'fraction')
      .map((id) => t(`measures.${id}.short`));
    expect(new Set(heads).size).toBe(heads.length);
  });

  it('name every part of a plan, every sentence, verdict and feature', () => {
    const parts = Object.keys(planSchema.shape).filter(
      (name) =>
        !['$schema', 'format', 'formatVersion', 'id', 'name', 'description', 'incomplete'].includes(name),
    );
    expect(parts.filter((name) => !t.has('report.part', name))).toEqual([]);
    expect(sentenceKeys.filter((key) => !t.has('report.sentence', key))).toEqual([]);
    expect(verdicts.filter((verdict) => !t.has('report.verdict', verdict))).toEqual([]);
    expect(notYetSimulatedFeatures.length).toBeGreaterThan(0);
    expect(notYetSimulatedFeatures.filter((feature) => !t.has('report.feature', feature))).toEqual([]);
  });
});
