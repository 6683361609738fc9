// The scopes of measures: which classes and teams belong to the total, to a channel, an issue type, a tier, a team.
import type { CompiledModel } from '../model/compiledModel.ts';

export interface MeasureScope {
  readonly kind: 'total' | 'channels' | 'issueTypes' | 'tiers' | 'teams';
  readonly id: string;
  /** Scopes of flow are read from classes, scopes of staff from teams; the total from both. */
  readonly classes: readonly number[];
  readonly teams: readonly number[];
  /** Rows of the duration histograms: classes first, then teams. */
  readonly histogramRows: readonly number[];
}

export function measureScopes(model: CompiledModel): MeasureScope[] {
  // Internal work is no contact of anybody's.
  const all = model.classes.flatMap((entry, c) => (entry.isInternal ? [] : [c]));
  const teamRow = (team: number): number => model.classes.length + team;
  const teams = model.teams.map((_, t) => t);
  const scopes: MeasureScope[] = [{ kind: 'total', id: '', classes: all, teams, histogramRows: all }];
  model.channels.forEach((channel, index) => {
    const classes = all.filter((c) => model.classes[c]?.channel === index);
    scopes.push({ kind: 'channels', id: channel.id, classes, teams: [], histogramRows: classes });
  });
  model.issueTypes.forEach((issueType, index) => {
    const classes = all.filter((c) => model.classes[c]?.issueType === index);
    scopes.push({ kind: 'issueTypes', id: issueType.id, classes, teams: [], histogramRows: classes });
  });
  model.tiers.forEach((tier, index) => {
    const members = teams.filter((t) => model.teams[t]?.tier === index);
    scopes.push({
      kind: 'tiers',
      id: tier.id,
      classes: [],
      teams: members,
      histogramRows: members.map(teamRow),
    });
  });
  model.teams.forEach((team, t) => {
    scopes.push({ kind: 'teams', id: team.id, classes: [], teams: [t], histogramRows: [teamRow(t)] });
  });
  return scopes;
}
