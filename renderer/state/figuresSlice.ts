// The figures of the strip: by formula as soon as the plan changes, and what the last edit did to them.
import type { Failure } from '../../core/contract/failures.ts';
import type { SimulationResult } from '../../core/measures/result.ts';
import type { ShortEvaluation } from '../../core/measures/shortEvaluation.ts';
import type { Plan } from '../../core/plan/schema/plan.ts';
import {
  changeBetween,
  formulaStrip,
  type Strip,
  type StripChange,
  simulatedStrip,
} from '../../core/report/strip.ts';
import type { AskFormulas } from './askedOnce.ts';
import type { OpenPlan } from './openPlan.ts';
import { noPreview } from './previewSlice.ts';
import type { Finished } from './runSlice.ts';
import type { SliceParts } from './session.ts';

export interface Figures {
  /** The content that was calculated. */
  readonly planHash: string;
  readonly strip: Strip;
  /** What the formulas say of it: by team and promise, and the flows between the teams. */
  readonly evaluation: ShortEvaluation;
  /** Against the content before the last edit; null until there was one. */
  readonly change: StripChange | null;
}

export interface FiguresSlice {
  readonly figures: Figures | null;
  /** By simulation, of the content before the last edit; null where it was not simulated. */
  readonly simulatedBefore: Strip | null;
  /** Why there are none for the present content. */
  readonly figuresFailure: Failure | null;
}

export const noFigures = { figures: null, simulatedBefore: null, figuresFailure: null } as const;

/** What the simulation said of a content that is now another one. */
export const simulatedOf = (open: OpenPlan | null, finished: Finished | null): Strip | null =>
  open !== null && finished !== null && finished.planHash === open.planHash
    ? stripOnce(open.plan, finished.result)
    : null;

let last: { readonly plan: Plan; readonly result: SimulationResult; readonly strip: Strip } | null = null;

/** The same strip for all who show a part of it. */
function stripOnce(plan: Plan, result: SimulationResult): Strip {
  if (last === null || last.plan !== plan || last.result !== result)
    last = { plan, result, strip: simulatedStrip(plan, result) };
  return last.strip;
}

export interface FigureMaker extends FiguresSlice {
  /** Calculates the shown plan; the last figures stay until the new ones are there. */
  readonly calculate: () => Promise<void>;
}

export function createFigures({ set, get }: SliceParts, ask: AskFormulas): FigureMaker {
  let asking = 0;

  const isSame = (open: OpenPlan, of: OpenPlan): boolean =>
    open.key === of.key && open.planHash === of.planHash;

  return {
    ...noFigures,
    calculate: async () => {
      const { open } = get();
      if (open === null || open.planHash === null || get().figures?.planHash === open.planHash) return;
      asking += 1;
      const mine = asking;
      const reply = await ask(open, []);
      const now = get();
      if (mine !== asking || now.open === null || !isSame(now.open, open)) return;
      if (!reply.ok) return set({ figuresFailure: reply.failure });
      const evaluation = reply.value;
      const strip = formulaStrip(open.plan, evaluation);
      const before = now.figures?.strip;
      const change = before === undefined ? null : changeBetween(before, strip);
      // What was foretold of this edit is there now; both at once, or the strip would be drawn twice.
      set({
        figures: { planHash: open.planHash, strip, evaluation, change },
        figuresFailure: null,
        ...noPreview,
      });
      now.preview(null);
    },
  };
}
