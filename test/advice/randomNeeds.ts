// Random needs of companies of every size: much or nothing said, usual and odd promises, hours, sourcing.
import { channelKind } from '../../core/plan/schema/channel.ts';
import { happinessKinds, industryKinds, type NeedsInput } from '../../core/plan/schema/needs.ts';

/** mulberry32: the same numbers for the same seed. */
export function randomOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const topics = [
  'Printers',
  'Orders',
  'Payments',
  'Wireless',
  'Faults',
  'Claims',
  'Visas',
  'Lessons',
  'Parcels',
];
const complexities = ['simple', 'moderate', 'complex', 'engineering'] as const;
const kinds = channelKind.options;

export function randomNeeds(seed: number): NeedsInput {
  const random = randomOf(seed);
  const chance = (share: number): boolean => random() < share;
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const some = <T>(list: readonly T[], share: number): T[] => list.filter(() => chance(share));
  const between = (low: number, high: number): number => low + random() * (high - low);
  /** Even on a scale of ratios. */
  const scale = (low: number, high: number): number => low * (high / low) ** random();
  const maybe = <T extends object>(share: number, part: () => T): T | object => (chance(share) ? part() : {});

  const issues = topics.slice(0, 1 + Math.floor(random() * topics.length)).map((name) => ({
    ...{ id: name.toLowerCase(), name },
    ...maybe(0.5, () => ({ share: Math.round(random() * 100) / 100 })),
    ...maybe(0.7, () => ({ complexity: pick(complexities) })),
    ...maybe(0.4, () => ({ handlingMinutes: Math.round(scale(0.5, 90) * 10) / 10 })),
    ...maybe(0.3, () => ({ repeatedShare: random() })),
    ...maybe(0.15, () => ({ urgent: true })),
    ...maybe(0.15, () => ({ department: 'Billing' })),
  }));
  const hasIssues = chance(0.6);
  const personas = ['a', 'b', 'c'].slice(0, 1 + Math.floor(random() * 3)).map((id) => ({
    id,
    ...maybe(0.6, () => ({ share: Math.round(random() * 100) / 100 })),
    ...maybe(0.5, () => ({ age: pick(['young', 'middle', 'older'] as const) })),
    ...maybe(0.7, () => ({ digitalSkill: pick(['low', 'medium', 'high'] as const) })),
    ...maybe(0.3, () => ({ preferredChannels: some(kinds, 0.25) })),
    ...maybe(0.3, () => ({ languages: some(['fa', 'ar', 'en'], 0.5) })),
  }));
  const promises = ['p', 'q', 'r'].slice(0, Math.floor(random() * 4)).map((id) => ({
    id,
    ...maybe(0.7, () => ({ channel: pick(kinds) })),
    ...maybe(hasIssues ? 0.3 : 0, () => ({ issue: pick(issues).id })),
    clock: chance(0.75) ? ('firstResponse' as const) : ('resolution' as const),
    withinSeconds: Math.round(scale(10, 200_000)),
    ...maybe(0.7, () => ({ share: pick([0.5, 0.7, 0.8, 0.9, 0.95, 0.99]) })),
  }));
  const hours = pick([
    { kind: 'office' as const },
    { kind: 'extended' as const },
    { kind: 'everyDay' as const },
    { kind: 'always' as const },
    {
      kind: 'own' as const,
      weekly: [
        {
          weekdays: some(['monday', 'tuesday', 'wednesday', 'saturday'] as const, 0.7).concat(
            'thursday' as never,
          ),
          spans: chance(0.5)
            ? [{ from: '07:30', to: '18:15' }]
            : [
                { from: '08:00', to: '12:00' },
                { from: '14:00', to: chance(0.5) ? '24:00' : '19:00' },
              ],
        },
      ],
    },
  ]);
  return {
    ...maybe(0.9, () => ({ industry: pick(industryKinds) })),
    ...maybe(0.4, () => ({ customers: Math.round(scale(50, 2_000_000)) })),
    ...maybe(0.5, () => ({ contactsPerMonth: Math.round(scale(20, 200_000)) })),
    ...(hasIssues && { issues }),
    ...maybe(0.6, () => ({ personas })),
    ...maybe(0.6, () => ({ hours })),
    ...maybe(0.5, () => ({ promises })),
    ...maybe(0.3, () => ({ happiness: some(happinessKinds, 0.3) })),
    ...maybe(0.4, () => ({ budgetPerMonth: Math.round(scale(1000, 1_000_000)) })),
    ...maybe(0.3, () => ({ payPerMonth: Math.round(scale(300, 20_000)) })),
    ...maybe(0.4, () => ({ kind: pick(['supportTeam', 'helpDesk'] as const) })),
    ...maybe(0.3, () => ({ channels: { wanted: some(kinds, 0.2), unwanted: some(kinds, 0.3) } })),
    ...maybe(0.4, () => ({ publicComplaints: chance(0.6) })),
    ...maybe(0.3, () => ({ sells: chance(0.6) })),
    ...maybe(0.2, () => ({ selfServiceHelps: random() })),
    ...maybe(0.2, () => ({ assistantSolves: random() })),
    ...maybe(0.4, () => ({
      sourcing: {
        ...maybe(0.6, () => ({ remote: chance(0.5) })),
        ...maybe(0.6, () => ({ outsourced: chance(0.5) })),
        ...maybe(0.3, () => ({ otherTimeZone: pick(['Asia/Tehran', 'America/New_York', 'Asia/Tokyo']) })),
      },
    })),
    ...maybe(0.2, () => ({ growthPerYear: between(-0.3, 1) })),
  };
}
