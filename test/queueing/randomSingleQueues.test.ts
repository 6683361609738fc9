import { describe, expect, it } from 'vitest';
import { erlangA } from '../../core/queueing/erlangA.ts';
import { erlangB } from '../../core/queueing/erlangB.ts';
import { erlangC } from '../../core/queueing/erlangC.ts';
import { finiteQueue } from '../../core/queueing/finiteQueue.ts';
import { retrialQueue } from '../../core/queueing/retrialQueue.ts';
import { singleServer } from '../../core/queueing/singleServer.ts';
import { erlangs, fraction, perSecond, seconds } from '../../core/units/quantities.ts';
import { meanOf, randomFrom, solveChain } from './denseChain.ts';
import { expectNear, succeeded } from './near.ts';
import { presentOf, servedInTime } from './plainQueue.ts';

// Two hundred sets of random parameters for each exact model, against a chain that is solved plainly. The chains end where
// nothing counts any more, hence the tolerance.
const sets = Array.from({ length: 200 }, (_, k) => k);
const near = { relative: 1e-8, absolute: 1e-10 };

describe('against plainly solved chains', () => {
  it('erlangB has the blocking of its chain', () => {
    const random = randomFrom(101);
    for (const set of sets) {
      const lines = random.whole(1, 40);
      const load = random.between(0.05, 1.8) * lines;
      const last = presentOf(lines, lines, load, 1, 0).at(-1);
      expectNear(
        succeeded(erlangB(lines, erlangs(load))).blocking,
        last?.share ?? Number.NaN,
        near,
        `set ${set}`,
      );
    }
  });

  it('erlangC has the waits of its chain', () => {
    const random = randomFrom(102);
    for (const set of sets) {
      const agents = random.whole(1, 15);
      const handling = random.between(20, 600);
      const arrivals = (random.between(0.05, 0.75) * agents) / handling;
      const o = succeeded(
        erlangC({ agents, arrivals: perSecond(arrivals), handling: seconds(handling), target: seconds(20) }),
      );
      const chain = presentOf(agents, agents + 110, arrivals, handling, 0);
      expectNear(
        o.waitProbability,
        meanOf(chain, (n) => (n >= agents ? 1 : 0)),
        near,
        `wait ${set}`,
      );
      expectNear(
        o.meanQueue,
        meanOf(chain, (n) => Math.max(0, n - agents)),
        near,
        `queue ${set}`,
      );
    }
  });

  it('erlangA has the waits and the leaving of its chain, with more load than agents too', () => {
    const random = randomFrom(103);
    for (const set of sets) {
      const agents = random.whole(1, 15);
      const handling = random.between(20, 600);
      const patience = handling * random.between(0.05, 1.5);
      const arrivals = (random.between(0.05, 1.6) * agents) / handling;
      const target = handling * random.between(0, 0.5);
      const o = succeeded(
        erlangA({
          agents,
          arrivals: perSecond(arrivals),
          handling: seconds(handling),
          patience: seconds(patience),
          target: seconds(target),
        }),
      );
      const chain = presentOf(agents, agents + 110, arrivals, handling, 1 / patience);
      const queue = meanOf(chain, (n) => Math.max(0, n - agents));
      expectNear(
        o.waitProbability,
        meanOf(chain, (n) => (n >= agents ? 1 : 0)),
        near,
        `wait ${set}`,
      );
      expectNear(o.abandonment, queue / patience / arrivals, near, `leaving ${set}`);
      const served = servedInTime(110, agents / handling, 1 / patience, target);
      const inTime = meanOf(chain, (n) => (n < agents ? 1 : (served[n - agents] ?? 0)));
      expectNear(o.serviceLevels.ofOffered, inTime, { absolute: 1e-7 }, `in time ${set}`);
    }
  });

  it('finiteQueue has every measure of its chain, with and without patience', () => {
    const random = randomFrom(104);
    for (const set of sets) {
      const agents = random.whole(1, 12);
      const lines = agents + random.whole(0, 14);
      const handling = random.between(20, 600);
      const patience = random.chance(0.5) ? seconds(handling * random.between(0.05, 3)) : undefined;
      const leaving = patience === undefined ? 0 : 1 / patience;
      const arrivals = (random.between(0.05, 2) * agents) / handling;
      const target = handling * random.between(0, 0.5);
      const o = succeeded(
        finiteQueue({
          agents,
          lines,
          arrivals: perSecond(arrivals),
          handling: seconds(handling),
          patience,
          target: seconds(target),
        }),
      );
      const chain = presentOf(agents, lines, arrivals, handling, leaving);
      const queue = meanOf(chain, (n) => Math.max(0, n - agents));
      const blocked = meanOf(chain, (n) => (n === lines ? 1 : 0));
      expectNear(o.blocking, blocked, near, `blocking ${set}`);
      expectNear(
        o.waitProbability,
        meanOf(chain, (n) => (n >= agents && n < lines ? 1 : 0)),
        near,
        `wait ${set}`,
      );
      expectNear(o.abandonment, (queue * leaving) / arrivals, near, `leaving ${set}`);
      expectNear(o.occupancy, meanOf(chain, (n) => Math.min(n, agents)) / agents, near, `busy ${set}`);
      expectNear(o.meanWaitOfEntered, queue / arrivals / (1 - blocked), near, `mean wait ${set}`);
      const served = servedInTime(Math.max(0, lines - agents), agents / handling, leaving, target);
      const inTime = meanOf(chain, (n) => (n < agents ? 1 : n < lines ? (served[n - agents] ?? 0) : 0));
      expectNear(o.serviceLevel, inTime, { absolute: 1e-7 }, `in time ${set}`);
    }
  });

  it('retrialQueue has every measure of its chain', () => {
    const random = randomFrom(105);
    const mostOrbit = 45;
    for (const set of sets) {
      const agents = random.whole(1, 3);
      const lines = agents + random.whole(0, 2);
      const handling = random.between(0.5, 2);
      const patience = random.chance(0.5) ? seconds(random.between(0.3, 3)) : undefined;
      const leaving = patience === undefined ? 0 : 1 / patience;
      const arrivals = (random.between(0.1, 0.7) * agents) / handling;
      const again = 1 / random.between(0.2, 1.5);
      const afterBlock = random.between(0, 0.6);
      const afterAbandon = random.between(0, 0.6);
      const o = succeeded(
        retrialQueue({
          agents,
          lines,
          arrivals: perSecond(arrivals),
          handling: seconds(handling),
          patience,
          retryDelay: seconds(1 / again),
          retryAfterBlock: fraction(afterBlock),
          retryAfterAbandon: fraction(afterAbandon),
        }),
      );
      const chain = solveChain<readonly [number, number]>([0, 0], ([n, away]) => {
        const more = Math.min(mostOrbit, away + 1);
        const gone = Math.max(0, n - agents) * leaving;
        return [
          n < lines ? ([[n + 1, away], arrivals] as const) : ([[n, more], arrivals * afterBlock] as const),
          ...(n > 0
            ? [
                [[n - 1, away], Math.min(n, agents) / handling + gone * (1 - afterAbandon)] as const,
                [[n - 1, more], gone * afterAbandon] as const,
              ]
            : []),
          ...(away > 0
            ? [
                n < lines
                  ? ([[n + 1, away - 1], away * again] as const)
                  : ([[n, away - 1], away * again * (1 - afterBlock)] as const),
              ]
            : []),
        ];
      });
      const loose = { relative: 1e-6, absolute: 1e-9 };
      expectNear(
        o.meanOrbit,
        meanOf(chain, ([, away]) => away),
        loose,
        `orbit ${set}`,
      );
      expectNear(
        o.meanQueue,
        meanOf(chain, ([n]) => Math.max(0, n - agents)),
        loose,
        `queue ${set}`,
      );
      expectNear(
        o.blockingOfFirst,
        meanOf(chain, ([n]) => (n === lines ? 1 : 0)),
        loose,
        `blocking ${set}`,
      );
      expectNear(o.occupancy, meanOf(chain, ([n]) => Math.min(n, agents)) / agents, loose, `busy ${set}`);
    }
  });

  it('singleServer has the mean wait of a chain with two phases of handling', () => {
    const random = randomFrom(106);
    for (const set of sets) {
      const share = random.between(0.1, 0.9);
      const times = [random.between(0.2, 1), random.between(1, 4)] as const;
      const mean = share * times[0] + (1 - share) * times[1];
      const square = 2 * (share * times[0] ** 2 + (1 - share) * times[1] ** 2);
      const arrivals = random.between(0.05, 0.45) / mean;
      const most = 90;
      const o = succeeded(
        singleServer([
          {
            arrivals: perSecond(arrivals),
            handling: seconds(mean),
            handlingVariation: Math.sqrt(square / mean ** 2 - 1),
          },
        ]),
      );
      const begins = (n: number, rate: number) => [
        [[n, 0], rate * share] as const,
        [[n, 1], rate * (1 - share)] as const,
      ];
      const chain = solveChain<readonly [number, number]>([0, 0], ([n, phase]) => {
        if (n === 0) return begins(1, arrivals);
        const rate = 1 / (times[phase] ?? 1);
        return [
          ...(n < most ? [[[n + 1, phase], arrivals] as const] : []),
          ...(n === 1 ? [[[0, 0], rate] as const] : begins(n - 1, rate)),
        ];
      });
      const queue = meanOf(chain, ([n]) => Math.max(0, n - 1));
      expectNear(o.meanWait, queue / arrivals, { relative: 1e-6 }, `wait ${set}`);
    }
    expect(sets).toHaveLength(200);
  });
});
