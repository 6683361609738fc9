import { describe, expect, it } from 'vitest';
import type { Client } from '../../core/contract/client.ts';
import type { Command } from '../../core/plan/edits/command.ts';
import { createFormulasAsked } from '../../renderer/state/askedOnce.ts';

interface Asked {
  readonly base?: string;
  readonly text?: string;
  readonly commands: readonly Command[];
}

/** A host that knows some plans and names what it is asked for by plan and number of changes. */
function listening(known: readonly string[], failures: readonly number[] = []) {
  const asked: Asked[] = [];
  const call = async (_: string, input: Asked) => {
    asked.push(input);
    if (failures.includes(asked.length)) return { ok: false, failure: { code: 'unreachable', params: {} } };
    const isKnown = input.text !== undefined || known.includes(input.base ?? '');
    const planHash = `${input.base ?? input.text}${'+'.repeat(input.commands.length)}`;
    return { ok: true, value: { foreseen: isKnown ? { planHash } : null } };
  };
  return { asked, client: { call } as unknown as Client };
}

const plan = (planHash: string | null) => ({ planHash, text: 'text' });
const change: Command = { change: 'set', at: ['name'], value: 'New' };

describe('the answer by formula', () => {
  it('is asked for once while plan and change are the same', async () => {
    const { asked, client } = listening(['a']);
    const ask = createFormulasAsked(client);
    const [one, other] = [ask(plan('a'), [change]), ask(plan('a'), [change])];
    expect(await one).toBe(await other);
    expect(asked).toEqual([{ base: 'a', commands: [change] }]);
  });

  it('comes with the plan itself only where the host does not know it', async () => {
    const { asked, client } = listening([]);
    const ask = createFormulasAsked(client);
    expect(await ask(plan('a'), [])).toMatchObject({ ok: true, value: { planHash: 'a' } });
    expect(asked.map(({ text }) => text)).toEqual([undefined, 'text']);
    await ask(plan(null), [change]);
    expect(asked[2]).toEqual({ text: 'text', commands: [change] });
  });

  it('of an edit is what was foretold of it, even while that is under way', async () => {
    const { asked, client } = listening(['a']);
    const ask = createFormulasAsked(client);
    const foretold = ask(plan('a'), [change]);
    const came = ask(plan('a+'), []);
    expect(await came).toMatchObject({ ok: true, value: { planHash: 'a+' } });
    expect(await foretold).toEqual(await came);
    expect(asked).toHaveLength(1);
  });

  it('is asked for anew after a failure', async () => {
    const { asked, client } = listening(['a'], [1]);
    const ask = createFormulasAsked(client);
    expect((await ask(plan('a'), [])).ok).toBe(false);
    expect((await ask(plan('a'), [])).ok).toBe(true);
    expect(asked).toHaveLength(2);
  });
});
