import { expect, it } from 'vitest';
import { burnDown } from '../../core/queueing/burnDown.ts';
import { deferredWork } from '../../core/queueing/deferredWork.ts';
import { timeVaryingQueue } from '../../core/queueing/timeVaryingQueue.ts';
import { perSecond, seconds } from '../../core/units/quantities.ts';
import { inPart } from '../support/walkedIn.ts';
import { succeeded } from './near.ts';
import { compareAll, describeRecords, type NumberRecord } from './records.ts';

const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0);

interface EmailBacklog {
  readonly cases: readonly (NumberRecord & {
    readonly id: never;
    readonly arrivals_per_hour: never;
    readonly staff_per_hour: never;
    readonly p_start_within: never;
    readonly hours: never;
  })[];
  readonly fluid_burndown: readonly {
    readonly start_backlog: number;
    readonly periods: readonly NumberRecord[];
  }[];
}

const promises = {
  clock_4h: { within: seconds(4), clock: 'wall' },
  clock_24h: { within: seconds(24), clock: 'wall' },
  clock_48h: { within: seconds(48), clock: 'wall' },
  business_2h: { within: seconds(2), clock: 'open' },
  business_8h: { within: seconds(8), clock: 'open' },
} as const;

describeRecords<EmailBacklog>(
  'email_backlog.json',
  (records) => {
    // A week takes seconds: `npm test` takes one of them, `npm run test:long` all.
    const cases = inPart(records.cases);

    it('hold for weeks of business hours, and show how far the fluid is from them', () => {
      let checked = 0;
      const gaps = { short: 0, day: 0, time: 0 };
      for (const r of cases) {
        const staff = r.staff_per_hour as readonly number[];
        // The unit of time is the hour here; the formulas only ask that all times share it.
        const intervals = (r.arrivals_per_hour as readonly number[]).map((rate, k) => ({
          length: seconds(1),
          arrivals: perSecond(rate),
          agents: staff[k] ?? 0,
        }));
        const handling = seconds(r.aht_h ?? 0);
        for (const [name, promise] of Object.entries(promises)) {
          const outcomes = succeeded(
            timeVaryingQueue({
              intervals,
              handling,
              target: promise,
              shiftEnd: 'handBack',
              start: 'repeating',
            }),
          );
          const inTime = sum(outcomes.map((o) => o.inTime)) / (r.weekly_arrivals ?? 0);
          const expected = (r.p_start_within as NumberRecord)[name] ?? Number.NaN;
          checked += compareAll([[name, inTime, expected]], { relative: r.rel_tol ?? 0 }, String(r.id));
          const fluid = succeeded(deferredWork({ intervals, handling, promise }));
          const gap = fluid.serviceLevel - expected;
          expect(gap).toBeGreaterThan(-0.005);
          if (promise.within < 24) gaps.short = Math.max(gaps.short, gap);
          else gaps.day = Math.max(gaps.day, gap);
          if (name !== 'clock_24h') continue;
          gaps.time = Math.max(gaps.time, 1 - (fluid.meanWait + handling) / (r.mean_time_in_system_h ?? 0));
          const hours = r.hours as readonly NumberRecord[];
          const rows = outcomes.flatMap((o, k) => [
            ['present', o.meanPresent, hours[k]?.mean_in_system_avg] as const,
            ['busy', o.meanBusy, hours[k]?.mean_busy] as const,
            ['at start', outcomes.at(k - 1)?.presentAtEnd, hours[k]?.mean_in_system_at_start] as const,
          ]);
          const present = sum(outcomes.map((o) => o.meanPresent));
          const all = [
            ['time', present / (r.weekly_arrivals ?? 0), r.mean_time_in_system_h],
            ['backlog', present / 168, r.mean_backlog_time_avg],
            ['busy hours', sum(outcomes.map((o) => o.meanBusy)), r.weekly_busy_hours],
          ] as const;
          checked += compareAll([...rows, ...all], { relative: r.rel_tol ?? 0 }, String(r.id));
        }
      }
      expect(checked).toBeGreaterThanOrEqual(cases.length * (5 + 3 * 168 + 3));
      expect(records.cases.length).toBeGreaterThanOrEqual(4);
      expect(gaps.short).toBeLessThan(0.1);
      expect(gaps.day).toBeLessThan(0.061);
      expect(gaps.time).toBeLessThan(0.31);
    }, 180_000);

    it('hold for the burning down of a backlog', () => {
      let checked = 0;
      for (const { start_backlog: start, periods } of records.fluid_burndown) {
        const given = periods.map(({ arrivals = 0, capacity = 0 }) => ({ arrivals, capacity }));
        const expected = periods.map(({ done, backlog_end }) => ({ done, backlogAtEnd: backlog_end }));
        expect(burnDown(start, given)).toEqual(expected);
        checked += periods.length;
      }
      expect(checked).toBeGreaterThanOrEqual(13);
    });
  },
  'test/queueing/deferredWork.test.ts',
);
