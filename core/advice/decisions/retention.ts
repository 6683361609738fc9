// Rule `retention` (R3, R7): what is done so that customers stay, beside answering them well.
import type { AdviceDecision } from '../../measures/advice.ts';
import type { Company } from '../company/company.ts';
import { assumed, said } from '../company/figure.ts';
import { change, chosen, decision, reason } from '../say.ts';
import { words } from '../words.ts';

export const retentionStrategies = [
  words(
    'Tell customers before they ask: of changes, delays and faults',
    'پیش از پرسش مشتری، او را از تغییر، تأخیر و خرابی باخبر کنید',
    'إخبار العملاء قبل أن يسألوا: بالتغييرات والتأخير والأعطال',
  ),
  words(
    'Ask after every case, read the answers, and say what changed',
    'پس از هر درخواست نظر بخواهید، پاسخ‌ها را بخوانید و بگویید چه چیزی تغییر کرد',
    'سؤال العميل بعد كل طلب، وقراءة الإجابات، وإعلان ما تغيّر',
  ),
  words('Reward those who stay', 'به مشتریان وفادار پاداش دهید', 'مكافأة من يبقى'),
] as const;

/** Share of customers who stay away for two years after one bad experience (article on the team, E9). */
const stayAway = 0.39;

export function decideRetention({ needs }: Company): AdviceDecision {
  const { acquisitionCost, customerValuePerYear } = needs;
  return decision({
    ...{ id: 'retention', rule: 'retention' },
    chosen: chosen('retention'),
    reasons: [
      reason('retentionBad'),
      reason(acquisitionCost === undefined ? 'retentionCheaper' : 'retentionCost'),
    ],
    figures: [
      assumed({ name: 'stayAwayShare', unit: 'fraction' }, [stayAway, stayAway, stayAway]),
      ...(customerValuePerYear === undefined
        ? []
        : [
            said(
              { name: 'customerValue', unit: 'money', field: ['customerValuePerYear'] },
              customerValuePerYear,
            ),
          ]),
      ...(acquisitionCost === undefined
        ? []
        : [said({ name: 'acquisitionCost', unit: 'money', field: ['acquisitionCost'] }, acquisitionCost)]),
    ],
    rows: ['R2', 'R3', 'R7', 'E9'],
    changes: [change('retention')],
  });
}
