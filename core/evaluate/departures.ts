// Where a plan departs from the model that answers for a team: what makes its values approximations.
import { type Departure, departures, type FormulaModel } from '../measures/evaluation.ts';
import type { CompiledModel } from '../simulation/index.ts';
import { type Line, type Network, nextOf } from './network.ts';

export interface TeamBasis {
  readonly model: FormulaModel;
  readonly departures: ReadonlySet<Departure>;
}

/** The model of each team, and how the plan departs from it. */
export function basesOf(
  model: CompiledModel,
  network: Network,
  agents: readonly Float64Array[],
): TeamBasis[] {
  const { lines, sets } = network;
  const varies = (values: Float64Array): boolean =>
    values.some((value) => Math.abs(value - (values[0] as number)) > 1e-9);
  const handsOver = (classIndex: number): boolean =>
    lines.some(
      (line) =>
        line.classIndex === classIndex &&
        line.live &&
        line.patience < Number.POSITIVE_INFINITY &&
        nextOf(model, line.stage, line.pair).length > 0,
    );
  return model.teams.map((_, t) => {
    const found = new Set<Departure>();
    const own = lines.filter(
      (line) => line.team === t && (line.live || model.classes[line.classIndex]?.live !== true),
    );
    const note = (departure: Departure, holds: boolean): void => {
      if (holds) found.add(departure);
    };
    const groups = [...new Set(own.flatMap(({ set }) => sets[set]?.groups ?? []))];
    const classes = [...new Set(own.map(({ classIndex }) => classIndex))].flatMap(
      (c) => model.classes[c] ?? [],
    );
    const distinct = (values: readonly number[]): boolean =>
      new Set(values.map((value) => Math.fround(value))).size > 1;
    note(
      'changesWithTime',
      classes.some(({ segments }) => segments !== null && varies(segments.ratePerSecond)),
    );
    note(
      'changesWithTime',
      groups.some((g) => varies(agents[g] as Float64Array)),
    );
    note(
      'handlingLaw',
      own.some(({ variation }) => Math.abs(variation - 1) > 1e-6) ||
        distinct(own.map(({ seconds }) => seconds)),
    );
    note(
      'patienceLaw',
      own.some(({ patienceIsGeneral }) => patienceIsGeneral) ||
        distinct(own.filter(({ live }) => live).map(({ patience }) => patience)),
    );
    note(
      'sharedAgents',
      own.some(({ set }) => sets[set]?.isAlone === false) || new Set(own.map(({ set }) => set)).size > 1,
    );
    note(
      'sharedAgents',
      groups.some((g) => model.groups[g]?.team !== t),
    );
    note('priorities', distinct(own.map(({ priority }) => priority)));
    note(
      'deferredWork',
      own.some(({ live }) => !live),
    );
    note(
      'chats',
      own.some(({ places }) => places > 1),
    );
    note(
      'fractionalAgents',
      groups.some((g) => (agents[g] ?? []).some((n) => Math.abs(n - Math.round(n)) > 1e-6)),
    );
    note(
      'fractionalAgents',
      groups.some((g) => (model.groups[g]?.absenceShare ?? 0) > 0),
    );
    note('busyDays', model.busyDayShape > 0);
    note(
      'redials',
      classes.some(({ redialShare }) => redialShare > 0),
    );
    note(
      'callBacks',
      classes.some(({ callBackOffer }) => callBackOffer !== null),
    );
    note(
      'recordedArrivals',
      classes.some(({ arrivalsSeconds }) => arrivalsSeconds !== null),
    );
    note('interruptions', model.interrupts);
    const comes = (stage: number): boolean => model.classes.some(({ firstStage }) => firstStage === stage);
    note(
      'severalStages',
      own.some(({ stage, classIndex }) => !comes(stage) && handsOver(classIndex)),
    );
    const isLimited = own.some(({ live, channel }) => {
      const { waitingPlaces = Number.POSITIVE_INFINITY, lines: places = Number.POSITIVE_INFINITY } =
        model.channels[channel] ?? {};
      return live && Math.min(waitingPlaces, places) < Number.POSITIVE_INFINITY;
    });
    note('limits', isLimited && (new Set(own.map(({ team }) => team)).size > 1 || own.length > 1));
    note('limits', (model.teams[t]?.waitingPlaces ?? Number.POSITIVE_INFINITY) < Number.POSITIVE_INFINITY);
    const live = own.filter((line) => line.live);
    const leaves = live.some(({ patience }) => patience < Number.POSITIVE_INFINITY);
    const stretched = live.some(({ variation }) => Math.abs(variation - 1) > 1e-6);
    const name: FormulaModel =
      live.length === 0
        ? 'fluid-backlog'
        : isLimited
          ? 'finite-queue'
          : leaves
            ? 'erlang-a'
            : stretched
              ? 'm-g-n'
              : 'erlang-c';
    return { model: name, departures: found };
  });
}

/** Departures in the order of the catalogue. */
export const inOrder = (found: ReadonlySet<Departure>): Departure[] =>
  departures.filter((departure) => found.has(departure));

/** How a promise departs from what formulas answer, beside its teams. */
export function promiseDepartures(
  model: CompiledModel,
  promise: CompiledModel['promises'][number],
  lines: readonly Line[],
): Departure[] {
  const found: Departure[] = [];
  if (promise.clock === 'resolution') found.push('severalStages');
  // Live waits are told in elapsed time.
  const isOfOpenTime = ({ live, classIndex }: Line): boolean =>
    live && (promise.calendarOfClass[classIndex] as number) > 0;
  if (lines.some(isOfOpenTime)) found.push('businessHours');
  if (promise.ofExpected) found.push('expectedOffered');
  if (promise.cumulates && lines.some(({ classIndex }) => redials(model, classIndex)))
    found.push('cumulatedWaits');
  return found;
}

const redials = (model: CompiledModel, c: number): boolean => {
  const { redialShare = 0, blockedRedialShare = 0 } = model.classes[c] ?? {};
  return redialShare > 0 || blockedRedialShare > 0;
};
