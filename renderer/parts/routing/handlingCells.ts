// Handling times as a table of tier by channel: what the rules come to, and the rule that a typed figure makes or changes.
import { applyCommands } from '../../../core/plan/edits/applyCommands.ts';
import type { Command } from '../../../core/plan/edits/command.ts';
import { lawMean, lawTimes } from '../../../core/plan/lawMean.ts';
import type { ContactFilter } from '../../../core/plan/schema/elements.ts';
import type { Law } from '../../../core/plan/schema/law.ts';
import type { Plan } from '../../../core/plan/schema/plan.ts';
import { matches } from '../../../core/plan/serving.ts';

/** What a cell is about; a tier is absent in a plan without tiers, an issue type where all without a rule of their own are meant. */
export interface Cell {
  readonly tier: string | undefined;
  readonly channel: string;
  readonly issueType: string | undefined;
}

/** Position of the rule that counts in a cell, or undefined. Rules for single teams and for some customers are not meant. */
export function ruleOfCell(plan: Plan, cell: Cell): number | undefined {
  const { tier, channel } = cell;
  const issueType = cell.issueType ?? '';
  const priority = plan.issueTypes.find(({ id }) => id === cell.issueType)?.priority;
  const found = plan.handling.findIndex(({ when }) => matches(when, { issueType, channel, tier, priority }));
  return found < 0 ? undefined : found;
}

/** Whether a rule is about this cell and nothing else. */
export function isOwnRule(when: ContactFilter, { tier, channel, issueType }: Cell): boolean {
  const only = (list: readonly string[] | undefined, id: string | undefined): boolean =>
    id === undefined ? list === undefined : list?.length === 1 && list[0] === id;
  return (
    only(when.tiers, tier) &&
    only(when.channels, channel) &&
    only(when.issueTypes, issueType) &&
    when.teams === undefined &&
    when.priorities === undefined &&
    when.segments === undefined &&
    when.languages === undefined
  );
}

/**
 * The mean of a cell. The rule of the cell alone is changed; where a wider one counted, a rule for the cell is put right before
 * it, so that everything else stays as it was.
 */
export function setCell(plan: Plan, cell: Cell, seconds: number): Command[] {
  const position = ruleOfCell(plan, cell);
  const rule = position === undefined ? undefined : plan.handling[position];
  if (position !== undefined && rule !== undefined && isOwnRule(rule.when, cell))
    return [{ change: 'set', at: ['handling', position, 'time'], value: withMean(rule.time, seconds) }];
  const when: ContactFilter = {
    ...(cell.issueType !== undefined && { issueTypes: [cell.issueType] }),
    channels: [cell.channel],
    ...(cell.tier !== undefined && { tiers: [cell.tier] }),
  };
  const time: Law = rule?.time ?? { law: 'lognormal', meanSeconds: seconds, cv: 0.8, assumed: true };
  const value = { when, time: withMean(time, seconds), wrapUpShare: rule?.wrapUpShare ?? 0 };
  return [{ change: 'add', at: ['handling'], position: position ?? plan.handling.length, value }];
}

/** Leaves a cell to the rules that are about more than it; nothing where it has no rule of its own. */
function clearCell(plan: Plan, cell: Cell): Command[] {
  const position = ruleOfCell(plan, cell);
  const rule = position === undefined ? undefined : plan.handling[position];
  if (position === undefined || rule === undefined || !isOwnRule(rule.when, cell)) return [];
  return [{ change: 'remove', at: ['handling', position] }];
}

/** Several cells as one step; null empties a cell. */
export function setCells(
  plan: Plan,
  edits: readonly { readonly cell: Cell; readonly seconds: number | null }[],
): Command[] {
  let now = plan;
  return edits.flatMap(({ cell, seconds }) => {
    const commands = seconds === null ? clearCell(now, cell) : setCell(now, cell, seconds);
    const applied = applyCommands(now, commands);
    if (applied.ok) now = applied.value.document as Plan;
    return commands;
  });
}

/** The law with another mean: its shape stays, and the range of the mean follows. `never` has none and becomes exponential. */
export function withMean(law: Law, seconds: number): Law {
  if (law.law === 'never') return { ...law, law: 'exponential', meanSeconds: seconds };
  if (law.law === 'deterministic') return { ...law, seconds };
  const mean = lawMean(law);
  if (!(mean > 0)) return { law: 'deterministic', seconds };
  const factor = seconds / mean;
  const { meanLowSeconds, meanHighSeconds, ...rest } = law;
  const scaled = lawTimes(rest as Law, factor);
  const exact = 'meanSeconds' in scaled ? { ...scaled, meanSeconds: seconds } : scaled;
  return {
    ...exact,
    ...(meanLowSeconds !== undefined && { meanLowSeconds: meanLowSeconds * factor }),
    ...(meanHighSeconds !== undefined && { meanHighSeconds: meanHighSeconds * factor }),
  } as Law;
}
