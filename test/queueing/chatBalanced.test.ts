import { describe, expect, it } from 'vitest';
import { balancedLoad } from '../../core/queueing/chatBalanced.ts';
import { chatTeam } from '../../core/queueing/chatTeam.ts';
import { waitingSums } from '../../core/queueing/waitingLine.ts';
import { perSecond, seconds } from '../../core/units/quantities.ts';
import { succeeded } from './near.ts';

describe('balancedLoad', () => {
  it('is exact for one agent', () => {
    const team = {
      agents: 1,
      arrivals: perSecond(1),
      handlingAt: [seconds(1), seconds(1)],
      routing: 'fewestChats' as const,
      target: seconds(1),
    };
    expect(balancedLoad(team).agentsAt.map((share) => share.toFixed(12))).toEqual([
      '0.400000000000',
      '0.400000000000',
      '0.200000000000',
    ]);
  });

  it('errs by no more than it says against the exact chain', () => {
    const worst = { fewestChats: 0, mostChats: 0 };
    for (const agents of [3, 10, 20]) {
      for (const most of [2, 3]) {
        for (const load of [0.5, 0.7, 0.9, 1]) {
          for (const slower of [0.2, 0.5]) {
            for (const routing of ['fewestChats', 'mostChats'] as const) {
              const handlingAt = Array.from({ length: most }, (_, k) => seconds(1 + slower * k));
              const taking = (agents * most) / (handlingAt[most - 1] ?? 1);
              const team = {
                agents,
                arrivals: perSecond(load * taking),
                handlingAt,
                routing,
                patience: seconds(1),
                target: seconds(0.1),
              };
              const exact = succeeded(chatTeam(team));
              expect(exact.isExact).toBe(true);
              const { full } = balancedLoad(team);
              const sums = waitingSums({
                arrivals: team.arrivals,
                taking,
                leaving: 1,
                places: Infinity,
                target: 0,
              });
              const total = (sums?.total ?? 0) / (sums?.first ?? 1);
              const wait = total / ((1 - full) / full + total);
              worst[routing] = Math.max(worst[routing], Math.abs(wait - exact.waitProbability));
            }
          }
        }
      }
    }
    expect(worst.fewestChats).toBeLessThan(0.016);
    expect(worst.mostChats).toBeLessThan(0.04);
    expect(worst.mostChats).toBeGreaterThan(0.005);
  });

  it('answers for a team of a thousand', () => {
    const o = succeeded(
      chatTeam({
        agents: 1000,
        arrivals: perSecond(3.5),
        handlingAt: [seconds(420), seconds(600), seconds(780)],
        routing: 'fewestChats',
        patience: seconds(120),
        target: seconds(20),
      }),
    );
    expect(o.isExact).toBe(false);
    expect(o.waitProbability).toBeGreaterThan(0);
    expect(o.waitProbability + o.serviceLevel).toBeGreaterThan(0.9);
    expect(o.agentsAt.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 9);
  });
});
