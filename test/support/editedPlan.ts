// Steps of an editor, tried on a plan as the library would do it.
import { applyCommands } from '../../core/plan/edits/applyCommands.ts';
import type { Command } from '../../core/plan/edits/command.ts';
import { type ParsedDraft, parseDraftValue } from '../../core/plan/parsePlan.ts';
import type { Plan } from '../../core/plan/schema/plan.ts';

function readAfter(commands: readonly Command[], plan: Plan): ParsedDraft {
  const applied = applyCommands(plan, commands);
  if (!applied.ok) throw new Error(JSON.stringify(applied.failure));
  return parseDraftValue(JSON.parse(JSON.stringify(applied.value.document)));
}

/** The plan after the step; throws where it is not sound as a whole. */
export function soundAfter(commands: readonly Command[], plan: Plan): Plan {
  const { plan: whole, faults } = readAfter(commands, plan);
  if (whole === null) throw new Error(JSON.stringify(faults));
  return whole;
}

/** The plan after the step, which may still lack something; throws where one of its fields is not sound. */
export function draftAfter(commands: readonly Command[], plan: Plan): Plan {
  const { draft, faults } = readAfter(commands, plan);
  if (draft === null) throw new Error(JSON.stringify(faults));
  return draft;
}
