// Stages of a journey: which groups may take the contact there, after which waiting, and under whose name it waits.
import type { Plan } from '../../../core/plan/schema/plan.ts';
import type { Team } from '../../../core/plan/schema/team.ts';
import {
  type ContactFacts,
  entryTierOf,
  type GroupPosition,
  groupsOfNamedTeam,
  matches,
  type RouteEntry,
  routeFor,
} from '../../../core/plan/serving.ts';
import { type Staff, staffAt } from './agents.ts';
import type { Contact } from './contacts.ts';

export interface Entry {
  readonly staff: readonly Staff[];
  /** The same groups in the order in which the plan lists them for this entry. */
  readonly listed: readonly Staff[];
  /** Seconds from joining the queue. */
  readonly afterSeconds: number;
}

export interface Stage {
  readonly kind: 'dispatcher' | 'wrongTeam' | 'usual';
  readonly entries: readonly Entry[];
  readonly homeTeam: number;
  /** The groups of all entries and their times: same text, same groups. */
  readonly groups: string;
  /** How the stage was found, so that it can be found for other facts. */
  readonly asked: Asked;
}

type Asked =
  | { readonly by: 'tier'; readonly tier: string | undefined }
  | { readonly by: 'team'; readonly team: string; readonly able: 'functional' | 'hierarchical' };

export class Stages {
  private readonly plan: Plan;
  private readonly staff: readonly Staff[];

  constructor(plan: Plan, staff: readonly Staff[]) {
    this.plan = plan;
    this.staff = staff;
  }

  /** The home stage in a tier. */
  ofTier(facts: ContactFacts, tier: string | undefined): Stage {
    const route = routeFor(this.plan, { ...facts, tier });
    const listings = this.listings({ ...facts, tier, team: undefined });
    return this.stage('usual', route, { by: 'tier', tier }, listings);
  }

  /** The stage that contacts of other facts have in the place of this one. */
  sameFor(stage: Stage, facts: ContactFacts): Stage {
    const { asked, kind } = stage;
    return asked.by === 'tier'
      ? this.ofTier(facts, asked.tier)
      : this.namedTeam(asked.team, facts, asked.able, kind);
  }

  /** For each entry of the rule that somebody can fill: the ids of its groups as they stand there. */
  private listings(facts: ContactFacts): (readonly string[])[] {
    const { plan } = this;
    const rule = plan.routing.find((candidate) => matches(candidate.when, facts));
    if (rule === undefined) return [];
    return rule.entries
      .filter((entry) => routeFor({ ...plan, routing: [{ ...rule, entries: [entry] }] }, facts).length > 0)
      .map((entry) => entry.groups ?? []);
  }

  /** Where the contact meets the first people: the dispatcher, or straight home. */
  first(contact: Contact): Stage {
    const { dispatcher } = contact.channel;
    if (dispatcher === undefined) return this.home(contact);
    // A dispatcher who does not speak the customer's language is passed by.
    return this.canTake(dispatcher.team, contact)
      ? this.namedTeam(dispatcher.team, contact.facts, 'hierarchical', 'dispatcher')
      : this.home(contact);
  }

  home(contact: Contact): Stage {
    return this.ofTier(contact.facts, entryTierOf(this.plan, contact.facts));
  }

  namedTeam(
    teamId: string,
    facts: ContactFacts,
    asked: 'functional' | 'hierarchical',
    kind: Stage['kind'] = 'usual',
  ): Stage {
    const able = groupsOfNamedTeam(this.plan, teamId, facts, asked);
    // A group that routing names is taken as it is, and so is its team when the contact comes again.
    const groups = able.length > 0 ? able : this.allGroups(teamId);
    const named = { by: 'team', team: teamId, able: asked } as const;
    return this.stage(kind, [{ groups, afterSeconds: 0 }], named);
  }

  /** Where internal work waits: the groups of the team at these places, or any. */
  wholeTeam(teamId: string, places: readonly number[] | null): Stage {
    const named = { by: 'team', team: teamId, able: 'hierarchical' } as const;
    const all = this.allGroups(teamId);
    const groups = places === null ? all : all.filter(({ groupIndex }) => places.includes(groupIndex));
    return this.stage('usual', [{ groups, afterSeconds: 0 }], named);
  }

  /** Teams of the home tier other than the home team and the dispatcher, in the order of their stream keys as texts. */
  wrongTeams(contact: Contact): string[] {
    const tier = entryTierOf(this.plan, contact.facts);
    const homeTeam = this.home(contact).homeTeam;
    const keyOf = (team: Team): string => team.streamKey ?? team.id;
    return this.plan.teams
      .filter((team, index) => team.tier === tier && index !== homeTeam)
      .sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1))
      .map((team) => team.id)
      .filter((id) => id !== contact.dispatcher?.team && this.canTake(id, contact));
  }

  private allGroups(teamId: string): GroupPosition[] {
    const teamIndex = this.plan.teams.findIndex((team) => team.id === teamId);
    const groups = this.plan.teams[teamIndex]?.groups ?? [];
    return groups.map((_, groupIndex) => ({ teamIndex, groupIndex }));
  }

  private canTake(team: string, contact: Contact): boolean {
    return groupsOfNamedTeam(this.plan, team, contact.facts, 'hierarchical').length > 0;
  }

  private stage(
    kind: Stage['kind'],
    route: readonly RouteEntry[],
    asked: Asked,
    listings: (readonly string[])[] = [],
  ): Stage {
    let afterSeconds = 0;
    const entries = route.map((entry, i) => {
      afterSeconds += entry.afterSeconds;
      const staff = entry.groups.map((position) => staffAt(this.plan, this.staff, position));
      const listing = listings[i] ?? [];
      const placeOf = ({ group }: Staff): number =>
        listing.includes(group.id) ? listing.indexOf(group.id) : listing.length;
      return { staff, listed: [...staff].sort((a, b) => placeOf(a) - placeOf(b)), afterSeconds };
    });
    // Of several teams the one whose stream key comes first as a text, wherever it stands in the plan.
    const keyOf = ({ team }: Staff): string => team.streamKey ?? team.id;
    const first = [...(entries[0]?.staff ?? [])].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1))[0];
    if (first === undefined) throw new Error('nobody serves this stage');
    const homeTeam = first.teamIndex;
    const groups = entries.map(
      (entry) => `${entry.afterSeconds}: ${entry.staff.map(({ index }) => index).join(' ')}`,
    );
    return { kind, entries, homeTeam, groups: groups.join(', '), asked };
  }
}
