import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { areas as ar } from '../../locales/ar/index.ts';
import { areas as en } from '../../locales/en/index.ts';
import { areas as fa } from '../../locales/fa/index.ts';
import { stripBidiControls } from '../../locales/format/bidi.ts';
import { loadTranslator } from '../../locales/loadTranslator.ts';
import { languages } from '../../locales/settings.ts';
import { createPseudoTranslator, createTranslator, type Key } from '../../locales/translator.ts';

describe('createTranslator', () => {
  it('says a text of an area', () => {
    expect(createTranslator('fa').t('languages.calendar.gregory')).toBe('میلادی');
    expect(createTranslator('ar').t('languages.calendar.gregory')).toBe('الميلادي');
    expect(createTranslator('en').t('languages.calendar.gregory')).toBe('Gregorian');
  });

  it('chooses among the six Arabic plural forms', () => {
    const { t } = createTranslator('ar');
    const said = [0, 1, 2, 3, 11, 100].map((count) => t('units.duration.day', { count }));
    expect(said).toEqual([
      '\u2068٠\u2069 يوم',
      'يوم واحد',
      'يومان',
      '\u2068٣\u2069 أيام',
      '\u2068١١\u2069 يومًا',
      '\u2068١٠٠\u2069 يوم',
    ]);
  });

  it('puts Arabic duals into the form that follows a preposition where a text asks for it', () => {
    const { t } = createTranslator('ar');
    const waits = (time: string): string =>
      stripBidiControls(t('playback.journeys.waits', { contact: 'أ', time, team: 'ب' }));
    expect(waits('دقيقتان و٣٠ ثانية')).toBe('أ: منذ دقيقتين و٣٠ ثانية في صف ب');
    expect(waits('يوم واحد وساعتان')).toBe('أ: منذ يوم واحد وساعتين في صف ب');
    expect(waits('٣ ساعات')).toBe('أ: منذ ٣ ساعات في صف ب');
  });

  it('shows a count in the chosen digits', () => {
    expect(createTranslator('fa').t('units.duration.day', { count: 1250 })).toBe('\u2068۱٬۲۵۰\u2069 روز');
    expect(createTranslator('fa', { digits: 'latn' }).t('units.duration.day', { count: 1250 })).toBe(
      '\u20681,250\u2069 روز',
    );
  });

  it('isolates every parameter, and leaves its text as it is', () => {
    const { t } = createTranslator('en');
    expect(t('units.pattern.unknownCurrency', { amount: 3, code: '<b>{{x}} $t(y)</b>' })).toBe(
      '\u20683\u2069 \u2068<b>{{x}} $t(y)</b>\u2069',
    );
  });

  it('writes {{- x}} without isolation', () => {
    const { i18n } = createTranslator('en');
    i18n.addResource('en', 'translation', 'probe', '{{- x}} {{x}}');
    expect(i18n.t('probe', { x: 'a' })).toBe('a \u2068a\u2069');
  });

  it('throws in tests on a missing text or parameter', () => {
    const { t } = createTranslator('en');
    expect(() => t.dynamic('languages.calendar', 'mayan')).toThrow('languages.calendar.mayan');
    expect(() => t('units.pattern.monthDay', { day: 1 })).toThrow('month');
  });

  it('shows a missing text or parameter visibly elsewhere', () => {
    const { t } = createTranslator('en', { missing: 'show' });
    expect(t.dynamic('languages.calendar', 'mayan')).toBe('[languages.calendar.mayan]');
    expect(t('units.pattern.monthDay', { day: 1 })).toContain('[month]');
  });

  it('says texts by an id that is known only at run time', () => {
    const { t } = createTranslator('fa');
    expect(t.dynamic('languages.digits', 'arabext')).toContain('فارسی');
    expect(t.has('languages.digits', 'arabext')).toBe(true);
    expect(t.has('units.duration', 'day')).toBe(true);
    expect(t.has('languages.digits', 'roman')).toBe(false);
    expect(t.has('languages', 'digits')).toBe(false);
  });

  it('refuses wrong keys and plurals without a count when compiling', () => {
    const { t } = createTranslator('en', { missing: 'show' });
    // @ts-expect-error: no such key
    expect(t('languages.calendar.mayan')).toBe('[languages.calendar.mayan]');
    // @ts-expect-error: a branch is no text
    expect(t('languages.calendar')).toBe('[languages.calendar]');
    // @ts-expect-error: a plural needs its count
    expect(t('units.duration.day')).toContain('[');
    // @ts-expect-error: a plural form is no key of its own
    const form: Key = 'units.duration.day_other';
    expect(form).toBeDefined();
  });
});

describe('loadTranslator', () => {
  it.each(languages)('says the same as createTranslator in %s', async (language) => {
    const loaded = await loadTranslator(language);
    const made = createTranslator(language);
    expect(loaded.t('languages.calendar.persian')).toBe(made.t('languages.calendar.persian'));
    expect([loaded.language, loaded.direction]).toEqual([made.language, made.direction]);
  });
});

describe('createPseudoTranslator', () => {
  it('says the key of every text', () => {
    const { t } = createPseudoTranslator('fa');
    expect(t('languages.calendar.gregory')).toBe('[[languages.calendar.gregory]]');
    expect(t('units.duration.day', { count: 3 })).toBe('[[units.duration.day]]');
    expect(t.dynamic('languages.calendar', 'mayan')).toBe('[[languages.calendar.mayan]]');
  });
});

describe('the index of a language', () => {
  it.each([
    ['fa', fa],
    ['ar', ar],
    ['en', en],
  ] as const)('of %s has every area file of the folder', (language, areas) => {
    const files = readdirSync(new URL(`../../locales/${language}/`, import.meta.url))
      .filter((name) => name.endsWith('.json'))
      .map((name) => name.replace('.json', ''));
    expect(Object.keys(areas).sort()).toEqual(files.sort());
  });
});
