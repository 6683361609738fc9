import { describe, expect, it } from 'vitest';
import { bySoonest, stressesOf, stressRow } from '../../core/compare/index.ts';
import { checkedStep } from '../../core/measures/stress.ts';
import { applyCommands } from '../../core/plan/edits/applyCommands.ts';
import { stressCommands, stressedPlan, stressKinds } from '../../core/plan/edits/stressedPlan.ts';
import { parsePlan, parsePlanValue } from '../../core/plan/parsePlan.ts';
import type { Plan } from '../../core/plan/schema/plan.ts';
import { openSample } from '../../core/samples/index.ts';
import { compilePlan } from '../../core/simulation/index.ts';
import { timeZoneOffsets } from '../../electron/host/timeZoneOffsets.ts';
import { smallPlan } from '../support/smallPlan.ts';

const shop = parsePlan(openSample('online-shop') ?? '').plan as Plan;
const small = parsePlanValue(smallPlan()).plan as Plan;

describe('stressesOf', () => {
  it('knows what can happen to a shop with channels, teams, an assistant and other departments', () => {
    const kinds = new Set(stressesOf(shop).map(({ kind }) => kind));
    expect(stressKinds.filter((kind) => !kinds.has(kind))).toEqual(['siteLost']);
    const far = {
      ...shop,
      teams: shop.teams.map((team, place) =>
        place > 0 ? team : { ...team, site: { timeZone: 'Europe/Berlin' } },
      ),
    };
    expect(
      stressesOf(far)
        .filter(({ kind }) => kind === 'siteLost')
        .map(({ part }) => part),
    ).toEqual(['Europe/Berlin', shop.locale.timeZone]);
  });

  it('leaves out what a small plan does not have', () => {
    expect(stressesOf(small).map(({ kind, part }) => `${kind} ${part}`.trim())).toEqual([
      'volume',
      'handling',
      'absence',
      'surge phone',
    ]);
  });

  it('gives each size as commands that a scenario could have, and a plan that is sound', () => {
    const stresses = stressesOf(shop);
    expect(stresses.length).toBeGreaterThan(15);
    for (const stress of stresses) {
      const size = stress.sizes.at(-1) ?? 0;
      const commands = stressCommands(shop, stress, size);
      expect([stress, commands.length > 0]).toEqual([stress, true]);
      const applied = applyCommands(shop, commands);
      const { plan, planHash, faults } = parsePlanValue(applied.ok ? applied.value.document : null);
      expect([stress, faults]).toEqual([stress, []]);
      expect(plan).toEqual(stressedPlan(shop, stress, size));
      const compiled = compilePlan(plan as Plan, { planHash: planHash ?? '', offsets: timeZoneOffsets });
      expect([stress, compiled.ok]).toEqual([stress, true]);
    }
  });
});

describe('stressRow', () => {
  const promises = [
    { id: 'kept', name: 'Kept', shareToAttain: 0.8, level: 0.9, simulated: null },
    { id: 'missed', name: 'Missed', shareToAttain: 0.8, level: 0.7, simulated: null },
  ];
  const stress = { kind: 'volume', part: '', name: null, sizes: [0.1, 0.2] } as const;
  const levels = (...kept: number[]) =>
    kept.map((level) => [
      { promise: 'kept', level },
      { promise: 'missed', level: 0.1 },
    ]);

  it('finds the first size that breaks what is kept, and nothing that was missed before', () => {
    const row = stressRow(stress, promises, levels(0.85, 0.7));
    expect([row.first, row.steps.map(({ broken }) => broken)]).toEqual([1, [[], ['kept']]]);
    expect(checkedStep(row)?.size).toBe(0.2);
  });

  it('does not blame a stress for what is missed by simulation without it', () => {
    const attained = { value: 0.7, halfWidth: 0.01 };
    const already = promises.map((promise) =>
      promise.id === 'kept'
        ? { ...promise, simulated: { promise: 'kept', attained, verdict: 'missed' as const } }
        : promise,
    );
    const row = stressRow(stress, already, levels(0.85, 0.7));
    expect([row.first, row.steps.map(({ broken }) => broken)]).toEqual([null, [[], []]]);
  });

  it('puts what gives way soonest first', () => {
    const [late, soon, never] = [levels(0.85, 0.7), levels(0.7, 0.6), levels(0.9, 0.9)].map((of) =>
      stressRow(stress, promises, of),
    );
    expect(bySoonest([never, late, soon].filter((row) => row !== undefined))).toEqual([soon, late, never]);
  });
});
