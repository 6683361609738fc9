import { changeBetween, type Strip, type StripChange } from '../../core/report/strip.ts';
import { simulatedOf } from './figuresSlice.ts';
import { useSession } from './SessionProvider.tsx';
import type { Baseline } from './scenarioSlice.ts';
import type { OpenPlan } from './session.ts';

export interface ShownStrip {
  readonly strip: Strip;
  /** Against the content before the last edit; of a scenario, against the plan itself. */
  readonly change: StripChange | null;
  /** The figures are those of the content before the last change. */
  readonly isOld: boolean;
}

/** The figures of the shown plan: by simulation where they are in for this very content, else by formula; null before the first. */
export function useStrip(open: OpenPlan): ShownStrip | null {
  const figures = useSession((session) => session.figures);
  const finished = useSession((session) => session.finished);
  const before = useSession((session) => session.simulatedBefore);
  const previewed = useSession((session) => session.previewed);
  const baseline = useSession((session) => session.baseline);
  const shown = simulatedOf(open, finished);
  if (open.scenario !== null) {
    const quick = previewed?.strip ?? (figures?.planHash === open.planHash ? figures?.strip : undefined);
    return againstPlan(previewed === null ? shown : null, quick ?? null, baseline, figures?.strip ?? null);
  }
  if (previewed !== null) return { ...previewed, isOld: false };
  if (shown !== null) {
    const change = before === null ? (figures?.change ?? null) : changeBetween(before, shown);
    return { strip: shown, change, isOld: false };
  }
  if (figures === null) return null;
  const { change } = figures;
  return { strip: figures.strip, change, isOld: figures.planHash !== open.planHash };
}

/** Of a scenario: what it does to the plan, each figure against one that was found in the same way. */
function againstPlan(
  simulated: Strip | null,
  quick: Strip | null,
  baseline: Baseline | null,
  old: Strip | null,
): ShownStrip | null {
  const strip = simulated ?? quick ?? old;
  if (strip === null) return null;
  const compared = simulated !== null && baseline?.simulated == null ? quick : strip;
  const base = compared?.by === 'simulation' ? baseline?.simulated : baseline?.formula;
  const change = compared === null || base == null ? null : changeBetween(base, compared);
  return { strip, change, isOld: simulated === null && quick === null };
}
