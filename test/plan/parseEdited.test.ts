import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyCommands } from '../../core/plan/edits/applyCommands.ts';
import { parseEdited } from '../../core/plan/parseEdited.ts';
import { parseDraftValue, parsePlan } from '../../core/plan/parsePlan.ts';
import type { Plan } from '../../core/plan/schema/plan.ts';
import { openSample } from '../../core/samples/index.ts';
import { anyCommands } from './edits/anyCommands.ts';

const desk = parsePlan(openSample('bank-phone-centre') ?? '').plan as Plan;

describe('parseEdited', () => {
  it('gives what reading the whole document gives, whatever the edit', () => {
    let withFaults = 0;
    let sound = 0;
    fc.assert(
      fc.property(anyCommands(desk), (commands) => {
        const applied = applyCommands(desk, commands);
        if (!applied.ok) return;
        const whole = parseDraftValue(structuredClone(applied.value.document));
        expect(parseEdited(desk, applied.value.document)).toEqual(whole);
        if (whole.plan === null) withFaults += 1;
        else sound += 1;
      }),
      { seed: 20261122, numRuns: 150 },
    );
    expect(Math.min(withFaults, sound)).toBeGreaterThan(10);
  });

  it('does so edit after edit, to and fro between states', () => {
    const states = [desk];
    fc.assert(
      fc.property(anyCommands(desk), fc.nat(), (commands, nth) => {
        const from = states[nth % states.length] as Plan;
        const applied = applyCommands(from, commands);
        if (!applied.ok) return;
        const edited = parseEdited(from, applied.value.document);
        expect(edited).toEqual(parseDraftValue(structuredClone(applied.value.document)));
        if (edited.plan !== null) states.push(edited.plan);
      }),
      { seed: 20261123, numRuns: 150 },
    );
    expect(states.length).toBeGreaterThan(20);
  });

  it('reads the whole of what has become too large', () => {
    const values = { ...desk, notes: new Array<string>(499_000).fill('-') };
    const whole = parseDraftValue(values);
    expect(whole.faults[0]?.code).toBe('tooManyValues');
    expect(parseEdited(desk, values)).toEqual(whole);
  });

  it('keeps the objects that say the same', () => {
    const [team] = desk.teams;
    const applied = applyCommands(desk, [
      { change: 'set', at: ['teams', team?.id ?? '', 'name'], value: { en: 'Another' } },
    ]);
    const plan = applied.ok ? parseEdited(desk, applied.value.document).plan : null;
    expect(plan?.teams[0]?.name).toEqual({ en: 'Another' });
    expect(plan?.teams[0]?.groups).toBe(team?.groups);
    expect(plan?.demand).toBe(desk.demand);
  });

  it('reads the whole of what is no plan, or one of another version', () => {
    for (const value of [null, [], 7, { ...desk, formatVersion: 2 }, { ...desk, unknown: 1 }])
      expect(parseEdited(desk, value)).toEqual(parseDraftValue(value));
  });
});
