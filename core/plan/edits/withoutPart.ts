// Takes a part out of a plan with all that names it, so that no reference is left that leads nowhere.
import type { Duty } from '../schema/duties.ts';
import type { ContactFilter } from '../schema/elements.ts';
import type { Plan } from '../schema/plan.ts';
import { alike } from './alike.ts';
import type { Command } from './command.ts';
import { planDifference } from './planDifference.ts';
import { withoutMeasured } from './withoutMeasured.ts';

export const removableLists = [
  'calendars',
  'channels',
  'contracts',
  'demand',
  'departments',
  'internalWork',
  'issueTypes',
  'personas',
  'profiles',
  'roles',
  'teams',
  'tiers',
] as const;
export type RemovableList = (typeof removableLists)[number];

/** Lists of a filter by the list whose parts they name. */
const filterLists: Readonly<Partial<Record<RemovableList, keyof ContactFilter>>> = {
  channels: 'channels',
  issueTypes: 'issueTypes',
  personas: 'segments',
  teams: 'teams',
  tiers: 'tiers',
};

/**
 * One step that takes out a part of a list and what names it: a rule that was about this part only goes with it, as does the
 * demand of a channel or an issue type; where a reference may be absent it is left out. What a team serves is the exception: a
 * team that served only this part would serve everything, so its reference stays, as a fault that is shown on the team.
 */
export function withoutPart(plan: Plan, list: RemovableList, id: string): Command[] {
  const gone = new Gone(plan, list, id);
  const flow = gone.ofFlow();
  const of = (own: RemovableList) => (other: string) => own === list && other === id;
  const without: Plan = {
    ...plan,
    ...gone.ofCustomers(),
    channels: gone.channels(),
    teams: gone.teams(),
    ...flow,
    ...gone.ofDuties(),
    ...withoutMeasured(plan, {
      issueType: of('issueTypes'),
      channel: of('channels'),
      team: of('teams'),
      promise: (promise) => !flow.promises.some((kept) => kept.id === promise),
    }),
  };
  // Personas are part of the company, and have gone with what is said of the customers.
  if (list === 'personas') return planDifference(plan, shared(plan, without));
  const parts: readonly { readonly id: string }[] = without[list];
  const after = { ...without, [list]: parts.filter((part) => part.id !== id) };
  return planDifference(plan, shared(plan, after));
}

/** Parts that say the same as before are the same objects, so that only what differs becomes a command. */
function shared(before: Plan, after: Plan): Plan {
  const old = before as Readonly<Record<string, unknown>>;
  const fields = Object.entries(after).map(([field, value]) => [field, sharedField(old[field], value)]);
  return Object.fromEntries(fields) as Plan;
}

function sharedField(before: unknown, after: unknown): unknown {
  if (alike(before, after)) return before;
  if (!Array.isArray(before) || !Array.isArray(after)) return after;
  return after.map((part) => before.find((old) => alike(old, part)) ?? part);
}

class Gone {
  readonly #plan: Plan;
  readonly #list: RemovableList;
  readonly #id: string;
  /** Groups of a team that goes. */
  readonly #groups: ReadonlySet<string>;

  constructor(plan: Plan, list: RemovableList, id: string) {
    this.#plan = plan;
    this.#list = list;
    this.#id = id;
    const team = list === 'teams' ? plan.teams.find((candidate) => candidate.id === id) : undefined;
    this.#groups = new Set(team?.groups.map((group) => group.id));
  }

  #is(list: RemovableList, id: string | undefined): boolean {
    return list === this.#list && id === this.#id;
  }

  /** The fields of `part` that do not name what goes. */
  #less<Part extends object>(part: Part, references: Partial<Record<keyof Part, RemovableList>>): Part {
    const kept = Object.entries(part).filter(([field, value]) => {
      const list = references[field as keyof Part];
      return list === undefined || !this.#is(list, value);
    });
    return Object.fromEntries(kept) as Part;
  }

  /** Undefined: the filter meant only what goes. */
  #filter(filter: ContactFilter): ContactFilter | undefined {
    const field = filterLists[this.#list];
    const named = field === undefined ? undefined : (filter[field] as readonly string[] | undefined);
    if (field === undefined || named === undefined || !named.includes(this.#id)) return filter;
    const left = named.filter((id) => id !== this.#id);
    return left.length === 0 ? undefined : { ...filter, [field]: left };
  }

  #ruled<Rule extends { readonly when: ContactFilter }>(rules: readonly Rule[]): Rule[] {
    return rules.flatMap((rule) => {
      const when = this.#filter(rule.when);
      return when === undefined ? [] : [{ ...rule, when }];
    });
  }

  ofCustomers(): Pick<
    Plan,
    'company' | 'demand' | 'startingBacklog' | 'issueTypes' | 'goals' | 'internalWork'
  > {
    const { company, demand, startingBacklog, issueTypes, goals, internalWork } = this.#plan;
    const stays = demand
      .filter((one) => !this.#is('channels', one.channel) && !this.#is('issueTypes', one.issueType))
      .map((one) => this.#less(one, { profile: 'profiles', segment: 'personas' }));
    const left = new Set(stays.filter((one) => !this.#is('demand', one.id)).map((one) => one.id));
    const personas = company.personas
      .filter((persona) => !this.#is('personas', persona.id))
      .map((persona) => {
        const { preferredChannels, ...rest } = persona;
        const channels = preferredChannels?.filter((channel) => !this.#is('channels', channel));
        return channels === undefined || channels.length === 0
          ? rest
          : { ...rest, preferredChannels: channels };
      });
    return {
      company: { ...company, personas },
      demand: stays,
      startingBacklog: startingBacklog.filter((one) => left.has(one.demand)),
      issueTypes: issueTypes.map((one) => this.#less(one, { entryTier: 'tiers' })),
      goals: goals.flatMap((goal) => {
        const teams = goal.teams?.filter((team) => !this.#is('teams', team));
        if (teams === undefined || teams.length === goal.teams?.length) return [goal];
        return teams.length === 0 ? [] : [{ ...goal, teams }];
      }),
      internalWork: internalWork.filter((work) => !this.#is('teams', work.team)),
    };
  }

  channels(): Plan['channels'] {
    return this.#plan.channels.map((channel) => {
      const { dispatcher, callBackOffer, ...rest } = this.#less(channel, { hours: 'calendars' });
      return {
        ...rest,
        patienceByTier: rest.patienceByTier.filter(({ tier }) => !this.#is('tiers', tier)),
        ...(dispatcher === undefined || this.#is('teams', dispatcher.team) ? {} : { dispatcher }),
        ...(callBackOffer === undefined || this.#is('channels', callBackOffer.channel)
          ? {}
          : { callBackOffer }),
      };
    });
  }

  teams(): Plan['teams'] {
    return this.#plan.teams.map((team) => {
      const kept = this.#less(team, { tier: 'tiers', hours: 'calendars', reportsTo: 'teams' });
      const { lead, ...rest } = kept;
      return {
        ...rest,
        ...(lead === undefined || this.#groups.has(lead) ? {} : { lead }),
        groups: team.groups.map((group) => {
          const { queueList, ...others } = this.#less(group, { role: 'roles', contract: 'contracts' });
          const order = queueList?.flatMap((filter) => this.#filter(filter) ?? []);
          return {
            ...others,
            proficiency: this.#ruled(group.proficiency),
            ...(order === undefined ? {} : { queueList: order }),
          };
        }),
      };
    });
  }

  /** A holder whose role or team goes would otherwise mean every one; time that was about this part only goes with it. */
  ofDuties(): Pick<Plan, 'duties' | 'careerSteps' | 'pages'> {
    const { duties, careerSteps, pages } = this.#plan;
    const isGone = ({ role, team }: { role?: string | undefined; team?: string | undefined }): boolean =>
      this.#is('roles', role) || this.#is('teams', team);
    return {
      ...(duties !== undefined && {
        duties: duties.map((duty) => {
          const { time, ...rest } = duty;
          const left = time === undefined ? undefined : this.#time(time);
          return { ...rest, who: duty.who.filter((one) => !isGone(one)), ...(left && { time: left }) };
        }),
      }),
      ...(careerSteps !== undefined && {
        careerSteps: careerSteps.filter(({ from, to }) => !this.#is('tiers', from) && !this.#is('tiers', to)),
      }),
      ...(pages !== undefined && { pages: pages.filter((page) => !isGone(page)) }),
    };
  }

  #time(time: NonNullable<Duty['time']>): Duty['time'] {
    if (time.kind === 'work') {
      const work = time.work.filter((id) => !this.#is('internalWork', id));
      return work.length === 0 ? undefined : { ...time, work };
    }
    if (time.kind !== 'contacts') return time;
    const { issueTypes, channels, ...rest } = time;
    const filter = this.#filter({ ...(issueTypes && { issueTypes }), ...(channels && { channels }) });
    return filter === undefined ? undefined : { ...rest, ...filter };
  }

  ofFlow(): Pick<
    Plan,
    'routing' | 'handling' | 'outcomes' | 'returns' | 'waitingTriggers' | 'promises' | 'scenarios'
  > {
    const { routing, handling, outcomes, returns, waitingTriggers, promises, scenarios } = this.#plan;
    return {
      routing: this.#ruled(routing).flatMap((rule) => {
        const entries = this.#entries(rule.entries);
        return entries.length === 0 ? [] : [{ ...rule, entries }];
      }),
      handling: this.#ruled(handling),
      outcomes: this.#ruled(outcomes).map((rule) => ({
        ...rule,
        next: rule.next.filter((next) =>
          next.kind === 'otherDepartment'
            ? !this.#is('departments', next.department)
            : typeof next.to !== 'object' || !this.#is('teams', next.to.team),
        ),
      })),
      returns: this.#ruled(returns),
      waitingTriggers: this.#ruled(waitingTriggers).flatMap((trigger) => {
        const { moveTo, ...rest } = trigger;
        if (moveTo === undefined || !this.#is('teams', moveTo.team)) return [trigger];
        return rest.raisePriorityTo === undefined ? [] : [rest];
      }),
      promises: promises.flatMap((promise) => {
        const applies = this.#filter(promise.applies);
        if (applies === undefined) return [];
        return [{ ...this.#less(promise, { calendar: 'calendars' }), applies }];
      }),
      scenarios: scenarios.map((scenario) => ({
        ...scenario,
        changes: scenario.changes.filter(({ at: [list, id] }) => list !== this.#list || id !== this.#id),
      })),
    };
  }

  /** An entry that nobody is left in goes; its overflow time is then waited before the next one. */
  #entries(entries: Plan['routing'][number]['entries']): Plan['routing'][number]['entries'] {
    let waitedSeconds = 0;
    return entries.flatMap((entry) => {
      const { teams, groups, afterSeconds } = entry;
      waitedSeconds += afterSeconds;
      const leftTeams = teams?.filter((team) => !this.#is('teams', team)) ?? [];
      const leftGroups = groups?.filter((group) => !this.#groups.has(group)) ?? [];
      if (leftTeams.length + leftGroups.length === 0) return [];
      const left = {
        ...(leftTeams.length === 0 ? {} : { teams: leftTeams }),
        ...(leftGroups.length === 0 ? {} : { groups: leftGroups }),
        afterSeconds: waitedSeconds,
      };
      waitedSeconds = 0;
      return [left];
    });
  }
}
