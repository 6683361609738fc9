import { describe, expect, it } from 'vitest';
import type { SeriesAxis } from '../../core/measures/result.ts';
import { stripBidiControls } from '../../locales/format/bidi.ts';
import { createFormat } from '../../locales/format/format.ts';
import { defaultSettings } from '../../locales/settings.ts';
import { createTranslator } from '../../locales/translator.ts';
import { daySpans, timeTicks } from '../../renderer/charts/timeTicks.ts';
import { dayAt, intervalName } from '../../renderer/text/intervalName.ts';

const day = 86_400;
const axisOf = (days: number, kind: SeriesAxis['kind'] = 'horizon'): SeriesAxis => ({
  kind,
  intervalSeconds: 1800,
  intervals: days * 48,
  startDate: '2026-11-21',
  timeZone: 'Asia/Tehran',
  dayStartsSeconds: Array.from({ length: days }, (_, at) => at * day),
});
const english = createFormat(defaultSettings('en'));
const persian = createFormat(defaultSettings('fa'));

describe('timeTicks', () => {
  it('names each day with its date and its hours where there is room', () => {
    const ticks = timeTicks(axisOf(7), english, 1120);
    expect(ticks.filter(({ kind }) => kind === 'day')).toHaveLength(7);
    expect(ticks.find(({ kind }) => kind === 'day')).toMatchObject({
      seconds: day / 2,
      text: 'Saturday 21 November',
    });
    expect(ticks.filter(({ kind }) => kind === 'hour').map(({ text }) => text)).toContain('18:00');
  });

  it('leaves out hours and shortens names where there is none', () => {
    const ticks = timeTicks(axisOf(7), english, 280);
    expect(ticks.map(({ text }) => text)).toEqual(['Sat', 'Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri']);
  });

  it('marks weeks on a period of many weeks', () => {
    const ticks = timeTicks(axisOf(56), english, 800);
    expect(ticks).toHaveLength(8);
    expect(ticks[1]).toMatchObject({ seconds: 7 * day, text: '28 November' });
  });

  it('has no dates on a folded week', () => {
    const [first] = timeTicks(axisOf(7, 'week'), english, 1600);
    expect(first?.text).toBe('Saturday');
  });

  it('is written in the calendar and digits of the display', () => {
    const texts = timeTicks(axisOf(7), persian, 1120).map(({ text }) => text);
    expect(texts).toContain('شنبه ۳۰ آبان');
    expect(texts).toContain('۱۸:۰۰');
  });
});

describe('daySpans', () => {
  it('knows the weekend of the plan', () => {
    const weekend = daySpans(axisOf(7), persian).map(({ isWeekend }) => isWeekend);
    expect(weekend).toEqual([false, false, false, false, false, true, true]);
  });

  it('follows days of 23 and 25 hours', () => {
    const axis = { ...axisOf(3), dayStartsSeconds: [0, 23 * 3600, 48 * 3600] };
    expect(daySpans(axis, english).map(({ from, to }) => (to - from) / 3600)).toEqual([23, 25, 24]);
  });
});

describe('intervalName', () => {
  it('says day and time of an interval', () => {
    const texts = { t: createTranslator('en').t, format: english };
    const said = (axis: SeriesAxis, at: number) => stripBidiControls(intervalName(texts, axis, at));
    expect(said(axisOf(7), 48 + 19)).toBe('Sunday, 22 November 2026, 09:30 to 10:00');
    expect(said(axisOf(7, 'week'), 47)).toBe('Saturday, 23:30 to 24:00');
  });
});

describe('dayAt', () => {
  it('finds the day of a moment, its first second included', () => {
    const axis = axisOf(7);
    expect([0, day - 1, day, 7 * day].map((seconds) => dayAt(axis, seconds))).toEqual([0, 0, 1, 6]);
  });
});
