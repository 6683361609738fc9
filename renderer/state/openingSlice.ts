// How a plan comes to be shown: a sample, a file, one of the library, a new one; and what is empty then.
import type { Failure, Reply } from '../../core/contract/failures.ts';
import type { PlanState } from '../../core/contract/library.ts';
import type { SampleSummary } from '../../core/contract/methods.ts';
import type { Fault } from '../../core/units/fault.ts';
import type { ChosenFile, Platform } from '../client/platform.ts';
import { nothingOpen } from './nothingOpen.ts';
import { isOfLibrary, keptPlan, type OpenPlan, type Origin, shownPlan } from './openPlan.ts';
import { firstPlace, firstScreenOf } from './placeSlice.ts';
import { noteOpened } from './recent.ts';
import { firstRun } from './runChoice.ts';
import type { SliceParts } from './session.ts';

/** A file that is no plan: everything that is wrong with it. */
export interface RefusedFile {
  readonly name: string;
  readonly faults: readonly Fault[];
}

export interface OpeningSlice {
  /** Names this window among those that work on the library. */
  readonly windowId: string;
  readonly platform: Platform;
  readonly samples: readonly SampleSummary[] | null;
  readonly samplesFailure: Failure | null;
  /** The origin that is being opened now. */
  readonly opening: Origin | null;
  readonly refused: RefusedFile | null;
  readonly open: OpenPlan | null;
  /** A failure that has no place of its own on the screen; it stays until it is dismissed or something works. */
  readonly notice: Failure | null;

  readonly loadSamples: () => Promise<void>;
  readonly openSample: (id: string) => Promise<void>;
  readonly openFile: (file: ChosenFile) => Promise<void>;
  readonly openPlan: (plan: string) => Promise<void>;
  /** A new plan of the library with this content. */
  readonly makePlan: (text: string) => Promise<void>;
  readonly closePlan: () => void;
  readonly dismissRefused: () => void;
  readonly dismissNotice: () => void;
  readonly tell: (failure: Failure) => void;
}

interface OpeningParts {
  /** Lets go of what still runs for the plan that was shown. */
  readonly leave: () => void;
  readonly firstFigures: () => Promise<void>;
}

const unreadable: Failure = { code: 'invalidInput', params: {} };

export function createOpening(
  { client, platform, set, get }: SliceParts,
  { leave, firstFigures }: OpeningParts,
): OpeningSlice {
  // Each opening has a number; what comes back for an older one is left aside.
  let opening = 0;

  const begin = (origin: Origin): number => {
    opening += 1;
    set({ opening: origin, refused: null });
    return opening;
  };

  const show = (open: OpenPlan): void => {
    leave();
    set({
      ...nothingOpen,
      ...firstPlace,
      screen: firstScreenOf(open.plan),
      open,
      opening: null,
      refused: null,
      notice: null,
      choice: firstRun,
    });
    if (open.kept !== null) noteOpened(open.kept.plan);
    void firstFigures();
  };

  const showState = (origin: Origin, state: PlanState): void =>
    show(keptPlan(origin, state, { id: get().windowId, openedAt: state.revision }));

  /** Into the library; where that is not possible the plan is shown all the same, as long as it is sound. */
  const openFrom = async (
    origin: Origin,
    name: string,
    mine: number,
    keep: Promise<Reply<PlanState>>,
    look: () => Promise<OpenPlan | RefusedFile | Failure>,
  ): Promise<void> => {
    const reply = await keep;
    if (mine !== opening) return;
    if (reply.ok) return showState(origin, reply.value);
    const { failure } = reply;
    if (failure.faults !== undefined) {
      set({ opening: null, refused: { name, faults: failure.faults } });
      return;
    }
    const found = isOfLibrary(failure) ? await look() : failure;
    if (mine !== opening) return;
    if ('plan' in found) return show({ ...found, unkept: failure });
    if ('code' in found) set({ opening: null, notice: found });
    else set({ opening: null, refused: found });
  };

  return {
    platform,
    windowId: newWindowId(),
    samples: null,
    samplesFailure: null,
    opening: null,
    refused: null,
    open: null,
    notice: null,

    loadSamples: async () => {
      set({ samplesFailure: null });
      const reply = await client.call('samples.list', {});
      if (reply.ok) set({ samples: reply.value });
      else set({ samplesFailure: reply.failure });
    },

    openSample: async (id) => {
      const origin: Origin = { kind: 'sample', id };
      const mine = begin(origin);
      const keep = client.call('library.create', { sample: id, unlessPresent: true });
      await openFrom(origin, id, mine, keep, async () => {
        const reply = await client.call('samples.open', { id });
        if (!reply.ok) return reply.failure;
        const { text, checked } = reply.value;
        return shownPlan(origin, text, checked) ?? { name: id, faults: checked.faults };
      });
    },

    openFile: async (file) => {
      const origin: Origin = { kind: 'file', name: file.name };
      const mine = begin(origin);
      const text = await file.text().catch(() => null);
      if (mine !== opening) return;
      if (text === null) {
        set({ opening: null, notice: unreadable });
        return;
      }
      const keep = client.call('library.import', { text, unlessPresent: true });
      await openFrom(origin, file.name, mine, keep, async () => {
        const reply = await client.call('plan.check', { text });
        if (!reply.ok) return reply.failure;
        return shownPlan(origin, text, reply.value) ?? { name: file.name, faults: reply.value.faults };
      });
    },

    makePlan: async (text) => {
      const origin: Origin = { kind: 'new' };
      const mine = begin(origin);
      const reply = await client.call('library.import', { text, unlessPresent: false });
      if (mine !== opening) return;
      if (reply.ok) showState(origin, reply.value);
      else set({ opening: null, notice: reply.failure });
    },

    openPlan: async (plan) => {
      const mine = begin({ kind: 'library', plan });
      const reply = await client.call('library.open', { plan });
      if (mine !== opening) return;
      if (reply.ok) showState({ kind: 'library', plan }, reply.value);
      else set({ opening: null, notice: reply.failure });
    },

    closePlan: () => {
      leave();
      opening += 1;
      set({
        ...nothingOpen,
        open: null,
        opening: null,
      });
    },

    dismissRefused: () => set({ refused: null }),
    dismissNotice: () => set({ notice: null }),
    tell: (failure) => set({ notice: failure }),
  };
}

/** Randomness of the browser is there on secure pages only; a window without it is told apart by the clock. */
const newWindowId = (): string =>
  globalThis.crypto?.randomUUID?.() ?? `window-${Date.now().toString(36)}-${performance.now().toString(36)}`;
