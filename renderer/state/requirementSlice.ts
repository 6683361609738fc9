// How many people a team needs, by formula: asked anew for each content that is shown, the last wish only.
import type { Failure } from '../../core/contract/failures.ts';
import type { Requirement } from '../../core/measures/requirement.ts';
import type { SliceParts } from './session.ts';

export interface RequirementSlice {
  /** The last that came; it may be of another team, or of the content before the last edit. */
  readonly requirement: Requirement | null;
  readonly requirementFailure: Failure | null;
  readonly askRequirement: (team: string) => Promise<void>;
}

export const noRequirement = { requirement: null, requirementFailure: null } as const;

export function createRequirement({ client, set, get }: SliceParts): RequirementSlice {
  let asking = 0;
  return {
    ...noRequirement,
    askRequirement: async (team) => {
      const { open, requirement } = get();
      if (open === null || open.planHash === null) return;
      if (requirement?.team === team && requirement.planHash === open.planHash) return;
      asking += 1;
      const mine = asking;
      const reply = await client.call('plan.requirement', { text: open.text, team, days: 7 });
      if (mine !== asking || get().open?.key !== open.key) return;
      if (reply.ok) set({ requirement: reply.value, requirementFailure: null });
      else set({ requirement: null, requirementFailure: reply.failure });
    },
  };
}
