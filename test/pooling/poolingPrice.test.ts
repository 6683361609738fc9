import { describe, expect, it } from 'vitest';
import { crossTrained, crossTraining, poolingPrice, teamWith } from '../../core/pooling/index.ts';
import { skillRouting } from '../../core/queueing/skillRouting.ts';
import { randomFrom } from '../queueing/denseChain.ts';
import { expectNear, succeeded } from '../queueing/near.ts';
import { kindOf, slowFewest } from './slowPooling.ts';

describe('poolingPrice', () => {
  it('is six agents where four kinds of 50 an hour get teams of their own', () => {
    const price = succeeded(poolingPrice({ kinds: Array.from({ length: 4 }, () => kindOf(50, 180)) }));
    expect([price.pooled.agents, price.splitAgents, price.price]).toEqual([14, 20, 6]);
    expect(price.priceOfEach).toEqual([2, 2, 2, 2]);
    expect(price.isExact).toBe(true);
    expect(price.sameAgents?.map(({ agents }) => agents)).toEqual([4, 4, 3, 3]);
  });

  it('is that of plain chains for random kinds and teams', () => {
    const random = randomFrom(311);
    for (let set = 0; set < 12; set += 1) {
      const handling = random.between(60, 600);
      const target = random.between(0.03, 0.5);
      const least = random.between(0.6, 0.95);
      const loads = Array.from({ length: random.whole(2, 4) }, () => random.between(0.3, 5));
      const kinds = loads.map((load) =>
        kindOf((3600 * load) / handling, handling, { target: target * handling, least }),
      );
      const price = succeeded(poolingPrice({ kinds }));
      const all = loads.reduce((sum, load) => sum + load, 0);
      const pooled = slowFewest(all, target, least);
      const apart = loads.map((load) => slowFewest(load, target, least));
      expect(price.pooled.agents).toBe(pooled);
      expect(price.teams.map(({ agents }) => agents)).toEqual(apart);
      expect(price.price).toBe(apart.reduce((sum, agents) => sum + agents, 0) - pooled);
      expect(price.priceOfEach).toEqual(
        loads.map((load, k) => (apart[k] ?? 0) + slowFewest(all - load, target, least) - pooled),
      );
    }
  });

  it('keeps every promise with its numbers and breaks one with an agent fewer', () => {
    const kinds = [
      kindOf(120, 300, { patience: 90 }),
      kindOf(40, 300, { patience: 90, target: 60, least: 0.9 }),
      kindOf(200, 240, { target: 10 }),
    ];
    const price = succeeded(poolingPrice({ kinds, teams: [[0, 1], [2]] }));
    for (const team of [price.pooled, ...price.teams]) {
      const isKept = (agents: number): boolean =>
        succeeded(teamWith(kinds, team.kinds, agents)).serviceLevels.every(
          (level, i) => level >= (kinds[team.kinds[i] ?? 0]?.leastServiceLevel ?? 1),
        );
      expect(isKept(team.agents)).toBe(true);
      expect(isKept(team.agents - 1)).toBe(false);
    }
    expect(price.isExact).toBe(false);
    expect(price.teams[0]?.isExact).toBe(true);
  });

  it('may be a gain where one strict promise would bind all others in the pool', () => {
    const kinds = [
      kindOf(20, 300, { target: 0, least: 0.99 }),
      kindOf(600, 300, { target: 600, least: 0.6 }),
    ];
    expect(succeeded(poolingPrice({ kinds })).price).toBeLessThan(0);
  });

  it('says which kind stands in no team or in two, and which promise nobody can keep', () => {
    const kinds = [kindOf(50, 180), kindOf(50, 180)];
    const codes = (teams: number[][]): string[] => {
      const asked = poolingPrice({ kinds, teams });
      return asked.ok ? [] : asked.failure.map(({ code, path }) => `${code} ${path.join('/')}`);
    };
    expect(codes([[0]])).toEqual(['notInOneTeam kinds/1']);
    expect(codes([[0, 1], [1]])).toEqual(['notInOneTeam kinds/1']);
    expect(codes([[0, 1], []])).toEqual(['notInOneTeam teams/1']);
    expect(poolingPrice({ kinds: [] }).ok).toBe(false);
    expect(poolingPrice({ kinds: [kindOf(50, 180, { patience: 1e-3, least: 1 })] }).ok).toBe(false);
  });
});

describe('crossTrained', () => {
  it('is exact where nobody is able to do everything, and where everybody is', () => {
    const kinds = [kindOf(100, 180, { patience: 100 }), kindOf(60, 180, { patience: 100 })];
    const asked = (specialists: readonly number[], able: number) =>
      crossTrained({
        kinds: kinds.map((kind, k) => ({ ...kind, specialists: specialists[k] ?? 0 })),
        able,
      });
    const near = { relative: 1e-6 };
    for (const [place, agents] of [6, 4].entries()) {
      const exact = succeeded(teamWith(kinds, [place], agents));
      const found = asked([6, 4], 0)[place];
      expectNear(found?.meanWait ?? Number.NaN, exact.meanWait, near, 'wait apart');
      expectNear(found?.serviceLevel ?? Number.NaN, exact.serviceLevels[0] ?? 0, near, 'level apart');
    }
    const exact = succeeded(teamWith(kinds, [0, 1], 9));
    const found = asked([0, 0], 9);
    // Each sees the other as often as it waits itself, which is nearly what one line does.
    expectNear(found[0]?.meanWait ?? Number.NaN, exact.meanWait, { relative: 0.06 }, 'wait pooled');
    expectNear(
      found[0]?.serviceLevel ?? Number.NaN,
      exact.serviceLevels[0] ?? 0,
      { relative: 0.02 },
      'level pooled',
    );
  });

  it('waits within a tenth of exact chains, and the shares that wait within 0.01', () => {
    const random = randomFrom(77);
    let worst = 0;
    for (let set = 0; set < 4; set += 1) {
      const specialists = [random.whole(1, 3), random.whole(1, 3)] as const;
      const able = random.whole(1, 2);
      const patience = random.between(0.5, 3);
      const busy = random.between(0.7, 1.1);
      const volume = busy * (specialists[0] + specialists[1] + able);
      const part = (specialists[0] + able / 2) / (specialists[0] + specialists[1] + able);
      const arrivals = [volume * part, volume * (1 - part)] as const;
      const exact = succeeded(
        skillRouting({
          arrivals,
          leaving: [1 / patience, 1 / patience],
          agents: [...specialists, able],
          rates: [
            [1, 0, 1],
            [0, 1, 1],
          ],
          groupsOf: [
            [0, 2],
            [1, 2],
          ],
          kindsOf: [[0], [1], [0, 1]],
          choice: 'longestQueue',
          keptFree: [0, 0],
        }),
      );
      const found = crossTrained({
        kinds: specialists.map((count, k) => ({
          arrivals: arrivals[k] ?? 0,
          handling: 1,
          patience,
          target: 0,
          specialists: count,
        })),
        able,
      });
      for (const [k, kind] of exact.kinds.entries()) {
        const one = found[k];
        worst = Math.max(worst, Math.abs((one?.meanWait ?? Number.NaN) / kind.meanWait - 1));
        expectNear(
          one?.waitProbability ?? Number.NaN,
          kind.waitProbability,
          { absolute: 0.01 },
          `waiting ${set} ${k}`,
        );
      }
    }
    expect(worst).toBeLessThan(0.1);
  });
});

describe('crossTraining', () => {
  it('finds how few able agents win the price of a split back', () => {
    const kinds = [kindOf(200, 180), kindOf(100, 180), kindOf(50, 180)];
    const price = succeeded(poolingPrice({ kinds }));
    const { steps, most } = crossTraining({ kinds }, price);
    expect(price.price).toBe(5);
    expect(steps.map(({ agents, able }) => [agents, able])).toEqual([
      [27, 0],
      [26, 1],
      [25, 1],
      [24, 3],
      [23, 5],
      [22, 8],
    ]);
    expect(most).toMatchObject({ agents: 23, able: 5, wonBack: 0.8 });
    for (const { agents, able, specialists } of steps)
      expect(specialists.reduce((sum, count) => sum + count, able)).toBe(agents);
  });

  it('has nothing to win where the split costs nothing', () => {
    const kinds = [
      kindOf(20, 300, { target: 0, least: 0.99 }),
      kindOf(600, 300, { target: 600, least: 0.6 }),
    ];
    const price = succeeded(poolingPrice({ kinds }));
    expect(crossTraining({ kinds }, price)).toMatchObject({ most: null, steps: [{ able: 0 }] });
  });
});
