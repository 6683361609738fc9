// From the volume that the plan states to the contacts that join a line in one step.
import { arrivalsOf } from '../../evaluate/steps.ts';
import type { ExplainedValue } from '../../measures/explanation.ts';
import type { Formula } from '../../measures/formula.ts';
import { amount } from '../../plan/schema/elements.ts';
import { counted, derived, given, output } from '../chain.ts';
import { basisBy, type CloseUp, isNear } from './closeUp.ts';

/** Adds the steps; gives the contacts that join as an input, named `joined`. */
export function joinedInput(at: CloseUp): ExplainedValue {
  const { chain, day, l, line, model } = at;
  const joined = day.joining[l] as number;
  const entry = model.classes[line.classIndex];
  const isFirst = entry?.firstStage === line.stage && !line.isInternal;
  const inputs: ExplainedValue[] = [];
  const terms: string[] = [];
  if (isFirst) {
    const people = peopleInput(at);
    inputs.push(people);
    terms.push(people.key);
  }
  const reaching = inputs[0]?.value ?? 0;
  // A channel that is closed lets nobody in.
  if (isFirst && reaching > 0 && joined < reaching - 1e-9 && isNear(joined, 0)) {
    inputs.push(given('openShare', 0, 'fraction', derived(['channels', line.channel, 'hours'])));
    return last(at, inputs, ['*', 'people', 'openShare'], joined);
  }
  const handedOver = joined - reaching;
  if (inputs.length === 0 || !isNear(joined, reaching)) {
    inputs.push(given('handedOver', handedOver, 'contacts', derived(['outcomes'])));
    terms.push('handedOver');
  } else {
    const [only] = inputs;
    if (only !== undefined && only.from.kind === 'step')
      return { ...chain.from(only.from.step), key: 'joined' };
  }
  return last(at, inputs, terms.length === 1 ? (terms[0] as string) : ['+', ...terms], joined);

  function last(
    close: CloseUp,
    values: readonly ExplainedValue[],
    formula: Formula,
    value: number,
  ): ExplainedValue {
    const number = chain.add({
      code: 'joined',
      about: [...close.parts.ofClass(line.classIndex), close.parts.team(line.team)],
      inputs: values,
      operation: { kind: 'formula', formula },
      outputs: [output('joined', value, 'contacts')],
      basis: basisBy(close, 'flow-balance'),
    });
    return chain.from(number, 'joined');
  }
}

/** First contacts from the plan's volume: what falls into the step. */
export function freshInput(at: CloseUp): ExplainedValue {
  const { chain, plan, model, answer, day, step, line, parts, places } = at;
  const c = line.classIndex;
  const entry = model.classes[c];
  const row = plan.demand.findIndex(({ id }) => id === entry?.id);
  const demand = plan.demand[row];
  const arrivals = arrivalsOf(model, c, answer.steps)[step] ?? 0;
  const fresh = arrivals * day.factor;
  const inputs: ExplainedValue[] = [];
  const terms: string[] = [];
  const volume = demand?.volume === undefined ? 0 : amount(demand.volume.contacts);
  if (volume > 0) {
    const profile = plan.profiles.findIndex(({ id }) => id === demand?.profile);
    inputs.push(
      given('volume', volume, 'contacts', places.at(['demand', row, 'volume', 'contacts'])),
      given(
        'shareOfVolume',
        arrivals / volume,
        'fraction',
        derived(profile < 0 ? ['horizon'] : ['profiles', profile]),
      ),
    );
    terms.push('volume', 'shareOfVolume');
  } else {
    const path = demand?.arrivalsSeconds === undefined ? null : ['demand', row, 'arrivalsSeconds'];
    inputs.push(given('recorded', arrivals, 'contacts', path === null ? counted : places.at(path)));
    terms.push('recorded');
  }
  if (day.factor !== 1) {
    inputs.push(given('dayFactor', day.factor, 'number', derived(['volumeModel', 'busyDayCv'])));
    terms.push('dayFactor');
  }
  const number = chain.add({
    code: 'fresh',
    about: parts.ofClass(c),
    inputs,
    operation: { kind: 'formula', formula: terms.length === 1 ? (terms[0] as string) : ['*', ...terms] },
    outputs: [output('fresh', fresh, 'contacts')],
    basis: basisBy(at, 'flow-balance'),
  });
  return chain.from(number, 'fresh');
}

/** Those who reach the people: after self-service and the assistant, with who comes back and who tries again. */
export function peopleInput(at: CloseUp): ExplainedValue {
  const { chain, model, plan, day, step, line, parts, places } = at;
  const c = line.classIndex;
  const entry = model.classes[c];
  const fresh = freshInput(at);
  const people = day.front.atPeople[c]?.[step] ?? 0;
  if (entry === undefined || isNear(people, fresh.value ?? 0)) return { ...fresh, key: 'people' };
  const channel = day.front.atChannel[c]?.[step] ?? 0;
  const returned = day.front.returning[c]?.[step] ?? 0;
  const inputs: ExplainedValue[] = [fresh];
  const first: Formula[] = ['fresh'];
  if (entry.selfServiceTried > 0) {
    const path = ['issueTypes', entry.issueType, 'selfService', 'triedShare'];
    inputs.push(given('triedShare', entry.selfServiceTried, 'fraction', places.at(path)));
    first[0] = ['*', 'fresh', ['-', 1, 'triedShare']];
  }
  if (returned !== 0) {
    inputs.push(given('returned', returned, 'contacts', derived(['returns'])));
    first.push('returned');
  }
  const before = (fresh.value ?? 0) * (1 - entry.selfServiceTried) + returned;
  if (!isNear(channel, before)) {
    inputs.push(
      given(
        'notHelped',
        channel - before,
        'contacts',
        derived(['issueTypes', entry.issueType, 'selfService']),
      ),
    );
    first.push('notHelped');
  }
  let formula: Formula = first.length === 1 ? (first[0] as Formula) : ['+', ...first];
  if (entry.assistantShare > 0) {
    const path = ['channels', entry.channel, 'assistant', 'share'];
    inputs.push(given('assistantShare', entry.assistantShare, 'fraction', places.at(path)));
    formula = ['*', formula, ['-', 1, 'assistantShare']];
  }
  const rest = people - channel * (1 - entry.assistantShare);
  if (!isNear(rest, 0)) {
    const isRedial = plan.channels[entry.channel]?.redial !== undefined;
    const path = ['channels', entry.channel, isRedial ? 'redial' : 'assistant'];
    inputs.push(given('comingBack', rest, 'contacts', derived(path)));
    formula = ['+', formula, 'comingBack'];
  }
  const number = chain.add({
    code: 'people',
    about: parts.ofClass(c),
    inputs,
    operation: { kind: 'formula', formula },
    outputs: [output('people', people, 'contacts')],
    basis: basisBy(at, 'flow-balance'),
  });
  return chain.from(number, 'people');
}
