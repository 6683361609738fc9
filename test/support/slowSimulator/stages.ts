// Stages of a journey: which groups may take the contact there, after which waiting, and under whose name it waits.
import type { Law } from '../../../core/plan/schema/law.ts';
import type { Plan } from '../../../core/plan/schema/plan.ts';
import {
  type ContactFacts,
  entryTierOf,
  type GroupPosition,
  groupsOfNamedTeam,
  type RouteEntry,
  routeFor,
} from '../../../core/plan/serving.ts';
import { type Staff, staffAt } from './agents.ts';
import type { Contact } from './contacts.ts';

export interface Entry {
  readonly staff: readonly Staff[];
  /** Seconds from joining the queue. */
  readonly afterSeconds: number;
}

export interface Stage {
  readonly kind: 'dispatcher' | 'wrongTeam' | 'usual';
  readonly entries: readonly Entry[];
  readonly homeTeam: number;
  /** Tier of the patience. */
  readonly tier: string | undefined;
  /** Handling when the answer of another department is back. */
  readonly handlingAfter: Law | undefined;
}

export class Stages {
  private readonly plan: Plan;
  private readonly staff: readonly Staff[];

  constructor(plan: Plan, staff: readonly Staff[]) {
    this.plan = plan;
    this.staff = staff;
  }

  /** The home stage in a tier. */
  ofTier(facts: ContactFacts, tier: string | undefined): Stage {
    return this.stage('usual', routeFor(this.plan, { ...facts, tier }), tier);
  }

  /** Where the contact meets the first people: the dispatcher, or straight home. */
  first(contact: Contact): Stage {
    const { dispatcher } = contact.channel;
    return dispatcher === undefined
      ? this.home(contact)
      : this.namedTeam(dispatcher.team, contact.facts, 'hierarchical', 'dispatcher');
  }

  home(contact: Contact): Stage {
    return this.ofTier(contact.facts, entryTierOf(this.plan, contact.facts));
  }

  namedTeam(
    teamId: string,
    facts: ContactFacts,
    asked: 'functional' | 'hierarchical',
    kind: Stage['kind'] = 'usual',
    handlingAfter?: Law,
  ): Stage {
    const groups = groupsOfNamedTeam(this.plan, teamId, facts, asked);
    const tier = this.plan.teams.find((team) => team.id === teamId)?.tier;
    return this.stage(kind, [{ groups, afterSeconds: 0 }], tier, handlingAfter);
  }

  /** Teams of the home tier other than the home team and the dispatcher, in the order of the plan. */
  wrongTeams(contact: Contact): string[] {
    const tier = entryTierOf(this.plan, contact.facts);
    const homeTeam = this.home(contact).homeTeam;
    return this.plan.teams
      .filter((team, index) => team.tier === tier && index !== homeTeam)
      .map((team) => team.id)
      .filter((id) => id !== contact.channel.dispatcher?.team);
  }

  private stage(
    kind: Stage['kind'],
    route: readonly RouteEntry[],
    tier: string | undefined,
    handlingAfter?: Law,
  ): Stage {
    let afterSeconds = 0;
    const entries = route.map((entry) => {
      afterSeconds += entry.afterSeconds;
      const at = (position: GroupPosition): Staff => staffAt(this.plan, this.staff, position);
      return { staff: entry.groups.map(at), afterSeconds };
    });
    const homeTeam = entries[0]?.staff[0]?.teamIndex;
    if (homeTeam === undefined) throw new Error('nobody serves this stage');
    return { kind, entries, homeTeam, tier, handlingAfter };
  }
}
