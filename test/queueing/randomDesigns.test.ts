import { describe, expect, it } from 'vitest';
import { chatTeam } from '../../core/queueing/chatTeam.ts';
import { jacksonNetwork } from '../../core/queueing/jacksonNetwork.ts';
import { skillRouting } from '../../core/queueing/skillRouting.ts';
import { twoTiers } from '../../core/queueing/tierChain.ts';
import { fraction, perSecond, seconds } from '../../core/units/quantities.ts';
import { meanOf, randomFrom, solveChain } from './denseChain.ts';
import { expectNear, succeeded } from './near.ts';

const sets = Array.from({ length: 200 }, (_, k) => k);
const near = { relative: 1e-6, absolute: 1e-9 };

describe('against plainly solved chains', () => {
  it('skillRouting has every measure of the N design', () => {
    const random = randomFrom(203);
    const most = 10;
    for (const set of sets) {
      const agents = [random.whole(1, 2), 1] as const;
      const arrivals = [random.between(0.2, 1), random.between(0.2, 1)] as const;
      const speeds = [random.between(0.7, 2), random.between(0.7, 2), random.between(0.7, 2)] as const;
      const leaving = [
        arrivals[0] / random.between(0.1, 0.35),
        arrivals[1] / random.between(0.1, 0.35),
      ] as const;
      const ownFirst = random.chance(0.5);
      const { kinds, occupancy } = succeeded(
        skillRouting({
          arrivals,
          leaving,
          agents,
          rates: [
            [speeds[0], speeds[1]],
            [0, speeds[2]],
          ],
          groupsOf: [[0, 1], [1]],
          kindsOf: [[0], ownFirst ? [1, 0] : [0, 1]],
          choice: 'byOrder',
          keptFree: [0, 0],
        }),
      );
      type State = readonly [a: number, b: number, c: number, one: number, two: number];
      const chain = solveChain<State>([0, 0, 0, 0, 0], ([a, b, c, one, two]) => {
        const moves: [State, number][] = [];
        if (a < agents[0]) moves.push([[a + 1, b, c, one, two], arrivals[0]]);
        else if (b + c < agents[1]) moves.push([[a, b + 1, c, one, two], arrivals[0]]);
        else if (one < most) moves.push([[a, b, c, one + 1, two], arrivals[0]]);
        if (b + c < agents[1]) moves.push([[a, b, c + 1, one, two], arrivals[1]]);
        else if (two < most) moves.push([[a, b, c, one, two + 1], arrivals[1]]);
        if (one > 0) moves.push([[a, b, c, one - 1, two], one * leaving[0]]);
        if (two > 0) moves.push([[a, b, c, one, two - 1], two * leaving[1]]);
        if (a > 0) moves.push([one > 0 ? [a, b, c, one - 1, two] : [a - 1, b, c, one, two], a * speeds[0]]);
        const freed = (x: number, y: number): State => {
          if (two > 0 && (ownFirst || one === 0)) return [a, x, y + 1, one, two - 1];
          return one > 0 ? [a, x + 1, y, one - 1, two] : [a, x, y, one, two];
        };
        if (b > 0) moves.push([freed(b - 1, c), b * speeds[1]]);
        if (c > 0) moves.push([freed(b, c - 1), c * speeds[2]]);
        return moves;
      });
      const isFull = (group: State): boolean => group[1] + group[2] === agents[1];
      expectNear(
        kinds[0]?.meanQueue ?? Number.NaN,
        meanOf(chain, (state) => state[3]),
        near,
        `queue 1 ${set}`,
      );
      expectNear(
        kinds[1]?.meanQueue ?? Number.NaN,
        meanOf(chain, (state) => state[4]),
        near,
        `queue 2 ${set}`,
      );
      expectNear(
        kinds[0]?.waitProbability ?? Number.NaN,
        meanOf(chain, (state) => (state[0] === agents[0] && isFull(state) ? 1 : 0)),
        near,
        `wait 1 ${set}`,
      );
      expectNear(
        kinds[1]?.waitProbability ?? Number.NaN,
        meanOf(chain, (state) => (isFull(state) ? 1 : 0)),
        near,
        `wait 2 ${set}`,
      );
      expectNear(
        occupancy[0] ?? Number.NaN,
        meanOf(chain, (state) => state[0]) / agents[0],
        near,
        `busy 1 ${set}`,
      );
    }
  });

  it('chatTeam has every measure of a chain of the agents themselves', () => {
    const random = randomFrom(204);
    for (const set of sets) {
      const agents = random.whole(1, 3);
      const most = random.whole(1, 3);
      const handlingAt = Array.from({ length: most }, (_, k) =>
        seconds((1 + k * random.between(0, 0.8)) * 1),
      );
      const capacity = (agents * most) / (handlingAt[most - 1] ?? 1);
      const arrivals = capacity * random.between(0.1, 1.1);
      const leaving = random.between(0.4, 3);
      const routing = random.chance(0.5) ? ('fewestChats' as const) : ('mostChats' as const);
      const o = succeeded(
        chatTeam({
          agents,
          arrivals: perSecond(arrivals),
          handlingAt,
          routing,
          patience: seconds(1 / leaving),
          target: seconds(1),
        }),
      );
      expect(o.isExact).toBe(true);
      type State = { readonly held: readonly number[]; readonly queue: number };
      const chain = solveChain<State>(
        { held: new Array<number>(agents).fill(0), queue: 0 },
        ({ held, queue }) => {
          const sorted = (counts: readonly number[]): number[] =>
            counts.toSorted((one, other) => one - other);
          const changed = (at: number, by: number): number[] =>
            sorted(held.map((n, k) => (k === at ? n + by : n)));
          const free = held.flatMap((n, k) => (n < most ? [{ n, k }] : []));
          const taker = free.toSorted((one, other) =>
            routing === 'fewestChats' ? one.n - other.n : other.n - one.n,
          )[0];
          const moves: [State, number][] = [];
          if (taker !== undefined) moves.push([{ held: changed(taker.k, 1), queue }, arrivals]);
          else if (queue < 40) moves.push([{ held, queue: queue + 1 }, arrivals]);
          if (queue > 0) moves.push([{ held, queue: queue - 1 }, queue * leaving]);
          for (const [k, n] of held.entries()) {
            if (n === 0) continue;
            const rate = n / (handlingAt[n - 1] ?? 1);
            moves.push([queue > 0 ? { held, queue: queue - 1 } : { held: changed(k, -1), queue }, rate]);
          }
          return moves;
        },
      );
      const held = (state: State): number => state.held.reduce((sum, n) => sum + n, 0);
      expectNear(
        o.meanQueue,
        meanOf(chain, ({ queue }) => queue),
        near,
        `queue ${set}`,
      );
      expectNear(o.meanChats, meanOf(chain, held), near, `chats ${set}`);
      expectNear(
        o.waitProbability,
        meanOf(chain, (state) => (held(state) === agents * most ? 1 : 0)),
        near,
        `wait ${set}`,
      );
      const active = meanOf(chain, (state) => state.held.filter((n) => n > 0).length);
      expectNear(o.occupancy, active / agents, near, `busy ${set}`);
    }
  });

  it('twoTiers has every measure of its chain', () => {
    const random = randomFrom(205);
    for (const set of sets) {
      const tier = () => ({
        agents: random.whole(1, 2),
        handling: seconds(random.between(0.5, 1.5)),
        patience: seconds(random.between(0.2, 0.8)),
      });
      const [first, second] = [tier(), tier()];
      const arrivals = random.between(0.2, 1.2);
      const escalated = random.between(0.05, 0.6);
      const returned = random.between(0, 0.3);
      const outcome = succeeded(
        twoTiers({
          arrivals: perSecond(arrivals),
          first,
          second,
          escalated: fraction(escalated),
          returned: fraction(returned),
        }),
      );
      const most = 14;
      const chain = solveChain<readonly [number, number]>([0, 0], ([one, two]) => {
        const a = Math.min(one, first.agents) / first.handling;
        const b = Math.min(two, second.agents) / second.handling;
        const up = Math.min(most, two + 1);
        return [
          ...(one < most ? [[[one + 1, two], arrivals] as const] : []),
          [[Math.max(0, one - 1), up], a * escalated],
          [
            [Math.max(0, one - 1), two],
            a * (1 - escalated) + Math.max(0, one - first.agents) / first.patience,
          ],
          [[Math.min(most, one + 1), Math.max(0, two - 1)], b * returned],
          [
            [one, Math.max(0, two - 1)],
            b * (1 - returned) + Math.max(0, two - second.agents) / second.patience,
          ],
        ];
      });
      const loose = { relative: 1e-5, absolute: 1e-7 };
      expectNear(
        outcome[0].meanQueue,
        meanOf(chain, ([n]) => Math.max(0, n - first.agents)),
        loose,
        `queue 1 ${set}`,
      );
      expectNear(
        outcome[1].meanQueue,
        meanOf(chain, ([, n]) => Math.max(0, n - second.agents)),
        loose,
        `queue 2 ${set}`,
      );
      expectNear(
        outcome[1].occupancy,
        meanOf(chain, ([, n]) => Math.min(n, second.agents)) / second.agents,
        loose,
        `busy 2 ${set}`,
      );
    }
  });

  it('jacksonNetwork has the numbers present of its chain', () => {
    const random = randomFrom(206);
    const most = 17;
    for (const set of sets) {
      const agents = [random.whole(1, 3), random.whole(1, 3)] as const;
      const onward = random.between(0, 0.6);
      const back = random.between(0, 0.4);
      const flow = random.between(0.05, 0.22);
      const { nodes } = succeeded(
        jacksonNetwork({
          nodes: agents.map((count, k) => ({
            agents: count,
            handling: seconds(1),
            externalArrivals: perSecond(k === 0 ? flow : flow / 3),
            target: seconds(1),
          })),
          routing: [
            [0, onward],
            [back, 0],
          ],
        }),
      );
      const chain = solveChain<readonly [number, number]>([0, 0], ([one, two]) => {
        const a = Math.min(one, agents[0]);
        const b = Math.min(two, agents[1]);
        return [
          ...(one < most ? [[[one + 1, two], flow] as const] : []),
          ...(two < most ? [[[one, two + 1], flow / 3] as const] : []),
          ...(one > 0
            ? [
                [[one - 1, Math.min(most, two + 1)], a * onward] as const,
                [[one - 1, two], a * (1 - onward)] as const,
              ]
            : []),
          ...(two > 0
            ? [
                [[Math.min(most, one + 1), two - 1], b * back] as const,
                [[one, two - 1], b * (1 - back)] as const,
              ]
            : []),
        ];
      });
      expectNear(
        nodes[0]?.meanPresent ?? Number.NaN,
        meanOf(chain, ([n]) => n),
        { relative: 1e-5 },
        `present 1 ${set}`,
      );
      expectNear(
        nodes[1]?.meanPresent ?? Number.NaN,
        meanOf(chain, ([, n]) => n),
        { relative: 1e-5 },
        `present 2 ${set}`,
      );
    }
  });
});
