// Every reference between parts of the plan must lead somewhere.
import type { FaultCode } from '../faultCodes.ts';
import { nearestName } from '../nearestName.ts';
import { type Path, type PlanFault, planFault } from '../planFault.ts';
import { reviewSubjects } from '../reviewFigures.ts';
import type { ContactFilter } from '../schema/elements.ts';
import type { Plan } from '../schema/plan.ts';

/** For each kind of thing that can be named: the fault where the name leads nowhere. */
const kinds = {
  calendar: 'unknownCalendar',
  channel: 'unknownChannel',
  contract: 'unknownContract',
  demand: 'unknownDemand',
  department: 'unknownDepartment',
  group: 'unknownGroup',
  issueType: 'unknownIssueType',
  neededIssue: 'unknownIssueType',
  persona: 'unknownPersona',
  profile: 'unknownProfile',
  promise: 'unknownPromise',
  role: 'unknownRole',
  scenario: 'unknownScenario',
  shift: 'unknownShift',
  team: 'unknownTeam',
  tier: 'unknownTier',
  work: 'unknownWork',
} as const satisfies Readonly<Record<string, FaultCode>>;
type Kind = keyof typeof kinds;

/** One place of the plan that names something. */
interface Reference {
  readonly kind: Kind;
  readonly id: string;
  readonly path: Path;
}
type References = Generator<Reference, void, undefined>;

function* one(kind: Kind, id: string | undefined, path: Path): References {
  if (id !== undefined) yield { kind, id, path };
}

function* all(kind: Kind, ids: readonly string[] | undefined, path: Path): References {
  for (const [position, id] of (ids ?? []).entries()) yield { kind, id, path: [...path, position] };
}

function* inFilter(filter: ContactFilter, path: Path): References {
  yield* all('issueType', filter.issueTypes, [...path, 'issueTypes']);
  yield* all('channel', filter.channels, [...path, 'channels']);
  yield* all('tier', filter.tiers, [...path, 'tiers']);
  yield* all('team', filter.teams, [...path, 'teams']);
  yield* all('persona', filter.segments, [...path, 'segments']);
}

function* ofCustomers(plan: Plan): References {
  for (const [i, persona] of plan.company.personas.entries()) {
    yield* all('channel', persona.preferredChannels, ['company', 'personas', i, 'preferredChannels']);
  }
  for (const [i, issueType] of plan.issueTypes.entries()) {
    yield* one('tier', issueType.entryTier, ['issueTypes', i, 'entryTier']);
  }
  for (const [i, demand] of plan.demand.entries()) {
    yield* one('issueType', demand.issueType, ['demand', i, 'issueType']);
    yield* one('channel', demand.channel, ['demand', i, 'channel']);
    yield* one('persona', demand.segment, ['demand', i, 'segment']);
    yield* one('profile', demand.profile, ['demand', i, 'profile']);
  }
  for (const [i, backlog] of plan.startingBacklog.entries()) {
    yield* one('demand', backlog.demand, ['startingBacklog', i, 'demand']);
  }
}

function* ofNeeds(plan: Plan): References {
  for (const [i, promise] of (plan.needs?.promises ?? []).entries())
    yield* one('neededIssue', promise.issue, ['needs', 'promises', i, 'issue']);
}

function* ofChannels(plan: Plan): References {
  for (const [i, channel] of plan.channels.entries()) {
    const path = ['channels', i];
    yield* one('calendar', channel.hours, [...path, 'hours']);
    yield* one('team', channel.dispatcher?.team, [...path, 'dispatcher', 'team']);
    yield* one('channel', channel.callBackOffer?.channel, [...path, 'callBackOffer', 'channel']);
    for (const [j, patience] of channel.patienceByTier.entries()) {
      yield* one('tier', patience.tier, [...path, 'patienceByTier', j, 'tier']);
    }
  }
}

function* ofTeams(plan: Plan): References {
  for (const [i, team] of plan.teams.entries()) {
    const path = ['teams', i];
    yield* one('tier', team.tier, [...path, 'tier']);
    yield* all('issueType', team.serves.issueTypes, [...path, 'serves', 'issueTypes']);
    yield* all('channel', team.serves.channels, [...path, 'serves', 'channels']);
    yield* one('calendar', team.hours, [...path, 'hours']);
    yield* one('team', team.reportsTo, [...path, 'reportsTo']);
    yield* one('group', team.lead, [...path, 'lead']);
    for (const [j, group] of team.groups.entries()) yield* ofGroup(group, [...path, 'groups', j]);
  }
}

function* ofGroup(group: Plan['teams'][number]['groups'][number], path: Path): References {
  yield* one('role', group.role, [...path, 'role']);
  yield* one('contract', group.contract, [...path, 'contract']);
  if (group.staffing.kind === 'shifts') {
    for (const [i, assignment] of group.staffing.assignments.entries()) {
      yield* one('shift', assignment.shift, [...path, 'staffing', 'assignments', i, 'shift']);
    }
  }
  for (const [i, entry] of group.proficiency.entries())
    yield* inFilter(entry.when, [...path, 'proficiency', i, 'when']);
  for (const [i, filter] of (group.queueList ?? []).entries())
    yield* inFilter(filter, [...path, 'queueList', i]);
}

function* ofFlow(plan: Plan): References {
  for (const [i, rule] of plan.routing.entries()) {
    yield* inFilter(rule.when, ['routing', i, 'when']);
    for (const [j, entry] of rule.entries.entries()) {
      yield* all('team', entry.teams, ['routing', i, 'entries', j, 'teams']);
      yield* all('group', entry.groups, ['routing', i, 'entries', j, 'groups']);
    }
  }
  for (const [i, rule] of plan.handling.entries()) yield* inFilter(rule.when, ['handling', i, 'when']);
  for (const [i, rule] of plan.returns.entries()) yield* inFilter(rule.when, ['returns', i, 'when']);
  for (const [i, rule] of plan.outcomes.entries()) {
    yield* inFilter(rule.when, ['outcomes', i, 'when']);
    for (const [j, next] of rule.next.entries()) {
      const path = ['outcomes', i, 'next', j];
      if (next.kind === 'otherDepartment') yield* one('department', next.department, [...path, 'department']);
      else if (typeof next.to === 'object') yield* one('team', next.to.team, [...path, 'to', 'team']);
    }
  }
  for (const [i, trigger] of plan.waitingTriggers.entries()) {
    yield* inFilter(trigger.when, ['waitingTriggers', i, 'when']);
    yield* one('team', trigger.moveTo?.team, ['waitingTriggers', i, 'moveTo', 'team']);
  }
}

function* ofGoals(plan: Plan): References {
  for (const [i, promise] of plan.promises.entries()) {
    yield* inFilter(promise.applies, ['promises', i, 'applies']);
    yield* one('calendar', promise.calendar, ['promises', i, 'calendar']);
  }
  for (const [i, scenario] of plan.scenarios.entries())
    yield* one('scenario', scenario.on, ['scenarios', i, 'on']);
  for (const [i, goal] of plan.goals.entries()) yield* all('team', goal.teams, ['goals', i, 'teams']);
  for (const [i, work] of plan.internalWork.entries())
    yield* one('team', work.team, ['internalWork', i, 'team']);
}

function* ofDuties(plan: Plan): References {
  for (const [i, { who, time }] of (plan.duties ?? []).entries()) {
    for (const [j, { role, team }] of who.entries()) {
      yield* one('role', role, ['duties', i, 'who', j, 'role']);
      yield* one('team', team, ['duties', i, 'who', j, 'team']);
    }
    const path = ['duties', i, 'time'];
    if (time?.kind === 'work') yield* all('work', time.work, [...path, 'work']);
    if (time?.kind !== 'contacts') continue;
    yield* all('issueType', time.issueTypes, [...path, 'issueTypes']);
    yield* all('channel', time.channels, [...path, 'channels']);
  }
  for (const [i, { from, to }] of (plan.careerSteps ?? []).entries()) {
    yield* one('tier', from, ['careerSteps', i, 'from']);
    yield* one('tier', to, ['careerSteps', i, 'to']);
  }
  for (const [i, { role }] of (plan.pages ?? []).entries()) yield* one('role', role, ['pages', i, 'role']);
}

function* ofReviews(plan: Plan): References {
  for (const [i, { measured }] of (plan.reviews?.periods ?? []).entries())
    for (const [j, figure] of measured.entries())
      for (const subject of reviewSubjects)
        yield* one(subject, figure[subject], ['reviews', 'periods', i, 'measured', j, subject]);
}

const idsOf = (list: readonly { readonly id: string }[]): ReadonlySet<string> =>
  new Set(list.map((part) => part.id));

const knownIds = (plan: Plan): Readonly<Record<Kind, ReadonlySet<string>>> => ({
  calendar: idsOf(plan.calendars),
  channel: idsOf(plan.channels),
  contract: idsOf(plan.contracts),
  demand: idsOf(plan.demand),
  department: idsOf(plan.departments),
  group: idsOf(plan.teams.flatMap((team) => team.groups)),
  issueType: idsOf(plan.issueTypes),
  neededIssue: idsOf(plan.needs?.issues ?? []),
  persona: idsOf(plan.company.personas),
  profile: idsOf(plan.profiles),
  promise: idsOf(plan.promises),
  role: idsOf(plan.roles),
  scenario: idsOf(plan.scenarios),
  shift: idsOf(plan.shifts),
  team: idsOf(plan.teams),
  tier: idsOf(plan.tiers),
  work: idsOf(plan.internalWork),
});

/** At most eight names, the one that was probably meant first. */
function suggestions(id: string, known: ReadonlySet<string>): string {
  const nearest = known.size <= 1000 ? nearestName(id, [...known]) : undefined;
  const others = [...known].filter((name) => name !== nearest).slice(0, nearest === undefined ? 8 : 7);
  const listed = nearest === undefined ? others : [nearest, ...others];
  if (listed.length === 0) return '—';
  return listed.join(', ') + (known.size > listed.length ? ', …' : '');
}

/** A fault for each name that nothing in the plan bears. */
export function references(plan: Plan): PlanFault[] {
  const known = knownIds(plan);
  const faults: PlanFault[] = [];
  for (const part of [ofCustomers, ofNeeds, ofChannels, ofTeams, ofFlow, ofGoals, ofDuties, ofReviews]) {
    for (const { kind, id, path } of part(plan)) {
      if (!known[kind].has(id))
        faults.push(planFault(kinds[kind], path, { id, known: suggestions(id, known[kind]) }));
    }
  }
  return faults;
}
