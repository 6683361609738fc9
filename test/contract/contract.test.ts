import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { failureCodes } from '../../core/contract/failures.ts';
import { type Method, methods, type RunState } from '../../core/contract/methods.ts';
import { shortOf } from '../support/shortOf.ts';
import { smallPlanText } from '../support/smallPlan.ts';
import { badInputs, goodInputs } from './methodInputs.ts';
import { type OpenTransport, openInMemory, openIpc, openLoopback } from './transports.ts';

const methodNames = Object.keys(methods) as Method[];
const inputOf = (method: Method): unknown => structuredClone(goodInputs[method]);

/** The bytes of the same simulation over each transport. */
const resultBytes = new Map<string, string>();
/** ... and of the same study. */
const findingBytes = new Map<string, string>();

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
    else expect(reply.failure.code).toMatch(/^unknown(?:Run|Plan|Version|Scenario)$/);
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

  it('evaluates a plan by formula, the same for everyone who asks, and refuses one with faults', async () => {
    const text = smallPlanText();
    const reply = await transport.client.call('plan.evaluate', { text });
    if (!reply.ok) throw new Error(JSON.stringify(reply.failure));
    const { checked, evaluation } = reply.value;
    expect(evaluation).toMatchObject({ by: 'formula', planHash: checked.planHash });
    expect(JSON.stringify(await transport.client.call('plan.evaluate', { text }))).toBe(
      JSON.stringify(reply),
    );
    expect(await transport.client.call('plan.evaluate', { text: '{}' })).toMatchObject({
      ok: false,
      failure: { code: 'planInvalid' },
    });
    const long = JSON.parse(smallPlanText({ days: 365 })) as { horizon: { intervalMinutes: number } };
    long.horizon.intervalMinutes = 1;
    expect(await transport.client.call('plan.evaluate', { text: JSON.stringify(long) })).toMatchObject({
      ok: false,
      failure: { code: 'formulaTooLarge', params: { intervals: 525_600 } },
    });
  });

  it('foresees a change of a plan that it knows by its hash, as it evaluates the changed plan', async () => {
    const { client } = transport;
    const text = smallPlanText();
    const document = JSON.parse(text) as { teams: { groups: { headcount?: number }[] }[] };
    const read = await client.call('plan.evaluate', { text });
    if (!read.ok) throw new Error(JSON.stringify(read.failure));
    const base = read.value.checked.planHash as string;
    const at = ['teams', 0, 'groups', 0, 'headcount'];
    const commands = [{ change: 'set' as const, at, value: 9 }];
    const group = document.teams[0]?.groups[0];
    if (group !== undefined) group.headcount = 9;
    const changed = await client.call('plan.evaluate', { text: JSON.stringify(document) });
    if (!changed.ok) throw new Error(JSON.stringify(changed.failure));
    const expected = {
      ok: true,
      value: { foreseen: JSON.parse(JSON.stringify(shortOf(changed.value.evaluation))) },
    };
    expect(await client.call('plan.foresee', { base, commands })).toEqual(expected);
    expect(await client.call('plan.foresee', { text, commands })).toEqual(expected);
    expect(await client.call('plan.foresee', { base: 'another', commands })).toEqual({
      ok: true,
      value: { foreseen: null },
    });
    const broken = [{ change: 'set' as const, at: ['teams'], value: 'none' }];
    expect(await client.call('plan.foresee', { base, commands: broken })).toMatchObject({
      ok: false,
      failure: { code: 'planInvalid' },
    });
  });

  it('studies a plan step by step to the same finding for everyone who asks', async () => {
    const asked = { study: 'accuracy' as const, replications: 2 };
    const started = await transport.client.call('study.start', { text: smallPlanText({ days: 1 }), asked });
    if (!started.ok) throw new Error(JSON.stringify(started.failure));
    const { run } = started.value;
    for (let after = -1; ; ) {
      const reply = await transport.client.call('study.next', { run, after });
      if (!reply.ok) throw new Error(JSON.stringify(reply.failure));
      const { state, sequence, stepsDone, stepsExpected, finding } = reply.value;
      expect(stepsDone).toBeLessThanOrEqual(stepsExpected);
      after = sequence;
      if (state === 'running') continue;
      expect(state).toBe('done');
      expect(finding).toMatchObject({ study: 'accuracy' });
      findingBytes.set(name, JSON.stringify(finding));
      break;
    }
    expect(new Set(findingBytes.values()).size).toBe(1);
    const ended = await transport.client.call('study.cancel', { run });
    expect(ended).toMatchObject({ ok: true, value: { state: 'done' } });
  });

  it('does not study a plan with faults', async () => {
    const asked = { study: 'accuracy' as const };
    const reply = await transport.client.call('study.start', { text: '{}', asked });
    expect(reply).toMatchObject({ ok: false, failure: { code: 'planInvalid' } });
  });

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
