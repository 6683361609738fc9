import { expect, it } from 'vitest';
import { modifiedLoad } from '../../core/queueing/modifiedLoad.ts';
import { periodStaffing, planningRates } from '../../core/queueing/periodStaffing.ts';
import { smoothRates } from '../../core/queueing/smoothRates.ts';
import { timeVaryingQueue } from '../../core/queueing/timeVaryingQueue.ts';
import { fraction, perSecond, seconds } from '../../core/units/quantities.ts';
import { succeeded } from './near.ts';
import { compareAll, describeRecords, type NumberRecord } from './records.ts';

type Profile = NumberRecord & {
  readonly id: never;
  readonly calls: never;
  readonly staff: never;
  readonly shift_end_rule: never;
  readonly rows: never;
  readonly totals: never;
};
interface DayProfiles {
  readonly day_profiles: readonly Profile[];
  readonly sipp: readonly (NumberRecord & {
    readonly id: never;
    readonly rule: never;
    readonly staff: never;
    readonly rows: never;
  })[];
  readonly transient: readonly (NumberRecord & { readonly rows: never })[];
}

const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0);
const dayOf = (r: Profile) => {
  const staff = r.staff as readonly number[];
  return {
    intervals: (r.calls as readonly number[]).map((calls, k) => ({
      length: seconds(r.interval_s ?? 0),
      arrivals: perSecond(calls / (r.interval_s ?? 0)),
      agents: staff[k] ?? 0,
    })),
    handling: seconds(r.aht_s ?? 0),
    patience: seconds(r.patience_s ?? 0),
  };
};

describeRecords<DayProfiles>(
  'day_profile.json',
  (records) => {
    it('hold for days with changing staff and two rules for the end of a shift', () => {
      let checked = 0;
      for (const r of records.day_profiles) {
        const rows = r.rows as readonly NumberRecord[];
        const outcomes = succeeded(
          timeVaryingQueue({
            ...dayOf(r),
            target: { within: seconds(r.awt_s ?? 0), clock: 'wall' },
            shiftEnd: r.shift_end_rule === 'preempt' ? 'handBack' : 'finish',
            start: 0,
          }),
        );
        const tolerance = { relative: r.rel_tol ?? 0, absolute: r.abs_tol ?? 0 };
        for (const [k, o] of outcomes.entries()) {
          const fields = [
            ['mean_queue', o.meanQueue],
            ['mean_busy_on_shift', o.meanBusy],
            ['mean_busy_overtime', o.meanOvertime],
            ['occupancy_on_shift', o.occupancy],
            ['p_delay', o.waitProbability],
            ['expected_abandons', o.abandoned],
            ['expected_service_completions', o.handled],
            ['expected_answered_within_T', o.inTime],
            ['service_level_offered', o.serviceLevel],
            ['mean_in_system_end', o.presentAtEnd],
          ] as const;
          const named = fields.map(([name, value]) => [name, value, rows[k]?.[name]] as const);
          checked += compareAll(named, tolerance, `${r.id} ${k}`);
        }
        const totals = r.totals as NumberRecord;
        const waits = sum(outcomes.map((o) => o.meanQueue)) * (r.interval_s ?? 0);
        const overtime = sum(outcomes.map((o) => o.meanOvertime)) * (r.interval_s ?? 0);
        const whole = [
          ['abandons', sum(outcomes.map((o) => o.abandoned)), totals.abandons],
          ['in time', sum(outcomes.map((o) => o.inTime)), totals.answered_within_T],
          ['wait', waits, totals.wait_seconds],
          ['overtime', overtime, totals.overtime_agent_seconds],
        ] as const;
        // Overtime after the last interval is not in it; the record's is.
        const ends = outcomes.at(-1)?.meanOvertime ?? 0;
        checked += compareAll(ends > 1e-3 ? whole.slice(0, 3) : whole, tolerance, `${r.id} in all`);
      }
      expect(checked).toBeGreaterThanOrEqual(10 * 8 * 10);
    });

    it('bound the error of the modified load over a day and in its half hours', () => {
      let day = 0;
      let leaving = 0;
      let halfHour = 0;
      for (const r of records.day_profiles.filter((one) => one.shift_end_rule === 'preempt')) {
        const rows = r.rows as readonly NumberRecord[];
        const outcomes = succeeded(modifiedLoad({ ...dayOf(r), target: seconds(r.awt_s ?? 0) }));
        const calls = r.calls as readonly number[];
        const totals = r.totals as NumberRecord;
        const inTime = sum(outcomes.map((o, k) => o.serviceLevel * (calls[k] ?? 0))) / (totals.calls ?? 0);
        const left = sum(outcomes.map((o, k) => o.abandonment * (calls[k] ?? 0))) / (totals.calls ?? 0);
        day = Math.max(day, Math.abs(inTime - (totals.service_level_offered ?? 0)));
        leaving = Math.max(leaving, Math.abs(left - (totals.abandon_fraction ?? 0)));
        for (const [k, o] of outcomes.entries())
          halfHour = Math.max(halfHour, Math.abs(o.serviceLevel - (rows[k]?.service_level_offered ?? 0)));
      }
      expect(day).toBeLessThan(0.0055);
      expect(leaving).toBeLessThan(0.0125);
      expect(halfHour).toBeLessThan(0.037);
      expect(halfHour).toBeGreaterThan(0.01);
    });

    it('hold for staffing period by period, and for what it does', () => {
      let checked = 0;
      for (const r of records.sipp) {
        const rate = (t: number): number =>
          (r.mean_rate_per_h ?? 0) * (1 + (r.relative_amplitude ?? 0) * Math.sin((2 * Math.PI * t) / 24));
        const isMost = String(r.rule).endsWith('max');
        const slice = 1 / 64;
        const profile = Array.from({ length: 24 * 64 }, (_, k) => {
          const start = k * slice;
          // The mean of a sine over a slice, and its highest value, which lies at an end but for the crest at 6 h.
          const angle = (Math.PI * slice) / 24;
          const middle = rate(start + slice / 2) - (r.mean_rate_per_h ?? 0);
          const mean = (r.mean_rate_per_h ?? 0) + (middle * Math.sin(angle)) / angle;
          const most = Math.max(rate(start), rate(start + slice));
          return { length: seconds(slice), arrivals: perSecond(isMost ? most : mean) };
        });
        const rates = planningRates(profile, {
          period: seconds(r.planning_period_h ?? 0),
          lag: seconds(String(r.rule).startsWith('Lag') ? 1 / (r.mu_per_h ?? 0) : 0),
          by: isMost ? 'most' : 'average',
        });
        const handling = seconds(1 / (r.mu_per_h ?? 0));
        const staff = succeeded(periodStaffing(rates, handling, fraction(r.target_p_delay ?? 0)));
        expect(staff, String(r.id)).toEqual(r.staff);

        const slices = 8;
        const period = r.planning_period_h ?? 0;
        const intervals = staff.flatMap((agents, k) =>
          smoothRates(rate, k * period, (k + 1) * period, slices).map((one) => ({ ...one, agents })),
        );
        const outcomes = succeeded(
          timeVaryingQueue({ intervals, handling, shiftEnd: 'handBack', start: 'repeating' }),
        );
        const waiting = (from: number, to: number): number => {
          const part = outcomes.slice(from, to);
          return sum(part.map((o) => o.waitProbability * o.arrivals)) / sum(part.map((o) => o.arrivals));
        };
        const rows = r.rows as readonly NumberRecord[];
        const periods = rows.map((_, k) => waiting(k * 2 * slices, (k + 1) * 2 * slices));
        const compared = rows.flatMap((row, k) => [
          [`wait ${k}`, periods[k], row.p_delay_arrival_avg] as const,
          [
            `queue ${k}`,
            sum(outcomes.slice(k * 2 * slices, (k + 1) * 2 * slices).map((o) => o.meanQueue)) / (2 * slices),
            row.mean_queue,
          ] as const,
        ]);
        checked += compareAll(
          [
            ...compared,
            ['most', Math.max(...periods), r.max_period_p_delay],
            ['all', waiting(0, outcomes.length), r.cycle_p_delay],
          ],
          { relative: r.rel_tol ?? 0 },
          String(r.id),
        );
        const above = periods.filter((share) => share > 1.1 * (r.target_p_delay ?? 0)).length;
        expect(above, String(r.id)).toBe(r.periods_above_target_by_10pct);
      }
      expect(checked).toBeGreaterThanOrEqual(16 * 98);
    });

    it('hold for the way from a given number present to the long run', () => {
      let checked = 0;
      for (const r of records.transient) {
        const rows = r.rows as readonly NumberRecord[];
        const outcomes = succeeded(
          timeVaryingQueue({
            intervals: rows.map((row, k) => ({
              length: seconds((row.t ?? 0) - (rows[k - 1]?.t ?? 0)),
              arrivals: perSecond(r.lam ?? 0),
              agents: r.servers ?? 0,
            })),
            handling: seconds(1 / (r.mu ?? 0)),
            patience: (r.theta ?? 0) > 0 ? seconds(1 / (r.theta ?? 0)) : undefined,
            shiftEnd: 'handBack',
            start: r.start_in_system ?? 0,
          }),
        );
        const compared = outcomes.flatMap((o, k) => [
          ['present', o.presentAtEnd, rows[k]?.mean_in_system] as const,
          ['queue', o.queueAtEnd, rows[k]?.mean_queue] as const,
          ['wait', o.waitAtEnd, rows[k]?.p_delay] as const,
          ['empty', o.emptyAtEnd, rows[k]?.p_empty] as const,
        ]);
        // A share below 1e-16 is below what randomisation counts.
        checked += compareAll(compared, { relative: r.rel_tol ?? 0, absolute: 1e-16 }, `${r.servers}`);
      }
      expect(checked).toBeGreaterThanOrEqual(4 * 16);
    });
  },
  'test/queueing/randomTimes.test.ts',
);
