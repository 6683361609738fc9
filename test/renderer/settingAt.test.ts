import { describe, expect, it } from 'vitest';
import { settingAt } from '../../renderer/parts/at/settingAt.ts';

const plan = { company: { name: 'A' }, teams: [{ id: 'desk', groups: [{ id: 'agents' }] }] };

describe('settingAt', () => {
  it('sets a field where its part is there, of lists by id or position', () => {
    for (const at of [
      ['company', 'name'],
      ['teams', 'desk', 'groups', 'agents', 'skills'],
      ['teams', 0, 'lead'],
    ])
      expect(settingAt(plan, at, 1)).toEqual({ change: 'set', at, value: 1 });
  });

  it('sets the part with the field where it is not', () => {
    expect(settingAt(plan, ['company', 'badExperience', 'avoidShare'], 0.3)).toEqual({
      ...{ change: 'set', at: ['company', 'badExperience'] },
      value: { avoidShare: 0.3 },
    });
    expect(settingAt(plan, ['company', 'a', 'b', 'c'], 1)).toEqual({
      ...{ change: 'set', at: ['company', 'a'] },
      value: { b: { c: 1 } },
    });
  });

  it('leaves a field to its default without a value', () => {
    const at = ['company', 'name'];
    expect(settingAt(plan, at, undefined)).toEqual({ change: 'remove', at });
  });
});
