// Rule `sourcing` (T3): who works in the house, from elsewhere, or for a partner.
import type { AdviceDecision } from '../../measures/advice.ts';
import type { Choices } from '../choices.ts';
import { assumed } from '../company/figure.ts';
import { change, chosen, decision, reason } from '../say.ts';
import type { Sourcing } from '../structures/structure.ts';

/** An hour of a partner's agent over the pay of a worked hour of one's own. Assumed: its hours carry its leads, tools, margin and hiring. */
export const partnerHourFactor = [1.6, 1.2, 2.1] as const;
/** Pay of somebody who works from elsewhere over that of somebody in the house. Assumed. */
export const remotePayFactor = [0.93, 0.8, 1] as const;

const chosenBy: Readonly<Record<Sourcing, string>> = {
  outsourced: 'partner',
  distributed: 'secondSite',
  remote: 'remoteReserve',
  inHouse: 'ownReserve',
};

/** Who takes the peaks and the hours outside of the office day. */
export const decideSourcing = (_choices: Choices, helper: Sourcing): readonly AdviceDecision[] => [
  decision({
    ...{ id: 'sourcing.helper', rule: 'sourcing' },
    chosen: chosen(chosenBy[helper]),
    reasons: [
      reason('helperPeaks'),
      reason(
        helper === 'outsourced' ? 'partnerRisk' : helper === 'distributed' ? 'followTheSun' : 'ownReserve',
      ),
    ],
    figures:
      helper === 'outsourced'
        ? [
            assumed(
              { name: 'partnerCost', unit: 'fraction', field: ['sourcing', 'outsourced'] },
              partnerHourFactor,
            ),
          ]
        : [],
    rows: ['T3'],
    changes: [change(helper === 'outsourced' ? 'partner' : 'helper')],
  }),
];

/** Who of the own people may work from elsewhere. */
export function decideOwnSourcing({ company }: Choices): AdviceDecision {
  const isRemote = company.needs.sourcing?.remote === true;
  return decision({
    ...{ id: 'sourcing', rule: 'sourcing' },
    chosen: chosen(isRemote ? 'mixedSourcing' : 'inHouse'),
    reasons: [
      reason(
        isRemote
          ? 'remoteTalent'
          : company.needs.sourcing?.remote === false
            ? 'inHouseSaid'
            : 'inHouseUnsaid',
      ),
    ],
    figures: isRemote
      ? [assumed({ name: 'remoteCost', unit: 'fraction', field: ['sourcing', 'remote'] }, remotePayFactor)]
      : [],
    rows: ['T3', 'M7'],
    changes: [change('sourcing')],
  });
}
