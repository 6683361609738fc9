// What the organisation costs, as ratios over derived numbers; a cost of which a part is unknown has no value.
import type { MeasureId } from '../../measures/catalogue.ts';
import type { CompiledModel } from '../model/compiledModel.ts';
import type { DerivedLayout } from './derived.ts';
import type { RatioSpec } from './ratios.ts';
import type { MeasureScope } from './scopes.ts';

/** Null: unknown. */
export type CostRatio = readonly [MeasureId, RatioSpec | null];

const over = (derivedX: readonly number[], derivedY: readonly number[]): RatioSpec => ({
  ...{ x: [], minus: [], y: [], scale: 1, derivedX, derivedY },
  constant: derivedY.length === 0 ? 1 : 0,
});

/** The costs that a scope has. */
export function costRatios(model: CompiledModel, derived: DerivedLayout, scope: MeasureScope): CostRatio[] {
  const { costs } = model;
  const knows = (team: number): boolean =>
    model.groups.every((group, g) => group.team !== team || (costs.groups[g] ?? null) !== null);
  const staffKnown = scope.teams.every(knows);
  const staff = scope.teams.map((team) => derived.staffCostAt + team);
  const priced = costs.channels.flatMap((cost, channel) =>
    cost !== null && (scope.kind === 'total' || model.channels[channel]?.id === scope.id) ? [channel] : [],
  );
  const channels = priced.map((channel) => derived.channelCostAt + channel);
  const found: CostRatio[] = [];
  if (scope.kind === 'total' || scope.kind === 'tiers' || scope.kind === 'teams') {
    found.push(['staffCostMoney', staffKnown ? over(staff, []) : null]);
  }
  if (scope.kind === 'total' || scope.kind === 'channels') {
    found.push(['channelCostMoney', channels.length > 0 ? over(channels, []) : null]);
  }
  if (scope.kind !== 'total') return found;
  const all = [...staff, ...channels];
  const whole = (y: readonly number[]): RatioSpec | null => (staffKnown ? over(all, y) : null);
  return [
    ...found,
    ['totalCostMoney', whole([])],
    ['costPerMonthMoney', whole([derived.months])],
    ['costPerContactMoney', whole([derived.reached])],
    ['costPerResolutionMoney', whole([derived.solved])],
  ];
}
