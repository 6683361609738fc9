// A host in the memory of a test, for states that a real one reaches only by chance: failures, slow runs, overload. Its
// library is a real one, in a folder that goes with the test's process.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Client } from '../../core/contract/client.ts';
import type { Failure, Reply } from '../../core/contract/failures.ts';
import type { PlanState } from '../../core/contract/library.ts';
import type { CheckedPlan, Method, RunState, SampleSummary } from '../../core/contract/methods.ts';
import { parsePlan } from '../../core/plan/parsePlan.ts';
import { createHost } from '../../electron/host/createHost.ts';
import { libraryIn } from '../../electron/host/libraryHolder.ts';
import { fakePlan } from './fakePlan.ts';
import { fakeResult } from './fakeResult.ts';

export interface FakeHost {
  /** One request as it comes over the wire. */
  readonly answer: (method: string, input: unknown) => Promise<Reply<unknown>>;
  readonly client: Client;
  readonly calls: readonly { readonly method: string; readonly input: unknown }[];
  /** The next request of this method fails. */
  readonly failNext: (method: Method, failure: Failure) => void;
}

interface FakeOptions {
  /** States a run goes through before it is done. */
  readonly steps?: number;
  /** How long `simulation.next` waits for each state. */
  readonly stepMilliseconds?: number;
}

interface FakeRun {
  readonly text: string;
  readonly seed: number;
  readonly asked: number;
  step: number;
  cancelled: boolean;
}

const text = JSON.stringify(fakePlan);
const sampleIds = ['online-shop', 'computer-company', 'bank-phone-centre', 'it-service-desk'];
const samples: readonly SampleSummary[] = sampleIds.map((id) => ({
  id,
  name: fakePlan.name,
  summary: fakePlan.description ?? '',
}));

const folders: string[] = [];
process.on('exit', () => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

function folderOfItsOwn(): string {
  const folder = mkdtempSync(join(tmpdir(), 'saff-fake-'));
  folders.push(folder);
  return folder;
}

const noSimulation = async () => fail({ code: 'internal', params: {} }) as never;

const wait = (milliseconds: number): Promise<void> => new Promise((done) => setTimeout(done, milliseconds));
const ok = (value: unknown): Reply<unknown> => ({ ok: true, value });
const fail = (failure: Failure): Reply<unknown> => ({ ok: false, failure });

export function createFakeHost({ steps = 4, stepMilliseconds = 20 }: FakeOptions = {}): FakeHost {
  const runs = new Map<string, FakeRun>();
  const failures = new Map<string, Failure>();
  const calls: { method: string; input: unknown }[] = [];
  const kept = createHost({ simulate: noSimulation, library: libraryIn(folderOfItsOwn()) });

  const stateOf = (run: string, { text: planText, seed, asked, step, cancelled }: FakeRun): RunState => {
    const done = step >= steps;
    const { plan } = parsePlan(planText);
    return {
      run,
      sequence: step,
      state: cancelled ? 'cancelled' : done ? 'done' : 'running',
      replicationsDone: Math.floor((asked * step) / steps),
      replicationsAsked: asked,
      doneFraction: Math.min(step / steps, 1),
      result: done && !cancelled && plan !== null ? fakeResult(plan, { seed, replications: asked }) : null,
      failure: null,
    };
  };

  const methods: Readonly<Record<string, (input: never) => Promise<Reply<unknown>>>> = {
    'app.describe': async () => ok({ version: '0.1.0', engineVersion: '1.0.0', formatVersion: 1 }),
    'samples.list': async () => ok(samples),
    'samples.open': async ({ id }: { id: string }) =>
      sampleIds.includes(id)
        ? ok({ text, checked: parsePlan(text) })
        : fail({ code: 'unknownSample', params: { id } }),
    'plan.check': async (input: { text: string }) => ok(parsePlan(input.text) satisfies CheckedPlan),
    'simulation.start': async (input: {
      text: string;
      options: { seed?: number; replications?: number };
    }) => {
      const checked = parsePlan(input.text);
      if (checked.plan === null) return fail({ code: 'planInvalid', params: {}, faults: checked.faults });
      const run = `run${runs.size + 1}`;
      const { seed = 1, replications = 20 } = input.options;
      runs.set(run, { text: input.text, seed, asked: replications, step: 0, cancelled: false });
      return ok({ run, checked });
    },
    'library.create': async ({ sample, ...rest }: { sample: string; unlessPresent?: boolean }) =>
      sampleIds.includes(sample)
        ? kept.handle('library.import', { text, ...rest })
        : fail({ code: 'unknownSample', params: { id: sample } }),
    'plan.simulate': async ({ plan, options }: { plan: string; options: { seed?: number } }) => {
      const opened = await kept.handle('library.open', { plan });
      if (!opened.ok) return opened;
      const { document, planHash, revision } = opened.value as PlanState;
      const started = await methods['simulation.start']?.({
        text: JSON.stringify(document),
        options,
      } as never);
      if (started === undefined || !started.ok) return started ?? fail({ code: 'internal', params: {} });
      return ok({ run: (started.value as { run: string }).run, planHash, revision });
    },
    'simulation.next': async ({ run }: { run: string }) => {
      const found = runs.get(run);
      if (found === undefined) return fail({ code: 'unknownRun', params: {} });
      await wait(stepMilliseconds);
      if (!found.cancelled) found.step += 1;
      return ok(stateOf(run, found));
    },
    'simulation.cancel': async ({ run }: { run: string }) => {
      const found = runs.get(run);
      if (found === undefined) return fail({ code: 'unknownRun', params: {} });
      found.cancelled = true;
      return ok(stateOf(run, found));
    },
  };

  const answer: FakeHost['answer'] = async (method, input) => {
    calls.push({ method, input });
    const failure = failures.get(method);
    failures.delete(method);
    if (failure !== undefined) return fail(failure);
    const found = methods[method];
    return found === undefined ? kept.handle(method, input) : found(input as never);
  };
  return {
    answer,
    client: { call: (async (method: Method, input: unknown) => answer(method, input)) as Client['call'] },
    calls,
    failNext: (method, failure) => {
      failures.set(method, failure);
    },
  };
}
