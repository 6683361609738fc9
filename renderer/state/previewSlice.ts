// What a change would do that is not given yet: a team held over another lane, a slider on its way. By formula only, and the
// latest wish only; nothing is written.

import { applyCommands } from '../../core/plan/edits/applyCommands.ts';
import type { Command } from '../../core/plan/edits/command.ts';
import type { Plan } from '../../core/plan/schema/plan.ts';
import { changeBetween, formulaStrip, type Strip, type StripChange } from '../../core/report/strip.ts';
import type { AskFormulas } from './askedOnce.ts';
import type { SliceParts } from './session.ts';

export interface Preview {
  readonly strip: Strip;
  /** Against the figures of the plan as it is kept. */
  readonly change: StripChange | null;
}

export interface PreviewSlice {
  readonly previewed: Preview | null;
  /** Shows at the edge what the change would come to; null: what is kept. */
  readonly preview: (commands: readonly Command[] | null) => void;
  /** Settles when what was asked for is answered, or needs no answer any more. */
  readonly foretold: () => Promise<void>;
}

export const noPreview = { previewed: null } as const;

export function createPreview({ set, get }: SliceParts, ask: AskFormulas): PreviewSlice {
  let wanted: readonly Command[] | null = null;
  let isAsking = false;
  let asked: Promise<void> = Promise.resolve();

  /** One question at a time; wishes that were passed over meanwhile are not asked at all. */
  const follow = async (): Promise<void> => {
    isAsking = true;
    while (wanted !== null) {
      const commands = wanted;
      const { open } = get();
      const applied = open === null ? null : applyCommands(open.plan, commands);
      if (open === null || applied === null || !applied.ok) break;
      const reply = await ask(open, commands);
      if (wanted !== null && reply.ok && get().open?.key === open.key) {
        const { figures } = get();
        const { planHash } = reply.value;
        // What is kept by now, or is kept all the time, is shown by its own figures.
        if (planHash === figures?.planHash) set(noPreview);
        else if (planHash !== get().open?.planHash) {
          const strip = formulaStrip(applied.value.document as Plan, reply.value);
          const change = figures === null ? null : changeBetween(figures.strip, strip);
          set({ previewed: { strip, change } });
        }
      }
      if (wanted === commands) break;
    }
    isAsking = false;
  };

  return {
    ...noPreview,
    preview: (commands) => {
      wanted = commands;
      if (commands === null) {
        if (get().previewed !== null) set(noPreview);
      } else if (!isAsking) asked = follow();
    },
    foretold: () => asked,
  };
}
