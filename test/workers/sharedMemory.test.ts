import { describe, expect, it } from 'vitest';
import type { ReplicationTally } from '../../core/simulation/index.ts';
import { sharedModel } from '../../electron/workers/sharedModel.ts';
import { createTallyRoom, mostAhead } from '../../electron/workers/tallyRoom.ts';
import { shopYear } from '../bench/shopYear.ts';
import { compiledPlan } from '../support/compiledPlan.ts';
import { compiledSmallPlan } from './compiledSmallPlan.ts';

const model = compiledSmallPlan(1);

describe('sharedModel', () => {
  it('holds the same numbers, in memory that a message does not copy', () => {
    const shared = sharedModel(model);
    expect(shared).toEqual(model);
    expect(shared.duty.timeSeconds.buffer).toBeInstanceOf(SharedArrayBuffer);
    expect(structuredClone(shared).duty.timeSeconds.buffer.byteLength).toBe(
      shared.duty.timeSeconds.buffer.byteLength,
    );
  });

  it('is made once, and keeps an array that stands in two places one', () => {
    const column = Float64Array.of(1, 2);
    const twice = { ...model, laws: [column, column] } as unknown as typeof model;
    const shared = sharedModel(twice);
    expect(sharedModel(twice)).toBe(shared);
    expect(sharedModel(shared)).toBe(shared);
    expect(shared.laws[0]).toBe(shared.laws[1]);
  });
});

describe('mostAhead', () => {
  it('is four replications a worker where tallies are small', () => {
    expect([mostAhead(model, 1), mostAhead(model, 2), mostAhead(model, 8)]).toEqual([4, 8, 32]);
  });

  it('is less where they are large, and one more than there are workers at least', () => {
    const year = compiledPlan(shopYear(366));
    expect([mostAhead(year, 1), mostAhead(year, 2), mostAhead(year, 8)]).toEqual([3, 3, 9]);
  });
});

describe('createTallyRoom', () => {
  it('uses a place again once its tally has been collected', () => {
    const room = createTallyRoom(model);
    const sums: number[] = [];
    const collecting = room.returning({
      replications: 0,
      add: ({ values }: ReplicationTally) => void sums.push(values.reduce((sum, value) => sum + value, 0)),
      precisionReached: () => false,
      result: () => sums,
    });
    const [first, second] = [room.take(), room.take()];
    expect(second).not.toBe(first);
    new Float64Array(first).set([1, 2, 3]);
    collecting.add({ replication: 0, values: new Float64Array(first), contacts: 6 });
    collecting.add({ replication: 1, values: Float64Array.of(4), contacts: 4 });
    expect(room.take()).toBe(first);
    expect(room.take()).not.toBe(second);
    expect(collecting.result('replicationsDone')).toEqual([6, 4]);
  });
});
