// Rule `tiers` (E2): one pool, or tiers by difficulty; what each costs and wins.
import type { AdviceDecision } from '../../measures/advice.ts';
import type { Choices } from '../choices.ts';
import { derived } from '../company/figure.ts';
import { amountOf, change, chosen, decision, listOf, nameOf, reason, source, wordOf } from '../say.ts';
import { levelsOf } from '../structures/levels.ts';
import { workOf } from '../structures/load.ts';
import type { Structure } from '../structures/structure.ts';

export function decideTiers(choices: Choices, structure: Structure): AdviceDecision {
  const { company } = choices;
  const levels = levelsOf(choices);
  const isTiered = structure.tiers.length > 1;
  const work = levels.map((issues) => workOf(choices, issues).erlangs);
  const hard = levels.slice(1).flat();
  return decision({
    ...{ id: 'tiers', rule: 'tiers' },
    chosen: isTiered
      ? chosen('tiers', { tiers: amountOf(structure.tiers.length, 'number') })
      : chosen('oneTier'),
    reasons: isTiered
      ? [
          hard.length > 0
            ? reason('tiersHard', { issues: listOf(hard.map(({ name }) => nameOf(name))) })
            : reason('tiersPassedOn'),
          reason(company.isHelpDesk ? 'helpDeskFirst' : 'tiersLed'),
        ]
      : [reason('poolShares'), reason('poolLearns')],
    figures: [
      ...company.issues.map(({ minutes }) => minutes),
      ...levels.map((_, tier) =>
        derived({ name: 'tierWork', unit: 'agents', of: wordOf('tier', String(tier + 1)) }, [
          work[tier] ?? 0,
          (work[tier] ?? 0) * 0.6,
          (work[tier] ?? 0) * 1.6,
        ]),
      ),
    ],
    rows: company.isHelpDesk ? ['E2', 'R4'] : ['E2'],
    sources: [source('pooling')],
    changes: [change(isTiered ? 'tiers' : 'oneTier')],
  });
}
