import { describe, expect, it } from 'vitest';
import { fewestLines, largestLoad } from '../../core/queueing/erlangB.ts';
import {
  agentsFor,
  longestHandling,
  mostArrivals,
  type Promises,
} from '../../core/queueing/erlangPromises.ts';
import { erlangs, fraction, perSecond, seconds } from '../../core/units/quantities.ts';
import { meanOf, randomFrom } from './denseChain.ts';
import { succeeded } from './near.ts';
import { type PlainQueue, plainMeasures, presentOf } from './plainQueue.ts';

// Two hundred sets of random parameters for each question the other way round: what was found keeps every promise by a plainly solved
// chain, and a little beyond it one is broken.
const sets = Array.from({ length: 200 }, (_, k) => k);
/** The chains end where nothing counts any more. */
const margin = 1e-7;

type Random = ReturnType<typeof randomFrom>;

function promisesOf(random: Random, handling: number, isPatient: boolean): Promises {
  const all: Promises = {
    leastServiceLevel: fraction(random.between(0.5, 0.95)),
    mostWaiting: fraction(random.between(0.2, 0.8)),
    mostAbandonment: fraction(random.between(0.02, 0.2)),
    mostMeanWait: seconds(handling * random.between(0.02, 0.3)),
    mostOccupancy: fraction(random.between(0.6, 0.92)),
  };
  const names = Object.keys(all) as (keyof Promises)[];
  const useful = isPatient ? names.filter((name) => name !== 'mostAbandonment') : names;
  const chosen = useful.filter(() => random.chance(0.4));
  const first = useful[random.whole(0, useful.length - 1)] as keyof Promises;
  return Object.fromEntries([...new Set([first, ...chosen])].map((name) => [name, all[name]]));
}

/** Whether all are kept, each by no less than `by`. */
function keeps(queue: PlainQueue, promises: Promises, by: number): boolean {
  const load = queue.arrivals * queue.handling;
  if (queue.leaving === 0 && load >= queue.agents * 0.995) return false;
  const m = plainMeasures(queue, queue.leaving > 0 ? 80 : 200);
  const { leastServiceLevel, mostWaiting, mostAbandonment, mostMeanWait, mostOccupancy } = promises;
  return (
    (leastServiceLevel === undefined || m.serviceLevel >= leastServiceLevel + by) &&
    (mostWaiting === undefined || m.waiting <= mostWaiting - by) &&
    (mostAbandonment === undefined || m.abandonment <= mostAbandonment - by) &&
    (mostMeanWait === undefined || m.meanWait <= mostMeanWait * (1 - by)) &&
    (mostOccupancy === undefined || m.occupancy <= mostOccupancy - by)
  );
}

function drawn(random: Random) {
  const handling = random.between(20, 600);
  const isPatient = random.chance(0.4);
  return {
    handling,
    leaving: isPatient ? 0 : 1 / (handling * random.between(0.1, 2)),
    target: handling * random.between(0.02, 0.5),
    promises: promisesOf(random, handling, isPatient),
  };
}

const patienceOf = (leaving: number) => (leaving > 0 ? seconds(1 / leaving) : undefined);

describe('against plainly solved chains', () => {
  it('agentsFor is the fewest that keeps what is promised', () => {
    const random = randomFrom(401);
    for (const set of sets) {
      const { handling, leaving, target, promises } = drawn(random);
      const arrivals = random.between(0.3, 8) / handling;
      const queue = { arrivals, handling, leaving, target };
      const agents = succeeded(
        agentsFor(
          {
            arrivals: perSecond(arrivals),
            handling: seconds(handling),
            patience: patienceOf(leaving),
            target: seconds(target),
          },
          promises,
        ),
      );
      expect(keeps({ ...queue, agents }, promises, -margin), `${set} with ${agents}`).toBe(true);
      if (agents > 1) expect(keeps({ ...queue, agents: agents - 1 }, promises, margin), `${set}`).toBe(false);
    }
  });

  it.each(['mostArrivals', 'longestHandling'] as const)(
    '%s is the most with which a team keeps what is promised',
    (question) => {
      const random = randomFrom(question === 'mostArrivals' ? 402 : 403);
      let found = 0;
      for (const set of sets) {
        const { handling, leaving, target, promises } = drawn(random);
        const agents = random.whole(1, 9);
        const arrivals = agents / handling;
        const shared = { agents, patience: patienceOf(leaving), target: seconds(target) };
        const answer =
          question === 'mostArrivals'
            ? mostArrivals({ ...shared, handling: seconds(handling) }, promises)
            : longestHandling({ ...shared, arrivals: perSecond(arrivals) }, promises);
        if (!answer.ok) {
          // One agent who is to be idle for the most part, with patience of a moment: no volume keeps that.
          expect(answer.failure[0]?.code).toMatch(/^(unreachable|alwaysKept)$/);
          continue;
        }
        found += 1;
        const at = (factor: number): PlainQueue => ({
          ...{ agents, leaving, target },
          arrivals: question === 'mostArrivals' ? answer.value * factor : arrivals,
          handling: question === 'mostArrivals' ? handling : answer.value * factor,
        });
        expect(keeps(at(1 - 1e-5), promises, -margin), `${set} kept`).toBe(true);
        expect(keeps(at(1 + 1e-4), promises, margin), `${set} broken`).toBe(false);
      }
      expect(found).toBeGreaterThan(190);
    },
  );

  const blockingOf = (lines: number, load: number): number =>
    meanOf(presentOf(lines, lines, load, 1, 0), (n) => (n === lines ? 1 : 0));

  it('fewestLines block no more than is allowed, and one line fewer blocks more', () => {
    const random = randomFrom(404);
    for (const set of sets) {
      const load = random.between(0.05, 25);
      const most = random.between(0.001, 0.5);
      const lines = succeeded(fewestLines(erlangs(load), fraction(most)));
      expect(blockingOf(lines, load), `${set}`).toBeLessThanOrEqual(most * (1 + 1e-9));
      if (lines > 1) expect(blockingOf(lines - 1, load), `${set}`).toBeGreaterThan(most * (1 - 1e-9));
    }
  });

  it('largestLoad is blocked by just what is allowed', () => {
    const random = randomFrom(405);
    for (const set of sets) {
      const lines = random.whole(1, 40);
      const most = random.between(0.001, 0.5);
      const load = succeeded(largestLoad(lines, fraction(most)));
      expect(Math.abs(blockingOf(lines, load) / most - 1), `${set}`).toBeLessThan(1e-9);
    }
    expect(sets).toHaveLength(200);
  });
});
