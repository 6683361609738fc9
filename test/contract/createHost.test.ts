import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { failureCodes } from '../../core/contract/failures.ts';
import { methods } from '../../core/contract/methods.ts';
import { failed } from '../../core/units/result.ts';
import { createHost, type HostParts } from '../../electron/host/createHost.ts';

const broken: HostParts = {
  simulate: () => Promise.reject(new Error('unused')),
  library: {
    get: () => {
      throw new Error('planted');
    },
    close: async () => {},
  },
};

describe('createHost', () => {
  it('turns a bug into the failure internal, and logs it under the id that it names', async () => {
    const logged: [string, unknown][] = [];
    const { handle } = createHost({
      ...broken,
      log: (id, error) => logged.push([id, error]),
    });
    const reply = await handle('library.list', {});
    const [id, error] = logged[0] ?? [];
    expect(reply).toEqual({ ok: false, failure: { code: 'internal', params: { errorId: id } } });
    expect(String(error)).toContain('planted');
  });

  it('answers even when the log itself fails', async () => {
    const { handle } = createHost({
      ...broken,
      log: () => {
        throw new Error('disk full');
      },
    });
    const reply = await handle('library.list', {});
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

  it.each(Object.keys(methods))(
    'H17: answers any input of %s with a reply, and never with a bug',
    async (method) => {
      const cancelled = failed({ code: 'runCancelled', params: {} } as const);
      const { handle } = createHost({ simulate: () => Promise.resolve(cancelled) });
      const fields = fc.constantFrom(
        'id',
        'text',
        'options',
        'run',
        'after',
        'seed',
        '__proto__',
        'toString',
      );
      const input = fc.oneof(
        fc.anything(),
        fc.dictionary(fields, fc.anything()),
        fc.record({ text: fc.json(), options: fc.anything() }),
      );
      await fc.assert(
        fc.asyncProperty(input, async (value) => {
          const reply = await handle(method, value);
          if (reply.ok) return;
          expect(failureCodes).toContain(reply.failure.code);
          expect(reply.failure.code).not.toBe('internal');
        }),
        { numRuns: 1000 },
      );
      expect(Object.keys(Object.prototype)).toEqual([]);
    },
  );
});
