import { describe, expect, it } from 'vitest';
import { offeredLoadAt, offeredLoadProfile } from '../../core/queueing/offeredLoad.ts';
import { smoothRates } from '../../core/queueing/smoothRates.ts';
import { type TimeVaryingQueue, timeVaryingQueue } from '../../core/queueing/timeVaryingQueue.ts';
import { advanceShares, chancesBefore } from '../../core/queueing/uniformised.ts';
import { perSecond, seconds } from '../../core/units/quantities.ts';
import { randomFrom } from './denseChain.ts';
import { expectNear, succeeded } from './near.ts';

type Slope = (now: readonly number[]) => number[];

/** Runge and Kutta's rule of the fourth order. */
function followed(
  start: readonly number[],
  slope: Slope,
  length: number,
  steps: number,
  look?: (now: readonly number[]) => void,
): number[] {
  const step = length / steps;
  const moved = (from: readonly number[], by: readonly number[], size: number): number[] =>
    from.map((value, k) => value + size * (by[k] ?? 0));
  let now = [...start];
  for (let k = 0; k < steps; k += 1) {
    const a = slope(now);
    const b = slope(moved(now, a, step / 2));
    const c = slope(moved(now, b, step / 2));
    const d = slope(moved(now, c, step));
    now = now.map(
      (value, j) => value + (step / 6) * ((a[j] ?? 0) + 2 * (b[j] ?? 0) + 2 * (c[j] ?? 0) + (d[j] ?? 0)),
    );
    look?.(now);
  }
  return now;
}

const most = 32;

function randomDay(
  random: ReturnType<typeof randomFrom>,
): TimeVaryingQueue & { readonly patience: NonNullable<TimeVaryingQueue['patience']> } {
  const handling = seconds(random.between(0.5, 2));
  return {
    intervals: Array.from({ length: 3 }, () => ({
      length: seconds(random.between(1, 3)),
      arrivals: perSecond(random.between(0, 4)),
      agents: random.whole(0, 5),
    })),
    handling,
    patience: seconds(random.between(0.3, 1.5)),
    target: { within: seconds(random.between(0.2, 2.5)), clock: 'wall' },
    shiftEnd: random.chance(0.5) ? 'handBack' : 'finish',
    start: random.whole(0, 5),
  };
}

describe('timeVaryingQueue', () => {
  it('follows the differential equations of 200 random days, with both rules for the end of a shift', () => {
    const random = randomFrom(401);
    let days = 0;
    for (let set = 0; set < 200; set += 1) {
      const day = randomDay(random);
      const outcomes = succeeded(timeVaryingQueue(day));
      let shares: number[] = Array.from({ length: most + 1 }, (_, n) => (n === day.start ? 1 : 0));
      let finishing = 0;
      let before = day.intervals[0]?.agents ?? 0;
      for (const [k, { length, arrivals, agents }] of day.intervals.entries()) {
        if (day.shiftEnd === 'finish' && agents < before) {
          const next = shares.map(() => 0);
          for (const [n, share] of shares.entries()) {
            const leaving = Math.max(0, Math.min(n, before) - agents);
            finishing += leaving * share;
            next[n - leaving] = (next[n - leaving] ?? 0) + share;
          }
          shares = next;
        }
        before = agents;
        const down = (n: number): number =>
          Math.min(n, agents) / day.handling + Math.max(0, n - agents) / day.patience;
        let queue = 0;
        const steps = Math.ceil(length * 60);
        const add = (now: readonly number[], weight: number): void => {
          queue += weight * now.reduce((sum, share, n) => sum + share * Math.max(0, n - agents), 0);
        };
        add(shares, 0.5);
        shares = followed(
          shares,
          (now) =>
            now.map((share, n) => {
              const out = (n < most ? arrivals : 0) + down(n);
              return (
                (n > 0 ? arrivals * (now[n - 1] ?? 0) : 0) +
                (n < most ? down(n + 1) * (now[n + 1] ?? 0) : 0) -
                out * share
              );
            }),
          length,
          steps,
          (now) => add(now, 1),
        );
        add(shares, -0.5);
        const begun = finishing;
        finishing *= Math.exp(-length / day.handling);
        const o = outcomes[k];
        const what = `day ${set}, interval ${k}`;
        const overtime = ((begun - finishing) * day.handling) / length;
        expectNear(
          o?.meanOvertime ?? Number.NaN,
          overtime,
          { relative: 1e-5, absolute: 1e-7 },
          `${what} overtime`,
        );
        expectNear(
          o?.presentAtEnd ?? Number.NaN,
          shares.reduce((sum, share, n) => sum + share * n, 0),
          { relative: 1e-5, absolute: 1e-7 },
          what,
        );
        expectNear(
          o?.meanQueue ?? Number.NaN,
          queue / steps,
          { relative: 2e-3, absolute: 1e-4 },
          `${what} queue`,
        );
        expectNear(
          o?.emptyAtEnd ?? Number.NaN,
          shares[0] ?? 0,
          { relative: 1e-5, absolute: 1e-8 },
          `${what} empty`,
        );
      }
      days += 1;
    }
    expect(days).toBe(200);
  });

  it('gives the share in time that following single contacts gives', () => {
    const random = randomFrom(402);
    for (let set = 0; set < 12; set += 1) {
      const day = randomDay(random);
      const within = day.target?.within ?? 0;
      const [o] = succeeded(timeVaryingQueue(day));
      const [first] = day.intervals;
      if (first === undefined || o === undefined || first.arrivals < 0.05) continue;
      const staffAt = (time: number): number => {
        let end = 0;
        for (const one of day.intervals) {
          end += one.length;
          if (time < end - 1e-9) return one.agents;
        }
        return day.intervals.at(-1)?.agents ?? 0;
      };
      const moments = 120;
      let inTime = 0;
      for (let m = 0; m < moments; m += 1) {
        const arrival = (first.length * (m + 0.5)) / moments;
        const present = succeeded(
          timeVaryingQueue({
            ...day,
            intervals: [{ ...first, length: seconds(arrival) }],
            target: undefined,
          }),
        );
        expect(present[0]?.waitAtEnd).toBeDefined();
        inTime += followContact(day, first.agents, arrival, within, staffAt) / moments;
      }
      expectNear(o.serviceLevel, inTime, { absolute: 4e-3 }, `day ${set}`);
    }
  });

  it('starts from shares as from a number, and refuses what grows without end', () => {
    const day = randomDay(randomFrom(5));
    const one = succeeded(timeVaryingQueue({ ...day, start: 2 }));
    expect(succeeded(timeVaryingQueue({ ...day, start: [0, 0, 1] }))).toEqual(one);
    const endless = timeVaryingQueue({
      intervals: [{ length: seconds(10), arrivals: perSecond(3), agents: 2 }],
      handling: seconds(1),
      shiftEnd: 'finish',
      start: 'repeating',
    });
    expect(endless.ok ? [] : endless.failure.map(({ code }) => code)).toEqual(['unstable']);
  });
});

/** The probability that a contact arriving at a moment is begun in time: all it may find, then every small step. */
function followContact(
  day: TimeVaryingQueue & { readonly patience: number },
  agents: number,
  arrival: number,
  within: number,
  staffAt: (time: number) => number,
): number {
  const { handling, patience, intervals, start } = day;
  const rate = intervals[0]?.arrivals ?? 0;
  const down = (n: number): number => Math.min(n, agents) / handling + Math.max(0, n - agents) / patience;
  const found = followed(
    Array.from({ length: most + 1 }, (_, n) => (n === start ? 1 : 0)),
    (now) =>
      now.map(
        (share, n) =>
          (n > 0 ? rate * (now[n - 1] ?? 0) : 0) +
          (n < most ? down(n + 1) * (now[n + 1] ?? 0) : 0) -
          ((n < most ? rate : 0) + down(n)) * share,
      ),
    arrival,
    Math.max(4, Math.ceil(arrival * 60)),
  );
  let begun = found.reduce((sum, share, n) => (n < agents ? sum + share : sum), 0);
  let ahead = found.slice(agents);
  const steps = 600;
  const step = within / steps;
  let staff = agents;
  for (let k = 0; k < steps; k += 1) {
    const now = staffAt(arrival + (k + 0.5) * step);
    const more = now - staff;
    if (more > 0) {
      begun += ahead.slice(0, more).reduce((sum, share) => sum + share, 0);
      ahead = ahead.slice(more);
    } else if (more < 0 && day.shiftEnd === 'handBack')
      ahead = [...new Array<number>(-more).fill(0), ...ahead];
    staff = now;
    const next = ahead.map(() => 0);
    for (const [j, share] of ahead.entries()) {
      const moving = (staff / handling + j / patience) * step;
      const leaving = step / patience;
      next[j] = (next[j] ?? 0) + share * (1 - moving - leaving);
      if (j > 0) next[j - 1] = (next[j - 1] ?? 0) + share * moving;
      else begun += share * (staff / handling) * step;
    }
    ahead = next;
  }
  return begun;
}

describe('advanceShares and chancesBefore', () => {
  it('give the worked examples', () => {
    const shares = Float64Array.of(1, 0);
    advanceShares(shares, 1, Float64Array.of(0, 1), 1);
    expectNear(shares[0] ?? 0, (1 + Math.exp(-2)) / 2, { relative: 1e-14 }, 'stays');
    const chances = new Float64Array(3);
    chancesBefore(chances, 1, 0, 1);
    expectNear(chances[0] ?? 0, 1 - Math.exp(-1), { relative: 1e-14 }, 'first');
    expectNear(chances[1] ?? 0, 1 - 2 * Math.exp(-1), { relative: 1e-14 }, 'second');
  });
});

describe('smoothRates', () => {
  it('keeps the mean of a straight line and leans to each side of it', () => {
    const [early, late] = smoothRates((t) => 1 + t, 0, 1, 1);
    expectNear((early?.arrivals ?? 0) + (late?.arrivals ?? 0), 3, { relative: 1e-15 }, 'mean');
    expectNear(early?.arrivals ?? 0, 1.1666666666666667, { relative: 1e-12 }, 'first half');
  });
});

describe('offeredLoadAt', () => {
  it('agrees with the profile of intervals, for laws that are not exponential too', () => {
    const laws = [
      { law: 'lognormal', meanSeconds: 300, cv: 1.3 },
      { law: 'deterministic', seconds: 700 },
      { law: 'gamma', meanSeconds: 500, cv: 0.6 },
    ] as const;
    for (const law of laws) {
      const intervals = [0.02, 0.05, 0.01].map((rate) => ({
        length: seconds(600),
        arrivals: perSecond(rate),
      }));
      const profile = offeredLoadProfile(intervals, law);
      // The rate jumps, which the first of the two does not expect: hence the tolerance.
      const rate = (t: number): number => (t < 0 ? 0 : t < 600 ? 0.02 : t < 1200 ? 0.05 : 0.01);
      expectNear(offeredLoadAt(rate, law, 1800), profile[2]?.atEnd ?? 0, { relative: 1e-3 }, law.law);
    }
    expectNear(
      offeredLoadAt(() => 0.1, { law: 'exponential', meanSeconds: 180 }, 0),
      18,
      { relative: 1e-12 },
      'example',
    );
  });
});
