import { describe, expect, it } from 'vitest';
import { deferredWork } from '../../core/queueing/deferredWork.ts';
import { perSecond, seconds } from '../../core/units/quantities.ts';
import { randomFrom } from './denseChain.ts';
import { succeeded } from './near.ts';

describe('deferredWork', () => {
  it('names the least staff: with it every deadline is kept, with a little less it is not', () => {
    const random = randomFrom(403);
    let checked = 0;
    for (let set = 0; set < 200; set += 1) {
      const intervals = Array.from({ length: random.whole(3, 12) }, () => ({
        length: seconds(random.between(0.5, 2)),
        arrivals: perSecond(random.between(0, 5)),
        agents: random.chance(0.6) ? random.between(2, 9) : 0,
      }));
      const promise = {
        within: seconds(random.between(0.5, 5)),
        clock: random.chance(0.5) ? ('wall' as const) : ('open' as const),
      };
      const handling = seconds(random.between(0.2, 0.8));
      const asked = (factor: number) =>
        deferredWork({
          intervals: intervals.map((one) => ({ ...one, agents: one.agents * factor })),
          handling,
          promise,
        });
      const plenty = asked(50);
      if (!plenty.ok || plenty.value.leastStaff === Infinity) continue;
      const least = plenty.value.leastStaff * 50;
      const kept = asked(least * (1 + 1e-9));
      const broken = asked(least * (1 - 1e-3));
      expect(kept.ok ? kept.value.serviceLevel : 0, `set ${set}`).toBeGreaterThan(1 - 1e-9);
      expect(broken.ok ? broken.value.serviceLevel : 0, `set ${set}`).toBeLessThan(1 - 1e-9);
      checked += 1;
    }
    expect(checked).toBeGreaterThan(60);
  });

  it('says that no staff is enough where nobody is at work in time', () => {
    const week = [
      { length: seconds(10), arrivals: perSecond(1), agents: 0 },
      { length: seconds(10), arrivals: perSecond(0), agents: 3 },
    ];
    const o = succeeded(
      deferredWork({ intervals: week, handling: seconds(1), promise: { within: seconds(5), clock: 'wall' } }),
    );
    expect(o.leastStaff).toBe(Infinity);
  });
});
