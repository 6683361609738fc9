// What the organisation costs: presence and employment by contract, contacts by channel. The same for both answers, which differ
// only in how many contacts there are.
import type { MeasureId } from '../measures/catalogue.ts';
import type { Basis } from '../measures/evaluation.ts';
import type { ExplainedValue, Origin } from '../measures/explanation.ts';
import type { Formula } from '../measures/formula.ts';
import { amount } from '../plan/schema/elements.ts';
import type { Plan } from '../plan/schema/plan.ts';
import { presentSeconds } from '../simulation/collect/presentSeconds.ts';
import { secondsPerMonth } from '../simulation/compile/costs.ts';
import type { CompiledModel } from '../simulation/index.ts';
import { type Chain, derived, given, output, planned } from './chain.ts';
import type { Parts } from './parts.ts';
import type { Places } from './places.ts';
import { type PartAmount, summedInput } from './sumOfParts.ts';

export interface CostGrounds {
  readonly plan: Plan;
  readonly model: CompiledModel;
  readonly parts: Parts;
  readonly places: Places;
  /** The counted time. */
  readonly from: number;
  readonly to: number;
  readonly teams: readonly number[];
  readonly channels: readonly number[];
  readonly reachedBy: (channel: number) => number;
  readonly reached: number;
  readonly solved: number;
  readonly counted: Origin;
  readonly basis: Basis;
}

/** Adds the steps of a cost; false where the measure is none, or the plan does not say what it costs. */
export function costSteps(
  chain: Chain,
  grounds: CostGrounds,
  measure: MeasureId,
  final: number | null,
): boolean {
  if (final === null || (measure !== 'channelCostMoney' && !isOfStaff(measure))) return false;
  const { basis, counted, from, to } = grounds;
  const end = (
    code: 'staffCost' | 'channelCost' | 'totalCost' | 'costPer',
    inputs: readonly ExplainedValue[],
    formula: Formula,
    of: Basis,
  ) =>
    void chain.add({
      code,
      inputs,
      operation: { kind: 'formula', formula },
      outputs: [output('result', final, 'money')],
      basis: of,
    });
  const money: ExplainedValue[] = [];
  if (isOfStaff(measure)) money.push(staffCost(chain, grounds));
  if (measure === 'staffCostMoney') {
    end('staffCost', money, 'staffCost', planned);
    return true;
  }
  money.push(...channelCost(chain, grounds));
  const sum: Formula = ['+', ...money.map(({ key }) => key)];
  if (measure === 'channelCostMoney') end('channelCost', money, sum, basis);
  else if (measure === 'totalCostMoney') end('totalCost', money, sum, basis);
  else {
    const per =
      measure === 'costPerMonthMoney'
        ? given('months', (to - from) / secondsPerMonth, 'number', derived(['horizon']))
        : measure === 'costPerContactMoney'
          ? given('reached', grounds.reached, 'contacts', counted)
          : given('solved', grounds.solved, 'contacts', counted);
    end('costPer', [...money, per], ['/', sum, per.key], basis);
  }
  return true;
}

const isOfStaff = (measure: MeasureId): boolean =>
  [
    'staffCostMoney',
    'totalCostMoney',
    'costPerMonthMoney',
    'costPerContactMoney',
    'costPerResolutionMoney',
  ].includes(measure);

function staffCost(chain: Chain, grounds: CostGrounds): ExplainedValue {
  const { model, parts, from, to, teams } = grounds;
  const amounts = model.groups.flatMap(({ team, presence }, g) => {
    const cost = model.costs.groups[g] ?? null;
    if (!teams.includes(team) || cost === null) return [];
    const present = presentSeconds(presence, from, to);
    return [{ g, present, value: cost.perPresentSecond * present + cost.perSecond * (to - from) }];
  });
  // The dearest are told from their contracts; the others are only added up.
  const told = new Set(
    [...amounts]
      .sort((a, b) => b.value - a.value)
      .slice(0, 12)
      .map(({ g }) => g),
  );
  const found = amounts.map(({ g, present, value }): PartAmount => {
    const of = parts.group(g);
    if (!told.has(g) || value === 0) return { of, value };
    return { of, value, from: { kind: 'step', step: groupCost(chain, grounds, g, present, value) } };
  });
  return { ...summedInput(chain, 'staffCost', 'money', found, derived(), planned), key: 'staffCost' };
}

function groupCost(
  chain: Chain,
  { plan, model, parts, places, from, to }: CostGrounds,
  g: number,
  present: number,
  value: number,
): number {
  const t = model.groups[g]?.team ?? 0;
  const at = plan.teams[t]?.groups.findIndex(({ id }) => id === model.groups[g]?.id) ?? 0;
  const group = plan.teams[t]?.groups[at];
  const c = plan.contracts.findIndex(({ id }) => id === group?.contract);
  const contract = plan.contracts[c];
  const inputs: ExplainedValue[] = [];
  const terms: Formula[] = [];
  if (contract?.costPerHour !== undefined) {
    inputs.push(
      given('presentSeconds', present, 'workSeconds', derived(['teams', t, 'groups', at, 'staffing'])),
      given('costPerHour', amount(contract.costPerHour), 'money', places.at(['contracts', c, 'costPerHour'])),
    );
    terms.push(['*', ['/', 'presentSeconds', 3600], 'costPerHour']);
  }
  const perHead: ExplainedValue[] = [];
  if (contract?.costPerHour === undefined && contract?.costPerMonth !== undefined)
    perHead.push(
      given(
        'costPerMonth',
        amount(contract.costPerMonth),
        'money',
        places.at(['contracts', c, 'costPerMonth']),
      ),
    );
  if (contract?.toolCostPerSeatPerMonth !== undefined)
    perHead.push(
      given(
        'toolCost',
        amount(contract.toolCostPerSeatPerMonth),
        'money',
        places.at(['contracts', c, 'toolCostPerSeatPerMonth']),
      ),
    );
  if (perHead.length > 0) {
    const field = group?.headcount === undefined ? 'people' : 'headcount';
    inputs.push(
      given(
        'headcount',
        group?.headcount ?? group?.people?.length ?? 0,
        'agents',
        places.at(['teams', t, 'groups', at, field]),
      ),
      ...perHead,
      given('months', (to - from) / secondsPerMonth, 'number', derived(['horizon'])),
    );
    const keys = perHead.map(({ key }) => key);
    terms.push(['*', 'headcount', keys.length === 1 ? (keys[0] as string) : ['+', ...keys], 'months']);
  }
  return chain.add({
    code: 'groupCost',
    about: [parts.group(g)],
    inputs,
    operation: { kind: 'formula', formula: terms.length === 1 ? (terms[0] as Formula) : ['+', ...terms] },
    outputs: [output('staffCost', value, 'money', parts.group(g))],
    basis: planned,
  });
}

function channelCost(
  chain: Chain,
  { plan, model, parts, places, channels, reachedBy, counted, basis }: CostGrounds,
): ExplainedValue[] {
  const found = channels.flatMap((channel): PartAmount[] => {
    const cost = model.costs.channels[channel] ?? null;
    if (cost === null || plan.channels[channel]?.costPerContact === undefined) return [];
    const reached = reachedBy(channel);
    const of = parts.channel(channel);
    const step = chain.add({
      code: 'costOfChannel',
      about: [of],
      inputs: [
        given('reached', reached, 'contacts', counted),
        given('costPerContact', cost, 'money', places.at(['channels', channel, 'costPerContact'])),
      ],
      operation: { kind: 'formula', formula: ['*', 'reached', 'costPerContact'] },
      outputs: [output('channelCost', cost * reached, 'money', of)],
      basis,
    });
    return [{ of, value: cost * reached, from: { kind: 'step', step } }];
  });
  if (found.length === 0) return [];
  return [{ ...summedInput(chain, 'channelCost', 'money', found, counted, basis), key: 'channelCost' }];
}
