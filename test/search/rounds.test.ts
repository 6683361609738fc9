// Searches against a simulation that is made up, so that what the formula is off by is known.
import { describe, expect, it } from 'vitest';
import { type VerdictOfPromise, verdictAgainst } from '../../core/measures/verdict.ts';
import type { Agents, Values } from '../../core/search/question.ts';
import { leastCostInRounds, type Rounds } from '../../core/search/rounds.ts';

const share = 0.8;
const byFormula = (agents: number): number => 1 - 0.75 ** agents;
const halfWidth = 0.004;

/** A promise that the formula puts too high by a tenth of what lies below 1, and chance by block. */
const truth = (agents: number): number => byFormula(agents) - 0.4 * (1 - byFormula(agents));
const chance = (agents: number, block: number): number => halfWidth * Math.sin(7 * agents + 3 * block) * 0.5;

function rounds(more: Partial<Rounds> = {}): Rounds & { readonly blocks: number[] } {
  const blocks: number[] = [];
  return {
    posts: [{ group: 'agents', place: 0, cost: 100 }],
    start: [4],
    shares: [share],
    teams: 1,
    most: 500,
    total: ([agents = 0]) => 100 * agents,
    ask: ([agents = 0]): Values => [byFormula(agents), 1 - 2 / (agents + 1), agents > 0 ? 0 : -40],
    simulate: async ([agents = 0], block) => {
      blocks.push(block);
      const attained = { value: truth(agents) + chance(agents, block), halfWidth };
      return [{ promise: 'answer', attained, verdict: verdictAgainst(attained, share, 'atLeast') }];
    },
    ...more,
    blocks,
  };
}

/** The fewest of whom the simulation is sure. */
const fewest = Array.from({ length: 30 }, (_, agents) => agents).find(
  (agents) => truth(agents) - 1.5 * halfWidth >= share,
);

describe('leastCostInRounds', () => {
  it('finds the fewest of whom the simulation is sure, though the formula asks for fewer', async () => {
    expect(byFormula((fewest ?? 0) - 1)).toBeGreaterThan(share);
    for (const start of [[1], [4], [20]]) {
      const asked = rounds({ start });
      const { best, reaches, isSettled } = await leastCostInRounds(asked);
      expect([start, best.agents]).toEqual([start, [fewest]]);
      expect(best.verdicts[0]?.verdict).toBe('kept');
      expect(reaches).toEqual(['held']);
      expect(isSettled).toBe(true);
    }
  });

  it('looks at what it found with customers that it has not seen', async () => {
    const asked = rounds();
    const { best } = await leastCostInRounds(asked);
    expect(asked.blocks.at(-1)).toBeGreaterThan(0);
    expect(asked.blocks.filter((block) => block === 0).length).toBeGreaterThan(1);
    const agents = best.agents[0] ?? 0;
    expect(best.verdicts[0]?.attained.value).toBe(truth(agents) + chance(agents, asked.blocks.at(-1) ?? 0));
  });

  it('takes the next where other customers undo the cheapest', async () => {
    const usual = rounds();
    const simulate = async (agents: Agents, block: number): Promise<readonly VerdictOfPromise[]> => {
      const found = (await usual.simulate?.(agents, block)) ?? [];
      if (block === 0 || agents[0] !== fewest) return found;
      return found.map((one) => ({
        ...one,
        attained: { value: 0.79, halfWidth },
        verdict: 'missed' as const,
      }));
    };
    const { best } = await leastCostInRounds({ ...usual, start: [12], simulate });
    expect(best.agents[0]).toBeGreaterThan(fewest ?? 0);
    expect(best.verdicts[0]?.verdict).toBe('kept');
  });

  it('searches once by formula where nothing is simulated', async () => {
    const { best, isSettled } = await leastCostInRounds(rounds({ simulate: null }));
    expect(best.agents).toEqual([6]);
    expect(byFormula(6)).toBeGreaterThanOrEqual(share);
    expect(byFormula(5)).toBeLessThan(share);
    expect([best.verdicts, isSettled]).toEqual([[], true]);
  });

  it('holds a promise that no formula answers by the loads', async () => {
    const watched = rounds({
      start: [10],
      shares: [share, 0.9],
      ask: ([agents = 0]) => [byFormula(agents), null, 1 - 2 / (agents + 1), agents > 0 ? 0 : -40],
      simulate: async ([agents = 0]) =>
        [truth(agents), 0.9 + 0.02 * (agents - 9)].map((value, place) => {
          const attained = { value, halfWidth };
          return {
            ...{ promise: `promise-${place}`, attained },
            verdict: verdictAgainst(attained, place === 0 ? share : 0.9, 'atLeast'),
          };
        }),
    });
    const { best, reaches } = await leastCostInRounds(watched);
    expect(reaches).toEqual(['held', 'noFormula']);
    expect(best.verdicts.map(({ verdict }) => verdict)).toEqual(['kept', 'kept']);
    expect(best.agents[0]).toBeLessThanOrEqual(10);
  });
});
