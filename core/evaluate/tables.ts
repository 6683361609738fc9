// Sums of the walk -> the measures of the catalogue, each with its mark. The definitions are those of the simulation.
import { type MeasureId, measures, type ScopeKind } from '../measures/catalogue.ts';
import {
  absent,
  type Basis,
  type Departure,
  type Evaluation,
  type FormulaModel,
  type MarkedPromise,
  type MarkedTable,
  type MarkedValue,
} from '../measures/evaluation.ts';
import { presentSeconds } from '../simulation/collect/presentSeconds.ts';
import type { CompiledModel } from '../simulation/index.ts';
import { costsOf, type ScopeCosts } from './costs.ts';
import { basesOf, inOrder, type TeamBasis } from './departures.ts';
import type { Network } from './network.ts';
import { seriesOf } from './series.ts';
import type { Steps } from './steps.ts';
import type { ClassSum, Tallies, TeamSum } from './tallies.ts';

/** A scope: whose sums it takes, and how its values come about. */
export interface Scope {
  readonly kind: Exclude<ScopeKind, 'promises'>;
  readonly id: string;
  readonly classes: readonly number[];
  readonly teams: readonly number[];
  readonly basis: Basis;
}

export function tablesOf(
  model: CompiledModel,
  steps: Steps,
  network: Network,
  agents: readonly Float64Array[],
  tallies: Tallies,
): Evaluation {
  const bases = basesOf(model, network, agents);
  const scopes = scopesOf(model, network, bases);
  const table = (scope: Scope): MarkedTable => tableOf(model, steps, tallies, scope);
  const tablesOfKind = (kind: Scope['kind']) =>
    Object.fromEntries(
      scopes.filter((scope) => scope.kind === kind).map((scope) => [scope.id, table(scope)]),
    );
  const { kind, intervalSeconds, intervals, startDate, timeZone, dayStartsSeconds } = model.axis;
  return {
    by: 'formula',
    planId: model.planId,
    planHash: model.planHash,
    horizonSeconds: steps.horizonSeconds,
    warmUpSeconds: steps.warmUpSeconds,
    total: table(scopes[0] as Scope),
    channels: tablesOfKind('channels'),
    issueTypes: tablesOfKind('issueTypes'),
    tiers: tablesOfKind('tiers'),
    teams: tablesOfKind('teams'),
    promises: promisesOf(model, tallies, network, bases),
    axis: { kind, intervalSeconds, intervals, startDate, timeZone, dayStartsSeconds },
    series: seriesOf(model, steps, tallies, scopes, (p) => promiseBasis(model, network, bases, p)),
  };
}

/** The mark of values that several teams bring about: exact only where all are, and of one model. */
export function basisOf(bases: readonly TeamBasis[]): Basis {
  const found = new Set<Departure>(bases.flatMap(({ departures }) => [...departures]));
  const models = new Set<FormulaModel>(bases.map(({ model }) => model));
  const model = models.size === 1 ? ([...models][0] as FormulaModel) : 'flow-balance';
  return found.size === 0
    ? { kind: 'exact', model }
    : { kind: 'approximation', model, departures: inOrder(found) };
}

function scopesOf(model: CompiledModel, network: Network, bases: readonly TeamBasis[]): Scope[] {
  const all = model.classes.flatMap(({ isInternal }, c) => (isInternal ? [] : [c]));
  const teams = model.teams.map((_, t) => t);
  const basisOfTeams = (of: readonly number[]): Basis => basisOf(of.map((t) => bases[t] as TeamBasis));
  const teamsOf = (classes: readonly number[]): number[] => [
    ...new Set(network.lines.flatMap((line) => (classes.includes(line.classIndex) ? [line.team] : []))),
  ];
  const ofClasses = (kind: Scope['kind'], id: string, classes: readonly number[]): Scope => ({
    ...{ kind, id, classes, teams: [], basis: basisOfTeams(teamsOf(classes)) },
  });
  return [
    { kind: 'total', id: '', classes: all, teams, basis: basisOfTeams(teams) },
    ...model.channels.map(({ id }, i) =>
      ofClasses(
        'channels',
        id,
        all.filter((c) => model.classes[c]?.channel === i),
      ),
    ),
    ...model.issueTypes.map(({ id }, i) =>
      ofClasses(
        'issueTypes',
        id,
        all.filter((c) => model.classes[c]?.issueType === i),
      ),
    ),
    ...model.tiers.map(({ id }, i): Scope => {
      const members = teams.filter((t) => model.teams[t]?.tier === i);
      return { kind: 'tiers', id, classes: [], teams: members, basis: basisOfTeams(members) };
    }),
    ...model.teams.map(
      ({ id }, t): Scope => ({ kind: 'teams', id, classes: [], teams: [t], basis: basisOfTeams([t]) }),
    ),
  ];
}

function tableOf(model: CompiledModel, steps: Steps, tallies: Tallies, scope: Scope): MarkedTable {
  const values = holdsCallBacks(model, scope) ? {} : valuesOf(model, steps, tallies, scope);
  const costs = costsOf(model, steps, tallies, scope);
  const table: { [M in MeasureId]?: MarkedValue } = {};
  for (const [id, { scopes }] of Object.entries(measures) as [MeasureId, (typeof measures)[MeasureId]][]) {
    if (!(scopes as readonly ScopeKind[]).includes(scope.kind)) continue;
    if (id in costs) {
      const cost = costs[id as keyof ScopeCosts] ?? null;
      table[id] =
        cost === null ? absent('unknownInPlan') : { value: cost, basis: costBasis(id, scope.basis) };
    } else if (id === 'retentionRateFraction') {
      const { retentionRate } = model.opinions;
      table[id] = retentionRate === null ? absent('unknownInPlan') : { value: retentionRate, basis: planned };
    } else if (id in values) {
      const value = values[id] as number;
      table[id] = Number.isFinite(value)
        ? { value, basis: id === 'agentsOnDutyMean' ? planned : scope.basis }
        : absent('nothingCounted');
    } else table[id] = absent('noFormula');
  }
  return table;
}

/** A channel over which call-backs go that were offered elsewhere: no formula says how many. */
const holdsCallBacks = (model: CompiledModel, { kind, classes }: Scope): boolean =>
  kind === 'channels' && classes.some((c) => (model.classes[c]?.callBackTries ?? null) !== null);

const planned: Basis = { kind: 'exact', model: 'planned-staff' };
const costBasis = (id: MeasureId, basis: Basis): Basis => (id === 'staffCostMoney' ? planned : basis);

/** Values by measure; not a number where nothing was counted. */
function valuesOf(
  model: CompiledModel,
  steps: Steps,
  tallies: Tallies,
  { classes, teams, kind }: Scope,
): { [M in MeasureId]?: number } {
  const counted = steps.counted.reduce((all, share) => all + share, 0);
  const observed = counted * steps.seconds;
  const ofClass = (name: ClassSum): number =>
    classes.reduce((all, c) => all + (tallies.ofClass[name][c] as number), 0);
  const ofTeam = (name: TeamSum): number =>
    teams.reduce((all, t) => all + (tallies.ofTeam[name][t] as number), 0);
  const isOfTeams = kind === 'tiers' || kind === 'teams';
  const queue = (name: ClassSum & TeamSum): number => (isOfTeams ? ofTeam(name) : ofClass(name));
  const ended = queue('answered') + queue('abandoned');
  const shared = {
    answeredContacts: queue('answered'),
    abandonedContacts: queue('abandoned'),
    blockedContacts: queue('blocked'),
    abandonedFraction: queue('abandoned') / ended,
    waitMeanSeconds: queue('waitSeconds') / ended,
    answerWaitMeanSeconds: queue('answerWaitSeconds') / queue('answered'),
    queueLengthMeanContacts: queue('queueSeconds') / observed,
    firstResponseMeanSeconds: queue('firstResponseSeconds') / queue('firstResponses'),
    escalatedContacts: queue('escalated'),
    escalatedToLeadContacts: queue('toLead'),
    otherDepartmentContacts: queue('otherDepartment'),
  };
  const flows = {
    offeredContacts: ofClass('offered'),
    redialContacts: ofClass('redials'),
    returnedContacts: ofClass('returned'),
    deflectedContacts: ofClass('deflected'),
    containedContacts: ofClass('contained'),
    bouncedContacts: ofClass('bounced'),
    turnedAwayContacts: ofClass('turnedAway'),
    resolvedContacts: ofClass('resolved'),
    firstContactResolutionFraction: ofClass('resolvedForGood') / ofClass('resolved'),
    returnRateFraction: 1 - ofClass('resolvedForGood') / ofClass('resolved'),
    transfersPerContact: ofClass('transfers') / ofClass('firstResponses'),
  };
  const duty = ofTeam('dutySeconds');
  const queueAtEnd = teams.reduce((all, t) => all + (tallies.queueAtEnd[t] as number), 0);
  const staff = {
    queueLengthAtEndContacts: queueAtEnd,
    agentsOnDutyMean: duty / observed,
    occupancyFraction: duty > 0 ? Math.min(1, ofTeam('busySeconds') / duty) : Number.NaN,
    loadFraction: duty > 0 ? ofTeam('offeredWork') / duty : Number.NaN,
    utilisationFraction: Math.min(1, ofTeam('busySeconds') / presentIn(model, steps, teams)),
    backlogMeanContacts: ofTeam('backlogSteps') / counted,
  };
  if (isOfTeams) return { ...shared, ...staff, offeredContacts: ofTeam('visits') };
  return kind === 'total' ? { ...shared, ...flows, ...staff } : { ...shared, ...flows };
}

/** Agent-seconds of planned presence in the counted time. */
function presentIn(model: CompiledModel, steps: Steps, teams: readonly number[]): number {
  return model.groups.reduce(
    (all, { team, presence }) =>
      teams.includes(team) ? all + presentSeconds(presence, steps.warmUpSeconds, steps.horizonSeconds) : all,
    0,
  );
}

function promiseBasis(model: CompiledModel, network: Network, bases: readonly TeamBasis[], p: number): Basis {
  const promise = model.promises[p] as CompiledModel['promises'][number];
  const lines = network.lines.filter(
    ({ classIndex, stage, team }) =>
      promise.ofClass[classIndex] === 1 &&
      (promise.clock === 'wait'
        ? promise.ofTeam[team] === 1
        : promise.clock === 'resolution' || model.classes[classIndex]?.firstStage === stage),
  );
  return basisOf([...new Set(lines.map(({ team }) => team))].map((t) => bases[t] as TeamBasis));
}

function promisesOf(
  model: CompiledModel,
  tallies: Tallies,
  network: Network,
  bases: readonly TeamBasis[],
): { [id: string]: MarkedPromise } {
  const { promiseClass, promiseTeam } = tallies;
  const found = model.promises.map((promise, p): readonly [string, MarkedPromise] => {
    const own = promiseBasis(model, network, bases, p);
    const basis: Basis =
      promise.clock === 'resolution' && own.kind === 'exact'
        ? { kind: 'approximation', model: 'flow-balance', departures: ['severalStages'] }
        : own;
    const sums = (of: { counted: Float64Array; met: Float64Array }, places: readonly number[]) =>
      places.reduce(
        (all, at) => ({
          counted: all.counted + (of.counted[at] as number),
          met: all.met + (of.met[at] as number),
        }),
        { counted: 0, met: 0 },
      );
    // Who accepts a call-back depends on the line at that moment: no formula follows it.
    const isOfCallBacks = model.classes.some(
      ({ callBackTries, isInternal }, c) => !isInternal && callBackTries !== null && promise.ofClass[c] === 1,
    );
    const share = ({ counted, met }: { counted: number; met: number }): MarkedValue =>
      isOfCallBacks && promise.clock === 'firstResponse'
        ? absent('noFormula')
        : counted > 1e-9
          ? { value: Math.min(1, Math.max(0, met / counted)), basis }
          : absent('nothingCounted');
    const classes = model.classes.map((_, c) => p * model.classes.length + c);
    const teamPlace = (t: number): number => p * model.teams.length + t;
    const known = (entries: readonly (readonly [string, MarkedValue])[]) =>
      Object.fromEntries(entries.filter(([, { value }]) => value !== null));
    const whole = sums(promiseClass, classes);
    return [
      promise.id,
      {
        serviceLevelFraction: share(whole),
        countedContacts: { value: whole.counted, basis },
        targetSeconds: promise.targetSeconds,
        shareToAttain: promise.shareToAttain,
        byChannel: known(
          model.channels.map(({ id }, channel) => [
            id,
            share(
              sums(
                promiseClass,
                classes.filter((_, c) => model.classes[c]?.channel === channel),
              ),
            ),
          ]),
        ),
        byTier: known(
          model.tiers.map(({ id }, tier) => [
            id,
            share(
              sums(
                promiseTeam,
                model.teams.flatMap((team, t) => (team.tier === tier ? [teamPlace(t)] : [])),
              ),
            ),
          ]),
        ),
        byTeam: known(model.teams.map(({ id }, t) => [id, share(sums(promiseTeam, [teamPlace(t)]))])),
      },
    ];
  });
  return Object.fromEntries(found);
}
