// From the people whom the plan puts there to the agents who are on duty in one step.

import type { Answer } from '../../evaluate/evaluate.ts';
import type { ExplainedValue } from '../../measures/explanation.ts';
import type { Formula } from '../../measures/formula.ts';
import { amount } from '../../plan/schema/elements.ts';
import type { Plan } from '../../plan/schema/plan.ts';
import { presentSeconds } from '../../simulation/collect/presentSeconds.ts';
import { type Chain, derived, given, output, planned } from '../chain.ts';
import type { Parts } from '../parts.ts';
import type { Places } from '../places.ts';
import { groupPath, isNear } from './closeUp.ts';

export interface AgentsAsked {
  readonly chain: Chain;
  readonly plan: Plan;
  readonly parts: Parts;
  readonly places: Places;
  readonly answer: Answer;
  readonly step: number;
}

/** Agents of a group in the step: present, less shrinkage, other duties, breaks and absence. */
export function groupAgents({ chain, plan, parts, places, answer, step }: AgentsAsked, g: number): number {
  const { model, steps, agents } = answer;
  const path = groupPath({ plan, model }, g);
  const [, t, , at] = path as readonly [string, number, string, number];
  const group = plan.teams[t]?.groups[at];
  const model_ = model.groups[g];
  const value = agents[g]?.[step] ?? 0;
  const from = step * steps.seconds;
  const present =
    model_ === undefined ? 0 : presentSeconds(model_.presence, from, from + steps.seconds) / steps.seconds;
  const inputs: ExplainedValue[] = [given('present', present, 'agents', derived([...path, 'staffing']))];
  const factors: Formula[] = ['present'];
  let left = present;
  const less = (name: 'shrinkage' | 'absence', share: number, field: string): void => {
    if (share === 0) return;
    inputs.push(given(name, share, 'fraction', places.at([...path, field])));
    factors.push(['-', 1, name]);
    left *= 1 - share;
  };
  if (group !== undefined) less('shrinkage', amount(group.plannedShrinkage), 'plannedShrinkage');
  const role = plan.roles.findIndex(({ id }) => id === group?.role);
  const share = plan.roles[role] === undefined ? 1 : amount(plan.roles[role].contactTimeShare);
  if (share !== 1) {
    inputs.push(given('contactTimeShare', share, 'fraction', places.at(['roles', role, 'contactTimeShare'])));
    factors.push('contactTimeShare');
    left *= share;
  }
  if (group !== undefined) less('absence', amount(group.unplannedAbsence), 'unplannedAbsence');
  if (!isNear(left, value) && left > 0) {
    inputs.push(given('atWork', value / left, 'fraction', derived([...path, 'staffing'])));
    factors.push('atWork');
  }
  return chain.add({
    code: 'agentsOnDuty',
    about: [parts.group(g)],
    inputs,
    operation: {
      kind: 'formula',
      formula: factors.length === 1 ? (factors[0] as Formula) : ['*', ...factors],
    },
    outputs: [output('onDuty', value, 'agents', parts.group(g))],
    basis: planned,
  });
}

/** More groups than these are not followed one by one. */
const mostGroups = 6;

/** The agents whom a line can ask, those who take over later counting less. */
export function agentsInput(
  asked: AgentsAsked,
  groups: readonly number[],
  weights: readonly number[],
  value: number,
): ExplainedValue {
  const { chain, parts, answer, step } = asked;
  const onDuty = (g: number): number => answer.agents[g]?.[step] ?? 0;
  const present = groups.map((g, i) => ({ g, weight: weights[i] ?? 1 })).filter(({ g }) => onDuty(g) > 0);
  const sorted = [...present].sort((a, b) => onDuty(b.g) * b.weight - onDuty(a.g) * a.weight);
  const shown = sorted.length <= mostGroups ? sorted : sorted.slice(0, mostGroups - 1);
  const inputs: ExplainedValue[] = [];
  const terms: Formula[] = [];
  shown.forEach(({ g, weight }, i) => {
    inputs.push(chain.from(groupAgents(asked, g), `group${i}`));
    if (weight === 1) terms.push(`group${i}`);
    else {
      inputs.push(
        given('overflowWeight', weight, 'fraction', derived(['routing']), {
          key: `weight${i}`,
          of: parts.group(g),
        }),
      );
      terms.push(['*', `group${i}`, `weight${i}`]);
    }
  });
  const [only] = shown;
  if (shown.length === 1 && only?.weight === 1 && sorted.length === 1) {
    const [input] = inputs;
    if (input !== undefined && isNear(input.value ?? -1, value)) return { ...input, key: 'agents' };
  }
  const rest = sorted.slice(shown.length).reduce((sum, { g, weight }) => sum + onDuty(g) * weight, 0);
  if (sorted.length > shown.length || terms.length === 0) {
    inputs.push(given('others', rest, 'agents', derived(), { key: 'rest' }));
    terms.push('rest');
  }
  const number = chain.add({
    code: 'agentsTogether',
    inputs,
    operation: { kind: 'formula', formula: terms.length === 1 ? (terms[0] as Formula) : ['+', ...terms] },
    outputs: [output('agents', value, 'agents')],
    basis: planned,
  });
  return chain.from(number, 'agents');
}
