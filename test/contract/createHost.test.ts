import { describe, expect, it } from 'vitest';
import { createHost } from '../../electron/host/createHost.ts';
import { smallPlanText } from '../support/smallPlan.ts';

describe('createHost', () => {
  it('turns a bug into the failure internal, and logs it under the id that it names', async () => {
    const logged: [string, unknown][] = [];
    const { handle } = createHost({
      simulate: () => {
        throw new Error('planted');
      },
      log: (id, error) => logged.push([id, error]),
    });
    const reply = await handle('simulation.start', { text: smallPlanText(), options: {} });
    const [id, error] = logged[0] ?? [];
    expect(reply).toEqual({ ok: false, failure: { code: 'internal', params: { errorId: id } } });
    expect(String(error)).toContain('planted');
  });

  it('answers even when the log itself fails', async () => {
    const { handle } = createHost({
      simulate: () => {
        throw new Error('planted');
      },
      log: () => {
        throw new Error('disk full');
      },
    });
    const reply = await handle('simulation.start', { text: smallPlanText(), options: {} });
    expect(reply).toMatchObject({ ok: false, failure: { code: 'internal' } });
  });

  it.each([[undefined], [null], [Symbol('x')], [{ toString: 5 }], [7]])(
    'refuses the method %#',
    async (method) => {
      const { handle } = createHost({ simulate: () => Promise.reject(new Error('unused')) });
      const reply = await handle(method as unknown as string, {});
      expect(reply).toMatchObject({
        ok: false,
        failure: { code: expect.stringMatching('unknownMethod|internal') },
      });
    },
  );
});
