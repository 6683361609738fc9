import { describe, expect, it } from 'vitest';
import { planChanges } from '../../core/plan/edits/planChanges.ts';
import { parsePlan } from '../../core/plan/parsePlan.ts';
import type { Plan } from '../../core/plan/schema/plan.ts';
import { openSample } from '../../core/samples/index.ts';
import { createFormat } from '../../locales/format/format.ts';
import { defaultSettings } from '../../locales/settings.ts';
import { createTranslator } from '../../locales/translator.ts';
import { changeSentence, changeWords } from '../../renderer/text/changeWords.ts';
import { localText } from '../../renderer/text/localText.ts';
import type { Texts } from '../../renderer/text/TextProvider.tsx';
import { fieldPatterns } from '../support/schemaFields.ts';

const textsIn = (language: 'fa' | 'ar' | 'en'): Texts => ({
  t: createTranslator(language).t,
  format: createFormat(defaultSettings(language)),
  ...{ language, direction: language === 'en' ? 'ltr' : 'rtl' },
  say: (text) => localText(text, language),
});

const plain = (text: string): string => text.replace(/[\u061C\u200E\u200F\u2066-\u2069]/g, '');

const shop = parsePlan(openSample('online-shop') ?? '').plan as Plan;
const [team, ...teams] = shop.teams;
const [group] = team?.groups ?? [];
const changed = {
  ...shop,
  teams: [{ ...team, groups: [{ ...group, plannedShrinkage: 0.41 }] }, ...teams],
} as Plan;

describe('a change in words', () => {
  it('says in each language what it was and what it is', () => {
    const said = (language: 'fa' | 'ar' | 'en'): string => {
      const [change] = planChanges(shop, changed);
      return change === undefined ? '' : plain(changeSentence(textsIn(language), change));
    };
    expect(said('en')).toMatch(/^Team “.+”, Group “.+”: planned shrinkage: from \d+% to 41%$/);
    expect(said('fa')).toMatch(/^تیم «.+»، گروه «.+»: زمان غیرمولد .+: از [۰-۹]+٪ به ۴۱٪$/);
    expect(said('ar')).toMatch(/^الفريق «.+»، المجموعة «.+»: الفاقد .+: من .+ إلى .+$/);
  });

  it('has a word for every field that a person can set', () => {
    const { field } = changeWords(textsIn('en'));
    const camel = (around: string, own: string): string =>
      around + own.charAt(0).toUpperCase() + own.slice(1);
    const unknown = fieldPatterns().filter((pattern) => {
      const steps = pattern.split('.').filter((step) => step !== '*');
      const own = steps.at(-1) ?? '';
      if (['$schema', 'format', 'formatVersion', 'id', 'streamKey'].includes(own)) return false;
      // As the sentence looks for it: by its own word, or by that of what it belongs to.
      return !steps.some(
        (step, at) => field(step) !== undefined || field(camel(steps[at - 1] ?? '', step)) !== undefined,
      );
    });
    expect(unknown).toEqual([]);
  });
});
