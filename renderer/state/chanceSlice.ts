// How likely the shown plan keeps all its promises, where not everything in it is known. Many runs of changed plans: it begins
// once the plan has been left alone for a moment, and the next edit ends it.
import type { ProbabilityResult } from '../../core/measures/probability.ts';
import { followStudy } from './followStudy.ts';
import type { SliceParts } from './session.ts';

export interface ShownChance {
  /** The content that it is about. */
  readonly planHash: string | null;
  readonly result: ProbabilityResult;
  /** The study that gave it. */
  readonly run: string;
}

export interface ChanceSlice {
  readonly chance: ShownChance | null;
}

export const noChance = { chance: null } as const;

/** Enough for a chance to within ten points; more is a question of its own (`saff probability`). */
export const chanceReplications = 100;
/** Nobody asked for it, so the other cores stay free for what somebody does. */
const workers = 1;
const pauseMs = 1_500;

export interface Chances extends ChanceSlice {
  /** Begins for the content that is shown, unless it is known; ends what runs for another. */
  readonly followChance: () => void;
  readonly leaveChance: () => void;
}

export function createChances({ client, set, get }: SliceParts): Chances {
  const study = followStudy(client);
  let timer: ReturnType<typeof setTimeout> | undefined;

  const leave = (): void => {
    clearTimeout(timer);
    study.stop();
  };

  const work = (text: string, planHash: string): Promise<void> =>
    study.start(
      { text, asked: { study: 'probability', by: 'simulation', replications: chanceReplications, workers } },
      {
        onProgress: () => {},
        onFinding: (finding, run) => {
          if (finding.study === 'probability') set({ chance: { planHash, result: finding.value, run } });
        },
        // Nobody asked for it: where it cannot be worked out, nothing is told.
        onFailure: () => {},
      },
    );

  return {
    ...noChance,
    leaveChance: leave,
    followChance: () => {
      leave();
      const { open, run: simulating } = get();
      if (open === null || open.planHash === null || simulating !== null) return;
      if (get().chance?.planHash === open.planHash || open.plan.promises.length === 0) return;
      const { text, planHash } = open;
      timer = setTimeout(() => void work(text, planHash), pauseMs);
    },
  };
}
