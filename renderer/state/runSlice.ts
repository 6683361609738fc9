// The run of the shown plan: start, progress, cancel, result. A result that is kept for this very content is shown at once.
import type { Client } from '../../core/contract/client.ts';
import type { Failure } from '../../core/contract/failures.ts';
import type { KeptResult } from '../../core/contract/library.ts';
import type { RunState } from '../../core/contract/methods.ts';
import type { SimulationResult } from '../../core/measures/result.ts';
import { choiceOf, firstRun, type RunChoice, runOptionsOf, sameChoice } from './runChoice.ts';
import type { Session, SliceParts } from './session.ts';

export interface Run {
  readonly choice: RunChoice;
  readonly replicationsDone: number;
  readonly replicationsAsked: number;
  readonly doneFraction: number;
  readonly cancelling: boolean;
}

export interface Finished {
  readonly choice: RunChoice;
  /** The content that was simulated. */
  readonly planHash: string | null;
  readonly result: SimulationResult;
  /** The run that gave it, by which the host knows its counts for a while; null for a kept result. */
  readonly run: string | null;
}

export interface RunSlice {
  readonly choice: RunChoice;
  readonly run: Run | null;
  readonly finished: Finished | null;
  /** Why the last run gave no result; a cancelled run says nothing. */
  readonly runFailure: Failure | null;
  readonly wasCancelled: boolean;
  readonly setChoice: (choice: RunChoice) => void;
  readonly simulate: () => Promise<void>;
  readonly cancel: () => Promise<void>;
}

export const noRun = { run: null, finished: null, runFailure: null, wasCancelled: false } as const;

export interface Runner extends RunSlice {
  /** Leaves what runs for a plan that is no longer shown. */
  readonly leaveRun: () => void;
  /** Shows the kept result of the plan's content, or simulates it; meanwhile that of an older state. */
  readonly firstFigures: () => Promise<void>;
}

export function createRunner({ client, set, get }: SliceParts): Runner {
  // Each run has a number; what comes back for an older one is left aside.
  let running = 0;
  let runId: string | null = null;
  // One start at a time: where plans or edits follow each other quickly only the last one is started, and the host is not full of
  // runs that nobody waits for.
  let starting: Promise<unknown> = Promise.resolve();

  const leaveRun = (): void => {
    running += 1;
    if (runId !== null) void client.call('simulation.cancel', { run: runId });
    runId = null;
  };

  const follow = async (run: string, mine: number, asked: Asked): Promise<void> => {
    let after = -1;
    for (;;) {
      const reply = await client.call('simulation.next', { run, after });
      if (mine !== running) return;
      if (!reply.ok) {
        runId = null;
        set({ run: null, runFailure: reply.failure });
        return;
      }
      after = reply.value.sequence;
      if (settle(reply.value, asked)) return;
    }
  };

  /** Takes over a state of the run; true when the run is over. */
  const settle = (state: RunState, { choice, planHash }: Asked): boolean => {
    if (state.state === 'running') {
      const { replicationsDone, replicationsAsked, doneFraction } = state;
      const cancelling = get().run?.cancelling ?? false;
      set({ run: { choice, replicationsDone, replicationsAsked, doneFraction, cancelling } });
      return false;
    }
    runId = null;
    const { result } = state;
    const finished =
      state.state === 'done' && result !== null ? { choice, planHash, result, run: state.run } : null;
    set({
      run: null,
      finished: finished ?? get().finished,
      runFailure: state.state === 'failed' ? state.failure : null,
      wasCancelled: state.state === 'cancelled',
    });
    return true;
  };

  const simulate = async (): Promise<void> => {
    const { open, choice } = get();
    if (open === null || open.faults.length > 0) return;
    leaveRun();
    const mine = running;
    const options = runOptionsOf(choice);
    const replicationsAsked = options.replications ?? 0;
    set({
      run: { choice, replicationsDone: 0, replicationsAsked, doneFraction: 0, cancelling: false },
      runFailure: null,
      wasCancelled: false,
    });
    await starting;
    if (mine !== running) return;
    const start =
      open.kept === null || open.scenario !== null
        ? client.call('simulation.start', { text: open.text, options })
        : client.call('plan.simulate', { plan: open.kept.plan, options });
    starting = start;
    const reply = await start;
    if (mine !== running) {
      if (reply.ok) void client.call('simulation.cancel', { run: reply.value.run });
      return;
    }
    if (!reply.ok) {
      set({ run: null, runFailure: reply.failure });
      return;
    }
    runId = reply.value.run;
    if (get().run?.cancelling === true) void client.call('simulation.cancel', { run: runId });
    const planHash = 'planHash' in reply.value ? reply.value.planHash : open.planHash;
    await follow(runId, mine, { choice, planHash });
  };

  return {
    ...noRun,
    choice: firstRun,
    leaveRun,
    simulate,
    setChoice: (choice) => set({ choice }),
    cancel: async () => {
      const run = get().run;
      if (run === null) return;
      set({ run: { ...run, cancelling: true } });
      // The run that is still being started is cancelled as soon as it has a name.
      if (runId === null) return;
      const reply = await client.call('simulation.cancel', { run: runId });
      if (!reply.ok) set({ notice: reply.failure });
    },
    firstFigures: async () => {
      const { open } = get();
      if (open === null || open.faults.length > 0) return;
      const mine = running;
      const begun = { replicationsDone: 0, replicationsAsked: firstRun.replications, doneFraction: 0 };
      set({ run: { choice: firstRun, ...begun, cancelling: false } });
      const kept = open.kept === null ? undefined : await keptFigures(client, open.kept.plan);
      if (mine !== running || get().open?.key !== open.key) return;
      if (get().run?.cancelling === true) return set({ run: null, wasCancelled: true });
      if (kept === undefined) return simulate();
      const choice = choiceOf(kept.result);
      const finished = { choice, planHash: kept.planHash, result: kept.result, run: null };
      set({ choice, run: null, finished });
      // Figures of an older state stand there, and say so, until those of the present one are in.
      if (kept.stale) return simulate();
    },
  };
}

interface Asked {
  readonly choice: RunChoice;
  readonly planHash: string | null;
}

/** By the engine that runs now: the latest result of exactly this content, else of an older state of the plan. */
async function keptFigures(client: Client, plan: string): Promise<KeptResult | undefined> {
  const [kept, app] = await Promise.all([
    client.call('plan.results', { plan }),
    client.call('app.describe', {}),
  ]);
  if (!kept.ok || !app.ok) return undefined;
  const { engineVersion } = app.value;
  const ours = kept.value.filter(({ result }) => result.engineVersion === engineVersion);
  return ours.find(({ stale }) => !stale) ?? ours[0];
}

/** Whether the shown figures answer another plan or other settings than those that are set now. */
export function isStale({ finished, open, choice }: Session): boolean {
  if (finished === null) return false;
  return !sameChoice(finished.choice, choice) || (open !== null && finished.planHash !== open.planHash);
}
