// What the window shows now: the library or one plan, its run and its result. Talks to the host through the client.
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Client } from '../../core/contract/client.ts';
import type { Failure } from '../../core/contract/failures.ts';
import type { RunState, SampleSummary } from '../../core/contract/methods.ts';
import type { SimulationResult } from '../../core/measures/result.ts';
import type { Plan } from '../../core/plan/schema/plan.ts';
import type { Fault } from '../../core/units/fault.ts';
import { firstRun, type RunChoice, runOptionsOf, sameChoice } from './runChoice.ts';

export type Origin =
  | { readonly kind: 'sample'; readonly id: string }
  | { readonly kind: 'file'; readonly name: string };

export interface OpenPlan {
  readonly origin: Origin;
  readonly text: string;
  readonly plan: Plan;
  readonly warnings: readonly Fault[];
}

/** A file that is no sound plan: everything that is wrong with it. */
export interface RefusedFile {
  readonly name: string;
  readonly faults: readonly Fault[];
}

export interface Run {
  readonly choice: RunChoice;
  readonly replicationsDone: number;
  readonly replicationsAsked: number;
  readonly doneFraction: number;
  readonly cancelling: boolean;
}

export interface Finished {
  readonly choice: RunChoice;
  readonly result: SimulationResult;
}

export interface Session {
  readonly samples: readonly SampleSummary[] | null;
  readonly samplesFailure: Failure | null;
  /** The origin that is being opened now. */
  readonly opening: Origin | null;
  readonly refused: RefusedFile | null;
  readonly open: OpenPlan | null;
  readonly choice: RunChoice;
  readonly run: Run | null;
  readonly finished: Finished | null;
  /** Why the last run gave no result; a cancelled run says nothing. */
  readonly runFailure: Failure | null;
  readonly wasCancelled: boolean;
  /** A failure that has no place of its own on the screen; it stays until it is dismissed or something works. */
  readonly notice: Failure | null;

  readonly loadSamples: () => Promise<void>;
  readonly openSample: (id: string) => Promise<void>;
  readonly openFile: (file: { readonly name: string; readonly text: () => Promise<string> }) => Promise<void>;
  readonly closePlan: () => void;
  readonly dismissRefused: () => void;
  readonly dismissNotice: () => void;
  readonly setChoice: (choice: RunChoice) => void;
  readonly simulate: () => Promise<void>;
  readonly cancel: () => Promise<void>;
}

export type SessionStore = StoreApi<Session>;

const unreadable: Failure = { code: 'invalidInput', params: {} };

export function createSession(client: Client): SessionStore {
  return createStore<Session>((set, get) => {
    // Each opening and each run has a number; what comes back for an older one is left aside.
    let opening = 0;
    let running = 0;
    let runId: string | null = null;

    const leaveRun = (): void => {
      running += 1;
      if (runId !== null) void client.call('simulation.cancel', { run: runId });
      runId = null;
    };

    const show = (open: OpenPlan): void => {
      leaveRun();
      set({
        open,
        opening: null,
        refused: null,
        notice: null,
        run: null,
        finished: null,
        runFailure: null,
        wasCancelled: false,
        choice: firstRun,
      });
      void get().simulate();
    };

    const follow = async (run: string, mine: number, choice: RunChoice): Promise<void> => {
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
        if (settle(reply.value, choice)) return;
      }
    };

    /** Takes over a state of the run; true when the run is over. */
    const settle = (state: RunState, choice: RunChoice): boolean => {
      if (state.state === 'running') {
        set({
          run: {
            choice,
            replicationsDone: state.replicationsDone,
            replicationsAsked: state.replicationsAsked,
            doneFraction: state.doneFraction,
            cancelling: get().run?.cancelling ?? false,
          },
        });
        return false;
      }
      runId = null;
      const finished =
        state.state === 'done' && state.result !== null ? { choice, result: state.result } : null;
      set({
        run: null,
        finished: finished ?? get().finished,
        runFailure: state.state === 'failed' ? state.failure : null,
        wasCancelled: state.state === 'cancelled',
      });
      return true;
    };

    return {
      samples: null,
      samplesFailure: null,
      opening: null,
      refused: null,
      open: null,
      choice: firstRun,
      run: null,
      finished: null,
      runFailure: null,
      wasCancelled: false,
      notice: null,

      loadSamples: async () => {
        set({ samplesFailure: null });
        const reply = await client.call('samples.list', {});
        if (reply.ok) set({ samples: reply.value });
        else set({ samplesFailure: reply.failure });
      },

      openSample: async (id) => {
        const mine = ++opening;
        const origin: Origin = { kind: 'sample', id };
        set({ opening: origin, refused: null });
        const reply = await client.call('samples.open', { id });
        if (mine !== opening) return;
        if (!reply.ok) {
          set({ opening: null, notice: reply.failure });
          return;
        }
        const { text, checked } = reply.value;
        if (checked.plan === null) set({ opening: null, refused: { name: id, faults: checked.faults } });
        else show({ origin, text, plan: checked.plan, warnings: checked.warnings });
      },

      openFile: async (file) => {
        const mine = ++opening;
        const origin: Origin = { kind: 'file', name: file.name };
        set({ opening: origin, refused: null });
        const text = await file.text().catch(() => null);
        const reply =
          text === null
            ? ({ ok: false, failure: unreadable } as const)
            : await client.call('plan.check', { text });
        if (mine !== opening) return;
        if (!reply.ok) {
          const { faults } = reply.failure;
          set({
            opening: null,
            ...(faults === undefined ? { notice: reply.failure } : { refused: { name: file.name, faults } }),
          });
          return;
        }
        const { plan, faults, warnings } = reply.value;
        if (plan === null || text === null) set({ opening: null, refused: { name: file.name, faults } });
        else show({ origin, text, plan, warnings });
      },

      closePlan: () => {
        leaveRun();
        opening += 1;
        set({ open: null, opening: null, run: null, finished: null, runFailure: null, wasCancelled: false });
      },

      dismissRefused: () => set({ refused: null }),

      dismissNotice: () => set({ notice: null }),

      setChoice: (choice) => set({ choice }),

      simulate: async () => {
        const { open, choice } = get();
        if (open === null) return;
        leaveRun();
        const mine = running;
        const options = runOptionsOf(choice);
        set({
          run: {
            choice,
            replicationsDone: 0,
            replicationsAsked: options.replications ?? 0,
            doneFraction: 0,
            cancelling: false,
          },
          runFailure: null,
          wasCancelled: false,
        });
        const reply = await client.call('simulation.start', { text: open.text, options });
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
        await follow(runId, mine, choice);
      },

      cancel: async () => {
        const run = get().run;
        if (run === null) return;
        set({ run: { ...run, cancelling: true } });
        // The run that is still being started is cancelled as soon as it has a name.
        if (runId === null) return;
        const reply = await client.call('simulation.cancel', { run: runId });
        if (!reply.ok) set({ notice: reply.failure });
      },
    };
  });
}

/** Whether the shown result answers other settings than those that are set now. */
export function isStale(session: Session): boolean {
  return session.finished !== null && !sameChoice(session.finished.choice, session.choice);
}
