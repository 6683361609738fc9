// How likely the shown plan keeps all its promises, where not everything in it is known. Many runs of changed plans: it begins
// once the plan has been left alone for a moment, and the next edit ends it.
import type { ProbabilityResult } from '../../core/measures/probability.ts';
import type { SliceParts } from './session.ts';

export interface ShownChance {
  /** The content that it is about. */
  readonly planHash: string | null;
  readonly result: ProbabilityResult;
}

export interface ChanceSlice {
  readonly chance: ShownChance | null;
}

export const noChance = { chance: null } as const;

/** Enough for a chance to within ten points; more is a question of its own (`saff probability`). */
const replications = 100;
const pauseMs = 1_500;

export interface Chances extends ChanceSlice {
  /** Begins for the content that is shown, unless it is known; ends what runs for another. */
  readonly followChance: () => void;
}

export function createChances({ client, set, get }: SliceParts): Chances {
  let asking = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let run: string | null = null;

  const leave = (): void => {
    asking += 1;
    clearTimeout(timer);
    if (run !== null) void client.call('study.cancel', { run });
    run = null;
  };

  const work = async (mine: number, text: string, planHash: string): Promise<void> => {
    const started = await client.call('study.start', {
      text,
      asked: { study: 'probability', by: 'simulation', replications },
    });
    if (!started.ok) return;
    if (mine !== asking) return void client.call('study.cancel', { run: started.value.run });
    run = started.value.run;
    for (let after = -1; ; ) {
      const reply = await client.call('study.next', { run: started.value.run, after });
      if (mine !== asking || !reply.ok) return;
      after = reply.value.sequence;
      const { state, finding } = reply.value;
      if (state === 'running') continue;
      run = null;
      if (finding?.study === 'probability') set({ chance: { planHash, result: finding.value } });
      return;
    }
  };

  return {
    ...noChance,
    followChance: () => {
      leave();
      const { open, run: simulating } = get();
      if (open === null || open.planHash === null || simulating !== null) return;
      if (get().chance?.planHash === open.planHash || open.plan.promises.length === 0) return;
      const mine = asking;
      const { text, planHash } = open;
      timer = setTimeout(() => void work(mine, text, planHash), pauseMs);
    },
  };
}
