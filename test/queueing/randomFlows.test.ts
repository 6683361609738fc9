import { describe, expect, it } from 'vitest';
import { burnDown } from '../../core/queueing/burnDown.ts';
import { offeredLoadProfile } from '../../core/queueing/offeredLoad.ts';
import { perSecond, seconds } from '../../core/units/quantities.ts';
import { randomFrom } from './denseChain.ts';
import { expectNear } from './near.ts';

const sets = Array.from({ length: 200 }, (_, k) => k);

describe('against plain steps through time', () => {
  it('offeredLoadProfile is what small steps through time add up to', () => {
    const random = randomFrom(501);
    for (const set of sets) {
      // Contacts of two kinds, each exponential: what is under way of each follows a differential equation of its own.
      const shares = [random.between(0.1, 0.9)];
      shares.push(1 - (shares[0] ?? 0));
      const means = [random.between(60, 400), random.between(200, 1500)];
      const isMixed = random.chance(0.7);
      const intervals = Array.from({ length: random.whole(1, 5) }, () => ({
        length: seconds(random.between(300, 1800)),
        arrivals: perSecond(random.between(0, 0.2)),
      }));
      const phases = isMixed ? [0, 1] : [0];
      const found = offeredLoadProfile(
        intervals,
        isMixed
          ? {
              law: 'mixture',
              parts: phases.map((k) => ({ share: shares[k] ?? 0, meanSeconds: means[k] ?? 0 })),
            }
          : { law: 'exponential', meanSeconds: means[0] ?? 0 },
      );
      const under = [0, 0];
      for (const [k, { length, arrivals }] of intervals.entries()) {
        let sum = 0;
        const steps = 240;
        const step = length / steps;
        for (const phase of phases) {
          const comes = arrivals * (isMixed ? (shares[phase] ?? 0) : 1);
          const ends = 1 / (means[phase] ?? 1);
          const slope = (load: number): number => comes - ends * load;
          let load = under[phase] ?? 0;
          for (let i = 0; i < steps; i += 1) {
            const a = slope(load);
            const b = slope(load + (step / 2) * a);
            const c = slope(load + (step / 2) * b);
            const d = slope(load + step * c);
            const middle = load + (step / 2) * ((a + b) / 2);
            const after = load + (step / 6) * (a + 2 * b + 2 * c + d);
            sum += (step / 6) * (load + 4 * middle + after);
            load = after;
          }
          under[phase] = load;
        }
        const now = phases.reduce((all, phase) => all + (under[phase] ?? 0), 0);
        expectNear(found[k]?.atEnd ?? Number.NaN, now, { relative: 1e-8, absolute: 1e-9 }, `end ${set} ${k}`);
        expectNear(
          found[k]?.mean ?? Number.NaN,
          sum / length,
          { relative: 1e-5, absolute: 1e-9 },
          `mean ${set} ${k}`,
        );
      }
    }
  });

  it('burnDown is what whole numbers give, contact by contact', () => {
    const random = randomFrom(502);
    for (const set of sets) {
      const first = random.whole(0, 400);
      const periods = Array.from({ length: random.whole(1, 12) }, () => ({
        arrivals: random.whole(0, 120),
        capacity: random.whole(0, 140),
      }));
      const found = burnDown(first, periods);
      let left = BigInt(first);
      for (const [k, { arrivals, capacity }] of periods.entries()) {
        left += BigInt(arrivals);
        let done = 0n;
        for (let one = 0; one < capacity && left > 0n; one += 1) {
          left -= 1n;
          done += 1n;
        }
        expect([BigInt(found[k]?.done ?? -1), BigInt(found[k]?.backlogAtEnd ?? -1)], `${set} ${k}`).toEqual([
          done,
          left,
        ]);
      }
    }
  });
});
