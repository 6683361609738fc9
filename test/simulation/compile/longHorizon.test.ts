import { describe, expect, it } from 'vitest';
import { compiledPlan } from '../../support/compiledPlan.ts';
import { planOf } from '../../support/plans.ts';

describe('compilePlan', () => {
  it('takes a horizon so long that its changes of duty are more than a call can hand over', () => {
    const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;
    const model = compiledPlan(
      planOf({
        horizon: { start: '2026-01-05', contacts: 5000 },
        demand: [{ id: 'few', issueType: 'question', channel: 'phone', volume: { contacts: 1, per: 'day' } }],
        shifts: [{ id: 'day', name: 'Day', start: '08:00', end: '16:00' }],
        teams: [
          {
            id: 'team',
            name: 'Team',
            groups: [
              {
                id: 'agents',
                staffing: {
                  kind: 'shifts',
                  // All agents of an assignment change together.
                  assignments: Array.from({ length: 20 }, () => ({
                    shift: 'day',
                    weekdays: [...weekdays],
                    agents: 1,
                  })),
                },
              },
            ],
          },
        ],
      }),
    );
    expect(model.duty.timeSeconds.length).toBeGreaterThan(200_000);
  });
});
