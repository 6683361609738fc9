// Sums of the walk -> the measures of the catalogue, each with its mark. The definitions are those of the simulation.
import { type MeasureId, measures, type ScopeKind } from '../measures/catalogue.ts';
import {
  absent,
  type Basis,
  type Departure,
  type Evaluation,
  type MarkedTable,
  type MarkedValue,
} from '../measures/evaluation.ts';
import type { ShortEvaluation } from '../measures/shortEvaluation.ts';
import type { CompiledModel } from '../simulation/index.ts';
import { basesOf } from './bases.ts';
import { costsOf, type Presence, presenceOf, type ScopeCosts } from './costs.ts';
import type { Answer } from './evaluate.ts';
import { flowsOf } from './flows.ts';
import { promiseBasis, promisesOf } from './promiseTables.ts';
import { type Scope, scopesOf, wholeAndTeams } from './scopes.ts';
import { seriesOf } from './series.ts';
import type { Steps } from './steps.ts';
import type { ClassSum, Tallies, TeamSum } from './tallies.ts';

export function tablesOf(answer: Answer): Evaluation {
  const { model, steps, network, agents, tallies } = answer;
  const bases = basesOf(model, network, agents, steps, tallies, answer.ground.lastingBases());
  const scopes = scopesOf(model, network, bases);
  const made = tablesBy(model, steps, tallies, scopes);
  const { kind, intervalSeconds, intervals, startDate, timeZone, dayStartsSeconds } = model.axis;
  return {
    ...headOf(model, steps),
    total: made.total[''] as MarkedTable,
    channels: made.channels,
    issueTypes: made.issueTypes,
    tiers: made.tiers,
    teams: made.teams,
    promises: promisesOf(model, steps, tallies, answer.ground.promiseScopeOf, bases),
    axis: { kind, intervalSeconds, intervals, startDate, timeZone, dayStartsSeconds },
    series: seriesOf(model, steps, tallies.overTime, scopes, (p) =>
      promiseBasis(answer.ground.promiseScopeOf(p), bases),
    ),
    flows: flowsOf(model, network, steps, agents, tallies, answer.ground.flowWays()),
  };
}

/** What is shown beside a plan all the time, without the work for all else. */
export function shortTablesOf(answer: Answer): ShortEvaluation {
  const { model, steps, network, agents, tallies } = answer;
  const bases = basesOf(model, network, agents, steps, tallies, answer.ground.lastingBases());
  const { total, teams } = tablesBy(model, steps, tallies, wholeAndTeams(model, bases));
  return {
    ...headOf(model, steps),
    total: total[''] as MarkedTable,
    teams,
    promises: promisesOf(model, steps, tallies, answer.ground.promiseScopeOf, bases),
    flows: flowsOf(model, network, steps, agents, tallies, answer.ground.flowWays()),
  };
}

const headOf = ({ planId, planHash }: CompiledModel, { horizonSeconds, warmUpSeconds }: Steps) =>
  ({ by: 'formula', planId, planHash, horizonSeconds, warmUpSeconds }) as const;

function tablesBy(model: CompiledModel, steps: Steps, tallies: Tallies, scopes: readonly Scope[]) {
  const presence = presenceOf(model, steps);
  const made: Record<Scope['kind'], { [id: string]: MarkedTable }> = {
    ...{ total: {}, channels: {}, issueTypes: {}, tiers: {}, teams: {} },
  };
  for (const scope of scopes) made[scope.kind][scope.id] = tableOf(model, steps, tallies, scope, presence);
  return made;
}

/** Measures of each kind of scope, in the order of the catalogue. */
const measuresOf = (kind: ScopeKind): readonly MeasureId[] =>
  (Object.keys(measures) as MeasureId[]).filter((id) =>
    (measures[id].scopes as readonly ScopeKind[]).includes(kind),
  );
const measuresBy: { readonly [K in Scope['kind']]: readonly MeasureId[] } = {
  total: measuresOf('total'),
  channels: measuresOf('channels'),
  issueTypes: measuresOf('issueTypes'),
  tiers: measuresOf('tiers'),
  teams: measuresOf('teams'),
};

function tableOf(
  model: CompiledModel,
  steps: Steps,
  tallies: Tallies,
  scope: Scope,
  presence: Presence,
): MarkedTable {
  const values = holdsCallBacks(model, scope) ? {} : valuesOf(steps, tallies, scope, presence);
  const costs = costsOf(model, steps, tallies, scope, presence);
  const table: { [M in MeasureId]?: MarkedValue } = {};
  for (const id of measuresBy[scope.kind]) {
    const value = values[id];
    if (value !== undefined)
      table[id] = Number.isFinite(value)
        ? { value, basis: id === 'agentsOnDutyMean' ? dutyBasis(model, steps) : scope.basis }
        : absent('nothingCounted');
    else if (id in costs) {
      const cost = costs[id as keyof ScopeCosts] ?? null;
      table[id] =
        cost === null ? absent('unknownInPlan') : { value: cost, basis: costBasis(model, id, scope.basis) };
    } else if (id === 'retentionRateFraction') {
      const { retentionRate } = model.opinions;
      table[id] = retentionRate === null ? absent('unknownInPlan') : { value: retentionRate, basis: planned };
    } else table[id] = absent('noFormula');
  }
  return table;
}

/** A channel over which call-backs go that were offered elsewhere: no formula says how many. */
const holdsCallBacks = (model: CompiledModel, { kind, classes }: Scope): boolean =>
  kind === 'channels' && classes.some((c) => (model.classes[c]?.callBackTries ?? null) !== null);

const planned: Basis = { kind: 'exact', model: 'planned-staff' };
/** What is planned is known exactly, for a time that is; a horizon in contacts ends by chance, and a step that counts in part has a mean. */
const plannedBy = (departure: Departure): Basis => ({
  ...{ kind: 'approximation', model: 'planned-staff', departures: [departure] },
});
const isByContacts = ({ horizonSeconds, warmUpContacts }: CompiledModel): boolean =>
  horizonSeconds === Number.POSITIVE_INFINITY || warmUpContacts > 0;
const dutyBasis = (model: CompiledModel, { counted }: Steps): Basis =>
  isByContacts(model)
    ? plannedBy('settling')
    : counted.some((share) => share > 0 && share < 1 - 1e-9)
      ? plannedBy('changesWithTime')
      : planned;
const costBasis = (model: CompiledModel, id: MeasureId, basis: Basis): Basis =>
  id !== 'staffCostMoney' ? basis : isByContacts(model) ? plannedBy('settling') : planned;

type Values = { [M in MeasureId]?: number };

/** Values by measure; not a number where nothing was counted. */
function valuesOf(
  steps: Steps,
  tallies: Tallies,
  { classes, teams, kind }: Scope,
  presence: Presence,
): Values {
  const isOfTeams = kind === 'tiers' || kind === 'teams';
  let counted = 0;
  for (let k = 0; k < steps.count; k += 1) counted += steps.counted[k] as number;
  const sum = (rows: Float64Array, of: readonly number[]): number => {
    let all = 0;
    for (let i = 0; i < of.length; i += 1) all += rows[of[i] as number] as number;
    return all;
  };
  const queue = (name: ClassSum & TeamSum): number =>
    isOfTeams ? sum(tallies.ofTeam[name], teams) : sum(tallies.ofClass[name], classes);
  const values: Values = {};
  queueValues(values, queue, counted * steps.seconds);
  if (!isOfTeams) flowValues(values, (name) => sum(tallies.ofClass[name], classes));
  if (isOfTeams) values.offeredContacts = sum(tallies.ofTeam.visits, teams);
  if (!isOfTeams && kind !== 'total') return values;
  const ofTeam = (name: TeamSum): number => sum(tallies.ofTeam[name], teams);
  const duty = ofTeam('dutySeconds');
  const busy = ofTeam('busySeconds');
  values.queueLengthAtEndContacts = sum(tallies.queueAtEnd, teams);
  values.agentsOnDutyMean = duty / (counted * steps.seconds);
  values.occupancyFraction = duty > 0 ? Math.min(1, busy / duty) : Number.NaN;
  values.loadFraction = duty > 0 ? ofTeam('offeredWork') / duty : Number.NaN;
  values.utilisationFraction = Math.min(1, busy / sum(presence.seconds, teams));
  values.backlogMeanContacts = ofTeam('backlogSteps') / counted;
  return values;
}

function queueValues(values: Values, queue: (name: ClassSum & TeamSum) => number, observed: number): void {
  const answered = queue('answered');
  const abandoned = queue('abandoned');
  const ended = answered + abandoned;
  values.answeredContacts = answered;
  values.abandonedContacts = abandoned;
  values.blockedContacts = queue('blocked');
  values.abandonedFraction = abandoned / ended;
  values.waitMeanSeconds = queue('waitSeconds') / ended;
  values.answerWaitMeanSeconds = queue('answerWaitSeconds') / answered;
  values.queueLengthMeanContacts = queue('queueSeconds') / observed;
  values.firstResponseMeanSeconds = queue('firstResponseSeconds') / queue('firstResponses');
  values.escalatedContacts = queue('escalated');
  values.escalatedToLeadContacts = queue('toLead');
  values.otherDepartmentContacts = queue('otherDepartment');
}

function flowValues(values: Values, of: (name: ClassSum) => number): void {
  const resolved = of('resolved');
  const forGood = of('resolvedForGood');
  values.offeredContacts = of('offered');
  values.redialContacts = of('redials');
  values.returnedContacts = of('returned');
  values.deflectedContacts = of('deflected');
  values.containedContacts = of('contained');
  values.bouncedContacts = of('bounced');
  values.turnedAwayContacts = of('turnedAway');
  values.resolvedContacts = resolved;
  values.firstContactResolutionFraction = forGood / resolved;
  values.returnRateFraction = 1 - forGood / resolved;
  values.transfersPerContact = of('transfers') / of('firstResponses');
}
