// What goals there are, on which scales each can be stated, and where a new one begins.

import { amount } from '../../../core/plan/amount.ts';
import type { Command } from '../../../core/plan/edits/command.ts';
import type { Plan } from '../../../core/plan/schema/plan.ts';
import { freeId } from '../at/freeId.ts';
import type { NumberKind } from '../fields/useNumberText.ts';

export type PlanGoal = Plan['goals'][number];
export type Kpi = PlanGoal['kpi'];
export type Scale = PlanGoal['scale'];

interface GoalKind {
  /** The usual one first. */
  readonly scales: readonly Scale[];
  /** Where a new goal begins, on the first scale. */
  readonly first: number;
  readonly side: 'atLeast' | 'atMost';
}

export const goalKinds: Readonly<Record<Kpi, GoalKind>> = {
  firstResponseTime: { scales: ['seconds'], first: 3600, side: 'atMost' },
  averageResolutionTime: { scales: ['seconds'], first: 86_400, side: 'atMost' },
  handlingPerResolution: { scales: ['seconds'], first: 600, side: 'atMost' },
  customerSatisfaction: { scales: ['oneToTen', 'oneToFive'], first: 7, side: 'atLeast' },
  netPromoterScore: { scales: ['minus100To100', 'zeroToTen'], first: 30, side: 'atLeast' },
  recommendationScore: { scales: ['zeroToTen'], first: 7, side: 'atLeast' },
  customerEffortScore: { scales: ['oneToTen', 'oneToFive'], first: 7, side: 'atLeast' },
  firstContactResolution: { scales: ['fraction'], first: 0.7, side: 'atLeast' },
  returnRate: { scales: ['fraction'], first: 0.1, side: 'atMost' },
  occupancy: { scales: ['fraction'], first: 0.85, side: 'atMost' },
  costPerContact: { scales: ['money'], first: 1, side: 'atMost' },
  retention: { scales: ['fraction'], first: 0.8, side: 'atLeast' },
};

export const kpis = Object.keys(goalKinds) as Kpi[];

interface ScaleFacts {
  readonly as: NumberKind | 'duration';
  readonly low: number;
  readonly high: number;
}

export const scaleFacts: Readonly<Record<Scale, ScaleFacts>> = {
  oneToFive: { as: 'number', low: 1, high: 5 },
  oneToTen: { as: 'number', low: 1, high: 10 },
  zeroToTen: { as: 'number', low: 0, high: 10 },
  minus100To100: { as: 'number', low: -100, high: 100 },
  fraction: { as: 'share', low: 0, high: 1 },
  seconds: { as: 'duration', low: 0, high: Number.POSITIVE_INFINITY },
  money: { as: 'money', low: 0, high: Number.POSITIVE_INFINITY },
};

/** A goal for this figure, assumed until somebody says better. */
export function addGoal({ goals }: Plan, kpi: Kpi): Command[] {
  const { first, scales } = goalKinds[kpi];
  const value = {
    id: freeId(goals, 'goal'),
    kpi,
    threshold: { value: first, assumed: true },
    scale: scales[0],
  };
  return [{ change: 'add', at: ['goals'], value }];
}

/** Another figure: its usual scale and threshold come with it, for those of the one before mean nothing there. */
export function setKpi(goal: PlanGoal, kpi: Kpi): Command[] {
  const { first, scales } = goalKinds[kpi];
  const [scale] = scales;
  const value = { ...goal, kpi, scale, threshold: { value: first, assumed: true } };
  return [{ change: 'set', at: ['goals', goal.id], value }];
}

/** Another scale; a threshold in the middle of the old one comes to the middle of the new one. */
export function setScale(goal: PlanGoal, scale: Scale): Command[] {
  const value = amount(goal.threshold);
  const [from, to] = [scaleFacts[goal.scale], scaleFacts[scale]];
  const part = (value - from.low) / (from.high - from.low);
  const threshold = Number((to.low + part * (to.high - to.low)).toFixed(2));
  return [{ change: 'set', at: ['goals', goal.id], value: { ...goal, scale, threshold } }];
}
