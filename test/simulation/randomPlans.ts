// Random plans that mix everything that is simulated, small enough to run hundreds of them.
import fc from 'fast-check';
import type { PlanInput } from '../../core/plan/schema/plan.ts';
import { type LawInput, planOf } from '../support/plans.ts';
import { waitingShapes, withWaiting } from './randomWaiting.ts';

type Channel = PlanInput['channels'][number];
type Team = PlanInput['teams'][number];
type QueueList = NonNullable<Team['groups'][number]['queueList']>;
const everyDay = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;

const share = (max = 1): fc.Arbitrary<number> => fc.integer({ min: 0, max: 20 }).map((n) => (n / 20) * max);
const seconds = (max: number): fc.Arbitrary<number> => fc.integer({ min: 1, max });

const anyLaw = (mean: number): fc.Arbitrary<LawInput> =>
  fc.oneof(
    fc.constant<LawInput>({ law: 'exponential', meanSeconds: mean }),
    fc.constant<LawInput>({ law: 'lognormal', meanSeconds: mean, cv: 1.2 }),
    fc.constant<LawInput>({ law: 'deterministic', seconds: mean }),
    fc.constant<LawInput>({ law: 'gamma', meanSeconds: mean, cv: 0.7 }),
    fc.constant<LawInput>({ law: 'empirical', valuesSeconds: [mean / 2, mean, 2 * mean] }),
  );

const optional = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> =>
  fc.option(arbitrary, { nil: undefined });

/** Leaves out what is undefined, as a plan's text does. */
const plain = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;

const redial = fc.record({
  share: share(0.8),
  blockedShare: share(0.8),
  delay: anyLaw(600),
  samePatience: fc.boolean(),
});
const assistant = fc
  .record({ share: share(), time: anyLaw(60), resolvedShare: share(0.5), handedOverShare: share(0.45) })
  .map((entry) => ({ ...entry, handedOverShare: entry.handedOverShare + 0.05, handOverHandlingFactor: 0.8 }));
const bouncing = fc
  .tuple(assistant, optional(anyLaw(7200)))
  .map(([entry, bounceReturnDelay]) => ({ ...entry, bounceReturnDelay }));
const chatting = fc.record({
  limit: fc.constant(3),
  speed: fc.constantFrom([1, 0.8, 0.6], [1, 1, 1], [1, 0.5, 0.3]),
  newChatTo: fc.constantFrom('fewestChats' as const, 'mostChats' as const),
});

const liveChannel = (id: string, kind: 'phone' | 'chat'): fc.Arbitrary<Channel> =>
  fc
    .record({
      hours: optional(fc.constant('office')),
      patience: optional(anyLaw(300)),
      balkingShare: share(0.5),
      redial: optional(redial),
      afterHours: fc.constantFrom('turnedAway' as const, 'queue' as const),
      atClosing: fc.constantFrom('serve' as const, 'disconnect' as const),
      waitingPlaces: optional(fc.nat({ max: 4 })),
      lines: optional(fc.integer({ min: 1, max: 8 })),
      assistant: optional(bouncing),
      concurrency: kind === 'chat' ? optional(chatting) : fc.constant(undefined),
      dispatcher:
        kind === 'phone'
          ? optional(
              fc.record({
                team: fc.constant('desk'),
                wrongTeamShare: share(0.5),
                wrongTeamHandling: anyLaw(60),
              }),
            )
          : fc.constant(undefined),
    })
    .map((parts) => ({ id, name: id, kind, ...parts }) as Channel);

const email: fc.Arbitrary<Channel> = fc
  .record({ patience: optional(anyLaw(40_000)), assistant: optional(bouncing) })
  .map((parts) => ({ id: 'email', name: 'E-mail', kind: 'email', ...parts }) as Channel);

const staffing = (most: number): fc.Arbitrary<Team['groups'][number]['staffing']> =>
  fc.oneof(
    fc.record({ kind: fc.constant('hours' as const), agents: fc.integer({ min: 1, max: most }) }),
    fc
      .record({ agents: fc.integer({ min: 1, max: most * 4 }), more: fc.nat({ max: most }) })
      .map(({ agents, more }) => ({
        kind: 'counts' as const,
        counts: [
          { weekdays: [...everyDay], from: '08:00', to: '18:00', agents: agents / 4 },
          { weekdays: [...everyDay], from: '11:00', to: '14:30', agents: more },
        ],
      })),
    fc.integer({ min: 1, max: most }).map((agents) => ({
      kind: 'shifts' as const,
      assignments: [
        { shift: 'early', weekdays: [...everyDay], agents },
        { shift: 'night', weekdays: [...everyDay], agents: 1 },
      ],
    })),
  );

const team = (id: string, tier: string | undefined, most: number): fc.Arbitrary<Team> =>
  fc
    .record({
      staffing: staffing(most),
      hours: optional(fc.constant('office')),
      reservedForLive: fc.nat({ max: 1 }),
      unplannedAbsence: share(0.3),
      plannedShrinkage: share(0.3),
      waitingOrder: fc.constantFrom('entry' as const, 'firstArrival' as const, 'deadline' as const),
      agentChoice: fc.constantFrom(
        'longestIdle' as const,
        'fewestQueues' as const,
        'random' as const,
        'fixed' as const,
      ),
      order: fc.constantFrom('liveFirst' as const, 'longestQueue' as const, 'fixedList' as const),
      queueList: optional(fc.constant<QueueList>([{ channels: ['email'] }, { issueTypes: ['fault'] }])),
      deferredInterruptible: fc.boolean(),
      resumedBySameAgent: fc.boolean(),
      learningCurve: optional(
        fc.record({ startFactor: share(0.8).map((n) => n + 0.1), weeks: seconds(3), newShare: share() }),
      ),
      leaving: fc.constantFrom('finish' as const, 'handOver' as const, 'interrupt' as const),
      leaverChoice: fc.constantFrom('shortestIdle' as const, 'random' as const),
    })
    .map(({ staffing: duty, hours, waitingOrder, agentChoice, leaving, leaverChoice, ...group }) => ({
      id,
      name: id,
      tier,
      hours: duty.kind === 'hours' ? hours : undefined,
      waitingOrder,
      agentChoice,
      groups: [
        {
          id: `${id}Agents`,
          staffing: { ...duty, leaving, ...(duty.kind === 'counts' ? { leaverChoice } : {}) },
          ...group,
        },
      ],
    }));

const shapes = fc.record({
  phone: liveChannel('phone', 'phone'),
  chat: liveChannel('chat', 'chat'),
  email,
  first: team('first', 'one', 3),
  extra: team('extra', 'one', 2),
  second: team('second', 'two', 2),
  desk: team('desk', undefined, 2),
  leads: team('leads', undefined, 1),
  selfService: optional(fc.record({ triedShare: share(), deflectedShare: share(0.8), delay: anyLaw(300) })),
  volumes: fc.tuple(fc.nat({ max: 300 }), fc.nat({ max: 200 }), fc.nat({ max: 150 })),
  handling: fc.tuple(anyLaw(240), anyLaw(600)),
  wrapUpShare: share(0.4),
  escalated: share(0.4),
  recognised: share(),
  toDepartment: share(0.2),
  toLead: share(0.1),
  back: share(0.2),
  returns: optional(fc.record({ share: share(0.5), delay: anyLaw(30_000) })),
  busyDayCv: fc.constantFrom(0, 0.3),
  overflowSeconds: fc.nat({ max: 120 }),
  withRule: fc.boolean(),
  warmUpDays: fc.constantFrom(0, 0.5),
  preemptible: fc.boolean(),
  targetSeconds: seconds(4000),
});

const build = (shape: typeof shapes extends fc.Arbitrary<infer S> ? S : never): PlanInput =>
  plain(
    planOf({
      horizon: { start: '2026-01-05', days: 2, warmUpDays: shape.warmUpDays },
      tiers: [
        { id: 'one', name: 'One' },
        { id: 'two', name: 'Two' },
      ],
      calendars: [
        {
          id: 'office',
          name: 'Office',
          weekly: [{ weekdays: [...everyDay], spans: [{ from: '09:00', to: '17:00' }] }],
        },
      ],
      shifts: [
        {
          id: 'early',
          name: 'Early',
          start: '08:00',
          end: '16:00',
          breaks: [{ start: '12:00', minutes: 30 }],
        },
        { id: 'night', name: 'Night', start: '22:00', end: '06:00' },
      ],
      channels: [shape.phone, shape.chat, shape.email],
      issueTypes: [
        {
          id: 'question',
          name: 'Question',
          selfService: shape.selfService,
          preemptible: shape.preemptible,
        },
        { id: 'fault', name: 'Fault', priority: 2 },
      ] as PlanInput['issueTypes'],
      volumeModel: { busyDayCv: shape.busyDayCv },
      demand: [
        {
          id: 'calls',
          issueType: 'question',
          channel: 'phone',
          volume: { contacts: shape.volumes[0], per: 'day' },
        },
        { id: 'faults', issueType: 'fault', channel: 'phone', volume: { contacts: 50, per: 'day' } },
        {
          id: 'chats',
          issueType: 'question',
          channel: 'chat',
          volume: { contacts: shape.volumes[1], per: 'day' },
        },
        {
          id: 'mails',
          issueType: 'question',
          channel: 'email',
          volume: { contacts: shape.volumes[2], per: 'day' },
        },
      ],
      teams: [shape.first, shape.extra, shape.second, shape.desk, shape.leads],
      routing: shape.withRule
        ? [
            {
              when: { tiers: ['one'] },
              entries: [
                { teams: ['first'] },
                { teams: ['extra', 'second'], afterSeconds: shape.overflowSeconds },
              ],
            },
          ]
        : [],
      handling: [
        { when: { tiers: ['two'] }, time: shape.handling[1], wrapUpShare: shape.wrapUpShare },
        { time: shape.handling[0], wrapUpShare: shape.wrapUpShare },
      ],
      departments: [
        { id: 'billing', name: 'Billing', turnaround: { law: 'exponential', meanSeconds: 5000 } },
      ],
      outcomes: [
        {
          when: { tiers: ['one'] },
          next: [
            {
              kind: 'functional',
              share: shape.escalated,
              to: 'nextTier',
              recognisedAtOnceShare: shape.recognised,
              recognition: { law: 'exponential', meanSeconds: 40 },
            },
            { kind: 'otherDepartment', share: shape.toDepartment, department: 'billing' },
            { kind: 'hierarchical', share: shape.toLead, to: { team: 'leads' } },
          ],
        },
        {
          when: { tiers: ['two'] },
          next: [{ kind: 'functional', share: shape.back, to: { team: 'first' } }],
        },
      ],
      returns: shape.returns === undefined ? [] : [shape.returns],
      promises: [
        {
          id: 'answered',
          name: 'A',
          clock: 'firstResponse',
          targetSeconds: shape.targetSeconds,
          shareToAttain: 0.8,
          blocked: 'missed',
        },
        {
          id: 'solved',
          name: 'S',
          clock: 'resolution',
          targetSeconds: 10 * shape.targetSeconds,
          shareToAttain: 0.8,
        },
        {
          id: 'business',
          name: 'B',
          clock: 'resolution',
          measuredIn: 'businessHours',
          calendar: 'office',
          targetSeconds: shape.targetSeconds,
          shareToAttain: 0.8,
        },
        { id: 'inLine', name: 'L', clock: 'wait', targetSeconds: 60, shareToAttain: 0.8 },
      ],
    }),
  );

/** Plans with two tiers, a dispatcher, leads, three channels and every rule of the model at random. */
export const anyPlan: fc.Arbitrary<PlanInput> = fc
  .tuple(shapes, waitingShapes)
  .map(([shape, waiting]) => withWaiting(build(shape), waiting));
