import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { failureCodes } from '../../core/contract/failures.ts';
import { type Method, methods, type RunState } from '../../core/contract/methods.ts';
import { smallPlanText } from '../support/smallPlan.ts';
import { type OpenTransport, openInMemory, openIpc, openLoopback } from './transports.ts';

const change = { plan: 'none', base: 0, window: { id: 'w', openedAt: 0 } };

/** For each method an input that is decoded without faults. */
const goodInputs: Readonly<Record<Method, unknown>> = {
  'app.describe': {},
  'samples.list': {},
  'samples.open': { id: 'online-shop' },
  'plan.check': { text: smallPlanText() },
  'simulation.start': { text: smallPlanText(), options: { replications: 1 } },
  'simulation.next': { run: 'none', after: -1 },
  'simulation.cancel': { run: 'none' },
  'library.status': {},
  'library.list': {},
  'library.search': { query: 'پشتيباني' },
  'library.changes': { after: -1 },
  'library.create': { sample: 'online-shop', name: { en: 'Mine' } },
  'library.import': { text: smallPlanText() },
  'library.open': { plan: 'none' },
  'library.rename': { ...change, name: 'Other' },
  'library.duplicate': { plan: 'none' },
  'library.remove': { plan: 'none' },
  'library.restore': { plan: 'none' },
  'library.erase': { plan: 'none' },
  'library.check': {},
  'library.repair': {},
  'library.backup': {},
  'plan.edit': { ...change, commands: [{ change: 'remove', at: ['teams', 0] }] },
  'plan.undo': change,
  'plan.redo': change,
  'plan.history': { plan: 'none' },
  'plan.export': { plan: 'none' },
  'plan.replace': { ...change, text: smallPlanText() },
  'plan.simulate': { plan: 'none', options: { replications: 1 } },
  'plan.results': { plan: 'none' },
  'versions.list': { plan: 'none' },
  'versions.create': { plan: 'none', base: 0, name: 'First' },
  'versions.open': { plan: 'none', version: 'none' },
  'versions.restore': { ...change, version: 'none' },
};

/** For each method inputs that are not, with the path of the fault that they have. */
const badInputs: Readonly<Record<Method, readonly (readonly [unknown, string])[]>> = {
  'app.describe': [
    [null, ''],
    [{ extra: 1 }, 'extra'],
  ],
  'samples.list': [
    ['text', ''],
    [[], ''],
  ],
  'samples.open': [
    [{}, 'id'],
    [{ id: '' }, 'id'],
    [{ id: 'x'.repeat(65) }, 'id'],
  ],
  'plan.check': [
    [{ text: 5 }, 'text'],
    [{ text: { nested: {} } }, 'text'],
  ],
  'simulation.start': [
    [{ text: '' }, 'options'],
    [{ text: '', options: { replications: 0 } }, 'options.replications'],
    [{ text: '', options: { replications: 1.5 } }, 'options.replications'],
    [{ text: '', options: { seed: -1 } }, 'options.seed'],
    [{ text: '', options: { precisionFraction: 1 } }, 'options.precisionFraction'],
    [{ text: '', options: { workers: 65 } }, 'options.workers'],
  ],
  'simulation.next': [
    [{ run: 'a' }, 'after'],
    [{ run: 7, after: 0 }, 'run'],
  ],
  'simulation.cancel': [
    [{}, 'run'],
    [undefined, ''],
  ],
  'library.status': [[{ folder: '/etc' }, 'folder']],
  'library.list': [[{ removed: 'yes' }, 'removed']],
  'library.search': [[{ query: 'x'.repeat(1001) }, 'query']],
  'library.changes': [[{ after: -2 }, 'after']],
  'library.create': [[{ sample: 'online-shop', name: {} }, 'name']],
  'library.import': [[{ file: '/etc/passwd' }, 'text']],
  'library.open': [[{ plan: 'a', window: { id: 'w' } }, 'window.openedAt']],
  'library.rename': [[{ ...change, name: 5 }, 'name']],
  'library.duplicate': [[{ plan: '' }, 'plan']],
  'library.remove': [[{}, 'plan']],
  'library.restore': [[{}, 'plan']],
  'library.erase': [[{}, 'plan']],
  'library.check': [[{ folder: '.' }, 'folder']],
  'library.repair': [[{ folder: '.' }, 'folder']],
  'library.backup': [[{ to: '/tmp' }, 'to']],
  'plan.edit': [
    [{ ...change, commands: [] }, 'commands'],
    [{ ...change, commands: [{ change: 'burn', at: ['teams'] }] }, 'commands.0.change'],
    [{ ...change, commands: [{ change: 'add', at: [], value: 1 }] }, 'commands.0.at'],
    [{ ...change, base: -1, commands: [{ change: 'remove', at: ['a'] }] }, 'base'],
  ],
  'plan.undo': [[{ ...change, window: null }, 'window']],
  'plan.redo': [[{ plan: 'a', base: 0 }, 'window']],
  'plan.history': [[{ plan: 'a', limit: 1001 }, 'limit']],
  'plan.export': [[{ plan: 'a', to: '/tmp/x' }, 'to']],
  'plan.replace': [[{ ...change, text: null }, 'text']],
  'plan.simulate': [[{ plan: 'a', options: { workers: 0 } }, 'options.workers']],
  'plan.results': [[{}, 'plan']],
  'versions.list': [[{}, 'plan']],
  'versions.create': [
    [{ plan: 'a', base: 0, name: '  ' }, 'name'],
    [{ plan: 'a', base: 0, name: 'x'.repeat(201) }, 'name'],
  ],
  'versions.open': [[{ plan: 'a' }, 'version']],
  'versions.restore': [[{ ...change }, 'version']],
};

const methodNames = Object.keys(methods) as Method[];
const inputOf = (method: Method): unknown => structuredClone(goodInputs[method]);

/** The bytes of the same simulation over each transport. */
const resultBytes = new Map<string, string>();

describe.each([
  ['in memory', openInMemory],
  ['over loopback HTTP', openLoopback],
  ['over IPC', openIpc],
])('the contract %s', (name, open) => {
  let transport: OpenTransport;
  beforeAll(async () => {
    transport = await open();
  });
  afterAll(() => transport.close());

  const start = async (options: object, days = 1): Promise<string> => {
    const reply = await transport.client.call('simulation.start', { text: smallPlanText({ days }), options });
    if (!reply.ok) throw new Error(JSON.stringify(reply.failure));
    return reply.value.run;
  };
  const follow = async (run: string): Promise<RunState[]> => {
    const states: RunState[] = [];
    for (;;) {
      const reply = await transport.client.call('simulation.next', {
        run,
        after: states.at(-1)?.sequence ?? -1,
      });
      if (!reply.ok) throw new Error(JSON.stringify(reply.failure));
      states.push(reply.value);
      if (reply.value.state !== 'running') return states;
    }
  };

  it('has a case for every method', () => {
    expect(methodNames.length).toBeGreaterThan(5);
    expect(Object.keys(goodInputs)).toEqual(methodNames);
    expect(Object.keys(badInputs)).toEqual(methodNames);
  });

  it.each(methodNames)('answers %s with a reply', async (method) => {
    const reply = await transport.send(method, inputOf(method));
    if (reply.ok) expect(reply.value).toBeDefined();
    else expect(reply.failure.code).toMatch(/^unknown(?:Run|Plan|Version)$/);
  });

  it.each(methodNames)('names the faults of a wrong input of %s with their paths', async (method) => {
    for (const [input, path] of badInputs[method]) {
      const reply = await transport.send(method, input);
      expect(reply).toMatchObject({ ok: false, failure: { code: 'invalidInput' } });
      const paths = reply.ok ? [] : (reply.failure.faults ?? []).map((fault) => fault.path.join('.'));
      // JSON has no undefined: over HTTP there is then no input at all, and so no path in it.
      if (input !== undefined) expect(paths).toContain(path);
    }
  });

  it('names all faults of an input, not the first', async () => {
    const reply = await transport.send('simulation.start', { text: 1, options: { seed: 'a', workers: 0 } });
    const paths = reply.ok ? [] : (reply.failure.faults ?? []).map((fault) => fault.path.join('.'));
    expect(paths.toSorted()).toEqual(['options.seed', 'options.workers', 'text']);
  });

  it.each([
    'plan.destroy',
    '',
    'constructor',
    '__proto__',
    'toString',
    '../app.describe',
    'x'.repeat(10_000),
  ])('refuses the unknown method %#', async (method) => {
    const reply = await transport.send(method, {});
    expect(reply).toMatchObject({ ok: false, failure: { code: 'unknownMethod' } });
    expect(JSON.stringify(reply).length).toBeLessThan(500);
  });

  it('describes the product', async () => {
    const reply = await transport.client.call('app.describe', {});
    const version = expect.stringMatching(/^\d+\.\d+\.\d+$/);
    expect(reply).toEqual({ ok: true, value: { version, engineVersion: version, formatVersion: 1 } });
  });

  it('opens each sample that it lists, and no other', async () => {
    const list = await transport.client.call('samples.list', {});
    const ids = list.ok ? list.value.map(({ id }) => id) : [];
    expect(ids.length).toBeGreaterThan(0);
    for (const id of ids) {
      const opened = await transport.client.call('samples.open', { id });
      expect(opened).toMatchObject({ ok: true, value: { checked: { faults: [] } } });
    }
    expect(await transport.client.call('samples.open', { id: 'absent' })).toEqual({
      ok: false,
      failure: { code: 'unknownSample', params: { id: 'absent' } },
    });
  });

  it.each(['', 'no JSON', '{}', '[1e400]', '['.repeat(100_000), '{"__proto__":{}}'])(
    'checks the text %# and finds faults, as a value',
    async (text) => {
      const reply = await transport.client.call('plan.check', { text });
      expect(reply).toMatchObject({ ok: true, value: { plan: null, planHash: null } });
      expect(reply.ok && reply.value.faults.length).toBeGreaterThan(0);
    },
  );

  it('does not start a plan with faults, and names them', async () => {
    const reply = await transport.client.call('simulation.start', { text: '{}', options: {} });
    expect(reply).toMatchObject({ ok: false, failure: { code: 'planInvalid' } });
    expect(reply.ok || reply.failure.faults?.length).toBeGreaterThan(0);
  });

  it('does not start a plan in a time zone that nobody knows', async () => {
    const text = smallPlanText({ timeZone: 'Nowhere/Atlantis' });
    const reply = await transport.client.call('simulation.start', { text, options: {} });
    expect(reply).toMatchObject({ ok: false, failure: { code: 'planInvalid' } });
    const faults = reply.ok ? [] : reply.failure.faults;
    expect(faults).toContainEqual(expect.objectContaining({ path: ['locale', 'timeZone'] }));
  });

  it('runs a simulation with progress that never falls and at least one update on the way', async () => {
    const states = await follow(await start({ replications: 6 }, 400));
    const last = states.at(-1);
    expect(last).toMatchObject({ state: 'done', doneFraction: 1, replicationsDone: 6, failure: null });
    expect(last?.result).toMatchObject({ replications: 6, seed: 1, stop: 'replicationsDone' });
    const shares = states.map(({ doneFraction }) => doneFraction);
    expect(shares).toEqual(shares.toSorted((a, b) => a - b));
    expect(states.some(({ state, sequence }) => state === 'running' && sequence > 0)).toBe(true);
    const sequences = states.map(({ sequence }) => sequence);
    expect(sequences).toEqual(sequences.toSorted((a, b) => a - b));
  });

  it('gives the same bytes as every other transport', async () => {
    const states = await follow(await start({ replications: 5, seed: 42, workers: 2 }));
    resultBytes.set(name, JSON.stringify(states.at(-1)?.result));
    expect(states.at(-1)?.state).toBe('done');
    expect(new Set(resultBytes.values()).size).toBe(1);
  });

  it('cancels a run, and keeps its last state', async () => {
    const run = await start({ replications: 100_000 }, 400);
    const cancelled = await transport.client.call('simulation.cancel', { run });
    const expected = {
      ok: true,
      value: { run, state: 'cancelled', result: null, failure: { code: 'runCancelled' } },
    };
    expect(cancelled).toMatchObject(expected);
    expect(await transport.client.call('simulation.cancel', { run })).toEqual(cancelled);
    expect(await transport.client.call('simulation.next', { run, after: 1_000_000 })).toEqual(cancelled);
  });

  it('refuses a fifth run at once, and takes one when another has ended', async () => {
    const runs = [];
    for (let count = 0; count < 4; count++) runs.push(await start({ replications: 100_000 }, 400));
    const fifth = { text: smallPlanText(), options: {} };
    expect(await transport.client.call('simulation.start', fifth)).toEqual({
      ok: false,
      failure: { code: 'tooManyRuns', params: { limit: 4 } },
    });
    await transport.client.call('simulation.cancel', { run: runs[0] ?? '' });
    runs[0] = await start({ replications: 100_000 }, 400);
    for (const run of runs) await transport.client.call('simulation.cancel', { run });
  });

  it('knows no run that it did not start', async () => {
    const next = await transport.client.call('simulation.next', { run: 'absent', after: 0 });
    expect(next).toMatchObject({ ok: false, failure: { code: 'unknownRun' } });
    const reply = await transport.client.call('simulation.cancel', { run: 'absent' });
    expect(reply).toMatchObject({ ok: false, failure: { code: 'unknownRun' } });
  });

  it('fails with codes of the closed list only', async () => {
    const replies = await Promise.all([
      transport.send('nothing', {}),
      transport.send('samples.open', 3),
      transport.send('samples.open', { id: 'absent' }),
    ]);
    for (const reply of replies) expect(failureCodes).toContain(reply.ok ? undefined : reply.failure.code);
  });
});
