// A host whose simulation answers at once with a given result: for what is printed, not for what is calculated.
import { createClient } from '../../core/contract/client.ts';
import type { Reply } from '../../core/contract/failures.ts';
import type { RunState } from '../../core/contract/methods.ts';
import type { SimulationResult } from '../../core/measures/result.ts';
import { parsePlan } from '../../core/plan/parsePlan.ts';
import type { OpenHost } from '../../electron/cli/runCli.ts';

type Answers = Readonly<Record<string, (input: never) => Reply<unknown> | Promise<Reply<unknown>>>>;

/** Answers given take the place of the usual ones. */
export function fakeHost(result: SimulationResult, given: Answers = {}): OpenHost {
  const state: RunState = {
    run: 'run-1',
    sequence: 1,
    state: 'done',
    replicationsDone: result.replications,
    replicationsAsked: result.replications,
    doneFraction: 1,
    result,
    failure: null,
  };
  const answers: Answers = {
    'samples.open': ({ id }: { id: string }) => ({
      ok: false,
      failure: { code: 'unknownSample', params: { id } },
    }),
    'plan.check': ({ text }: { text: string }) => ({ ok: true, value: parsePlan(text) }),
    'simulation.start': ({ text }: { text: string }) => {
      const checked = parsePlan(text);
      return checked.plan === null
        ? { ok: false, failure: { code: 'planInvalid', params: {}, faults: checked.faults } }
        : { ok: true, value: { run: 'run-1', checked } };
    },
    'simulation.next': () => ({ ok: true, value: state }),
    'simulation.cancel': () => ({ ok: true, value: { ...state, state: 'cancelled', result: null } }),
    ...given,
  };
  const handle = async (method: string, input: unknown): Promise<Reply<unknown>> =>
    (await answers[method]?.(input as never)) ?? {
      ok: false,
      failure: { code: 'unknownMethod', params: { method } },
    };
  return async () => ({
    client: createClient(handle),
    host: { handle, close: async () => {} },
    close: async () => {},
  });
}
