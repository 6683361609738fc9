// Random plans of the kind that the lean loop takes: live contacts, constant staff, any laws, routes, tiers and promises.
import fc from 'fast-check';
import type { PlanInput } from '../../../core/plan/schema/plan.ts';
import type { LawInput } from '../../support/plans.ts';

const anyLaw = (mean: number): fc.Arbitrary<LawInput> =>
  fc.constantFrom<LawInput>(
    { law: 'exponential', meanSeconds: mean },
    { law: 'lognormal', meanSeconds: mean, cv: 1.2 },
    { law: 'gamma', meanSeconds: mean, cv: 0.6 },
    { law: 'weibull', scaleSeconds: mean, shape: 1.5 },
    { law: 'uniform', lowSeconds: mean / 2, highSeconds: 1.5 * mean },
    {
      law: 'mixture',
      parts: [
        { share: 0.7, meanSeconds: mean / 2 },
        { share: 0.3, meanSeconds: 2 * mean },
      ],
    },
  );

const share = fc.integer({ min: 0, max: 10 }).map((n) => n / 10);
const everyDay = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;

type Promise = NonNullable<PlanInput['promises']>[number];
const promise = (clock: Promise['clock']): fc.Arbitrary<Promise> =>
  fc
    .record({
      targetSeconds: fc.constantFrom(0, 20, 120, 900),
      abandoned: fc.constantFrom('missed' as const, 'metWithinTarget' as const, 'leftOut' as const),
      period: fc.constantFrom('horizon' as const, 'horizon' as const, 'day' as const, 'interval' as const),
    })
    .map((parts) => ({ id: clock, name: clock, clock, shareToAttain: 0.8, ...parts }));

const horizon: fc.Arbitrary<PlanInput['horizon']> = fc.constantFrom(
  { start: '2026-01-05', days: 2 },
  { start: '2026-01-05', days: 3, warmUpDays: 0.4, intervalMinutes: 60 },
  { start: '2026-01-05', contacts: 1500 },
  { start: '2026-01-05', contacts: 1500, warmUpContacts: 400, intervalMinutes: 15 },
  { start: '2026-01-05', days: 3, intervalMinutes: 5 },
);

const rows = ['simple', 'hard', 'rare'] as const;
const tiers = ['first', 'second', 'third'] as const;

const backFromLeads = {
  when: { teams: ['leads'] },
  next: [{ kind: 'functional' as const, share: 0.3, to: { team: 'firstTeam' } }],
};

/** At most three rows of demand through three tiers; each tier has a team of two groups. */
export const leanPlan: fc.Arbitrary<PlanInput> = fc
  .record({
    horizon,
    demand: fc.tuple(...rows.map(() => fc.integer({ min: 1, max: 30 }))),
    profile: fc.boolean(),
    busyDayCv: fc.constantFrom(0, 0.3),
    agents: fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 6, maxLength: 6 }),
    handling: fc.tuple(anyLaw(240), anyLaw(400), anyLaw(900)),
    wrapUpShare: fc.constantFrom(0, 0.2),
    patience: fc.option(anyLaw(300), { nil: undefined }),
    balkingShare: fc.constantFrom(0, 0.3),
    onward: fc.tuple(share, share),
    recognised: share,
    toLead: fc.tuple(fc.constantFrom(0, 0.1), fc.constantFrom(0, 0, 0.1)),
    leadsBack: fc.constantFrom(false, false, false, true),
    routed: fc.constantFrom('plain' as const, 'ordered' as const, 'tied' as const),
    proficiency: fc.constantFrom(0.8, 1, 1.5),
    priority: fc.constantFrom(5, 2),
    promises: fc.tuple(promise('firstResponse'), promise('wait'), promise('resolution')),
  })
  .map((p): PlanInput => {
    const groupsOf = (tier: string): string[] => [`${tier}A`, `${tier}B`];
    return {
      format: 'saff-plan',
      formatVersion: 1,
      id: 'lean',
      name: 'Lean',
      horizon: p.horizon,
      channels: [
        {
          id: 'phone',
          name: 'Phone',
          kind: 'phone',
          balkingShare: p.balkingShare,
          ...(p.patience === undefined ? {} : { patience: p.patience }),
        },
      ],
      issueTypes: rows.map((id) => ({ id, name: id, priority: id === 'hard' ? p.priority : 5 })),
      volumeModel: { busyDayCv: p.busyDayCv },
      ...(p.profile
        ? {
            profiles: [
              {
                id: 'day',
                name: 'Day',
                timeOfDay: [
                  {
                    weekdays: [...everyDay],
                    intervalMinutes: 30,
                    weights: Array.from({ length: 48 }, (_, i) => (i < 12 ? 0 : 1 + (i % 5))),
                  },
                ],
              },
            ],
          }
        : {}),
      demand: rows.map((id, i) => ({
        id,
        issueType: id,
        channel: 'phone',
        ...(p.profile ? { profile: 'day' } : {}),
        volume: { contacts: p.demand[i] as number, per: 'hour' },
      })),
      tiers: tiers.map((id) => ({ id, name: id })),
      teams: [
        ...tiers.map((tier, t) => ({
          id: `${tier}Team`,
          name: tier,
          tier,
          groups: groupsOf(tier).map((id, g) => ({
            id,
            staffing: { kind: 'hours' as const, agents: (p.agents[2 * t + g] as number) + (g === 0 ? 1 : 0) },
            proficiency: [{ when: { issueTypes: ['hard'] }, factor: p.proficiency }],
          })),
        })),
        {
          id: 'leads',
          name: 'Leads',
          serves: { issueTypes: [...rows] },
          groups: [{ id: 'leadAgents', staffing: { kind: 'hours', agents: 2 } }],
        },
      ],
      routing:
        p.routed === 'plain'
          ? []
          : tiers.map((tier) => ({
              when: { tiers: [tier] },
              entries:
                p.routed === 'tied'
                  ? [{ groups: groupsOf(tier) }]
                  : groupsOf(tier).map((group) => ({ groups: [group] })),
            })),
      handling: [
        ...tiers.map((tier, t) => ({
          when: { tiers: [tier] },
          time: p.handling[t] as LawInput,
          wrapUpShare: p.wrapUpShare,
        })),
        { time: { law: 'exponential', meanSeconds: 300 } },
      ],
      outcomes: [
        ...(p.leadsBack ? [backFromLeads] : []),
        ...tiers.slice(0, 2).map((tier, t) => ({
          when: { tiers: [tier] },
          next: [
            {
              kind: 'functional' as const,
              share: (p.onward[t] as number) * 0.9,
              to: 'nextTier' as const,
              recognisedAtOnceShare: p.recognised,
              recognition: { law: 'exponential' as const, meanSeconds: 30 },
            },
            // A team with two ways in is met once all the same, unless it leads back.
            ...((p.toLead[t] as number) > 0
              ? [{ kind: 'hierarchical' as const, share: p.toLead[t] as number, to: { team: 'leads' } }]
              : []),
          ],
        })),
      ],
      promises: [...p.promises],
    };
  });
