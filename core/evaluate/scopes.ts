// The scopes of an evaluation: the whole, channels, issue types, tiers and teams, each with whose sums it takes and how its
// values come about.
import type { ScopeKind } from '../measures/catalogue.ts';
import type { Basis, Departure, FormulaModel } from '../measures/evaluation.ts';
import type { CompiledModel } from '../simulation/index.ts';
import type { TeamBasis } from './bases.ts';
import { inOrder } from './departures.ts';
import type { Network } from './network.ts';

export interface Scope {
  readonly kind: Exclude<ScopeKind, 'promises'>;
  readonly id: string;
  readonly classes: readonly number[];
  readonly teams: readonly number[];
  readonly basis: Basis;
}

/** The mark of values that several teams bring about: exact only where all are, and of one model. */
export function basisOf(bases: readonly TeamBasis[], more: readonly Departure[] = []): Basis {
  const found = new Set<Departure>(more);
  const models = new Set<FormulaModel>();
  for (const { model, departures } of bases) {
    models.add(model);
    for (const departure of departures) found.add(departure);
  }
  const model = models.size === 1 ? ([...models][0] as FormulaModel) : 'flow-balance';
  return found.size === 0
    ? { kind: 'exact', model }
    : { kind: 'approximation', model, departures: inOrder(found) };
}

const basisOfTeams = (bases: readonly TeamBasis[], of: readonly number[]): Basis =>
  basisOf(of.map((t) => bases[t] as TeamBasis));

/** The whole plan, and each team. */
export function wholeAndTeams(model: CompiledModel, bases: readonly TeamBasis[]): Scope[] {
  const classes = model.classes.flatMap(({ isInternal }, c) => (isInternal ? [] : [c]));
  const teams = model.teams.map((_, t) => t);
  return [
    { kind: 'total', id: '', classes, teams, basis: basisOfTeams(bases, teams) },
    ...model.teams.map(
      ({ id }, t): Scope => ({ kind: 'teams', id, classes: [], teams: [t], basis: basisOfTeams(bases, [t]) }),
    ),
  ];
}

export function scopesOf(model: CompiledModel, network: Network, bases: readonly TeamBasis[]): Scope[] {
  const teamsOfClass = model.classes.map(() => new Set<number>());
  for (const { classIndex, team } of network.lines) teamsOfClass[classIndex]?.add(team);
  const [total, ...ofTeams] = wholeAndTeams(model, bases) as [Scope, ...Scope[]];
  const ofClasses = (kind: Scope['kind'], id: string, classes: readonly number[]): Scope => {
    const served = [...new Set(classes.flatMap((c) => [...(teamsOfClass[c] ?? [])]))];
    return { kind, id, classes, teams: [], basis: basisOfTeams(bases, served) };
  };
  const by = (part: 'channel' | 'issueType', count: number): number[][] => {
    const found: number[][] = Array.from({ length: count }, () => []);
    for (const c of total.classes) found[model.classes[c]?.[part] ?? -1]?.push(c);
    return found;
  };
  const ofChannel = by('channel', model.channels.length);
  const ofIssueType = by('issueType', model.issueTypes.length);
  return [
    total,
    ...model.channels.map(({ id }, i) => ofClasses('channels', id, ofChannel[i] ?? [])),
    ...model.issueTypes.map(({ id }, i) => ofClasses('issueTypes', id, ofIssueType[i] ?? [])),
    ...model.tiers.map(({ id }, i): Scope => {
      const members = total.teams.filter((t) => model.teams[t]?.tier === i);
      return { kind: 'tiers', id, classes: [], teams: members, basis: basisOfTeams(bases, members) };
    }),
    ...ofTeams,
  ];
}
