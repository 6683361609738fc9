import { changeBetween, type Strip, type StripChange } from '../../core/report/strip.ts';
import { simulatedOf } from './figuresSlice.ts';
import { useSession } from './SessionProvider.tsx';
import type { OpenPlan } from './session.ts';

export interface ShownStrip {
  readonly strip: Strip;
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
  if (previewed !== null) return { ...previewed, isOld: false };
  const strip = simulatedOf(open, finished);
  if (strip !== null) {
    const change = before === null ? (figures?.change ?? null) : changeBetween(before, strip);
    return { strip, change, isOld: false };
  }
  if (figures === null) return null;
  const { change } = figures;
  return { strip: figures.strip, change, isOld: figures.planHash !== open.planHash };
}
