// From the contacts that join to the work that they are: handling of a visit, load of a line, load of its station.
import type { Line } from '../../evaluate/network.ts';
import type { ExplainedValue } from '../../measures/explanation.ts';
import type { Formula } from '../../measures/formula.ts';
import { exp } from '../../numerics/exp.ts';
import { factsOf, handlingRuleFor } from '../../plan/serving.ts';
import { derived, given, output } from '../chain.ts';
import { basisBy, type CloseUp, isNear } from './closeUp.ts';

/** Where the plan says how long a visit takes. */
function handlingPlace({ plan, model, places, line }: CloseUp): ExplainedValue['from'] {
  const entry = model.classes[line.classIndex];
  if (entry?.isInternal === true) return derived([entry.id.startsWith('duty/') ? 'duties' : 'internalWork']);
  const demand =
    plan.demand.find(({ id }) => id === entry?.id) ??
    plan.demand.find(({ id }) => `${id}/backlog` === entry?.id);
  const team = plan.teams[line.team];
  const pair = model.pairs[line.pair] ?? null;
  if (demand === undefined || team === undefined || pair?.handlingLaw !== line.handlingLaw)
    return derived(['channels', line.channel]);
  const rule = handlingRuleFor(plan, { ...factsOf(plan, demand), team: team.id, tier: team.tier });
  return rule === undefined ? derived() : places.at(['handling', plan.handling.indexOf(rule), 'time']);
}

/** Mean time that a visit takes an agent. */
export function handlingInput(close: CloseUp): ExplainedValue {
  const { chain, model, line, parts } = close;
  const law = model.laws[line.handlingLaw]?.meanSeconds ?? 0;
  const pair = model.pairs[line.pair] ?? null;
  // Over all outcomes: who is passed on at once takes less.
  const mean = pair !== null && pair.handlingLaw === line.handlingLaw ? pair.meanSeconds : law;
  const stated = given('handlingTime', law, 'seconds', handlingPlace(close));
  if (isNear(law, line.seconds)) return { ...stated, key: 'handling' };
  const table = model.concurrency[model.queues[model.stages[line.stage]?.liveQueue ?? -1]?.concurrency ?? -1];
  let most = 1;
  if (table !== undefined)
    for (let n = 1; n <= table.limit; n += 1) most = Math.max(most, n * (table.speed[n] as number));
  const proficiency = line.seconds > 0 ? line.nominalSeconds / line.seconds : 1;
  const handOver = mean > 0 ? (line.nominalSeconds * most) / mean : 1;
  const inputs: ExplainedValue[] = [stated];
  const above: Formula[] = ['handlingTime'];
  const below: Formula[] = [];
  if (law > 0 && !isNear(mean, law)) {
    inputs.push(given('outcomeFactor', mean / law, 'number', derived(['outcomes'])));
    above.push('outcomeFactor');
  }
  if (!isNear(handOver, 1)) {
    inputs.push(
      given('handOverFactor', handOver, 'number', derived(['channels', line.channel, 'assistant'])),
    );
    above.push('handOverFactor');
  }
  if (!isNear(proficiency, 1)) {
    inputs.push(given('proficiency', proficiency, 'number', derived(['teams', line.team, 'groups'])));
    below.push('proficiency');
  }
  if (most !== 1) {
    inputs.push(given('atOnce', most, 'number', derived(['channels', line.channel, 'concurrency'])));
    below.push('atOnce');
  }
  const top: Formula = above.length === 1 ? 'handlingTime' : ['*', ...above];
  const number = chain.add({
    code: 'handling',
    about: [parts.team(line.team)],
    inputs,
    operation: { kind: 'formula', formula: below.length === 0 ? top : ['/', top, ...below] },
    outputs: [output('handling', line.seconds, 'seconds')],
    basis: basisBy(close, 'flow-balance'),
  });
  return chain.from(number, 'handling');
}

/** Load of the line: contacts times handling by the length of the step, followed through time. */
export function loadInput(close: CloseUp, joined: ExplainedValue, handling: ExplainedValue): ExplainedValue {
  const { chain, day, l, line, answer, parts } = close;
  const length = answer.steps.seconds;
  const arriving = ((joined.value ?? 0) / length) * line.seconds;
  const number = chain.add({
    code: 'offeredLoad',
    about: [...parts.ofClass(line.classIndex), parts.team(line.team)],
    inputs: [
      joined,
      handling,
      given('intervalLength', length, 'seconds', close.places.at(['horizon', 'intervalMinutes'])),
    ],
    operation: { kind: 'formula', formula: ['/', ['*', 'joined', 'handling'], 'intervalLength'] },
    outputs: [output('offeredLoad', arriving, 'erlangs')],
    basis: basisBy(close, 'flow-balance'),
  });
  const load = day.load[l] as number;
  if (isNear(load, arriving)) return chain.from(number, 'load');
  const before = Number.isFinite(day.loadBefore[l]) ? (day.loadBefore[l] as number) : arriving;
  const span = Math.max(1e-3, line.spanSeconds);
  // A line behind which others still wait keeps the load that it had.
  const decayed = ((before - arriving) * (1 - exp(-length / span)) * span) / length;
  if (!isNear(load, arriving + decayed)) return given('load', load, 'erlangs', derived());
  const followed = chain.add({
    code: 'followedLoad',
    about: [...parts.ofClass(line.classIndex), parts.team(line.team)],
    inputs: [
      chain.from(number, 'offeredLoad'),
      given('loadBefore', before, 'erlangs', derived()),
      given('span', span, 'seconds', derived(['handling'])),
      given('intervalLength', length, 'seconds', close.places.at(['horizon', 'intervalMinutes'])),
    ],
    operation: {
      kind: 'formula',
      formula: [
        '+',
        'offeredLoad',
        [
          '*',
          ['-', 'loadBefore', 'offeredLoad'],
          ['-', 1, ['exp', ['-', ['/', 'intervalLength', 'span']]]],
          ['/', 'span', 'intervalLength'],
        ],
      ],
    },
    outputs: [output('load', load, 'erlangs')],
    basis: basisBy(close, 'flow-balance'),
  });
  return chain.from(followed, 'load');
}

/** Load that the station of the line meets: of all live lines that the same agents serve. */
export function stationLoadInput(close: CloseUp, own: ExplainedValue, total: number): ExplainedValue {
  const { chain, day, l, answer } = close;
  if (isNear(own.value ?? 0, total)) return { ...own, key: 'load' };
  const { sets, lines } = answer.network;
  const set = sets[(lines[l] as Line).set];
  const together = (set?.lines ?? []).reduce(
    (sum, other) =>
      sum + (lines[other]?.live === true && day.live.has(other) ? (day.load[other] as number) : 0),
    0,
  );
  const isSummed = isNear(together, total);
  const rest = isSummed ? together - (own.value ?? 0) : total;
  const number = chain.add({
    code: isSummed ? 'stationLoad' : 'laidLoad',
    inputs: [
      { ...own, key: 'own' },
      given(isSummed ? 'otherLoad' : 'laidLoad', rest, 'erlangs', derived(), { key: 'other' }),
    ],
    operation: { kind: 'formula', formula: isSummed ? ['+', 'own', 'other'] : ['max', 'own', 'other'] },
    outputs: [output('load', total, 'erlangs')],
    basis: basisBy(close, 'flow-balance'),
  });
  return chain.from(number, 'load');
}
