// Which groups take a contact where: the plan's reading of routing, by the numbers of groups and teams.
import type { ServedPlan } from '../../plan/servedPlan.ts';
import { type ContactFacts, groupsOfNamedTeam, routeFor } from '../../plan/serving.ts';
import type { QueueEntry } from '../model/compiledModel.ts';

export type EscalationKind = 'functional' | 'hierarchical';

export class Routes {
  /** Team of each group. */
  readonly teamOfGroup: readonly number[];
  private readonly plan: ServedPlan;
  private readonly groupNumber: (team: number, group: number) => number;

  constructor(plan: ServedPlan, groupNumber: (team: number, group: number) => number) {
    this.plan = plan;
    this.groupNumber = groupNumber;
    this.teamOfGroup = plan.teams.flatMap((team, t) => team.groups.map(() => t));
  }

  teamIndex(id: string): number {
    return this.plan.teams.findIndex((team) => team.id === id);
  }

  /** Entries of the line in the tier of these facts; times are counted from the entry into the line. */
  ofTier(facts: ContactFacts): QueueEntry[] {
    let after = 0;
    return routeFor(this.plan, facts).map((entry) => {
      after += entry.afterSeconds;
      return {
        afterSeconds: after,
        groups: entry.groups.map((at) => this.groupNumber(at.teamIndex, at.groupIndex)),
      };
    });
  }

  /** One entry with the able groups of a named team; all of them where none is able, for a rule may have named a group as it is. */
  ofNamedTeam(team: number, facts: ContactFacts, kind: EscalationKind): QueueEntry[] {
    const able = this.groupsOfTeam(team, facts, kind);
    const groups = able.length > 0 ? able : this.allGroupsOf(team);
    return [{ afterSeconds: 0, groups }];
  }

  groupsOfTeam(team: number, facts: ContactFacts, kind: EscalationKind): number[] {
    return groupsOfNamedTeam(this.plan, this.plan.teams[team]?.id ?? '', facts, kind).map((at) =>
      this.groupNumber(at.teamIndex, at.groupIndex),
    );
  }

  allGroupsOf(team: number): number[] {
    return (this.plan.teams[team]?.groups ?? []).map((_, g) => this.groupNumber(team, g));
  }

  teamsOf(entries: readonly QueueEntry[]): ReadonlySet<number> {
    return new Set(
      entries.flatMap((entry) => entry.groups.map((group) => this.teamOfGroup[group] as number)),
    );
  }

  /** The team to which the numbers of a line belong: of the first entry's teams the first by stream key. */
  homeTeamOf(entries: readonly QueueEntry[]): number {
    const teams = (entries[0]?.groups ?? []).map((group) => this.teamOfGroup[group] as number);
    return teams.reduce((first, team) => (this.precedes(team, first) ? team : first), teams[0] ?? 0);
  }

  /** Order of teams that stays as it is when the plan's lists are reordered. */
  precedes(a: number, b: number): boolean {
    const keyOf = (team: number): string =>
      this.plan.teams[team]?.streamKey ?? this.plan.teams[team]?.id ?? '';
    return keyOf(a) < keyOf(b);
  }
}
