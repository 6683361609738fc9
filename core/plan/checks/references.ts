// Every reference between parts of the plan must lead somewhere.
import type { FaultCode } from '../faultCodes.ts';
import { nearestName } from '../nearestName.ts';
import { type Path, type PlanFault, planFault } from '../planFault.ts';
import { type ReviewSubject, reviewSubjects } from '../reviewFigures.ts';
import type { ContactFilter } from '../schema/elements.ts';
import type { Plan } from '../schema/plan.ts';
import type { PlanLook } from './look.ts';

/** Things of one kind that can be named: where they stand, and the fault where a name leads to none of them. */
interface Named {
  readonly code: FaultCode;
  readonly field: keyof Plan;
  readonly of: (plan: Plan) => readonly { readonly id: string }[];
}
const named = <Field extends keyof Plan>(
  code: FaultCode,
  field: Field,
  of: (plan: Pick<Plan, NoInfer<Field>>) => readonly { readonly id: string }[],
): Named => ({ code, field, of });

const kinds = {
  calendar: named('unknownCalendar', 'calendars', (plan) => plan.calendars),
  channel: named('unknownChannel', 'channels', (plan) => plan.channels),
  contract: named('unknownContract', 'contracts', (plan) => plan.contracts),
  demand: named('unknownDemand', 'demand', (plan) => plan.demand),
  department: named('unknownDepartment', 'departments', (plan) => plan.departments),
  group: named('unknownGroup', 'teams', (plan) => plan.teams.flatMap((team) => team.groups)),
  issueType: named('unknownIssueType', 'issueTypes', (plan) => plan.issueTypes),
  neededIssue: named('unknownIssueType', 'needs', (plan) => plan.needs?.issues ?? []),
  persona: named('unknownPersona', 'company', (plan) => plan.company.personas),
  profile: named('unknownProfile', 'profiles', (plan) => plan.profiles),
  promise: named('unknownPromise', 'promises', (plan) => plan.promises),
  role: named('unknownRole', 'roles', (plan) => plan.roles),
  scenario: named('unknownScenario', 'scenarios', (plan) => plan.scenarios),
  shift: named('unknownShift', 'shifts', (plan) => plan.shifts),
  team: named('unknownTeam', 'teams', (plan) => plan.teams),
  tier: named('unknownTier', 'tiers', (plan) => plan.tiers),
  work: named('unknownWork', 'internalWork', (plan) => plan.internalWork),
} as const satisfies Readonly<Record<string, Named>>;
type Kind = keyof typeof kinds;

/** One place of the plan that names something. */
interface Reference<K extends Kind> {
  readonly kind: K;
  readonly id: string;
  readonly path: Path;
}
type References<K extends Kind> = Generator<Reference<K>, void, undefined>;

function* one<K extends Kind>(kind: K, id: string | undefined, path: Path): References<K> {
  if (id !== undefined) yield { kind, id, path };
}

function* all<K extends Kind>(kind: K, ids: readonly string[] | undefined, path: Path): References<K> {
  for (const [position, id] of (ids ?? []).entries()) yield { kind, id, path: [...path, position] };
}

const inFilters = ['issueType', 'channel', 'tier', 'team', 'persona'] as const;
type InFilter = (typeof inFilters)[number];
type OfGroup = InFilter | 'role' | 'contract' | 'shift';

function* inFilter(filter: ContactFilter, path: Path): References<InFilter> {
  const { issueTypes, channels, tiers, teams, segments } = filter;
  if (issueTypes !== undefined) yield* all('issueType', issueTypes, [...path, 'issueTypes']);
  if (channels !== undefined) yield* all('channel', channels, [...path, 'channels']);
  if (tiers !== undefined) yield* all('tier', tiers, [...path, 'tiers']);
  if (teams !== undefined) yield* all('team', teams, [...path, 'teams']);
  if (segments !== undefined) yield* all('persona', segments, [...path, 'segments']);
}

/** A look at the names in some fields, and at the things of these kinds that bear names. */
const lookAtNames = <Field extends keyof Plan, K extends Kind>(
  fields: readonly Field[],
  ofKinds: readonly K[],
  namesIn: (plan: Pick<Plan, NoInfer<Field>>) => References<NoInfer<K>>,
): PlanLook => ({
  fields: [...fields, ...ofKinds.map((kind) => kinds[kind].field)],
  faults: (plan) => {
    const known = new Map<K, ReadonlySet<string>>(
      ofKinds.map((kind) => [kind, new Set(kinds[kind].of(plan).map(({ id }) => id))]),
    );
    const faults: PlanFault[] = [];
    for (const { kind, id, path } of namesIn(plan)) {
      const ids = known.get(kind);
      if (ids?.has(id) !== true)
        faults.push(planFault(kinds[kind].code, path, { id, known: suggestions(id, ids ?? new Set()) }));
    }
    return faults;
  },
});

function* ofCustomers(
  plan: Pick<Plan, 'company' | 'issueTypes' | 'demand' | 'startingBacklog'>,
): References<'channel' | 'tier' | 'issueType' | 'persona' | 'profile' | 'demand'> {
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

function* ofNeeds(plan: Pick<Plan, 'needs'>): References<'neededIssue'> {
  for (const [i, promise] of (plan.needs?.promises ?? []).entries())
    yield* one('neededIssue', promise.issue, ['needs', 'promises', i, 'issue']);
}

function* ofChannels(plan: Pick<Plan, 'channels'>): References<'calendar' | 'team' | 'channel' | 'tier'> {
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

function* ofTeams(plan: Pick<Plan, 'teams'>): References<OfGroup | 'calendar' | 'group'> {
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

function* ofGroup(group: Plan['teams'][number]['groups'][number], path: Path): References<OfGroup> {
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

function* ofFlow(
  plan: Pick<Plan, 'routing' | 'handling' | 'returns' | 'outcomes' | 'waitingTriggers'>,
): References<InFilter | 'group' | 'department'> {
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

function* ofGoals(
  plan: Pick<Plan, 'promises' | 'scenarios' | 'goals' | 'internalWork'>,
): References<InFilter | 'calendar' | 'scenario'> {
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

function* ofDuties(
  plan: Pick<Plan, 'duties' | 'careerSteps' | 'pages'>,
): References<'role' | 'team' | 'work' | 'issueType' | 'channel' | 'tier'> {
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

function* ofReviews(plan: Pick<Plan, 'reviews'>): References<ReviewSubject> {
  for (const [i, { measured }] of (plan.reviews?.periods ?? []).entries())
    for (const [j, figure] of measured.entries())
      for (const subject of reviewSubjects)
        yield* one(subject, figure[subject], ['reviews', 'periods', i, 'measured', j, subject]);
}

/** At most eight names, the one that was probably meant first. */
function suggestions(id: string, known: ReadonlySet<string>): string {
  const nearest = known.size <= 1000 ? nearestName(id, [...known]) : undefined;
  const others = [...known].filter((name) => name !== nearest).slice(0, nearest === undefined ? 8 : 7);
  const listed = nearest === undefined ? others : [nearest, ...others];
  if (listed.length === 0) return '—';
  return listed.join(', ') + (known.size > listed.length ? ', …' : '');
}

/** A fault for each name that nothing in the plan bears. */
export const referenceLooks: readonly PlanLook[] = [
  lookAtNames(
    ['company', 'issueTypes', 'demand', 'startingBacklog'],
    ['channel', 'tier', 'issueType', 'persona', 'profile', 'demand'],
    ofCustomers,
  ),
  lookAtNames(['needs'], ['neededIssue'], ofNeeds),
  lookAtNames(['channels'], ['calendar', 'team', 'channel', 'tier'], ofChannels),
  lookAtNames(['teams'], [...inFilters, 'calendar', 'group', 'role', 'contract', 'shift'], ofTeams),
  lookAtNames(
    ['routing', 'handling', 'returns', 'outcomes', 'waitingTriggers'],
    [...inFilters, 'group', 'department'],
    ofFlow,
  ),
  lookAtNames(
    ['promises', 'scenarios', 'goals', 'internalWork'],
    [...inFilters, 'calendar', 'scenario'],
    ofGoals,
  ),
  lookAtNames(
    ['duties', 'careerSteps', 'pages'],
    ['role', 'team', 'work', 'issueType', 'channel', 'tier'],
    ofDuties,
  ),
  lookAtNames(['reviews'], reviewSubjects, ofReviews),
];

export const references = (plan: Plan): PlanFault[] => referenceLooks.flatMap(({ faults }) => faults(plan));
