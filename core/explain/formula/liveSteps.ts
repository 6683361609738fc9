// From the answer of a station to what becomes of the contacts of one live line: by rank, among chats, with those who balk.

import type { CountedSeen, LiveSeen, PromisedSeen } from '../../evaluate/witness.ts';
import type { ExplainedValue } from '../../measures/explanation.ts';
import type { QuantityName } from '../../measures/explanationNames.ts';
import type { Formula } from '../../measures/formula.ts';
import { derived, given, output } from '../chain.ts';
import { basisBy, type CloseUp } from './closeUp.ts';
import { joinedInput } from './demandSteps.ts';
import { handlingInput, loadInput } from './loadSteps.ts';
import { modelOf, type StationStep, stationStep } from './stationSteps.ts';

interface LineShares {
  readonly close: CloseUp;
  readonly station: StationStep;
  readonly joined: ExplainedValue;
}

/** Adds the chain of a sum of a live line; its last step gives the amount. Null where lines do not tell it. */
export function liveChain(close: CloseUp, name: QuantityName, promise: number): ExplainedValue | null {
  const { day, l } = close;
  const seen = day.live.get(l);
  const joined = joinedInput(close);
  if (name === 'visits') return joined;
  const found = day.counted.get(l);
  if (seen === undefined || found === undefined) return null;
  const [kept, ...others] = day.promised.get(`${l}/${promise}`) ?? [];
  const target = day.state.promisesOf[l]?.find((one) => one.promise === promise)?.targetSeconds ?? null;
  const handling = handlingInput(close);
  const load = loadInput(close, joined, handling);
  const station = stationStep(close, seen, load, handling, target);
  const shares: LineShares = { close, station, joined };
  switch (name) {
    case 'met':
      return kept === undefined
        ? null
        : amount(shares, metOfAll(shares, metShare(shares, seen, found, kept, promise), kept, others), 'met');
    case 'answered':
      return amount(shares, answeredShare(shares, seen, found), 'answered');
    case 'abandoned':
      return amount(shares, leftShare(shares, seen, found), 'abandoned');
    case 'blocked':
      return amount(shares, station.input('blocking'), 'blocked');
    case 'waitSeconds':
    case 'queueSeconds':
      return amount(shares, waitOf(shares, seen, found.wait, 'meanWait', 'waitOfLine'), name, 'seconds');
    case 'answerWaitSeconds':
    case 'firstResponseSeconds': {
      const ofLine = waitOf(shares, seen, found.answerWait, 'meanWaitOfServed', 'answerWaitOfLine');
      const before = name === 'firstResponseSeconds' ? (day.state.rows.before[l] as number) : 0;
      const wait = before === 0 ? ofLine : afterAssistant(shares, ofLine, before);
      const answered = amount(shares, answeredShare(shares, seen, found), 'answered');
      return product(
        close,
        [answered, wait],
        name,
        'seconds',
        found.came * found.answered * (found.answerWait + before),
      );
    }
    default:
      return null;
  }
}

/** With the time that an assistant took before the line, on average of all its contacts. */
function afterAssistant(shares: LineShares, wait: ExplainedValue, before: number): ExplainedValue {
  const { close } = shares;
  const assistant = given(
    'assistantTime',
    before,
    'seconds',
    close.places.at(['channels', close.line.channel, 'assistant']),
  );
  const value = (wait.value ?? 0) + before;
  const formula: Formula = ['+', wait.key, 'assistantTime'];
  return shareStep(shares, 'waitOfLine', [wait, assistant], formula, 'answerWaitOfLine', value);
}

/** Those whom no assistant has taken time from, and those whom one has. */
function metOfAll(
  shares: LineShares,
  direct: ExplainedValue,
  { weight, met }: PromisedSeen,
  others: readonly PromisedSeen[],
): ExplainedValue {
  if (others.length === 0) return direct;
  const origin = shares.close.places.at(['channels', shares.close.line.channel, 'assistant']);
  const after = others.reduce((sum, one) => sum + one.weight * one.met, 0);
  return shareStep(
    shares,
    'metShare',
    [
      { ...direct, key: 'direct' },
      given('withoutAssistant', weight, 'fraction', origin),
      given('keptAfterAssistant', after, 'fraction', origin),
    ],
    ['+', ['*', 'direct', 'withoutAssistant'], 'keptAfterAssistant'],
    'metShare',
    weight * met + after,
  );
}

/** Contacts, or their seconds: those who joined times a share or a mean. */
function amount(
  { close, joined }: LineShares,
  share: ExplainedValue,
  name: QuantityName,
  unit: 'contacts' | 'seconds' = 'contacts',
): ExplainedValue {
  return product(close, [joined, share], name, unit, (joined.value ?? 0) * (share.value ?? 0));
}

function product(
  close: CloseUp,
  inputs: readonly ExplainedValue[],
  name: QuantityName,
  unit: 'contacts' | 'seconds',
  value: number,
): ExplainedValue {
  const { chain, line, parts } = close;
  const number = chain.add({
    code: 'ofLine',
    about: [...parts.ofClass(line.classIndex), parts.team(line.team)],
    inputs,
    operation: { kind: 'formula', formula: ['*', ...inputs.map(({ key }) => key)] },
    outputs: [output(name, value, unit)],
    basis: basisBy(close, 'flow-balance'),
  });
  return chain.from(number, name);
}

/** Who waits, of those who join: fewer among chats. */
function waitingPart(
  { station }: LineShares,
  { full }: LiveSeen,
): { readonly inputs: ExplainedValue[]; readonly formula: Formula } {
  const inputs = [station.input('waitProbability')];
  if (full === 1) return { inputs, formula: 'waitProbability' };
  inputs.push(given('full', full, 'fraction', derived()));
  return { inputs, formula: ['*', 'waitProbability', 'full'] };
}

const rank = ({ factor }: LiveSeen): ExplainedValue[] =>
  factor === 1 ? [] : [given('rankFactor', factor, 'number', derived())];

function balkingInput({ close }: LineShares): ExplainedValue[] {
  const { line, places } = close;
  if (line.balking === 0) return [];
  return [given('balking', line.balking, 'fraction', places.at(['channels', line.channel, 'balkingShare']))];
}

const thin = (name: string, { full, factor }: LiveSeen): Formula => {
  const factors: Formula[] = [name, ...(full === 1 ? [] : ['full']), ...(factor === 1 ? [] : ['rankFactor'])];
  return factors.length === 1 ? name : ['*', ...factors];
};

const distinct = (inputs: readonly ExplainedValue[]): ExplainedValue[] => [
  ...new Map(inputs.map((input) => [input.key, input])).values(),
];

function shareStep(
  shares: LineShares,
  code: 'leftShare' | 'answeredShare' | 'inTimeShare' | 'metShare' | 'waitOfLine',
  inputs: readonly ExplainedValue[],
  formula: Formula,
  name: QuantityName,
  value: number,
): ExplainedValue {
  const { close, station } = shares;
  const number = close.chain.add({
    code,
    inputs: distinct(inputs),
    operation: { kind: 'formula', formula },
    outputs: [output(name, value, code === 'waitOfLine' ? 'seconds' : 'fraction')],
    basis: basisBy(close, modelOf(station.seen.input)),
  });
  return close.chain.from(number, name);
}

function leftShare(shares: LineShares, seen: LiveSeen, { left }: CountedSeen): ExplainedValue {
  const waiting = waitingPart(shares, seen);
  const balking = balkingInput(shares);
  const leaving: Formula = ['min', waiting.formula, thin('abandonment', seen)];
  const inputs = [shares.station.input('abandonment'), ...waiting.inputs, ...rank(seen), ...balking];
  const formula: Formula =
    balking.length === 0
      ? leaving
      : ['+', ['*', leaving, ['-', 1, 'balking']], ['*', waiting.formula, 'balking']];
  return shareStep(shares, 'leftShare', inputs, formula, 'leftShare', left);
}

function answeredShare(shares: LineShares, seen: LiveSeen, found: CountedSeen): ExplainedValue {
  const left = leftShare(shares, seen, found);
  const inputs = [left, shares.station.input('blocking')];
  return shareStep(
    shares,
    'answeredShare',
    inputs,
    ['max', 0, ['-', 1, 'leftShare', 'blocking']],
    'answeredShare',
    found.answered,
  );
}

function waitOf(
  shares: LineShares,
  seen: LiveSeen,
  value: number,
  of: 'meanWait' | 'meanWaitOfServed',
  name: QuantityName,
): ExplainedValue {
  const balking = of === 'meanWait' ? balkingInput(shares) : [];
  const mean = shares.station.input(of);
  const full = seen.full === 1 ? [] : [given('full', seen.full, 'fraction', derived())];
  const thinned = thin(of, seen);
  if (thinned === of && balking.length === 0) return mean;
  const formula: Formula = balking.length === 0 ? thinned : ['*', thinned, ['-', 1, 'balking']];
  return shareStep(shares, 'waitOfLine', [mean, ...full, ...rank(seen), ...balking], formula, name, value);
}

/** Those who are answered in time, and who else the promise takes for kept. */
function metShare(
  shares: LineShares,
  seen: LiveSeen,
  found: CountedSeen,
  kept: PromisedSeen,
  promise: number,
): ExplainedValue {
  const { close, station } = shares;
  const answered = answeredShare(shares, seen, found);
  const waiting = waitingPart(shares, seen);
  const balking = balkingInput(shares);
  const late: Formula = ['-', 1, 'blocking', 'answeredInTime'];
  const tail: Formula = ['min', 1, ['/', late, 'waitProbability']];
  const scaled: Formula = seen.factor === 1 ? tail : ['power', ['max', 1e-300, tail], ['/', 1, 'rankFactor']];
  const soon: Formula[] = [
    waiting.formula,
    ['-', 1, scaled],
    ...(balking.length === 0 ? [] : [['-', 1, 'balking'] as const]),
  ];
  const isNobodyWaiting = (station.input('waitProbability').value ?? 0) * seen.full <= 0;
  const atOnce: Formula = ['-', 1, waiting.formula, 'blocking'];
  const inTime = shareStep(
    shares,
    'inTimeShare',
    [
      station.input('answeredInTime'),
      station.input('blocking'),
      ...waiting.inputs,
      ...rank(seen),
      ...balking,
      answered,
    ],
    ['min', 'answeredShare', isNobodyWaiting ? atOnce : ['+', atOnce, ['*', ...soon]]],
    'inTimeShare',
    kept.inTime,
  );
  const rule = close.model.promises[promise];
  if (rule?.abandoned !== 'metWithinTarget' || kept.met <= kept.inTime) return inTime;
  const soonGone = given(
    'goneInTime',
    kept.met - kept.inTime,
    'fraction',
    close.places.at(['promises', promise, 'abandoned']),
  );
  return shareStep(
    shares,
    'metShare',
    [inTime, soonGone],
    ['+', 'inTimeShare', 'goneInTime'],
    'metShare',
    kept.met,
  );
}
