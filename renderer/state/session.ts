// What the window shows now: the library or one plan, its run and its result. Talks to the host through the client.
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Client } from '../../core/contract/client.ts';
import { browserPlatform, type Platform } from '../client/platform.ts';
import { type AdviceSlice, createAdvice } from './adviceSlice.ts';
import { createFormulasAsked } from './askedOnce.ts';
import { type ChanceSlice, createChances } from './chanceSlice.ts';
import { type ComparisonSlice, createComparisons } from './comparisonSlice.ts';
import { createEditor, type EditSlice, oncePerPlan } from './editSlice.ts';
import { createExplainer, type ExplainSlice } from './explainSlice.ts';
import { createFigures, type FiguresSlice, simulatedOf } from './figuresSlice.ts';
import { createLibrary, type LibrarySlice } from './librarySlice.ts';
import { createMatters, type MattersSlice } from './mattersSlice.ts';
import { createMenu, type MenuSlice } from './menuSlice.ts';
import { createOpening, type OpeningSlice } from './openingSlice.ts';
import { createPlaces, type PlaceSlice } from './placeSlice.ts';
import { createPreview, type PreviewSlice } from './previewSlice.ts';
import { createReadings, type ReadingSlice } from './readingSlice.ts';
import { createRequirement, type RequirementSlice } from './requirementSlice.ts';
import { createReviewer, type ReviewSlice } from './reviewSlice.ts';
import { createRunner, isStale, type RunSlice } from './runSlice.ts';
import { createScenarios, type ScenarioSlice } from './scenarioSlice.ts';
import { createTemplates, type TemplateSlice } from './templateSlice.ts';
import { createTraces, type TraceSlice } from './traceSlice.ts';
import { createVersions, type VersionsSlice } from './versionsSlice.ts';

export type { RefusedFile } from './openingSlice.ts';
export type { OpenPlan, Origin } from './openPlan.ts';
export { type Finished, isStale, type Run } from './runSlice.ts';

interface LookSlice {
  /** Waits for the next look at what others did; for the watch of the library. */
  readonly lookAgain: () => Promise<void>;
}

export interface Session
  extends OpeningSlice,
    LookSlice,
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
    MattersSlice,
    ScenarioSlice,
    ComparisonSlice,
    MenuSlice,
    TemplateSlice,
    TraceSlice {}
export type SessionStore = StoreApi<Session>;

export interface SliceParts {
  readonly client: Client;
  readonly platform: Platform;
  readonly set: SessionStore['setState'];
  readonly get: SessionStore['getState'];
}

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
    const { followChance: follow, leaveChance, ...chanceSlice } = createChances(parts);
    followChance = follow;
    const adviceSlice = createAdvice(parts);
    const { settled, inTurn, isNothing, ...editSlice } = createEditor(parts);
    const openingSlice = createOpening(parts, {
      leave: () => {
        leaveRun();
        adviceSlice.leaveAdvice();
      },
      firstFigures,
    });
    return {
      ...runSlice,
      ...figuresSlice,
      ...editSlice,
      ...createExplainer(parts),
      ...createLibrary(parts),
      ...createMenu(parts),
      ...createPlaces(parts),
      ...createPreview(parts, ask),
      ...createComparisons(parts),
      ...createRequirement(parts),
      ...createScenarios({ ...parts, ask, inTurn }),
      ...createReviewer(parts),
      ...createMatters(parts),
      ...createVersions(parts),
      ...createReadings(parts),
      ...chanceSlice,
      ...adviceSlice,
      ...createTemplates(parts),
      ...createTraces(parts),
      ...openingSlice,
      edit: async (asked) => {
        const edit = oncePerPlan(asked);
        if (isNothing(edit)) return true;
        const { open, run } = get();
        // What runs for the content of before would hold up the figures of the edit.
        leaveRun();
        leaveChance();
        const saved = await editSlice.edit(edit);
        if (get().open?.key === open?.key && get().open?.planHash === open?.planHash) {
          if (run !== null) void get().simulate();
          else follow();
        }
        return saved;
      },
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
      const isThere = !isStale(store.getState()) && store.getState().finished !== null;
      // The window draws it first.
      if (open?.key === key && open.planHash === planHash && !isThere)
        setTimeout(() => {
          const now = store.getState().open;
          if (now?.key === key && now.planHash === planHash) void simulate();
        });
    });
  });
  return store;
}
