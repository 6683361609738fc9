import { describe, expect, it } from 'vitest';
import { stepCodes } from '../../core/plan/edits/stepName.ts';
import { planSchema } from '../../core/plan/schema/plan.ts';
import { stripBidiControls } from '../../locales/format/bidi.ts';
import { languages } from '../../locales/settings.ts';
import { createTranslator } from '../../locales/translator.ts';
import { draftOf } from '../../renderer/state/drafts.ts';
import { byLastUse, readRecent, withOpened } from '../../renderer/state/recent.ts';
import { localText, withText } from '../../renderer/text/localText.ts';
import { stepText } from '../../renderer/text/stepText.ts';
import { parsedPlan, threeTierPlan } from '../support/plans.ts';

const plan = parsedPlan(threeTierPlan());

describe.each(languages)('the names of steps in %s', (language) => {
  const { t } = createTranslator(language, { missing: 'throw' });
  const say = (text: Parameters<typeof localText>[0]) => localText(text, language);
  const texts = { t, say };

  it.each(stepCodes)('say what %s did', (code) => {
    const said = stepText(texts, { code, at: ['teams'] }, plan);
    expect(said).not.toMatch(/\[|undefined|\{\{/);
    if (code !== 'rename' && code !== 'replace') expect(said).toContain(t('steps.place.teams'));
  });

  it('have a word for every field of a plan', () => {
    const fields = Object.keys(planSchema.shape).filter((field) => !/^\$schema$|^format/.test(field));
    expect(fields.length).toBeGreaterThan(25);
    for (const field of fields) expect(t.has('steps.place', field), field).toBe(true);
  });

  it('call a part by its name, by its identifier once it is gone, and a strange place the plan', () => {
    const [team] = plan.teams;
    const said = stepText(texts, { code: 'set', at: ['teams', team?.id ?? '', 'name'] }, plan);
    expect(stripBidiControls(said)).toContain(say(team?.name));
    expect(stripBidiControls(stepText(texts, { code: 'remove', at: ['teams', 'gone'] }, plan))).toContain(
      'gone',
    );
    expect(stepText(texts, { code: 'several', at: [] }, plan)).toContain(t('steps.place.whole'));
    expect(stepText(texts, { code: 'set', at: ['__proto__'] }, plan)).toContain(t('steps.place.whole'));
    expect(stepText(texts, { code: 'set', at: ['routing', 0] }, plan)).toContain(t('steps.place.routing'));
  });
});

describe('withText', () => {
  it('replaces what is said in one language, or the whole where there is but one text', () => {
    expect(withText({ en: 'a', fa: 'b' }, 'fa', 'c')).toEqual({ en: 'a', fa: 'c' });
    expect(withText('a', 'ar', 'c')).toBe('c');
  });
});

describe('the plans used last', () => {
  const at = (time: string) => ({ changedAt: `2026-01-01T${time}:00.000Z` });
  const plans = [
    { plan: 'a', ...at('10:00') },
    { plan: 'b', ...at('11:00') },
    { plan: 'c', ...at('09:00') },
  ];

  it('stand first, whether opened or changed', () => {
    const opened = { c: Date.parse('2026-01-01T12:00:00Z') };
    expect(byLastUse(plans, opened).map(({ plan: name }) => name)).toEqual(['c', 'b', 'a']);
    expect(byLastUse(plans, {}).map(({ plan: name }) => name)).toEqual(['b', 'a', 'c']);
  });

  it('are remembered up to a number, and rubbish is forgotten', () => {
    let recent = {};
    for (let number = 0; number < 60; number += 1) recent = withOpened(recent, `p${number}`, number + 1);
    expect(Object.keys(recent)).toHaveLength(50);
    expect(recent).not.toHaveProperty('p0');
    for (const kept of [null, '', 'x', '[]', '5', '{"a":"b"}', '{"a":-1}'])
      expect(readRecent(kept)).toEqual({});
    expect(readRecent('{"a":7,"b":null}')).toEqual({ a: 7 });
  });
});

describe('a draft', () => {
  const storage = () => {
    const kept = new Map<string, string>();
    return {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, value: string) => void kept.set(key, value),
      removeItem: (key: string) => void kept.delete(key),
    };
  };

  it('D9: is there again for the same field, until it is given or let go', () => {
    const place = storage();
    draftOf('name/a', place).keep('half');
    expect([draftOf('name/a', place).text, draftOf('name/b', place).text]).toEqual(['half', null]);
    draftOf('name/a', place).forget();
    expect(draftOf('name/a', place).text).toBeNull();
  });

  it('does no harm where the storage is full or forbidden', () => {
    const full = {
      ...storage(),
      setItem: () => {
        throw new Error('QuotaExceededError');
      },
    };
    draftOf('name/a', full).keep('half');
    draftOf('name/a', undefined).keep('half');
    expect(draftOf('name/a', full).text).toBeNull();
  });
});
