import { describe, expect, it } from 'vitest';
import { campaign } from './campaign.ts';
import { mutations } from './mutations.ts';

describe('the second program', () => {
  it('finds every planted mutation of the engine', () => {
    const away = campaign(mutations, () => {}).filter(({ caught }) => !caught);
    expect(away.map(({ mutation, how }) => `rule ${mutation.rule}: ${mutation.breaks}: ${how}`)).toEqual([]);
  });
});
