// The contract's table, method by method: each succeeds over each transport, and says the same over all of them.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Method, methods } from '../../core/contract/methods.ts';
import { goodCases } from './goodCases.ts';
import { type OpenTransport, openInMemory, openIpc, openLoopback } from './transports.ts';

const methodNames = Object.keys(methods) as Method[];

/** What each method said, by transport; names and times of the host's own making left out. */
const said = new Map<Method, Set<string>>();
const made = [
  /"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}"/g,
  /"20\d\d-\d\d-\d\dT[\d:.]+Z"/g,
  /"\/[^"]*"/g,
  /"(?:sequence|bytes|doneFraction|replicationsDone|state|result|plans|number|elapsedSeconds)":(?:-?[\d.]+|"\w+"|null)/g,
];
const withoutMade = (value: unknown): string =>
  made.reduce((text, pattern) => text.replaceAll(pattern, ''), JSON.stringify(value));

describe.each([
  ['in memory', openInMemory],
  ['over loopback HTTP', openLoopback],
  ['over IPC', openIpc],
])('every method %s', (_, open) => {
  let transport: OpenTransport;
  beforeAll(async () => {
    transport = await open();
  });
  afterAll(() => transport.close());

  it('has a case that succeeds', () => {
    expect(methodNames.length).toBeGreaterThan(30);
    expect(Object.keys(goodCases).toSorted()).toEqual(methodNames.toSorted());
  });

  it.each(methodNames)('%s succeeds', async (method) => {
    const { client } = transport;
    const input = await (goodCases[method] as (with_: typeof client) => Promise<never>)(client);
    const reply = await client.call(method, input);
    if (!reply.ok) expect(reply.failure).toBeUndefined();
    const text = withoutMade(reply.ok ? reply.value : null);
    said.set(method, (said.get(method) ?? new Set()).add(text));
    if (method.startsWith('simulation.') || method.startsWith('study.')) await endRuns(reply);
  });

  /** No more than a few may go on at once. */
  async function endRuns(reply: { readonly ok: boolean; readonly value?: unknown }): Promise<void> {
    const { run } = (reply.value ?? {}) as { readonly run?: string };
    if (run === undefined) return;
    await transport.send('simulation.cancel', { run });
    await transport.send('study.cancel', { run });
  }
});

describe('the three transports', () => {
  // Not where it matters what else is in the library by then, or which run has just ended.
  const told: readonly Method[] = methodNames.filter(
    (method) => !/status|list|search|changes|results|check$/.test(method),
  );
  it.each(told)('say the same to %s', (method) => {
    expect(said.get(method)?.size).toBe(1);
  });
});
