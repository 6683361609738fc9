// Rule `functionalEscalation` (M1, M3, M6): what a team cannot solve it passes on at once, by a way that is defined; other departments
// take part where they must.
import type { AdviceDecision } from '../../measures/advice.ts';
import type { Choices } from '../choices.ts';
import { assumed } from '../company/figure.ts';
import { complexities } from '../priors/complexities.ts';
import { amountOf, change, chosen, decision, listOf, nameOf, reason } from '../say.ts';
import type { Structure } from '../structures/structure.ts';

export function decideFunctionalEscalation(
  { company, assistant }: Choices,
  { tiers }: Structure,
): AdviceDecision {
  const share = complexities.simple.passedOn;
  const departments = company.issues.flatMap(({ department }) => department ?? []);
  const isTiered = tiers.length > 1;
  return decision({
    ...{ id: 'functionalEscalation', rule: 'functionalEscalation' },
    chosen: chosen(isTiered ? 'passOn' : departments.length > 0 ? 'departments' : 'noPassingOn', {
      share: amountOf(share[0], 'fraction'),
    }),
    reasons: [
      reason(isTiered ? 'passOnAtOnce' : 'solveWhereItIs'),
      ...(departments.length > 0
        ? [reason('departments', { departments: listOf(departments.map(nameOf)) })]
        : []),
      ...(assistant === null ? [] : [reason('assistantPassesOn')]),
    ],
    figures: isTiered ? [assumed({ name: 'passedOn', unit: 'fraction' }, share)] : [],
    rows: ['M1', 'M3', 'M6'],
    changes: [change('passOn')],
  });
}
