// What the window is being told about one number: how it came about, by formula or by the counts of its run.
import type { Failure } from '../../core/contract/failures.ts';
import type { Explanation, Subject } from '../../core/measures/explanation.ts';
import { type ExplainedId, isChance } from '../../core/measures/planFigures.ts';
import { subjectWord } from '../../core/measures/subjectWord.ts';
import { chanceReplications } from './chanceSlice.ts';
import { runOptionsOf } from './runChoice.ts';
import type { SliceParts } from './session.ts';

/** A number on the screen. */
export interface AskedNumber {
  readonly measure: ExplainedId;
  readonly subject: Subject;
  readonly interval: number | null;
  readonly by: 'formula' | 'simulation';
}

export interface Explaining {
  readonly asked: AskedNumber;
  readonly explanation: Explanation | null;
  readonly failure: Failure | null;
}

export interface ExplainSlice {
  readonly explaining: Explaining | null;
  readonly explain: (asked: AskedNumber) => Promise<void>;
  readonly closeExplanation: () => void;
}

export const noExplanation = { explaining: null } as const;

export function createExplainer({ client, set, get }: SliceParts): ExplainSlice {
  // Each question has a number; what comes back for an older one is left aside.
  let asking = 0;
  return {
    ...noExplanation,
    explain: async (asked) => {
      const { open, finished, choice, chance } = get();
      if (open === null) return;
      asking += 1;
      const mine = asking;
      set({ explaining: { asked, explanation: null, failure: null } });
      const ofChance = isChance(asked.measure);
      const known = ofChance ? chance : finished;
      const run = known?.planHash === open.planHash ? (known?.run ?? null) : null;
      const reply = await client.call('measures.explain', {
        text: open.text,
        measure: asked.measure,
        of: subjectWord(asked.subject),
        by: asked.by,
        options: ofChance ? { replications: chanceReplications } : runOptionsOf(finished?.choice ?? choice),
        ...(asked.interval !== null && { at: String(asked.interval) }),
        ...(run !== null && { run }),
      });
      if (mine !== asking || get().explaining === null) return;
      set({
        explaining: {
          asked,
          explanation: reply.ok ? reply.value : null,
          failure: reply.ok ? null : reply.failure,
        },
      });
    },
    closeExplanation: () => {
      asking += 1;
      set(noExplanation);
    },
  };
}
