// Rule `socialMedia` (A4, A5): public complaints are watched and taken into the normal channels, before others, with a sign of thanks.
import type { AdviceDecision } from '../../measures/advice.ts';
import type { Company } from '../company/company.ts';
import { assumed } from '../company/figure.ts';
import { amountOf, change, chosen, decision, reason } from '../say.ts';
import type { OpenChannel } from './channels.ts';

/** Rank of a contact that began in public; 5 is the usual one. */
export const publicPriority = 3;
/** A gift or a message of thanks costs so much of an agent's pay of a month. Assumed. */
const delightInPay = 0.002;

export interface ChosenSocialMedia {
  readonly isWatched: boolean;
  /** Cost of a sign of thanks for one contact. */
  readonly delightCost: number;
  readonly decisions: readonly AdviceDecision[];
}

export function chooseSocialMedia(company: Company, open: readonly OpenChannel[]): ChosenSocialMedia {
  const social = open.find(({ kind }) => kind === 'social');
  const delightCost = company.pay.value * delightInPay;
  if (social === undefined) return { isWatched: false, delightCost: 0, decisions: [] };
  const shown = amountOf(delightCost, 'money');
  return {
    ...{ isWatched: true, delightCost },
    decisions: [
      decision({
        ...{ id: 'socialMedia', rule: 'socialMedia' },
        chosen: chosen('socialMedia', { cost: shown }),
        reasons: [reason('socialJoined'), reason('socialUrgent')],
        figures: [
          assumed(
            {
              name: 'channelShare',
              unit: 'fraction',
              of: { kind: 'word', group: 'channel', word: 'social' },
            },
            [social.share, social.share * 0.4, social.share * 2.5],
          ),
          assumed({ name: 'delightCost', unit: 'money' }, [delightCost, delightCost / 2, delightCost * 3]),
        ],
        rows: ['A4', 'A5'],
        changes: [change('socialMedia')],
      }),
    ],
  };
}
