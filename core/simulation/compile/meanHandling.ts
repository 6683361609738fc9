// What one visit asks of a team on average, in agent-seconds before proficiency: the load is measured by it.
import { amount } from '../../plan/schema/elements.ts';
import type { OutcomeRule } from '../../plan/schema/flow.ts';
import type { Law } from '../../plan/schema/law.ts';
import { lawRow } from './lawTable.ts';

/**
 * Mean handling over all outcomes: those who are passed on at once take only the short handling. Worked example: 300 s,
 * of which a tenth is recognised at once in 60 s: 300 + 0.1 * (60 - 300) = 276 s.
 */
export function meanHandling(time: Law | undefined, rule: OutcomeRule | undefined): number {
  const meanOf = (law: Law | undefined): number => (law === undefined ? 0 : lawRow(law).meanSeconds);
  let mean = meanOf(time);
  for (const next of rule?.next ?? []) {
    if (next.kind !== 'functional' || next.recognition === undefined) continue;
    const early = amount(next.share) * amount(next.recognisedAtOnceShare);
    mean += early * (meanOf(next.recognition) - meanOf(time));
  }
  return mean;
}
