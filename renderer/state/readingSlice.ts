// What the host reads out of the shown plan beside its measures: duties against time, and what support does to customers. Asked
// anew for each content that is shown; of several questions the last one counts.
import type { Failure } from '../../core/contract/failures.ts';
import type { DutiesReading } from '../../core/measures/duties.ts';
import type { OutcomesReading, ToldFigure } from '../../core/measures/outcomes.ts';
import type { SliceParts } from './session.ts';

export interface ReadingSlice {
  /** The last that came; it may be of the content before the last edit. */
  readonly duties: DutiesReading | null;
  readonly dutiesFailure: Failure | null;
  readonly outcomes: OutcomesReading | null;
  readonly outcomesFailure: Failure | null;
  readonly askDuties: () => Promise<void>;
  /** With the share of customers who stay after a contact, where a simulation of this plan told it. */
  readonly askOutcomes: (staying: ToldFigure | null) => Promise<void>;
}

export const noReadings = {
  duties: null,
  dutiesFailure: null,
  outcomes: null,
  outcomesFailure: null,
} as const;

export function createReadings({ client, set, get }: SliceParts): ReadingSlice {
  let asking = { duties: 0, outcomes: 0 };
  return {
    ...noReadings,
    askDuties: async () => {
      const { open } = get();
      if (open === null || open.planHash === null) return;
      const mine = asking.duties + 1;
      asking = { ...asking, duties: mine };
      const reply = await client.call('plan.duties', { text: open.text });
      if (mine !== asking.duties || get().open?.key !== open.key) return;
      if (reply.ok) set({ duties: reply.value, dutiesFailure: null });
      else set({ duties: null, dutiesFailure: reply.failure });
    },
    askOutcomes: async (staying) => {
      const { open } = get();
      if (open === null || open.planHash === null) return;
      const mine = asking.outcomes + 1;
      asking = { ...asking, outcomes: mine };
      const asked = { text: open.text, ...(staying !== null && { staying }) };
      const reply = await client.call('plan.outcomes', asked);
      if (mine !== asking.outcomes || get().open?.key !== open.key) return;
      if (reply.ok) set({ outcomes: reply.value, outcomesFailure: null });
      else set({ outcomes: null, outcomesFailure: reply.failure });
    },
  };
}
