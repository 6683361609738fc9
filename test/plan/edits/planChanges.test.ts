import { describe, expect, it } from 'vitest';
import { applyCommands } from '../../../core/plan/edits/applyCommands.ts';
import { changeText } from '../../../core/plan/edits/changeText.ts';
import type { Command } from '../../../core/plan/edits/command.ts';
import { type PlanChange, planChanges } from '../../../core/plan/edits/planChanges.ts';
import { parsePlan } from '../../../core/plan/parsePlan.ts';
import type { Plan } from '../../../core/plan/schema/plan.ts';
import { openSample } from '../../../core/samples/index.ts';

const shop = parsePlan(openSample('online-shop') ?? '').plan as Plan;

function after(...commands: Command[]): Plan {
  const applied = applyCommands(shop, commands);
  if (!applied.ok) throw new Error(JSON.stringify(applied.failure));
  return applied.value.document as Plan;
}

const changes = (...commands: Command[]): readonly PlanChange[] => planChanges(shop, after(...commands));

const [team] = shop.teams;
const [group] = team?.groups ?? [];
const staffing = ['teams', team?.id ?? '', 'groups', group?.id ?? ''];

describe('planChanges', () => {
  it('finds nothing between a plan and itself, nor between it and a copy', () => {
    expect(planChanges(shop, shop)).toEqual([]);
    expect(planChanges(shop, JSON.parse(JSON.stringify(shop)))).toEqual([]);
  });

  it('names the parts around a field, and its values with their unit', () => {
    const [change, ...others] = changes({
      change: 'set',
      at: [...staffing, 'plannedShrinkage'],
      value: 0.41,
    });
    expect(others).toEqual([]);
    expect(change).toMatchObject({
      kind: 'set',
      at: [...staffing, 'plannedShrinkage'],
      fields: ['plannedShrinkage'],
      after: { kind: 'number', value: 0.41, unit: 'share' },
    });
    expect(change?.of.map(({ list }) => list)).toEqual(['teams', 'groups']);
    expect(change?.of[0]?.names).toEqual([team?.name]);
  });

  it('tells a part that is added, removed and moved as such, and not all the others of its list', () => {
    const [first, second] = shop.promises;
    const added = { ...first, id: 'another' };
    const moved = [second, first, ...shop.promises.slice(2)];
    const kinds = (found: readonly PlanChange[]): unknown => found.map(({ kind, at }) => [kind, at]);
    expect(kinds(changes({ change: 'add', at: ['promises'], value: added, position: 0 }))).toEqual([
      ['added', ['promises', 'another']],
    ]);
    expect(kinds(changes({ change: 'remove', at: ['promises', first?.id ?? ''] }))).toEqual([
      ['removed', ['promises', first?.id]],
    ]);
    expect(kinds(changes({ change: 'set', at: ['promises'], value: moved }))).toEqual([
      ['order', ['promises']],
    ]);
  });

  it('knows a rule without an id by what it is about', () => {
    const [rule, ...rest] = shop.handling;
    const found = changes({ change: 'set', at: ['handling'], value: [...rest, rule] });
    expect(found.map(({ kind }) => kind)).toEqual(['order']);
    const slower = { ...rule, time: { law: 'exponential', meanSeconds: 5000 } };
    const [change] = changes({ change: 'set', at: ['handling'], value: [slower, ...rest] });
    expect(change).toMatchObject({ at: ['handling', 0, 'time'], after: { kind: 'law', mean: 5000 } });
  });

  it('calls what a reference means by its name in the plan that has it', () => {
    const [tier] = shop.tiers;
    const other = shop.teams.find((one) => one.tier !== undefined && one.tier !== tier?.id);
    const [change] = changes({ change: 'set', at: ['teams', other?.id ?? '', 'tier'], value: tier?.id });
    expect(change).toMatchObject({ after: { kind: 'names', names: [tier?.name] } });
  });

  it('leads back from the one plan to the other with before and after exchanged', () => {
    const other = after(
      { change: 'set', at: [...staffing, 'headcount'], value: 77 },
      { change: 'set', at: ['horizon', 'days'], value: 5 },
    );
    const there = planChanges(shop, other);
    const back = planChanges(other, shop);
    expect(back.map(({ before, after }) => [after, before])).toEqual(
      there.map(({ before, after }) => [before, after]),
    );
  });
});

describe('changeText', () => {
  const words = {
    sentence: (of: string, params: object) => `${of}(${Object.values(params).join(', ')})`,
    part: (list: string) => (list === 'teams' ? 'Team' : undefined),
    field: (name: string) => (['agents', 'staffingKind', 'groups'].includes(name) ? name : undefined),
    names: () => 'N',
    value: (value: object) => JSON.stringify(Object.values(value).slice(1)),
  };
  const text = (fields: readonly string[], before: unknown, after: unknown): string =>
    changeText(
      {
        ...{ kind: 'set', at: [], fields },
        of: [{ list: 'teams', names: ['x'], number: 1 }],
        ...({ before, after } as Pick<PlanChange, 'before' | 'after'>),
      },
      words,
    );
  const one = { kind: 'number', value: 1, unit: 'number' };
  const two = { kind: 'number', value: 2, unit: 'number' };
  const none = { kind: 'nothing' };

  it('says a field by its own word, by the one for it in its place, or by what is around it', () => {
    expect(text(['staffing', 'agents'], one, two)).toContain('agents');
    expect(text(['staffing', 'kind'], one, two)).toContain('staffingKind');
    expect(text(['agents', 'unheardOf'], one, two)).toContain('field(part(Team, N), agents)');
    expect(text(['unheardOf'], one, two)).toMatch(/^set\(part\(Team, N\)/);
  });

  it('says what was set before, what is set no longer, and what only has another range', () => {
    expect(text(['agents'], none, two)).toMatch(/^given/);
    expect(text(['agents'], one, none)).toMatch(/^taken/);
    expect(text(['agents'], one, one)).toMatch(/^sure/);
    expect(text(['agents'], one, { kind: 'much' })).toMatch(/^changed/);
  });
});
