// W5: the sample online shop over a whole year at some eleven times its size, with the rules that it does not use switched on.
import type { PlanInput } from '../../core/plan/schema/plan.ts';
import { openSample } from '../../core/samples/index.ts';

/** So many times the sample's volume and people make five million contacts in a year; redials and returns come on top. */
const size = 11.2;

type Group = PlanInput['teams'][number]['groups'][number];
type Staffing = Group['staffing'];
type Quantity = number | { readonly value: number };

const times = (quantity: Quantity): number =>
  (typeof quantity === 'number' ? quantity : quantity.value) * size;

/** The plan over so many days from the sample's first one; 366 are its year. */
export function shopYear(days: number): PlanInput {
  const shop = JSON.parse(openSample('online-shop') ?? 'null') as PlanInput;
  return {
    ...shop,
    horizon: { start: shop.horizon.start, days, intervalMinutes: 60 },
    channels: shop.channels.map((channel) => ({
      ...channel,
      ...(channel.waitingPlaces === undefined
        ? {}
        : { waitingPlaces: Math.ceil(times(channel.waitingPlaces)) }),
    })),
    // Who asks where an order is can be called back later for one whose account is misused.
    issueTypes: shop.issueTypes.map((issue) =>
      issue.id === 'order-tracking' ? { ...issue, preemptible: true } : issue,
    ),
    demand: shop.demand.map((row) =>
      row.volume === undefined
        ? row
        : { ...row, volume: { ...row.volume, contacts: times(row.volume.contacts) } },
    ),
    teams: shop.teams.map((team) => ({
      ...team,
      // Written work by its promise, where two tiers could use it.
      ...(team.tier === 'tier-2' ? { waitingOrder: 'deadline' as const } : {}),
      groups: team.groups.map(largerGroup),
    })),
    outcomes: (shop.outcomes ?? []).map((rule) => ({
      ...rule,
      next: (rule.next ?? []).map((next) =>
        next.kind === 'functional' && next.to === 'nextTier'
          ? { ...next, warm: { overlapSeconds: 20 } }
          : next,
      ),
    })),
    internalWork: (shop.internalWork ?? []).map((work) => ({
      ...work,
      hoursPerWeek: times(work.hoursPerWeek),
    })),
    waitingTriggers: [
      ...(shop.waitingTriggers ?? []),
      { when: { channels: ['phone'] }, atAttempt: 2, raisePriorityTo: 2 },
    ],
    promises: (shop.promises ?? []).map((promise, i) => ({
      ...promise,
      period: (['day', 'week', 'month'] as const)[i % 3] ?? 'day',
    })),
    startingBacklog: (shop.demand ?? [])
      .filter(({ channel }) => channel === 'email')
      .map(({ id }) => ({ demand: id, contacts: 40, oldestSeconds: 172_800 })),
  };
}

function largerGroup(group: Group): Group {
  const isFirst = group.id === 'general-agents' || group.id === 'orders-agents';
  return {
    ...group,
    staffing: largerStaffing(group.staffing),
    ...(group.headcount === undefined ? {} : { headcount: Math.ceil(times(group.headcount)) }),
    ...(isFirst
      ? {
          deferredInterruptible: true,
          learningCurve: { startFactor: 0.7, weeks: 8, newShare: 0.2 },
        }
      : {}),
  };
}

function largerStaffing(staffing: Staffing): Staffing {
  if (staffing.kind === 'hours') return { ...staffing, agents: Math.round(times(staffing.agents)) };
  if (staffing.kind === 'counts')
    return {
      ...staffing,
      leaving: 'handOver',
      counts: staffing.counts.map((span) => ({ ...span, agents: Math.round(times(span.agents)) })),
    };
  return {
    ...staffing,
    assignments: staffing.assignments.map((assignment) => ({
      ...assignment,
      agents: Math.round(times(assignment.agents)),
    })),
  };
}
