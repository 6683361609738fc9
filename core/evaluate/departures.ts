// Where a plan departs from the model that answers for a team: what makes its values approximations.
import { type Departure, departures } from '../measures/evaluation.ts';
import { lawKind } from '../simulation/engine/laws.ts';
import { alwaysOpen } from '../simulation/engine/openTime.ts';
import type { CompiledModel } from '../simulation/index.ts';
import { isExponential } from './lawMoments.ts';
import { type Lanes, type Line, nextOf } from './network.ts';
import { comesSteadily } from './settling.ts';
import type { Steps } from './steps.ts';

type Class = CompiledModel['classes'][number];
type Pair = NonNullable<CompiledModel['pairs'][number]>;

/** Of a plan what tells how it departs, whoever is on duty and whatever came of it. */
export type Looked = Pick<
  CompiledModel,
  'laws' | 'classes' | 'stages' | 'pairs' | 'queues' | 'groups' | 'channels' | 'teams' | 'windows'
> &
  Pick<CompiledModel, 'interrupts' | 'busyDayShape'>;

/** The parts of a plan that a team has to do with. */
export interface Surroundings {
  readonly model: Looked;
  readonly network: Lanes;
  readonly steps: Pick<Steps, 'warmUpSeconds'>;
  readonly team: number;
  readonly own: readonly Line[];
  readonly live: readonly Line[];
  readonly groups: readonly number[];
  readonly classes: readonly Class[];
  /** What handling by this team means for its classes, and handlings anywhere from which they come. */
  readonly pairs: readonly Pair[];
  readonly isLimited: boolean;
}

export function surroundingsOf(
  model: Looked,
  network: Lanes,
  steps: Surroundings['steps'],
  team: number,
): Surroundings {
  const own = network.lines.filter(
    (line) => line.team === team && (line.live || model.classes[line.classIndex]?.live !== true),
  );
  const numbers = [...new Set(own.map(({ classIndex }) => classIndex))];
  const limited = (channel: number): boolean => {
    const { waitingPlaces = endless, lines = endless } = model.channels[channel] ?? {};
    return Math.min(waitingPlaces, lines) < endless;
  };
  return {
    ...{ model, network, steps, team, own },
    live: own.filter(({ live }) => live),
    groups: [...new Set(own.flatMap(({ set }) => network.sets[set]?.groups ?? []))],
    classes: numbers.flatMap((c) => model.classes[c] ?? []),
    pairs: numbers.flatMap((c) =>
      model.teams.flatMap((_, t) => model.pairs[c * model.teams.length + t] ?? []),
    ),
    isLimited: own.some(({ channel, isInternal }) => !isInternal && limited(channel)),
  };
}

/** How a plan departs, by what it has, from the model that answers for a team. */
export function lastingDepartures(around: Surroundings): ReadonlySet<Departure> {
  const found = new Set<Departure>();
  for (const [departure, holds] of tests) if (!found.has(departure) && holds(around)) found.add(departure);
  return found;
}

export const endless = Number.POSITIVE_INFINITY;

export const varies = (values: Float64Array): boolean => {
  for (let i = 1; i < values.length; i += 1)
    if (Math.abs((values[i] as number) - (values[0] as number)) > 1e-9) return true;
  return false;
};
const distinct = (values: readonly number[]): boolean =>
  new Set(values.map((value) => Math.fround(value))).size > 1;
const opens = ({ windows }: Looked, at: number): boolean => at !== 0 && windows[at] !== alwaysOpen;

/** What makes a value an approximation, each by what the plan has; what the staff and its work make of it stands in bases.ts. */
const tests: readonly (readonly [Departure, (around: Surroundings) => boolean])[] = [
  [
    'changesWithTime',
    ({ classes }) => classes.some(({ segments }) => varies(segments?.ratePerSecond ?? none)),
  ],
  [
    'changesWithTime',
    ({ model, live }) => live.some(({ channel }) => opens(model, model.channels[channel]?.windows ?? 0)),
  ],
  // What was with self-service or the assistant comes later: the line fills in the beginning.
  [
    'changesWithTime',
    ({ classes, ...around }) =>
      classes.some(
        (entry) =>
          (entry.selfServiceTried > 0 && isLate(around, entry.selfServiceDelayLaw)) ||
          (entry.assistantShare > 0 && isLate(around, entry.assistantTimeLaw)),
      ),
  ],
  ['handlingLaw', ({ model, own }) => own.some((line) => !isExponential(model.laws[line.handlingLaw]))],
  ['handlingLaw', ({ own }) => distinct(own.map(({ seconds }) => seconds))],
  [
    'handlingLaw',
    ({ model, own }) =>
      own.some((line) => {
        const mean = model.laws[line.handlingLaw]?.meanSeconds ?? 0;
        return Math.abs((model.pairs[line.pair]?.meanSeconds ?? mean) - mean) > 1e-9 * mean;
      }),
  ],
  [
    'handlingLaw',
    ({ model, network, own }) =>
      own.some(({ set, classIndex }) =>
        distinct((network.sets[set]?.groups ?? []).map((g) => model.groups[g]?.proficiency[classIndex] ?? 1)),
      ),
  ],
  [
    'handlingLaw',
    ({ classes }) =>
      classes.some(
        ({ assistantShare, assistantHandedOver, handOverFactor }) =>
          assistantShare > 0 && assistantHandedOver > 0 && handOverFactor !== 1,
      ),
  ],
  ['patienceLaw', ({ own }) => own.some(({ patienceIsGeneral }) => patienceIsGeneral)],
  ['patienceLaw', ({ live }) => distinct(live.map(({ patience }) => patience))],
  [
    'patienceLaw',
    ({ model, own }) =>
      own.some(({ live, stage }) => {
        const law = model.laws[model.stages[stage]?.patienceLaw ?? -1];
        return !live && law !== undefined && law.kind !== lawKind.never;
      }),
  ],
  ['sharedAgents', ({ network, own }) => own.some(({ set }) => network.sets[set]?.isAlone === false)],
  ['sharedAgents', ({ own }) => new Set(own.map(({ set }) => set)).size > 1],
  ['sharedAgents', ({ model, groups, team }) => groups.some((g) => model.groups[g]?.team !== team)],
  [
    'sharedAgents',
    ({ network, own }) =>
      own.some(({ set }) => network.sets[set]?.weights.some((weight) => weight !== 1) === true),
  ],
  ['priorities', ({ own }) => distinct(own.map(({ priority }) => priority))],
  ['priorities', ({ model, own }) => own.some(({ stage }) => (model.stages[stage]?.raised.length ?? 0) > 0)],
  [
    'priorities',
    ({ model, own, groups }) => {
      const queues = own.map(({ stage, live }) =>
        live ? model.stages[stage]?.liveQueue : model.stages[stage]?.deferredQueue,
      );
      return groups.some((g) => {
        const { longestFirst = false, queues: served = [] } = model.groups[g] ?? {};
        const buckets = served.flatMap(({ queue, bucket }) => (queues.includes(queue) ? [bucket] : []));
        return (longestFirst && buckets.length > 1) || distinct(buckets);
      });
    },
  ],
  [
    'priorities',
    ({ model, own, classes }) => {
      const order = model.queues.find(({ homeTeam }) => homeTeam === own[0]?.team)?.order ?? 'entry';
      const again = classes.some((entry) => redials(entry));
      return order !== 'entry' && (own.length > 1 || again);
    },
  ],
  ['deferredWork', ({ own }) => own.some(({ live }) => !live)],
  ['chats', ({ own }) => own.some(({ places }) => places > 1)],
  ['fractionalAgents', ({ model, groups }) => groups.some((g) => (model.groups[g]?.absenceShare ?? 0) > 0)],
  ['busyDays', ({ model }) => model.busyDayShape > 0],
  ['redials', ({ classes }) => classes.some((entry) => redials(entry))],
  [
    'callBacks',
    ({ classes }) =>
      classes.some(({ callBackOffer, callBackTries }) => callBackOffer !== null || callBackTries !== null),
  ],
  ['recordedArrivals', ({ classes }) => classes.some(({ arrivalsSeconds }) => arrivalsSeconds !== null)],
  ['interruptions', ({ model }) => model.interrupts],
  [
    'severalStages',
    ({ model, network, own }) =>
      own.some(
        ({ stage, classIndex }) =>
          !model.classes.some(({ firstStage }) => firstStage === stage) &&
          network.lines.some(
            (line) =>
              line.classIndex === classIndex &&
              line.live &&
              line.patience < endless &&
              nextOf(model, line.stage, line.pair).length > 0,
          ),
      ),
  ],
  [
    'limits',
    ({ network, isLimited, own }) =>
      isLimited &&
      (own.length > 1 ||
        own.some(
          ({ live, channel }) =>
            !live || network.lines.filter((line) => line.live && line.channel === channel).length > 1,
        )),
  ],
  ['limits', ({ model, team }) => (model.teams[team]?.waitingPlaces ?? endless) < endless],
  [
    'returns',
    ({ pairs, ...around }) =>
      pairs.some(
        ({ returnShare, returnDelayLaw, outcomes }) =>
          (returnShare > 0 && isLate(around, returnDelayLaw)) ||
          outcomes.some(({ law }) => isLate(around, law)),
      ),
  ],
  [
    'returns',
    ({ classes, ...around }) =>
      classes.some((entry) => entry.assistantShare > 0 && isLate(around, entry.bounceDelayLaw)),
  ],
  [
    'startingBacklog',
    ({ model, own }) =>
      model.classes.some(
        ({ backlog }) => backlog !== null && own.some(({ stage }) => stage === backlog.stage),
      ),
  ],
  ['triggers', ({ model, own }) => own.some(({ stage }) => (model.stages[stage]?.triggers.length ?? 0) > 0)],
  [
    'triggers',
    ({ model, team }) =>
      model.stages.some(({ triggers }) =>
        triggers.some(({ moveStage }) => model.stages[moveStage]?.homeTeam === team),
      ),
  ],
  ['balking', ({ live }) => distinct(live.map(({ balking }) => balking))],
  ['balking', ({ own, isLimited }) => own.some(({ live, balking }) => balking > 0 && (!live || isLimited))],
  [
    'closing',
    ({ model, live }) =>
      live.some(({ channel }) => {
        const { disconnects = false, windows = 0 } = model.channels[channel] ?? {};
        return disconnects && opens(model, windows);
      }),
  ],
  ['learning', ({ model, groups }) => groups.some((g) => (model.groups[g]?.learning?.newShare ?? 0) > 0)],
  [
    'warmHandOvers',
    ({ pairs }) => pairs.some(({ outcomes }) => outcomes.some(({ warmSeconds }) => warmSeconds > 0)),
  ],
];

/** Whether what goes away for so long is not back steadily when the counted time begins. */
const isLate = ({ model, steps }: Pick<Surroundings, 'model' | 'steps'>, law: number): boolean =>
  law !== -1 && !comesSteadily(model.laws[law]?.meanSeconds ?? 0, steps.warmUpSeconds);

const none = new Float64Array(0);

export const redials = ({
  redialShare,
  blockedRedialShare,
}: Pick<Class, 'redialShare' | 'blockedRedialShare'>): boolean => redialShare > 0 || blockedRedialShare > 0;

/** Departures in the order of the catalogue. */
export const inOrder = (found: ReadonlySet<Departure>): Departure[] =>
  departures.filter((departure) => found.has(departure));
