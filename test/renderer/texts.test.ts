import { describe, expect, it } from 'vitest';
import { createFormat } from '../../locales/format/format.ts';
import { defaultSettings } from '../../locales/settings.ts';
import { createTranslator } from '../../locales/translator.ts';
import { displaySettings } from '../../renderer/text/displaySettings.ts';
import { estimateText, shareText, valueText } from '../../renderer/text/estimateText.ts';
import { localText } from '../../renderer/text/localText.ts';
import { dayAfter, lastDay } from '../../renderer/text/planDays.ts';
import { sentenceText } from '../../renderer/text/sentenceText.ts';
import { writePath } from '../../renderer/text/writePath.ts';

const en = createFormat(defaultSettings('en'));

describe('localText', () => {
  it('takes the text of the window’s language', () => {
    expect(localText({ en: 'Phone', fa: 'تلفن' }, 'fa')).toBe('تلفن');
  });

  it('takes the nearest language where its own is missing or empty', () => {
    expect(localText({ en: 'Phone', ar: 'الهاتف' }, 'fa')).toBe('الهاتف');
    expect(localText({ en: 'Phone', fa: '' }, 'fa')).toBe('Phone');
  });

  it('says a text without languages as it is, and nothing for none', () => {
    expect(localText('Telefon', 'ar')).toBe('Telefon');
    expect(localText(undefined, 'en')).toBe('');
  });
});

describe('displaySettings', () => {
  const chosen = {
    language: 'en',
    digits: { fa: 'arabext', ar: 'arab', en: 'latn' },
    calendar: 'plan',
    region: {},
  } as const;
  const ofPlan = {
    language: 'fa',
    digits: 'arabext',
    calendar: 'persian',
    weekStart: 'saturday',
    weekend: ['thursday', 'friday'],
    timeZone: 'Asia/Tehran',
    currency: 'IRT',
  } as const;

  it('takes week, time zone and currency from the plan, digits and language from the person', () => {
    const settings = displaySettings(chosen, { ...ofPlan, weekend: [...ofPlan.weekend] });
    expect(settings).toMatchObject({
      language: 'en',
      digits: 'latn',
      calendar: 'persian',
      weekStart: 'saturday',
      timeZone: 'Asia/Tehran',
    });
  });

  it('keeps a calendar that was chosen whatever the plan says', () => {
    const settings = displaySettings(
      { ...chosen, calendar: 'gregory' },
      { ...ofPlan, weekend: [...ofPlan.weekend] },
    );
    expect(settings.calendar).toBe('gregory');
  });

  it('falls back to the language’s defaults and the machine’s time zone without a plan', () => {
    const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
    expect(displaySettings({ ...chosen, language: 'fa' }, null)).toEqual({
      ...defaultSettings('fa'),
      timeZone,
    });
  });
});

describe('estimateText', () => {
  it('rounds to what the interval supports', () => {
    expect(estimateText(en, { value: 0.7341, halfWidth: 0.0213 }, 'fraction')).toBe('73% ± 2');
    expect(estimateText(en, { value: 271.3, halfWidth: 12.2 }, 'seconds')).toBe('4.5 ± 0.2 min');
  });

  it('gives a value without interval plainly, and a dash where nothing was observed', () => {
    expect(estimateText(en, { value: 12, halfWidth: null }, 'contacts')).toBe('12');
    expect(estimateText(en, { value: 0, halfWidth: 0 }, 'contacts')).toBe('0');
    expect(estimateText(en, { value: null, halfWidth: null }, 'contacts')).toBe('—');
    expect(estimateText(en, undefined, 'fraction')).toBe('—');
  });

  it('writes hours as a time', () => {
    expect(valueText(en, 1.5, 'hours')).toBe('1.5 h');
  });
});

describe('shareText', () => {
  it('has as many decimals as the plan states, one at most', () => {
    expect(shareText(en, 0.8)).toBe('80%');
    expect(shareText(en, 0.995)).toBe('99.5%');
  });
});

describe('sentenceText', () => {
  it.each([
    ['en', 'Promises surely kept: '],
    ['fa', 'تعهدهایی'],
    ['ar', 'الالتزامات'],
  ] as const)('says a sentence of the report in %s with its values', (language, words) => {
    const { t, direction } = createTranslator(language);
    const texts = {
      t,
      direction,
      language,
      format: createFormat(defaultSettings(language)),
      say: () => '',
    };
    const sentence = sentenceText(texts, {
      key: 'promisesKept',
      values: { kept: { kind: 'count', value: 2 }, all: { kind: 'count', value: 5 } },
    });
    expect(sentence).toContain(words);
    expect(sentence).toContain(texts.format.integer(5));
  });
});

describe('planDays', () => {
  it('counts days over the end of a month and a year', () => {
    expect(dayAfter('2026-12-31', 1)).toBe('2027-01-01');
    expect(lastDay('2026-11-21', 7)).toBe('2026-11-27');
    expect(lastDay('2026-11-21', 1)).toBe('2026-11-21');
  });
});

describe('writePath', () => {
  it('writes a path as one finds it in the file', () => {
    expect(writePath(['teams', 0, 'groups', 12, 'staffing'])).toBe('teams[0].groups[12].staffing');
    expect(writePath(['horizon'])).toBe('horizon');
    expect(writePath([])).toBe('');
  });
});
