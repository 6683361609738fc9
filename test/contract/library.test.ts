// The library over each of the three transports: what a window does to a plan from its creation to its erasure.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Failure, Reply } from '../../core/contract/failures.ts';
import { serialisePlan } from '../../core/plan/canonical.ts';
import { openSample } from '../../core/samples/index.ts';
import { smallPlan, smallPlanText } from '../support/smallPlan.ts';
import { type OpenTransport, openInMemory, openIpc, openLoopback } from './transports.ts';

const valueOf = <T>(reply: Reply<T>): T => {
  if (!reply.ok) throw new Error(JSON.stringify(reply.failure).slice(0, 2000));
  return reply.value;
};
const failureOf = (reply: Reply<unknown>): Failure | undefined => (reply.ok ? undefined : reply.failure);

describe.each([
  ['in memory', openInMemory],
  ['over loopback HTTP', openLoopback],
  ['over IPC', openIpc],
])('the library %s', (_, open) => {
  let transport: OpenTransport;
  beforeAll(async () => {
    transport = await open();
  });
  afterAll(() => transport.close());

  const window = { id: 'window-1', openedAt: 0 };
  const call: OpenTransport['client']['call'] = (method, input) => transport.client.call(method, input);
  const importSmall = async () => valueOf(await call('library.import', { text: smallPlanText() }));

  it('tells its state', async () => {
    const status = valueOf(await call('library.status', {}));
    expect(status).toMatchObject({ state: 'open', failure: null, notices: [] });
  });

  it('makes a plan from a sample, and lists it', async () => {
    const created = valueOf(
      await call('library.create', { sample: 'online-shop', name: { fa: 'فروشگاه من' } }),
    );
    const { plans } = valueOf(await call('library.list', {}));
    expect(plans).toContainEqual(
      expect.objectContaining({ plan: created.plan, name: { fa: 'فروشگاه من' }, planHash: created.planHash }),
    );
    expect(failureOf(await call('library.create', { sample: 'absent' }))?.code).toBe('unknownSample');
  });

  it('edits, undoes and makes again', async () => {
    const { plan } = await importSmall();
    const change = { plan, window };
    const at = ['promises', 'answer', 'targetSeconds'];
    const commands = [{ change: 'set' as const, at, value: 30 }];
    const edited = valueOf(await call('plan.edit', { ...change, base: 0, commands }));
    expect(edited.document.promises[0]?.targetSeconds).toBe(30);
    expect(edited.undo).toEqual({ code: 'set', at });
    const undone = valueOf(await call('plan.undo', { ...change, base: 1 }));
    expect(undone.document.promises[0]?.targetSeconds).toBe(60);
    const again = valueOf(await call('plan.redo', { ...change, base: 2 }));
    expect(again).toMatchObject({ revision: 3, planHash: edited.planHash, redo: null });
    const history = valueOf(await call('plan.history', { plan }));
    expect(history.map(({ kind }) => kind)).toEqual(['redo', 'undo', 'edit']);
  });

  it('refuses an edit with its faults, and a stale one with both states', async () => {
    const { plan } = await importSmall();
    const bad = {
      plan,
      base: 0,
      window,
      commands: [{ change: 'set' as const, at: ['teams'], value: 'none' }],
    };
    const refused = failureOf(await call('plan.edit', bad));
    expect(refused).toMatchObject({ code: 'editRefused', faults: [{ path: ['teams'] }] });
    valueOf(await call('library.rename', { plan, base: 0, window, name: 'Theirs' }));
    const stale = failureOf(await call('library.rename', { plan, base: 0, window, name: 'Mine' }));
    expect(stale).toMatchObject({
      code: 'staleRevision',
      conflict: { theirs: { document: { name: 'Theirs' } }, mine: { name: 'Mine' } },
    });
  });

  it('keeps named versions, and goes back to one in a step that can be undone', async () => {
    const { plan } = await importSmall();
    const version = valueOf(await call('versions.create', { plan, base: 0, name: 'پیش از تغییر' }));
    valueOf(await call('library.rename', { plan, base: 0, window, name: 'Later' }));
    expect(valueOf(await call('versions.list', { plan }))).toEqual([version]);
    const { document } = valueOf(await call('versions.open', { plan, version: version.version }));
    expect(document.name).toEqual(smallPlan().name);
    const back = valueOf(await call('versions.restore', { plan, base: 1, window, version: version.version }));
    expect(back).toMatchObject({ revision: 2, planHash: version.planHash, undo: { code: 'replace' } });
    expect(failureOf(await call('versions.open', { plan, version: 'absent' }))?.code).toBe('unknownVersion');
  });

  it('opens what is kept already in the place of a second copy, where that is asked for', async () => {
    const count = async () => valueOf(await call('library.list', {})).plans.length;
    const first = valueOf(await call('library.create', { sample: 'it-service-desk', unlessPresent: true }));
    const before = await count();
    const again = valueOf(await call('library.create', { sample: 'it-service-desk', unlessPresent: true }));
    const text = openSample('it-service-desk') ?? '';
    const asFile = valueOf(await call('library.import', { text, unlessPresent: true }));
    expect([again.plan, asFile.plan]).toEqual([first.plan, first.plan]);
    expect(await count()).toBe(before);
    const change = { plan: first.plan, base: 0, window };
    valueOf(await call('library.rename', { ...change, name: 'Mine now' }));
    const fresh = valueOf(await call('library.create', { sample: 'it-service-desk', unlessPresent: true }));
    expect(fresh.plan).not.toBe(first.plan);
  });

  it('carries a plan with its results in one file, and takes it in again', async () => {
    const { plan } = await importSmall();
    const started = valueOf(await call('plan.simulate', { plan, options: { replications: 2 } }));
    let after = -1;
    for (let state = 'running'; state === 'running'; ) {
      const next = valueOf(await call('simulation.next', { run: started.run, after }));
      ({ state, sequence: after } = next);
    }
    const [kept] = valueOf(await call('plan.results', { plan }));
    const bundle = valueOf(await call('plan.export', { plan, results: true }));
    expect(JSON.parse(bundle.text)).toMatchObject({ format: 'saff-bundle', results: [kept?.result] });
    expect(valueOf(await call('plan.export', { plan })).text).toContain('"format": "saff-plan"');
    expect(valueOf(await call('plan.check', { text: bundle.text })).planHash).toBe(started.planHash);

    const elsewhere = await open();
    const taken = valueOf(await elsewhere.client.call('library.import', { text: bundle.text }));
    const results = valueOf(await elsewhere.client.call('plan.results', { plan: taken.plan }));
    expect(results.map(({ result, stale }) => [result, stale])).toEqual([[kept?.result, false]]);
    const again = valueOf(await elsewhere.client.call('plan.export', { plan: taken.plan, results: true }));
    expect(again.text).toBe(bundle.text);
    await elsewhere.close();
  });

  it('exports what it imports, byte by byte', async () => {
    const text = openSample('bank-phone-centre') ?? '';
    const first = valueOf(await call('library.import', { text }));
    const exported = valueOf(await call('plan.export', { plan: first.plan }));
    expect(exported.fileName).toMatch(/^[\w.-]+\.saff$/);
    expect(exported.text).toBe(serialisePlan(first.document));
    const second = valueOf(await call('library.import', { text: exported.text }));
    expect(second.planHash).toBe(first.planHash);
    expect(valueOf(await call('plan.export', { plan: second.plan })).text).toBe(exported.text);
  });

  it('imports no text that is no plan, and names its faults', async () => {
    const reply = await call('library.import', { text: '{"format":"saff-plan","formatVersion":9}' });
    expect(failureOf(reply)).toMatchObject({ code: 'planInvalid', faults: [{ code: 'versionNewer' }] });
  });

  it('keeps results by the content of the plan, and marks those of an earlier content', async () => {
    const { plan, planHash } = await importSmall();
    const started = valueOf(await call('plan.simulate', { plan, options: { replications: 2 } }));
    expect(started).toMatchObject({ planHash, revision: 0 });
    for (let after = -1; ; ) {
      const state = valueOf(await call('simulation.next', { run: started.run, after }));
      after = state.sequence;
      if (state.state === 'done') break;
      expect(state.state).toBe('running');
    }
    const [kept] = valueOf(await call('plan.results', { plan }));
    expect(kept).toMatchObject({ planHash, stale: false, result: { replications: 2, planHash } });
    valueOf(await call('library.rename', { plan, base: 0, window, name: 'Changed' }));
    expect(valueOf(await call('plan.results', { plan }))).toMatchObject([{ planHash, stale: true }]);
  });

  it('W7: gives the result of a plan that was changed during the run to the content that it began with', async () => {
    const text = smallPlanText({ days: 60 });
    const { plan, planHash } = valueOf(await call('library.import', { text }));
    const { run } = valueOf(await call('plan.simulate', { plan, options: { replications: 3 } }));
    valueOf(await call('library.rename', { plan, base: 0, window, name: 'Changed meanwhile' }));
    for (let after = -1; ; ) {
      const state = valueOf(await call('simulation.next', { run, after }));
      after = state.sequence;
      if (state.state !== 'running') break;
    }
    expect(valueOf(await call('plan.results', { plan }))).toMatchObject([
      { planHash, stale: true, result: { planHash } },
    ]);
  });

  it('finds plans by names and notes, however they are spelt', async () => {
    const text = smallPlanText().replace('Small', 'كارگاه شبانه ١٢');
    const { plan } = valueOf(await call('library.import', { text }));
    const hits = valueOf(await call('library.search', { query: '  کارگاه  12' }));
    expect(hits.map((hit) => hit.plan.plan)).toContain(plan);
    expect(hits[0]?.texts[0]).toEqual({ at: ['name', 'en'], text: 'كارگاه شبانه ١٢' });
    expect(valueOf(await call('library.search', { query: 'کارگاه روزانه' }))).toEqual([]);
    expect(valueOf(await call('library.search', { query: '   ' }))).toEqual([]);
  });

  it('removes, brings back, and erases only what was removed', async () => {
    const { plan } = await importSmall();
    expect(failureOf(await call('library.erase', { plan }))?.code).toBe('unknownPlan');
    valueOf(await call('library.remove', { plan }));
    expect(failureOf(await call('library.open', { plan }))?.code).toBe('unknownPlan');
    const { plans } = valueOf(await call('library.list', { removed: true }));
    expect(plans.map((summary) => summary.plan)).toContain(plan);
    valueOf(await call('library.restore', { plan }));
    expect(valueOf(await call('library.open', { plan })).revision).toBe(0);
    valueOf(await call('library.remove', { plan }));
    expect(valueOf(await call('library.erase', { plan }))).toEqual({ plan });
    expect(failureOf(await call('library.restore', { plan }))?.code).toBe('unknownPlan');
  });

  it('duplicates a plan with a history of its own', async () => {
    const { plan } = await importSmall();
    valueOf(await call('library.rename', { plan, base: 0, window, name: 'One' }));
    const copy = valueOf(await call('library.duplicate', { plan, name: 'Two' }));
    expect(copy).toMatchObject({ revision: 0, document: { name: 'Two' }, undo: null });
    expect(valueOf(await call('library.open', { plan })).document.name).toBe('One');
  });

  it('tells of a change while somebody waits for one', async () => {
    const { sequence } = valueOf(await call('library.list', {}));
    const waiting = call('library.changes', { after: sequence });
    const { plan } = await importSmall();
    expect(valueOf(await waiting).plans.map((summary) => summary.plan)).toEqual([plan]);
  });

  it('checks itself, backs itself up and has nothing to repair', async () => {
    await importSmall();
    const check = valueOf(await call('library.check', {}));
    expect(check.findings).toEqual([]);
    expect(check.plans).toBeGreaterThan(0);
    const backup = valueOf(await call('library.backup', {}));
    const { backups } = valueOf(await call('library.status', {}));
    expect(backups[0]).toEqual(backup);
    expect(valueOf(await call('library.repair', {}))).toMatchObject({
      repaired: [],
      left: [],
      quarantined: 0,
    });
  });
});
