import { describe, expect, it } from 'vitest';
import { measures } from '../../core/measures/catalogue.ts';
import { stripBidiControls } from '../../locales/format/bidi.ts';
import { createFormat, type Format } from '../../locales/format/format.ts';
import { type DisplayUnit, displayUnits } from '../../locales/format/quantity.ts';
import { defaultSettings } from '../../locales/settings.ts';

const fa = createFormat(defaultSettings('fa'));
const ar = createFormat(defaultSettings('ar'));
const en = createFormat(defaultSettings('en'));

/** The same call in the three languages, without direction marks. */
function said(say: (format: Format) => string): readonly string[] {
  return [fa, ar, en].map((format) => stripBidiControls(say(format)));
}

describe('number', () => {
  it('writes groups, decimals and minus in the chosen digits', () => {
    expect(said((f) => f.number(-1234567.5))).toEqual(['−۱٬۲۳۴٬۵۶۷٫۵', '−١٬٢٣٤٬٥٦٧٫٥', '−1,234,567.5']);
  });

  it('writes the digits that were asked for, not those of the language', () => {
    const latin = createFormat({ ...defaultSettings('ar'), digits: 'latn' });
    expect(latin.number(1234.5)).toBe('1,234.5');
    expect(latin.percent(0.5, 0)).toBe('50%');
  });

  it('keeps the minus on the side where each script has it', () => {
    expect(fa.number(-5)).toBe('\u200F\u200E\u2212۵');
    expect(ar.number(-5)).toBe('\u061C\u2212٥');
    expect(en.number(-5)).toBe('\u22125');
  });

  it('writes no minus before a zero', () => {
    expect(en.number(-0.004, { decimals: 2 })).toBe('0.00');
    expect(en.number(-0)).toBe('0');
  });

  it('lets the words after a negative number read from right to left', () => {
    const firstStrong = /[\u061C\u200E\u200F\p{L}]/u;
    for (const text of [fa.duration(-270), fa.money(-3e6), fa.unit(-5, 'contacts'), fa.money(3, 'TRY')]) {
      expect(firstStrong.exec(text)?.[0]).toBe('\u200F');
    }
  });

  it('has a dash for what is no number', () => {
    for (const value of [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]) {
      for (const text of [
        fa.number(value),
        fa.percent(value),
        fa.duration(value),
        fa.durationShort(value),
        fa.durationCompact(value),
        fa.money(value),
        fa.unit(value, 'agents'),
        fa.plusMinus(value, 1),
        fa.date(value),
        fa.clockTime(value),
      ]) {
        expect(text).toBe('—');
      }
    }
  });

  it('neither loses digits nor writes an exponent', () => {
    expect(en.number(1e21)).toBe('1,000,000,000,000,000,000,000');
    expect(en.number(1e-7)).toBe('0.0000001');
    expect(en.number(0.1)).toBe('0.1');
    expect(en.integer(2.5)).toBe('3');
    expect(en.number(1234, { decimals: -2 })).toBe('1,200');
    expect(en.number(40, { decimals: -2 })).toBe('0');
    expect(en.number(1405, { grouped: false })).toBe('1405');
    expect(en.number(2, { sign: 'always' })).toBe('+2');
    expect(en.number(0, { sign: 'always' })).toBe('0');
  });
});

describe('percent', () => {
  it('has the sign of the digits after the number', () => {
    expect(said((f) => f.percent(0.734, 1))).toEqual(['۷۳٫۴٪', '٧٣٫٤٪', '73.4%']);
  });

  it('rounds the written decimal, not the product with its binary error', () => {
    expect(en.percent(0.145, 0)).toBe('15%');
    expect(en.percent(0.07, 2)).toBe('7.00%');
  });
});

describe('plusMinus', () => {
  it('shows no digit that the half-width does not support', () => {
    expect(en.plusMinus(0.7341, 0.0213, 'percent')).toBe('73% ± 2');
    expect(en.plusMinus(0.7341, 0.013, 'percent')).toBe('73.4% ± 1.3');
    expect(en.plusMinus(0.7341, 0.0004, 'percent')).toBe('73.41% ± 0.04');
    expect(en.plusMinus(1234, 123)).toBe('1,230 ± 120');
    expect(en.plusMinus(1234, 0.96)).toBe('1,234.0 ± 1.0');
    expect(en.plusMinus(272.4, 13, 'duration')).toBe('4.5 ± 0.2 min');
    expect(en.plusMinus(72.4, 3.2, 'duration')).toBe('72 ± 3 s');
  });

  it('says so when the half-width is not known, and nothing when the value is exact', () => {
    expect(en.plusMinus(0.7341, Number.NaN, 'percent')).toBe('73.4% ± —');
    expect(en.plusMinus(12.3456, Number.POSITIVE_INFINITY)).toBe('12.35 ± —');
    expect(en.plusMinus(0.5, 0, 'percent')).toBe('50.0%');
    expect(en.plusMinus(270, 0, 'duration')).toBe('4 min 30 s');
  });

  it('reads from right to left in Persian and Arabic', () => {
    expect(fa.plusMinus(0.7341, 0.0213, 'percent')).toBe('\u200F۷۳٪ ± ۲');
    expect(ar.plusMinus(0.7341, 0.0213, 'percent')).toBe('\u200F\u2068٧٣٪\u061C\u2069 ± ٢');
    expect(fa.plusMinus(-5, 2)).toBe('\u200F\u2068\u200F\u200E\u2212۵\u2069 ± ۲');
  });
});

describe('duration', () => {
  it.each([
    [0, '۰ ثانیه', '٠ ثانية', '0 s'],
    [0.25, '۲۵۰ میلی‌ثانیه', '٢٥٠ ملّي ثانية', '250 ms'],
    [0.9999, '۱ ثانیه', 'ثانية واحدة', '1 s'],
    [4.53, '۴٫۵ ثانیه', '٤٫٥ ثانية', '4.5 s'],
    [59.7, '۱ دقیقه', 'دقيقة واحدة', '1 min'],
    [120, '۲ دقیقه', 'دقيقتان', '2 min'],
    [270, '۴ دقیقه و ۳۰ ثانیه', '٤ دقائق و٣٠ ثانية', '4 min 30 s'],
    [3599.6, '۱ ساعت', 'ساعة واحدة', '1 h'],
    [3725, '۱ ساعت و ۲ دقیقه', 'ساعة واحدة ودقيقتان', '1 h 2 min'],
    [86_399, '۱ روز', 'يوم واحد', '1 day'],
    [183_600, '۲ روز و ۳ ساعت', 'يومان و٣ ساعات', '2 days 3 h'],
    [-270, '−۴ دقیقه و ۳۰ ثانیه', '−٤ دقائق و٣٠ ثانية', '−4 min 30 s'],
  ])('says %d seconds in its two largest units', (seconds, ...texts) => {
    expect(said((f) => f.duration(seconds))).toEqual(texts);
  });

  it('has a short form in one unit', () => {
    expect([0, 0.25, 45, 90, 272, 5400, 90_000, 400_000].map(en.durationShort)).toEqual([
      '0 s',
      '250 ms',
      '45 s',
      '90 s',
      '4.53 min',
      '1.5 h',
      '25 h',
      '4.63 days',
    ]);
  });

  it.each([
    [360, 600, '۶ تا ۱۰ دقیقه', '٦ إلى ١٠ دقائق', '6 to 10 min'],
    [3600, 7200, '۱ تا ۲ ساعت', '١ إلى ٢ ساعة', '1 to 2 h'],
    [0, 60, '۰ تا ۱ دقیقه', '٠ إلى ١ دقيقة', '0 to 1 min'],
    [1.5, 4, '۱٫۵ تا ۴ ثانیه', '١٫٥ إلى ٤ ثوانٍ', '1.5 to 4 s'],
    [45, 120, '۴۵ ثانیه تا ۲ دقیقه', '٤٥ ثانية إلى دقيقتين', '45 s to 2 min'],
    [150, 600, '۲ دقیقه و ۳۰ ثانیه تا ۱۰ دقیقه', 'دقيقتان و٣٠ ثانية إلى ١٠ دقائق', '2 min 30 s to 10 min'],
  ])('says the unit of a range from %d to %d seconds once where both ends have it', (low, high, ...texts) => {
    expect(said((f) => f.durationRange(low, high))).toEqual(texts);
  });

  it('has a form like a clock', () => {
    expect([0, 5, 270, 59.6, 3870, 93_600].map(en.durationCompact)).toEqual([
      '0:00',
      '0:05',
      '4:30',
      '1:00',
      '1:04:30',
      '26:00:00',
    ]);
    expect(fa.durationCompact(270)).toBe('۴:۳۰');
    expect(en.durationCompact(-0.2)).toBe('0:00');
  });
});

describe('date', () => {
  const instant = Date.UTC(2026, 10, 19, 12, 34);

  it('follows the chosen calendar, digits and time zone', () => {
    expect(said((f) => f.date(instant))).toEqual(['۲۸ آبان ۱۴۰۵', '١٩ نوفمبر ٢٠٢٦', '19 November 2026']);
    expect(said((f) => f.dateTime(instant))).toEqual([
      '۲۸ آبان ۱۴۰۵، ۱۶:۰۴',
      '١٩ نوفمبر ٢٠٢٦، ١٥:٣٤',
      '19 November 2026, 12:34',
    ]);
    expect(said((f) => f.monthDay(instant))).toEqual(['۲۸ آبان', '١٩ نوفمبر', '19 November']);
    expect(said((f) => f.monthYear(instant))).toEqual(['آبان ۱۴۰۵', 'نوفمبر ٢٠٢٦', 'November 2026']);
    expect(said((f) => f.time(instant))).toEqual(['۱۶:۰۴', '١٥:٣٤', '12:34']);
  });

  it('has the Hijri calendar of Umm al-Qura', () => {
    const hijri = createFormat({ ...defaultSettings('ar'), calendar: 'islamic-umalqura' });
    expect(hijri.date('2026-11-19')).toBe('٩ جمادى الآخرة ١٤٤٨ هـ');
  });

  it('starts the Persian year at Nowruz, in leap years too', () => {
    expect(fa.date('2025-03-20')).toBe('۳۰ اسفند ۱۴۰۳');
    expect(fa.date('2025-03-21')).toBe('۱ فروردین ۱۴۰۴');
  });

  it('takes a date without a time as the same day in every zone', () => {
    for (const timeZone of ['Pacific/Auckland', 'Pacific/Honolulu', 'Asia/Tehran']) {
      expect(createFormat({ ...defaultSettings('en'), timeZone }).weekdayDate('2026-11-19')).toBe(
        'Thursday, 19 November 2026',
      );
    }
  });

  it('has a dash for what is no time, and for a time without its zone', () => {
    for (const text of ['', 'tomorrow', '2026-13-01', '2026-11-19T10:00']) expect(en.date(text)).toBe('—');
    expect(en.time('2026-11-19T10:00:00+03:30')).toBe('06:30');
  });

  it('names weekdays and orders them from the chosen first day', () => {
    expect(said((f) => f.weekday('thursday'))).toEqual(['پنج‌شنبه', 'الخميس', 'Thursday']);
    expect([fa, ar, en].map((f) => f.week()[0])).toEqual(['saturday', 'sunday', 'monday']);
    expect(en.week()).toHaveLength(7);
    expect(fa.weekdayOf('2026-11-19')).toBe('thursday');
    expect(fa.isWeekend('thursday')).toBe(true);
    expect(ar.isWeekend('thursday')).toBe(false);
  });

  it('writes times of day up to 24:00', () => {
    expect(en.clockTime(8.5 * 3600)).toBe('08:30');
    expect(fa.clockTime(86_400)).toBe('۲۴:۰۰');
  });
});

describe('unit', () => {
  it('says a value with its unit', () => {
    expect(said((f) => f.unit(3, 'agents'))).toEqual(['۳ نماینده', '٣ ممثّلين', '3 agents']);
    expect(said((f) => f.unit(1, 'contacts'))).toEqual(['۱ درخواست', 'طلب واحد', '1 contact']);
    expect(said((f) => f.unit(12.43, 'contactsPerHour'))).toEqual([
      '۱۲٫۴ درخواست در ساعت',
      '١٢٫٤ طلب في الساعة',
      '12.4 contacts per hour',
    ]);
    expect(en.unit(4.256, 'score')).toBe('4.26');
    expect(en.unit(0.734, 'fraction')).toBe('73.4%');
    expect(en.unit(270, 'seconds')).toBe('4 min 30 s');
    expect(en.unit(45.25, 'erlangs')).toBe('45.3 erlangs');
  });

  it('has a word for every unit that a measure has', () => {
    const units: readonly DisplayUnit[] = Object.values(measures).map((measure) => measure.unit);
    for (const unit of [...units, ...displayUnits]) {
      for (const format of [fa, ar, en]) {
        expect(format.unitName(unit)).not.toBe('');
        for (const count of [0, 1, 2, 5, 11, 100, 2.5]) expect(format.unit(count, unit)).not.toContain('{');
      }
    }
  });

  it('rounds it to what is known where there is a half-width', () => {
    expect(en.unit(120.3, 'contacts', { halfWidth: 4.1 })).toBe('120 ± 4 contacts');
    expect(en.unit(0.7341, 'fraction', { halfWidth: 0.0213 })).toBe('73% ± 2');
    expect(en.bare(120.3, 'contacts', { halfWidth: 4.1 })).toBe('120 ± 4');
  });
});

describe('range, between and list', () => {
  it('join values in reading order', () => {
    expect(said((f) => f.range(3, 5))).toEqual(['۳ تا ۵', '٣ إلى ٥', '3 to 5']);
    expect(said((f) => f.between(0.71, 0.75, (value) => f.percent(value, 0)))).toEqual([
      'بین ۷۱٪ و ۷۵٪',
      'بين ٧١٪ و٧٥٪',
      'between 71% and 75%',
    ]);
    expect(said((f) => f.list(['x', 'y', 'z']))).toEqual(['x، y و z', 'x وy وz', 'x, y and z']);
    expect(en.list([])).toBe('');
    expect(stripBidiControls(en.list(['x']))).toBe('x');
  });

  it('isolates each item of a list', () => {
    expect(fa.list(['SLA', 'تلفن'])).toBe('\u200F\u2068SLA\u2069 و \u2068تلفن\u2069');
  });

  it('gives an item that is put together of isolated parts the direction of the text', () => {
    expect(ar.list(['\u2068وكيل\u2069: \u2068١٦\u2069'])).toBe(
      '\u2068\u200F\u2068وكيل\u2069: \u2068١٦\u2069\u2069',
    );
    expect(en.list(['\u2068Agent\u2069: \u206816\u2069'])).toBe(
      '\u2068\u2068Agent\u2069: \u206816\u2069\u2069',
    );
  });
});
