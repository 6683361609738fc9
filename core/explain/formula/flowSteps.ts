// Contacts before and after the people: what self-service and the assistant keep, how handlings end, who is on duty.
import type { ExplainedValue } from '../../measures/explanation.ts';
import type { QuantityName } from '../../measures/explanationNames.ts';
import type { Formula } from '../../measures/formula.ts';
import { factsOf, outcomeRuleFor } from '../../plan/serving.ts';
import { derived, given, output } from '../chain.ts';
import { basisBy, type CloseUp } from './closeUp.ts';
import { freshInput } from './demandSteps.ts';
import { outcomeShare, type SeenDay } from './lineWitness.ts';

/** What a class adds to a sum of the front in the step of a day; null for sums that are made later. */
export function frontAmount(
  day: SeenDay,
  c: number,
  step: number,
  fresh: number,
  name: QuantityName,
): number | null {
  const entry = day.state.model.classes[c];
  if (entry === undefined) return null;
  const attempts = day.front.atChannel[c]?.[step] ?? 0;
  switch (name) {
    case 'offered':
      return fresh + (day.front.returning[c]?.[step] ?? 0);
    case 'returned':
      return day.front.returning[c]?.[step] ?? 0;
    case 'deflected':
      return fresh * entry.selfServiceTried * entry.selfServiceDeflected;
    case 'contained':
      return attempts * entry.assistantShare * entry.assistantResolved;
    case 'bounced':
      return attempts * entry.assistantShare * (1 - entry.assistantResolved - entry.assistantHandedOver);
    default:
      return null;
  }
}

/** Adds the chain of a sum of the front; its last step gives the amount. */
export function frontChain(close: CloseUp, name: QuantityName): ExplainedValue | null {
  const { chain, day, line, step, model, parts, places } = close;
  const c = line.classIndex;
  const entry = model.classes[c];
  if (entry === undefined) return null;
  const fresh = freshInput(close);
  const value = frontAmount(day, c, step, fresh.value ?? 0, name);
  if (value === null) return null;
  const returned = day.front.returning[c]?.[step] ?? 0;
  const share = (key: QuantityName, amount: number, ...path: (string | number)[]): ExplainedValue =>
    given(key, amount, 'fraction', places.at(path));
  const issueType = ['issueTypes', entry.issueType, 'selfService'] as const;
  const channel = ['channels', entry.channel, 'assistant'] as const;
  let inputs: ExplainedValue[];
  let formula: Formula;
  if (name === 'offered') {
    if (returned === 0) return { ...fresh, key: name, name };
    inputs = [fresh, given('returned', returned, 'contacts', derived(['returns']))];
    formula = ['+', 'fresh', 'returned'];
  } else if (name === 'returned') {
    inputs = [given('returned', returned, 'contacts', derived(['returns']))];
    formula = 'returned';
  } else if (name === 'deflected') {
    inputs = [
      fresh,
      share('triedShare', entry.selfServiceTried, ...issueType, 'triedShare'),
      share('deflectedShare', entry.selfServiceDeflected, ...issueType, 'deflectedShare'),
    ];
    formula = ['*', 'fresh', 'triedShare', 'deflectedShare'];
  } else {
    const attempts = given(
      'attempts',
      day.front.atChannel[c]?.[step] ?? 0,
      'contacts',
      derived(['channels', entry.channel]),
    );
    const met = share('assistantShare', entry.assistantShare, ...channel, 'share');
    const solved = share('assistantResolved', entry.assistantResolved, ...channel, 'resolvedShare');
    const handed = share('assistantHandedOver', entry.assistantHandedOver, ...channel, 'handedOverShare');
    inputs = name === 'contained' ? [attempts, met, solved] : [attempts, met, solved, handed];
    formula =
      name === 'contained'
        ? ['*', 'attempts', 'assistantShare', 'assistantResolved']
        : ['*', 'attempts', 'assistantShare', ['-', 1, 'assistantResolved', 'assistantHandedOver']];
  }
  const number = chain.add({
    code: 'ofClass',
    about: parts.ofClass(c),
    inputs,
    operation: { kind: 'formula', formula },
    outputs: [output(name, value, 'contacts')],
    basis: basisBy(close, 'flow-balance'),
  });
  return chain.from(number, name);
}

/** Adds the chain of what handlings end in; its last step gives the amount. */
export function outcomeChain(
  close: CloseUp,
  name: 'resolved' | 'resolvedForGood' | 'escalated' | 'toLead' | 'otherDepartment' | 'transfers',
): ExplainedValue | null {
  const { chain, plan, day, l, line, model, parts, places } = close;
  const handled = day.handled.get(l);
  if (handled === undefined) return null;
  const demand = plan.demand.find(({ id }) => id === model.classes[line.classIndex]?.id);
  const team = plan.teams[line.team];
  const rule =
    demand === undefined || team === undefined
      ? undefined
      : outcomeRuleFor(plan, { ...factsOf(plan, demand), team: team.id, tier: team.tier });
  const path = rule === undefined ? null : ['outcomes', plan.outcomes.indexOf(rule)];
  const share = outcomeShare(day.state, l, name);
  const number = chain.add({
    code: 'ofHandlings',
    about: [...parts.ofClass(line.classIndex), parts.team(line.team)],
    inputs: [
      given('handlings', handled, 'contacts', derived()),
      given('outcomeShare', share, 'fraction', path === null ? derived(['outcomes']) : places.at(path)),
    ],
    operation: { kind: 'formula', formula: ['*', 'handlings', 'outcomeShare'] },
    outputs: [output(name, handled * share, 'contacts')],
    basis: basisBy(close, 'flow-balance'),
  });
  return chain.from(number, name);
}
