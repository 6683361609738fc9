// The station of a live line in one step: which model was asked, with which values, and what it answered.
import { type StationInput, type StationOutcome, stationOutcome } from '../../evaluate/station.ts';
import { Stations } from '../../evaluate/stations.ts';
import type { LiveSeen } from '../../evaluate/witness.ts';
import type { FormulaModel } from '../../measures/evaluation.ts';
import type { ExplainedValue, ExplanationStep } from '../../measures/explanation.ts';
import type { QuantityName } from '../../measures/explanationNames.ts';
import { derived, given, type Output, output } from '../chain.ts';
import { agentsInput } from './agentSteps.ts';
import { basisBy, type CloseUp, isNear } from './closeUp.ts';
import { stationLoadInput } from './loadSteps.ts';

/** Outputs of a station: name, and what it is of the outcome. */
const outcomes: readonly (readonly [
  QuantityName,
  'fraction' | 'seconds',
  (outcome: StationOutcome) => number,
])[] = [
  ['waitProbability', 'fraction', ({ waitProbability }) => waitProbability],
  ['abandonment', 'fraction', ({ abandonment }) => abandonment],
  ['blocking', 'fraction', ({ blocking }) => blocking],
  ['meanWait', 'seconds', ({ meanWait }) => meanWait],
  ['meanWaitOfServed', 'seconds', ({ meanWaitOfServed }) => meanWaitOfServed],
];

/** By its input, as the station chooses. */
export function modelOf({ places, deferredLoad, patience, variation }: StationInput): FormulaModel {
  if (places !== Number.POSITIVE_INFINITY && deferredLoad === 0) return 'finite-queue';
  if (patience !== Number.POSITIVE_INFINITY) return 'erlang-a';
  return variation === 1 ? 'erlang-c' : 'm-g-n';
}

export interface StationStep {
  readonly number: number;
  readonly seen: LiveSeen;
  /** Output of the station by its name, as an input of later steps. */
  readonly input: (name: QuantityName) => ExplainedValue;
}

/** Adds the station of a line; `target`: of the promise that is asked for, in seconds. */
export function stationStep(
  close: CloseUp,
  seen: LiveSeen,
  load: ExplainedValue,
  handling: ExplainedValue,
  target: number | null,
): StationStep {
  const { chain, answer, line, parts, places, model } = close;
  const { input } = seen;
  const set = answer.network.sets[seen.set];
  const agents = agentsInput(close, set?.groups ?? [], set?.weights ?? [], input.agents);
  const all: ExplainedValue[] = [agents, stationLoadInput(close, load, input.load)];
  const own = isNear(input.handling, line.seconds);
  all.push(
    own
      ? { ...handling, key: 'handling' }
      : given('meanHandling', input.handling, 'seconds', derived(['handling']), { key: 'handling' }),
  );
  if (input.variation !== 1) all.push(given('variation', input.variation, 'number', derived(['handling'])));
  if (input.patience !== Number.POSITIVE_INFINITY) {
    const isOwn = isNear(input.patience, line.patience);
    const tier = model.tiers[model.teams[line.team]?.tier ?? -1]?.id;
    const byTier =
      close.plan.channels[line.channel]?.patienceByTier.findIndex((one) => one.tier === tier) ?? -1;
    const path = [
      'channels',
      line.channel,
      ...(byTier < 0 ? ['patience'] : ['patienceByTier', byTier, 'patience']),
    ];
    all.push(
      given(
        'patience',
        input.patience,
        'seconds',
        isOwn ? places.at(path) : derived(['channels', line.channel, 'patience']),
      ),
    );
  }
  if (input.balking !== 0)
    all.push(
      given('balking', input.balking, 'fraction', derived(['channels', line.channel, 'balkingShare'])),
    );
  if (input.deferredLoad !== 0) {
    all.push(given('deferredLoad', input.deferredLoad, 'erlangs', derived()));
    all.push(given('deferredHandling', input.deferredHandling, 'seconds', derived(['handling'])));
  }
  if (input.reserve !== 0)
    all.push(given('reserve', input.reserve, 'agents', derived(['teams', line.team, 'groups'])));
  if (input.places !== Number.POSITIVE_INFINITY)
    all.push(
      given('places', input.places, 'contacts', places.at(['channels', line.channel, 'waitingPlaces'])),
    );
  if (input.chats !== null) {
    const from = derived(['channels', line.channel, 'concurrency']);
    input.chats.speed.forEach((speed, n) => {
      if (n > 0) all.push(given('chatSpeed', speed, 'number', from, { key: `chatSpeed:${n}` }));
    });
    all.push(given('fewestFirst', input.chats.fewestFirst ? 1 : 0, 'number', from));
  }
  const promise = target === null ? -1 : input.targets.indexOf(target);
  if (promise !== -1)
    all.push(given('target', target as number, 'seconds', places.at(targetPath(close, target as number))));
  const of = (name: QuantityName, value: number, unit: 'fraction' | 'seconds'): Output =>
    output(name, value, unit);
  const outputs = outcomes.map(([name, unit, read]) => of(name, read(seen.outcome), unit));
  if (promise !== -1) {
    outputs.unshift(of('answeredInTime', seen.outcome.inTime[promise] as number, 'fraction'));
    outputs.push(of('leftInTime', seen.outcome.leftInTime[promise] as number, 'fraction'));
  }
  const name = modelOf(input);
  const number = chain.add({
    code: 'station',
    about: [...parts.ofClass(line.classIndex), parts.team(line.team)],
    inputs: all,
    operation: { kind: 'station', model: name },
    outputs,
    basis: basisBy(close, name),
  });
  return {
    number,
    seen,
    input: (wanted) => {
      const at = outputs.findIndex((one) => one.name === wanted);
      return chain.from(number, wanted, at);
    },
  };
}

function targetPath({ plan, day, l }: CloseUp, target: number): readonly (string | number)[] {
  const promise =
    day.state.promisesOf[l]?.find(({ targetSeconds }) => targetSeconds === target)?.promise ?? -1;
  return promise < 0 || plan.promises[promise] === undefined
    ? ['promises']
    : ['promises', promise, 'targetSeconds'];
}

/** A station step asked once more: the values of its outputs, in their order. */
export function stationAgain({ inputs, outputs }: ExplanationStep): number[] {
  const value = (key: string, otherwise: number): number => {
    const found = inputs.find((one) => one.key === key);
    return found === undefined ? otherwise : (found.value ?? Number.POSITIVE_INFINITY);
  };
  const target = inputs.find(({ key }) => key === 'target')?.value ?? null;
  const speeds = inputs.flatMap(({ key, value: speed }) =>
    key.startsWith('chatSpeed:') ? [speed ?? 0] : [],
  );
  const outcome = stationOutcome();
  new Stations().between(
    {
      agents: value('agents', 0),
      load: value('load', 0),
      handling: value('handling', 0),
      variation: value('variation', 1),
      patience: value('patience', Number.POSITIVE_INFINITY),
      deferredLoad: value('deferredLoad', 0),
      deferredHandling: value('deferredHandling', 0),
      reserve: value('reserve', 0),
      places: value('places', Number.POSITIVE_INFINITY),
      targets: target === null ? [] : [target],
      balking: value('balking', 0),
      chats:
        speeds.length === 0
          ? null
          : {
              limit: speeds.length,
              speed: Float64Array.of(0, ...speeds),
              fewestFirst: value('fewestFirst', 1) === 1,
            },
      isLasting: true,
    },
    outcome,
  );
  return outputs.map(({ name }) => {
    if (name === 'answeredInTime') return outcome.inTime[0] ?? Number.NaN;
    if (name === 'leftInTime') return outcome.leftInTime[0] ?? Number.NaN;
    return outcomes.find(([known]) => known === name)?.[2](outcome) ?? Number.NaN;
  });
}
