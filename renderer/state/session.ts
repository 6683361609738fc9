// What the window shows now: the library or one plan, its run and its result. Talks to the host through the client.
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Client } from '../../core/contract/client.ts';
import type { Failure, Reply } from '../../core/contract/failures.ts';
import type { PlanState } from '../../core/contract/library.ts';
import type { SampleSummary } from '../../core/contract/methods.ts';
import type { Fault } from '../../core/units/fault.ts';
import { browserPlatform, type ChosenFile, type Platform } from '../client/platform.ts';
import { type AdviceSlice, createAdvice, noAdvice } from './adviceSlice.ts';
import { createFormulasAsked } from './askedOnce.ts';
import { type ChanceSlice, createChances, noChance } from './chanceSlice.ts';
import { createEditor, type EditSlice, noEdits } from './editSlice.ts';
import { createExplainer, type ExplainSlice, noExplanation } from './explainSlice.ts';
import { createFigures, type FiguresSlice, noFigures, simulatedOf } from './figuresSlice.ts';
import { createLibrary, type LibrarySlice } from './librarySlice.ts';
import { createMenu, type MenuSlice } from './menuSlice.ts';
import { isOfLibrary, keptPlan, type OpenPlan, type Origin, shownPlan } from './openPlan.ts';
import { createPlaces, firstPlace, firstScreenOf, type PlaceSlice } from './placeSlice.ts';
import { createPreview, noPreview, type PreviewSlice } from './previewSlice.ts';
import { createReadings, noReadings, type ReadingSlice } from './readingSlice.ts';
import { noteOpened } from './recent.ts';
import { createRequirement, noRequirement, type RequirementSlice } from './requirementSlice.ts';
import { createReviewer, noReview, type ReviewSlice } from './reviewSlice.ts';
import { firstRun } from './runChoice.ts';
import { createRunner, noRun, type RunSlice } from './runSlice.ts';
import { createTraces, type TraceSlice } from './traceSlice.ts';
import { createVersions, noVersions, type VersionsSlice } from './versionsSlice.ts';

export type { OpenPlan, Origin } from './openPlan.ts';
export { type Finished, isStale, type Run } from './runSlice.ts';

/** A file that is no plan: everything that is wrong with it. */
export interface RefusedFile {
  readonly name: string;
  readonly faults: readonly Fault[];
}

interface OpeningSlice {
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
  /** Waits for the next look at what others did; for the watch of the library. */
  readonly lookAgain: () => Promise<void>;
}

export interface Session
  extends OpeningSlice,
    RunSlice,
    FiguresSlice,
    EditSlice,
    ExplainSlice,
    LibrarySlice,
    PlaceSlice,
    PreviewSlice,
    RequirementSlice,
    ReviewSlice,
    VersionsSlice,
    ReadingSlice,
    ChanceSlice,
    AdviceSlice,
    MenuSlice,
    TraceSlice {}
export type SessionStore = StoreApi<Session>;

export interface SliceParts {
  readonly client: Client;
  readonly platform: Platform;
  readonly set: SessionStore['setState'];
  readonly get: SessionStore['getState'];
}

const unreadable: Failure = { code: 'invalidInput', params: {} };

export function createSession(client: Client, platform: Platform = browserPlatform): SessionStore {
  let calculateShown = async (): Promise<void> => {};
  let followChance = (): void => {};
  let leaveOldRun = (): void => {};
  const store = createStore<Session>((set, get) => {
    const parts: SliceParts = { client, platform, set, get };
    const ask = createFormulasAsked(client);
    const { leaveRun, firstFigures, ...runSlice } = createRunner(parts);
    leaveOldRun = leaveRun;
    const { calculate, ...figuresSlice } = createFigures(parts, ask);
    calculateShown = calculate;
    const { followChance: follow, ...chanceSlice } = createChances(parts);
    followChance = follow;
    const adviceSlice = createAdvice(parts);
    const { settled, ...editSlice } = createEditor(parts);
    // Each opening has a number; what comes back for an older one is left aside.
    let opening = 0;

    const begin = (origin: Origin): number => {
      opening += 1;
      set({ opening: origin, refused: null });
      return opening;
    };

    const show = (open: OpenPlan): void => {
      leaveRun();
      adviceSlice.leaveAdvice();
      set({
        ...noRun,
        ...noFigures,
        ...noEdits,
        ...noExplanation,
        ...noPreview,
        ...noRequirement,
        ...noReadings,
        ...noChance,
        ...noAdvice,
        ...noReview,
        ...noVersions,
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
      ...runSlice,
      ...figuresSlice,
      ...editSlice,
      ...createExplainer(parts),
      ...createLibrary(parts),
      ...createMenu(parts),
      ...createPlaces(parts),
      ...createPreview(parts, ask),
      ...createRequirement(parts),
      ...createReviewer(parts),
      ...createVersions(parts),
      ...createReadings(parts),
      ...chanceSlice,
      ...adviceSlice,
      ...createTraces(parts),
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
        leaveRun();
        adviceSlice.leaveAdvice();
        opening += 1;
        set({
          ...noRun,
          ...noFigures,
          ...noEdits,
          ...noExplanation,
          ...noPreview,
          ...noRequirement,
          ...noReadings,
          ...noChance,
          ...noAdvice,
          ...noReview,
          ...noVersions,
          open: null,
          opening: null,
        });
      },

      dismissRefused: () => set({ refused: null }),
      dismissNotice: () => set({ notice: null }),
      tell: (failure) => set({ notice: failure }),
      lookAgain: async () => {
        await settled();
        await editSlice.lookAgain();
      },
    };
  });
  // Whatever changes the content, the figures follow: at once by formula, then by simulation.
  store.subscribe((now, before) => {
    if (now.open?.planHash !== before.open?.planHash || (now.run === null) !== (before.run === null))
      followChance();
    if (now.open === null || now.open.planHash === before.open?.planHash) return;
    const { key, planHash } = now.open;
    const calculated = calculateShown();
    if (key !== before.open?.key) return;
    store.setState({ simulatedBefore: simulatedOf(before.open, before.finished) });
    leaveOldRun();
    if (now.open.faults.length > 0) store.setState({ run: null });
    // The quick answer first: a simulation takes every core.
    void calculated.then(() => {
      const { open, simulate } = store.getState();
      if (open?.key === key && open.planHash === planHash) void simulate();
    });
  });
  return store;
}

/** Randomness of the browser is there on secure pages only; a window without it is told apart by the clock. */
const newWindowId = (): string =>
  globalThis.crypto?.randomUUID?.() ?? `window-${Date.now().toString(36)}-${performance.now().toString(36)}`;
