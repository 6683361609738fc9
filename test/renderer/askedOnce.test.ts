import { describe, expect, it } from 'vitest';
import type { Client } from '../../core/contract/client.ts';
import { createEvaluationAsked } from '../../renderer/state/askedOnce.ts';

/** A host that answers as it is told, and counts. */
function counting(answers: readonly boolean[]) {
  const texts: string[] = [];
  const call = async (_: string, { text }: { readonly text: string }) => {
    texts.push(text);
    return answers[texts.length - 1] === false
      ? { ok: false, failure: { code: 'unreachable', params: {} } }
      : { ok: true };
  };
  return { texts, client: { call } as unknown as Client };
}

describe('the answer by formula', () => {
  it('is asked for once while the content is the same', async () => {
    const { texts, client } = counting([]);
    const ask = createEvaluationAsked(client);
    const [one, other] = [ask('a'), ask('a')];
    expect(await one).toBe(await other);
    await ask('a');
    expect(texts).toEqual(['a']);
  });

  it('is asked for anew of another content, and after a failure', async () => {
    const { texts, client } = counting([false, true, true]);
    const ask = createEvaluationAsked(client);
    expect((await ask('a')).ok).toBe(false);
    expect((await ask('a')).ok).toBe(true);
    await ask('b');
    expect(texts).toEqual(['a', 'a', 'b']);
  });
});
