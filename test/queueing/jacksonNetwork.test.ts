import { describe, expect, it } from 'vitest';
import { erlangC } from '../../core/queueing/erlangC.ts';
import { jacksonNetwork } from '../../core/queueing/jacksonNetwork.ts';
import { meanVisits } from '../../core/queueing/meanVisits.ts';
import { perSecond, seconds } from '../../core/units/quantities.ts';
import { cases, networkOf } from './jacksonCases.ts';
import { expectNear, succeeded } from './near.ts';

describe('jacksonNetwork', () => {
  it.each(cases)('gives the record of: $name', (given) => {
    const outcome = succeeded(jacksonNetwork(networkOf(given)));
    const tolerance = { relative: 1e-9 };
    for (const [i, flow] of given.flows.entries()) {
      expectNear(outcome.nodes[i]?.arrivals ?? Number.NaN, flow, tolerance, `flow ${i}`);
    }
    expectNear(outcome.meanPresent, given.present, tolerance, 'present');
    expectNear(outcome.meanSojourn, given.sojourn, tolerance, 'sojourn');
    expectNear(outcome.meanTotalWait, given.totalWait, tolerance, 'wait');
  });

  it('satisfies the balance of flows', () => {
    let checked = 0;
    for (const given of cases) {
      const { nodes } = succeeded(jacksonNetwork(networkOf(given)));
      for (const [j, node] of nodes.entries()) {
        const inflow = nodes.reduce(
          (sum, from, i) => sum + from.arrivals * (given.routing[i]?.[j] ?? 0),
          given.external[j] ?? 0,
        );
        expectNear(node.arrivals, inflow, { relative: 1e-12 }, `${given.name} ${j}`);
        checked += 1;
      }
    }
    expect(checked).toBeGreaterThan(20);
  });

  it('has at each queue the waits of Erlang C under its flow', () => {
    const given = networkOf({
      agents: [6, 4],
      serviceRates: [1 / 300, 1 / 600],
      external: [1 / 60, 0],
      routing: [
        [0, 0.25],
        [0, 0],
      ],
    });
    const [first, second] = succeeded(jacksonNetwork(given)).nodes;
    const alone = succeeded(
      erlangC({ agents: 4, arrivals: perSecond(1 / 240), handling: seconds(600), target: seconds(20) }),
    );
    expect(second).toMatchObject(alone);
    expect(first?.serviceLevel).toBeGreaterThan(0);
  });

  it('reports the queues that have too few agents and leaves the others as they are', () => {
    const outcome = succeeded(
      jacksonNetwork(
        networkOf({
          agents: [6, 1, 3],
          serviceRates: [1, 1, 1],
          external: [4, 0, 1],
          routing: [
            [0, 0.5, 0],
            [0, 0, 0],
            [0, 0, 0],
          ],
        }),
      ),
    );
    expect(outcome.unstableNodes).toEqual([1]);
    expect(outcome.meanSojourn).toBe(Infinity);
    expect(outcome.nodes[0]?.isStable).toBe(true);
    expect(outcome.nodes[0]?.meanSojournFromHere).toBe(Infinity);
    expect(outcome.nodes[2]?.meanSojournFromHere).toBeCloseTo(1.0454545, 6);
  });

  it('lets a queue that nobody reaches be empty', () => {
    const outcome = succeeded(
      jacksonNetwork(
        networkOf({
          agents: [2, 1],
          serviceRates: [1, 1],
          external: [1, 0],
          routing: [
            [0, 0],
            [0, 0],
          ],
        }),
      ),
    );
    expect(outcome.nodes[1]).toMatchObject({
      arrivals: 0,
      waitProbability: 0,
      meanWait: 0,
      visitsPerContact: 0,
    });
    expect(outcome.nodes[1]?.serviceLevel).toBe(1);
  });

  it('says what is wrong with an input', () => {
    const good = { agents: [1], serviceRates: [1], external: [0.5], routing: [[0]] };
    const codes = (change: Partial<typeof good>) => {
      const result = jacksonNetwork(networkOf({ ...good, ...change }));
      return result.ok ? [] : result.failure.map((fault) => [fault.code, ...fault.path]);
    };
    expect(codes({})).toEqual([]);
    expect(codes({ agents: [0] })).toEqual([['outOfRange', 'nodes', 0, 'agents']]);
    expect(codes({ external: [0] })).toEqual([['noArrivals', 'nodes']]);
    expect(codes({ routing: [[1]] })).toEqual([['neverLeaves', 'routing']]);
    expect(codes({ routing: [] })).toEqual([['wrongLength', 'routing']]);
    expect(codes({ routing: [[0, 0]] })).toEqual([['wrongLength', 'routing', 0]]);
    expect(codes({ routing: [[-0.1]] })).toEqual([['outOfRange', 'routing', 0, 0]]);
    expect(
      codes({
        agents: [1, 1],
        routing: [
          [0.7, 0.7],
          [0, 0],
        ],
        external: [1, 0],
        serviceRates: [3, 3],
      }),
    ).toEqual([['moreThanAll', 'routing', 0]]);
  });
});

describe('meanVisits', () => {
  it('counts the start and the returns', () => {
    expect(meanVisits([[0.2]])).toEqual([[1.25]]);
    expect(
      meanVisits([
        [0, 1],
        [0, 0],
      ]),
    ).toEqual([
      [1, 1],
      [0, 1],
    ]);
  });

  it('does not exist where some contacts go round for ever', () => {
    expect(
      meanVisits([
        [0, 1],
        [1, 0],
      ]),
    ).toBeUndefined();
  });
});
