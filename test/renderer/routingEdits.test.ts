import { describe, expect, it } from 'vitest';
import { contactPath } from '../../core/plan/contactPath.ts';
import type { Command } from '../../core/plan/edits/command.ts';
import { lawMean } from '../../core/plan/lawMean.ts';
import { parseDraftValue, parsePlan } from '../../core/plan/parsePlan.ts';
import type { Law } from '../../core/plan/schema/law.ts';
import type { Plan } from '../../core/plan/schema/plan.ts';
import { openSample } from '../../core/samples/index.ts';
import { ruleOfCell, setCell, setCells, withMean } from '../../renderer/parts/routing/handlingCells.ts';
import {
  addDepartment,
  addEntry,
  addHandlingRule,
  addNext,
  addOutcomeRule,
  addReturnRule,
  addRoutingRule,
  addTrigger,
  setEntryMembers,
  setNextKind,
  setRecognised,
  setWarm,
  targetOfWord,
  targetWord,
} from '../../renderer/parts/routing/ruleEdits.ts';
import { draftAfter } from '../support/editedPlan.ts';

const shop = parsePlan(openSample('online-shop') ?? '').plan as Plan;

/** The plan that the commands leave; every field of it must be sound. */
const resultOf = (commands: readonly Command[], plan: Plan = shop): Plan => draftAfter(commands, plan);

describe('the handling times as a table', () => {
  const cell = { tier: 'tier-1', channel: 'phone', issueType: undefined };

  it('make a rule of the cell before the one that counted, and change nothing else', () => {
    const plan = resultOf(setCell(shop, cell, 333));
    const position = ruleOfCell(plan, cell) ?? -1;
    expect(plan.handling).toHaveLength(shop.handling.length + 1);
    expect(plan.handling[position]?.when).toEqual({ channels: ['phone'], tiers: ['tier-1'] });
    expect(lawMean(plan.handling[position]?.time as Law)).toBe(333);
    for (const tier of shop.tiers) {
      for (const channel of shop.channels) {
        if (tier.id === 'tier-1' && channel.id === 'phone') continue;
        const other = { tier: tier.id, channel: channel.id, issueType: undefined };
        const rule = (where: Plan) => where.handling[ruleOfCell(where, other) ?? -1];
        expect(rule(plan)).toEqual(rule(shop));
      }
    }
  });

  it('change the rule of the cell where there is one', () => {
    const once = resultOf(setCell(shop, cell, 333));
    const twice = resultOf(setCell(once, cell, 444), once);
    expect(twice.handling).toHaveLength(once.handling.length);
    expect(lawMean(twice.handling[ruleOfCell(twice, cell) ?? -1]?.time as Law)).toBe(444);
  });

  it('keep the shape of a law with another mean, and its range follows', () => {
    const law: Law = {
      law: 'lognormal',
      meanSeconds: 100,
      cv: 0.7,
      meanLowSeconds: 80,
      meanHighSeconds: 140,
    };
    expect(withMean(law, 200)).toEqual({
      ...law,
      meanSeconds: 200,
      meanLowSeconds: 160,
      meanHighSeconds: 280,
    });
    const uniform = withMean({ law: 'uniform', lowSeconds: 10, highSeconds: 30 }, 40);
    expect(uniform).toEqual({ law: 'uniform', lowSeconds: 20, highSeconds: 60 });
    expect(lawMean(withMean({ law: 'never' }, 50))).toBe(50);
  });

  it('takes a pasted block as one step, and gives emptied cells back to the wider rules', () => {
    const cells = ['phone', 'chat'].map((channel) => ({ tier: 'tier-1', channel, issueType: undefined }));
    const set = resultOf(
      setCells(
        shop,
        cells.map((cell, at) => ({ cell, seconds: 300 + at })),
      ),
    );
    const means = cells.map((cell) => lawMean(set.handling[ruleOfCell(set, cell) ?? -1]?.time as Law));
    expect(means).toEqual([300, 301]);
    const emptied = cells.map((cell) => ({ cell, seconds: null }));
    expect(resultOf(setCells(set, emptied), set).handling).toEqual(shop.handling);
    expect(setCells(shop, emptied)).toEqual([]);
  });
});

describe('the steps of the editors of rules', () => {
  const facts = { issueType: 'payment-problem', channel: 'phone' };

  it('add rules that say at first what holds already', () => {
    const { queues } = contactPath(shop, facts);
    const steps = [
      addHandlingRule(shop),
      addOutcomeRule(shop),
      addReturnRule(shop),
      addRoutingRule(shop, facts, queues[0]),
    ];
    for (const commands of steps) {
      const told = (plan: Plan) =>
        plan.channels.map(({ id }) => {
          const { queues, handlings } = contactPath(plan, { ...facts, channel: id });
          return [
            queues.map(({ entries }) => entries),
            handlings.map(({ handlingRule, outcomeRule, returns, ...rest }) => [rest, returns?.share]),
          ];
        });
      expect(told(resultOf(commands))).toEqual(told(shop));
    }
  });

  it('add an overflow to a team that no entry names yet', () => {
    const [rule] = shop.routing;
    if (rule?.id === undefined) throw new Error('the shop routes');
    const plan = resultOf(addEntry(shop, rule, rule.id));
    const added = plan.routing[0]?.entries.at(-1);
    expect(added?.afterSeconds).toBe(30);
    expect(rule.entries.flatMap(({ teams }) => teams)).not.toContain(added?.teams?.[0]);
    const moved = resultOf(setEntryMembers(rule, rule.id, 0, { teams: [], groups: ['orders-remote'] }));
    expect(moved.routing[0]?.entries[0]).toEqual({ groups: ['orders-remote'], afterSeconds: 0 });
    expect(setEntryMembers(rule, rule.id, 0, { teams: [], groups: [] })).toEqual([]);
  });

  it('add what may follow a handling, with a department where there is none', () => {
    const name = { en: 'Department' };
    for (const kind of ['functional', 'hierarchical', 'otherDepartment'] as const) {
      const plan = resultOf(addNext(shop, 0, kind, name));
      expect(plan.outcomes[0]?.next.at(-1)?.kind).toBe(kind);
    }
    const bare = { ...shop, departments: [], outcomes: [{ when: {}, next: [] }] };
    const plan = resultOf(addNext(bare, 0, 'otherDepartment', name), bare);
    expect(plan.departments).toHaveLength(1);
    expect(parseDraftValue(plan).faults).toEqual([]);
    expect(resultOf(addDepartment(shop, name)).departments).toHaveLength(shop.departments.length + 1);
  });

  it('keep recognition and its share together', () => {
    const plan = resultOf(addNext(shop, 0, 'functional', { en: 'D' }));
    const position = (plan.outcomes[0]?.next.length ?? 0) - 1;
    const next = plan.outcomes[0]?.next[position];
    if (next === undefined) throw new Error('nothing was added');
    const at = ['outcomes', 0, 'next', position];
    if (next.kind !== 'functional') throw new Error('another kind was added');
    const some = resultOf(setRecognised(next, at, true), plan).outcomes[0]?.next[position];
    expect(some).toMatchObject({ recognisedAtOnceShare: { value: 0.2 }, recognition: { meanSeconds: 60 } });
    const none = resultOf(setRecognised(next, at, false), plan).outcomes[0]?.next[position];
    expect(none).not.toHaveProperty('recognition');
    const warm = resultOf(setWarm(at, true), plan);
    expect(warm.outcomes[0]?.next[position]).toMatchObject({ warm: { overlapSeconds: 60 } });
    expect(resultOf(setWarm(at, false), warm)).toEqual(plan);
  });

  it('change the kind of what follows, for the same share', () => {
    const next = shop.outcomes[2]?.next[0];
    if (next === undefined) throw new Error('nothing follows');
    for (const kind of ['functional', 'hierarchical', 'otherDepartment'] as const) {
      const changed = resultOf(setNextKind(shop, ['outcomes', 2, 'next', 0], next, kind, { en: 'D' }));
      expect(changed.outcomes[2]?.next[0]).toMatchObject({ kind, share: next.share });
    }
  });

  it('write targets as words and back', () => {
    for (const to of ['nextTier', 'sameTeam', { team: 'leads' }] as const)
      expect(targetOfWord(targetWord(to))).toEqual(to);
  });

  it('add a trigger', () => {
    expect(resultOf(addTrigger()).waitingTriggers).toHaveLength(shop.waitingTriggers.length + 1);
  });
});
