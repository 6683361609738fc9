import { describe, expect, it } from 'vitest';
import { parsePlan } from '../../core/plan/parsePlan.ts';
import { waysOf } from '../../core/plan/ways.ts';
import { openSample } from '../../core/samples/index.ts';

function waysOfSample(id: string) {
  const { plan } = parsePlan(openSample(id) ?? '');
  if (plan === null) throw new Error('the sample has faults');
  return waysOf(plan);
}

describe('waysOf, given the computer company', () => {
  const ways = waysOfSample('computer-company');
  const one = (kind: string, from: string, to: string) =>
    ways.find((way) => way.kind === kind && way.from === from && way.to === to);

  it('lets calls arrive at the dispatchers, who lead on to the teams', () => {
    expect(one('arrival', 'phone', 'dispatch')?.rules).toEqual([['channels', 0, 'dispatcher']]);
    expect(one('arrival', 'phone', 'general-help')).toBeUndefined();
    expect(one('dispatch', 'dispatch', 'general-help')).toBeDefined();
    expect(one('arrival', 'email', 'hardware')).toBeDefined();
  });

  it('draws overflow from the team before which contacts wait, with the rule that says so', () => {
    expect(one('overflow', 'setup', 'general-help')?.rules).toEqual([['routing', 1, 'entries', 1]]);
  });

  it('tells functional from hierarchical escalation, and other departments', () => {
    expect(one('hierarchical', 'leads', 'management')?.share).toBe(0.03);
    expect(one('department', 'engineering', 'spare-parts')?.share).toBe(0.12);
    expect(ways.some(({ kind, from }) => kind === 'functional' && from === 'general-help')).toBe(true);
  });

  it('names each way once, with places of the plan that are there', () => {
    expect(new Set(ways.map(({ kind, from, to }) => `${kind} ${from} ${to}`)).size).toBe(ways.length);
    expect(ways.length).toBeGreaterThan(10);
  });
});
