// Rule `goals` (E6, E7, R6): the figures that a member, a team and the whole are held to.
import type { AdviceDecision } from '../../measures/advice.ts';
import type { PlanInput } from '../../plan/schema/plan.ts';
import { assumed, assumedQuantity } from '../company/figure.ts';
import { change, chosen, decision, reason } from '../say.ts';
import { words } from '../words.ts';

const ofArticle = words(
  'Article on building a customer-centred e-commerce support team: thresholds above 7 of 10.',
  'مقاله‌ی «ایجاد یک تیم پشتیبانی تجارت الکترونیک مشتری‌محور»: آستانه‌ی بالاتر از ۷ از ۱۰.',
  'مقالة «بناء فريق دعم يتمحور حول العميل في التجارة الإلكترونية»: عتبة فوق ٧ من ١٠.',
);
const satisfaction = 7;
const firstContact = [0.7, 0.6, 0.8] as const;

export const goalsOf = (): NonNullable<PlanInput['goals']> => [
  {
    id: 'satisfaction',
    kpi: 'customerSatisfaction',
    threshold: { value: satisfaction, source: ofArticle },
    scale: 'oneToTen',
  },
  {
    ...{
      id: 'recommendation',
      kpi: 'recommendationScore',
      threshold: { value: satisfaction, source: ofArticle },
    },
    ...{ scale: 'zeroToTen', appliesTo: 'member' },
  },
  {
    id: 'first-contact',
    kpi: 'firstContactResolution',
    threshold: assumedQuantity(firstContact),
    scale: 'fraction',
  },
];

export const decideGoals = (): AdviceDecision =>
  decision({
    ...{ id: 'goals', rule: 'goals' },
    chosen: chosen('goals'),
    reasons: [reason('goalsHeld'), reason('goalsFew')],
    figures: [
      assumed({ name: 'satisfactionGoal', unit: 'number' }, [satisfaction, satisfaction, satisfaction]),
      assumed({ name: 'firstContactGoal', unit: 'fraction' }, firstContact),
    ],
    rows: ['E6', 'E7', 'R6'],
    changes: [change('goals')],
  });
