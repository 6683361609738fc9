// The fields of a plan that a number rests on: what is asked of its part, how long that takes, who is there, what was promised.
import type { ExplainedValue, NamedPart, Subject } from '../measures/explanation.ts';
import { amount } from '../plan/schema/elements.ts';
import type { Plan } from '../plan/schema/plan.ts';
import { factsOf, handlingRuleFor } from '../plan/serving.ts';
import type { CompiledModel } from '../simulation/index.ts';
import { given } from './chain.ts';
import type { Parts } from './parts.ts';
import type { Places } from './places.ts';

/** Classes and teams that a subject is about. */
export interface Reach {
  readonly classes: readonly number[];
  readonly teams: readonly number[];
}

/** Contacts of a team are all that can queue there; teams of a channel are all where its contacts can queue. */
export function reachOf(plan: Plan, model: CompiledModel, { kind, id, part }: Subject): Reach {
  const all = model.classes.flatMap(({ isInternal }, c) => (isInternal ? [] : [c]));
  const every = model.teams.map((_, t) => t);
  const teamsOf = (classes: readonly number[]): number[] => [
    ...new Set(model.stages.flatMap((stage) => (classes.includes(stage.classIndex) ? [stage.homeTeam] : []))),
  ];
  const ofTeams = (teams: readonly number[]): Reach => ({
    classes: [
      ...new Set(model.stages.flatMap((stage) => (teams.includes(stage.homeTeam) ? [stage.classIndex] : []))),
    ]
      .filter((c) => all.includes(c))
      .sort((a, b) => a - b),
    teams,
  });
  const ofClasses = (classes: readonly number[]): Reach => ({ classes, teams: teamsOf(classes) });
  const inKind = (of: string, name: string): Reach => {
    switch (of) {
      case 'channels':
        return ofClasses(all.filter((c) => plan.channels[model.classes[c]?.channel ?? -1]?.id === name));
      case 'issueTypes':
        return ofClasses(all.filter((c) => plan.issueTypes[model.classes[c]?.issueType ?? -1]?.id === name));
      case 'tiers':
        return ofTeams(every.filter((t) => plan.teams[t]?.tier === name));
      case 'teams':
        return ofTeams(every.filter((t) => plan.teams[t]?.id === name));
      default:
        return { classes: all, teams: every };
    }
  };
  if (kind !== 'promises') return inKind(kind, id);
  const promise = model.promises.find((one) => one.id === id);
  const classes = all.filter((c) => promise?.ofClass[c] === 1);
  const own: Reach = {
    classes,
    teams: promise?.clock === 'wait' ? every.filter((t) => promise.ofTeam[t] === 1) : teamsOf(classes),
  };
  if (part === null) return own;
  const there = inKind(part.kind, part.id);
  return {
    classes: own.classes.filter((c) => there.classes.includes(c)),
    teams: own.teams.filter((t) => there.teams.includes(t)),
  };
}

/** More fields than these are not listed. */
const mostFields = 60;

export function groundsOf(
  plan: Plan,
  model: CompiledModel,
  parts: Parts,
  places: Places,
  subject: Subject,
  reach: Reach,
): ExplainedValue[] {
  const found = new Map<string, ExplainedValue>();
  const add = (value: ExplainedValue): void => {
    if (value.from.kind === 'plan') found.set(value.from.path.join('/'), value);
  };
  if (subject.kind === 'promises') addPromise(plan, places, subject, add);
  for (const c of reach.classes) addDemand(plan, model, parts, places, c, add);
  for (const c of reach.classes)
    for (const t of reach.teams) addHandling(plan, model, parts, places, c, t, add);
  for (const t of reach.teams) addPeople(plan, parts, places, t, add);
  if (plan.volumeModel.busyDayCv > 0)
    add(given('busyDayCv', plan.volumeModel.busyDayCv, 'number', places.at(['volumeModel', 'busyDayCv'])));
  return [...found.values()].slice(0, mostFields);
}

type Add = (value: ExplainedValue) => void;

function addPromise(plan: Plan, places: Places, { id }: Subject, add: Add): void {
  const p = plan.promises.findIndex((one) => one.id === id);
  const promise = plan.promises[p];
  if (promise === undefined) return;
  add(given('target', promise.targetSeconds, 'seconds', places.at(['promises', p, 'targetSeconds'])));
  const asked = amount(promise.shareToAttain);
  add(given('shareToAttain', asked, 'fraction', places.at(['promises', p, 'shareToAttain'])));
}

function addDemand(
  plan: Plan,
  model: CompiledModel,
  parts: Parts,
  places: Places,
  c: number,
  add: Add,
): void {
  const row = plan.demand.findIndex(({ id }) => id === model.classes[c]?.id);
  const demand = plan.demand[row];
  if (demand === undefined) return;
  const of = namedDemand(parts, c, demand);
  if (demand.volume !== undefined) {
    const volume = amount(demand.volume.contacts);
    add(given('volume', volume, 'contacts', places.at(['demand', row, 'volume', 'contacts']), { of }));
  }
  const channel = plan.channels.findIndex(({ id }) => id === demand.channel);
  const issueType = plan.issueTypes.findIndex(({ id }) => id === demand.issueType);
  const { patience, redial } = plan.channels[channel] ?? {};
  const stage = model.stages[model.classes[c]?.firstStage ?? -1];
  const mean = model.laws[stage?.patienceLaw ?? -1]?.meanSeconds;
  const at = ['channels', channel];
  if (patience !== undefined && mean !== undefined)
    add(given('patience', mean, 'seconds', places.at([...at, 'patience']), { of: parts.channel(channel) }));
  if (redial !== undefined)
    add(
      given('redialShare', amount(redial.share), 'fraction', places.at([...at, 'redial', 'share']), {
        of: parts.channel(channel),
      }),
    );
  const selfService = plan.issueTypes[issueType]?.selfService;
  if (selfService !== undefined) {
    const share = amount(selfService.deflectedShare);
    const path = ['issueTypes', issueType, 'selfService', 'deflectedShare'];
    add(given('deflectedShare', share, 'fraction', places.at(path), { of: parts.issueType(issueType) }));
  }
}

function namedDemand(parts: Parts, c: number, demand: Plan['demand'][number]): NamedPart {
  const [issueType] = parts.ofClass(c);
  return { kind: 'demand', id: demand.id, name: demand.name ?? issueType?.name ?? demand.id };
}

function addHandling(
  plan: Plan,
  model: CompiledModel,
  parts: Parts,
  places: Places,
  c: number,
  t: number,
  add: Add,
): void {
  const demand = plan.demand.find(({ id }) => id === model.classes[c]?.id);
  const pair = model.pairs[c * model.teams.length + t] ?? null;
  const team = plan.teams[t];
  if (demand === undefined || team === undefined || pair === null) return;
  const rule = handlingRuleFor(plan, { ...factsOf(plan, demand), team: team.id, tier: team.tier });
  const mean = model.laws[pair.handlingLaw]?.meanSeconds;
  if (rule === undefined || mean === undefined) return;
  const of = parts.team(t);
  add(
    given('handlingTime', mean, 'seconds', places.at(['handling', plan.handling.indexOf(rule), 'time']), {
      of,
    }),
  );
}

function addPeople(plan: Plan, parts: Parts, places: Places, t: number, add: Add): void {
  const team = plan.teams[t];
  const of = parts.team(t);
  team?.groups.forEach((group, g) => {
    const at = ['teams', t, 'groups', g];
    if (group.staffing.kind === 'hours') {
      const agents = amount(group.staffing.agents);
      add(given('agentsPlanned', agents, 'agents', places.at([...at, 'staffing', 'agents']), { of }));
    } else if (group.staffing.kind === 'shifts') {
      const agents = group.staffing.assignments.reduce((sum, one) => sum + one.agents, 0);
      add(given('agentsInShifts', agents, 'agents', places.at([...at, 'staffing', 'assignments']), { of }));
    } else {
      const most = group.staffing.counts.reduce((sum, one) => Math.max(sum, amount(one.agents)), 0);
      add(given('agentsAtMost', most, 'agents', places.at([...at, 'staffing', 'counts']), { of }));
    }
    const shrinkage = amount(group.plannedShrinkage);
    add(given('shrinkage', shrinkage, 'fraction', places.at([...at, 'plannedShrinkage']), { of }));
    const absence = amount(group.unplannedAbsence);
    add(given('absence', absence, 'fraction', places.at([...at, 'unplannedAbsence']), { of }));
  });
}
