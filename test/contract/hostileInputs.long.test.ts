// H17: a thousand inputs to each method over each transport; each is answered by the contract, and the library stays sound.
// One command: npm run test:long -- test/contract/hostileInputs
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { failureCodes } from '../../core/contract/failures.ts';
import { type Method, methods } from '../../core/contract/methods.ts';
import { smallPlanText } from '../support/smallPlan.ts';
import { anyInput } from './anyInput.ts';
import { type OpenTransport, openInMemory, openIpc, openLoopback } from './transports.ts';

const seed = Number(process.env['SAFF_SEED'] ?? 1);
/** A repair or a backup of the whole library costs a thousand times what an edit does. */
const runsOf = (method: Method): number => (/repair|backup|check$/.test(method) ? 100 : 1000);

describe.each([
  ['in memory', openInMemory],
  ['over loopback HTTP', openLoopback],
  ['over IPC', openIpc],
])('a method of the contract %s', (name, open) => {
  let transport: OpenTransport;
  const plans: string[] = [];
  let asked = 0;
  beforeAll(async () => {
    transport = await open();
    for (let count = 0; count < 3; count += 1) {
      const added = await transport.client.call('library.import', { text: smallPlanText() });
      if (added.ok) plans.push(added.value.plan);
    }
    expect(plans).toHaveLength(3);
  });
  afterAll(async () => {
    const check = await transport.client.call('library.check', {});
    expect(check).toMatchObject({ ok: true, value: { findings: [] } });
    console.log(`H17 ${name}: ${asked} inputs to ${Object.keys(methods).length} methods`);
    await transport.close();
  });

  it.each(Object.keys(methods) as Method[])('H17: answers any input of %s', async (method) => {
    const used = new Map<string, number>();
    await fc.assert(
      fc.asyncProperty(
        anyInput(method, () => plans),
        async (input) => {
          const reply = await transport.send(method, input).catch((error: unknown) => {
            // What cannot be copied never leaves the window.
            if (error instanceof DOMException && error.name === 'DataCloneError') return undefined;
            throw error;
          });
          asked += 1;
          const code = reply === undefined ? 'notSent' : reply.ok ? 'ok' : reply.failure.code;
          used.set(code, (used.get(code) ?? 0) + 1);
        },
      ),
      { numRuns: runsOf(method), seed },
    );
    const allowed: readonly string[] = [
      'ok',
      'notSent',
      ...failureCodes.filter((code) => code !== 'internal'),
    ];
    expect([...used.keys()].filter((code) => !allowed.includes(code))).toEqual([]);
    expect(Object.keys(Object.prototype)).toEqual([]);
  });
});
