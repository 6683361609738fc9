import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createFormat } from '../../locales/format/format.ts';
import { parseDate } from '../../locales/format/parseDate.ts';
import { type DurationUnit, parseDuration } from '../../locales/format/parseDuration.ts';
import { parseMoney } from '../../locales/format/parseMoney.ts';
import { calendars, defaultSettings, digitSystems, languages } from '../../locales/settings.ts';

const everyDisplay = languages.flatMap((language) =>
  digitSystems.map((digits) => ({ ...defaultSettings(language), digits })),
);

describe('parseDuration', () => {
  it.each([
    ['270', 270],
    ['۲۷۰', 270],
    ['4:30', 270],
    ['۴:۳۰', 270],
    ['٤:٣٠', 270],
    ['1:04:30', 3870],
    ['0:00', 0],
    ['4 min 30 s', 270],
    ['4min30s', 270],
    ['4m', 240],
    ['1.5 hours', 5400],
    ['2 days, 3 hours and 1 minute', 183_660],
    ['250 ms', 0.25],
    ['۴ دقیقه ۳۰ ثانیه', 270],
    ['۴ دقیقه و ۳۰ ثانیه', 270],
    ['4 دقيقه و30 ثانيه', 270],
    ['۲ ساعت', 7200],
    ['۱٫۵ ساعت', 5400],
    ['دقيقتان', 120],
    ['ساعة واحدة ودقيقتان', 3720],
    ['٣ ساعات و٥ دقائق', 11_100],
    ['يومين', 172_800],
    ['۳ روز', 259_200],
    ['1,200 s', 1200],
  ])('reads %s as %d seconds', (text, seconds) => {
    expect(parseDuration(text)).toEqual({ ok: true, seconds });
  });

  it.each<[string, DurationUnit, number]>([
    ['5', 'minute', 300],
    ['۱٫۵', 'hour', 5400],
    ['2', 'day', 172_800],
    ['4:30', 'hour', 270],
    ['30 s', 'hour', 30],
  ])('reads %s with bare numbers in units of a %s as %d seconds', (text, bare, seconds) => {
    expect(parseDuration(text, bare)).toEqual({ ok: true, seconds });
  });

  it.each([
    ['', 'empty'],
    ['soon', 'notANumber'],
    ['4 apples', 'unknownUnit'],
    ['4 min 30', 'unclearUnits'],
    ['4 min 5 min', 'unclearUnits'],
    ['4 30', 'unclearUnits'],
    ['4:75', 'clock'],
    ['1:75:00', 'clock'],
    ['-5', 'negative'],
    ['1,5 min', 'grouping'],
    ['5%', 'percentSign'],
    ['4 min and', 'unknownUnit'],
    ['min', 'notANumber'],
  ])('refuses %s as %s', (text, reason) => {
    expect(parseDuration(text)).toEqual({ ok: false, reason });
  });

  it('reads back what is shown, in every language and every digits', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 400_000 }),
        fc.constantFrom(...everyDisplay),
        (seconds, display) => {
          const { duration, durationCompact } = createFormat(display);
          expect(parseDuration(durationCompact(seconds))).toEqual({ ok: true, seconds });
          // Long spans are shown in two units.
          const kept =
            seconds < 3600
              ? seconds
              : seconds < 86_370
                ? Math.round(seconds / 60) * 60
                : Math.round(seconds / 3600) * 3600;
          expect(parseDuration(duration(seconds)), duration(seconds)).toEqual({ ok: true, seconds: kept });
        },
      ),
    );
  });
});

describe('parseMoney', () => {
  it.each([
    ['1200', 'USD', 1200],
    ['1,200 USD', 'USD', 1200],
    ['$ 1,200', 'USD', 1200],
    ['12.5 million', 'IRT', 12_500_000],
    ['12.5m', 'IRT', 12_500_000],
    ['30k', 'EUR', 30_000],
    ['۱۲٫۵ میلیون تومان', 'IRT', 12_500_000],
    ['۲ میلیون و ۵۰۰ هزار تومان', 'IRT', 2_500_000],
    ['۳ هزار میلیارد', 'IRT', 3e12],
    ['٣ ملايين و٢٠٠ ألف', 'SAR', 3_200_000],
    ['۳ میلیون ریال', 'IRT', 300_000],
    ['300 تومان', 'IRR', 3000],
    ['-5 thousand', 'USD', -5000],
    ['5 XYZ', 'XYZ', 5],
  ])('reads %s in %s as %d', (text, currency, amount) => {
    expect(parseMoney(text, currency)).toEqual({ ok: true, amount });
  });

  it.each([
    ['', 'USD', 'empty'],
    ['a lot', 'USD', 'unknownWord'],
    ['5 apples', 'USD', 'unknownWord'],
    ['5 EUR', 'USD', 'otherCurrency'],
    ['۵ دلار', 'IRT', 'otherCurrency'],
    ['5 thousand 2 million', 'USD', 'unclearScales'],
    ['5 million 3000 thousand', 'USD', 'unclearScales'],
    ['5 6', 'USD', 'unclearScales'],
    ['1,5 million', 'USD', 'grouping'],
    ['USD', 'USD', 'notANumber'],
    ['5%', 'USD', 'percentSign'],
  ])('refuses %s in %s as %s', (text, currency, reason) => {
    expect(parseMoney(text, currency)).toEqual({ ok: false, reason });
  });

  it('reads back what is shown exactly, in every language, digits and currency', () => {
    const currencies = ['IRT', 'IRR', 'SAR', 'AED', 'EGP', 'ILS', 'USD', 'EUR'];
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 2_000_000_000 }),
        fc.constantFrom(...currencies),
        fc.constantFrom(...everyDisplay),
        (amount, currency, display) => {
          const shown = createFormat(display).moneyExact(amount, currency);
          expect(parseMoney(shown, currency), shown).toEqual({ ok: true, amount });
        },
      ),
    );
  });

  it('reads the shortened form to its three digits', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 999 }), fc.constantFrom(...everyDisplay), (digits, display) => {
        const amount = digits * 1e7;
        const shown = createFormat(display).money(amount, 'IRT');
        expect(parseMoney(shown, 'IRT'), shown).toEqual({ ok: true, amount });
      }),
    );
  });
});

describe('parseDate', () => {
  it.each([
    ['2026-11-19', 'gregory', '2026-11-19'],
    ['2026-11-19', 'persian', '2026-11-19'],
    ['19/11/2026', 'gregory', '2026-11-19'],
    ['19 November 2026', 'persian', '2026-11-19'],
    ['Nov 19, 2026', 'gregory', '2026-11-19'],
    ['۱۴۰۵/۰۸/۲۸', 'persian', '2026-11-19'],
    ['28.8.1405', 'persian', '2026-11-19'],
    ['۲۸ آبان ۱۴۰۵', 'gregory', '2026-11-19'],
    ['پنج‌شنبه، ۲۸ آبان ۱۴۰۵', 'persian', '2026-11-19'],
    ['1 فروردین 1405', 'persian', '2026-03-21'],
    ['١ رمضان ١٤٤٧', 'islamic-umalqura', '2026-02-18'],
    ['1447/9/1', 'islamic-umalqura', '2026-02-18'],
    ['29 فبراير 2028', 'gregory', '2028-02-29'],
  ] as const)('reads %s, with the %s calendar chosen, as %s', (text, calendar, date) => {
    expect(parseDate(text, calendar)).toMatchObject({ ok: true, date });
  });

  it.each([
    ['', 'gregory', 'empty'],
    ['tomorrow', 'gregory', 'notADate'],
    ['November 2026', 'gregory', 'notADate'],
    ['19/11/26', 'gregory', 'unclearOrder'],
    ['2026/11/2026', 'gregory', 'unclearOrder'],
    ['31/4/2026', 'gregory', 'noSuchDay'],
    ['2026-02-29', 'gregory', 'noSuchDay'],
    ['1405/12/30', 'persian', 'noSuchDay'],
    ['1405/13/1', 'persian', 'noSuchDay'],
    ['0405/1/1', 'persian', 'noSuchDay'],
  ] as const)('refuses %s, with the %s calendar chosen, as %s', (text, calendar, reason) => {
    expect(parseDate(text, calendar)).toEqual({ ok: false, reason });
  });

  it('reads back what is shown, in every language, digits and calendar', () => {
    const displays = everyDisplay.flatMap((display) =>
      calendars.map((calendar) => ({ ...display, calendar })),
    );
    fc.assert(
      fc.property(fc.integer({ min: 10_000, max: 30_000 }), fc.constantFrom(...displays), (day, display) => {
        const iso = new Date(day * 86_400_000).toISOString().slice(0, 10);
        const { date, weekdayDate } = createFormat(display);
        for (const shown of [date(iso), weekdayDate(iso)])
          expect(parseDate(shown, display.calendar), shown).toMatchObject({ ok: true, date: iso });
      }),
    );
  });
});
