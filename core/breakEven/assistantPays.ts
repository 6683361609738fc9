// What an assistant saves at each containment: the people with whom all promises are kept, asked of the formulas turned round.
import { requirementOf } from '../evaluate/index.ts';
import type { ContainmentPoint } from '../measures/breakEven.ts';
import { dutyHoursPerWeek, groupCostPerMonth } from '../plan/groupCost.ts';
import type { Channel } from '../plan/schema/channel.ts';
import { amount } from '../plan/schema/elements.ts';
import type { Plan } from '../plan/schema/plan.ts';
import type { Team } from '../plan/schema/team.ts';
import { type CompiledModel, compilePlan, type TimeZoneOffsets } from '../simulation/index.ts';

const weeksPerMonth = 365.25 / 12 / 7;
const imaginedContainments = [0, 0.2, 0.4, 0.6, 0.8] as const;
const imaginedSeconds = 60;

/** An assistant to be looked at: one of the plan, or, where it has none, one before the busiest channel. */
export interface AssistantCase {
  readonly channel: string;
  readonly isPlanned: boolean;
  readonly containment: number;
  /** Contacts that begin on the channel, by the volumes of the plan. */
  readonly contactsPerMonth: number;
  /** Containments to be asked, the planned one among them. */
  readonly containments: readonly number[];
}

export function assistantCases(plan: Plan): AssistantCase[] {
  const planned = plan.channels.flatMap(({ id, assistant }) => {
    if (assistant === undefined) return [];
    const share = amount(assistant.share);
    const containment = share * amount(assistant.resolvedShare);
    const most = share * 0.8;
    const containments = [0, 0.25 * most, 0.5 * most, 0.75 * most, most, containment];
    const contactsPerMonth = contactsPerMonthOf(plan, id);
    return [
      { channel: id, isPlanned: true, containment, contactsPerMonth, containments: sorted(containments) },
    ];
  });
  if (planned.length > 0) return planned;
  let busiest: { id: string; volume: number } | null = null;
  for (const { id } of plan.channels) {
    const volume = contactsPerMonthOf(plan, id);
    if (volume > (busiest?.volume ?? 0)) busiest = { id, volume };
  }
  if (busiest === null) return [];
  const { id: channel, volume: contactsPerMonth } = busiest;
  return [
    { channel, isPlanned: false, containment: 0, contactsPerMonth, containments: imaginedContainments },
  ];
}

const sorted = (values: readonly number[]): readonly number[] => [...new Set(values)].sort((a, b) => a - b);

const hoursOf = { hour: 1, day: 24, week: 168, month: 730.5, year: 8766 } as const;

/** Contacts that begin on a channel in a month, by the volumes of the plan. */
export function contactsPerMonthOf(plan: Plan, channel: string): number {
  let contacts = 0;
  for (const { channel: of, volume } of plan.demand) {
    if (of !== channel || volume === undefined) continue;
    contacts += (amount(volume.contacts) * hoursOf.month) / hoursOf[volume.per];
  }
  return contacts;
}

/** The plan with so much contained; what is not solved is handed over or lost in the proportions of the plan. */
export function withContainment(plan: Plan, channel: string, containment: number): Plan {
  return {
    ...plan,
    channels: plan.channels.map((one): Channel => {
      if (one.id !== channel) return one;
      const { assistant } = one;
      if (assistant === undefined)
        return {
          ...one,
          assistant: {
            share: 1,
            resolvedShare: containment,
            handedOverShare: 1 - containment,
            handOverHandlingFactor: 1,
            time: { law: 'exponential', meanSeconds: imaginedSeconds },
          },
        };
      const share = amount(assistant.share);
      const resolved = share > 0 ? Math.min(1, containment / share) : 0;
      const left = 1 - amount(assistant.resolvedShare);
      const handedOver =
        left > 0 ? (amount(assistant.handedOverShare) * (1 - resolved)) / left : 1 - resolved;
      return { ...one, assistant: { ...assistant, resolvedShare: resolved, handedOverShare: handedOver } };
    }),
  };
}

/**
 * The hours of planned presence in a week that keep every promise at this containment, and what they cost in a month.
 *
 * Each team by itself, everybody else as planned (`requirementOf`); an hour of a team costs what its groups cost a month, divided by
 * the hours that they are planned for. Null where a promise cannot be kept by any number, or the plan does not compile.
 */
export function containmentPoint(
  plan: Plan,
  { channel }: AssistantCase,
  containment: number,
  offsets: TimeZoneOffsets,
): ContainmentPoint {
  const changed = withContainment(plan, channel, containment);
  const compiled = compilePlan(changed, { planHash: '', offsets });
  if (!compiled.ok) return { containment, hoursPerWeek: null, costPerMonth: null };
  let hours: number | null = 0;
  let cost: number | null = 0;
  for (const team of changed.teams) {
    const needed = neededHours(changed, compiled.value, offsets, team.id);
    const each = costPerPlannedHour(changed, team);
    hours = hours === null || needed === null ? null : hours + needed;
    cost = cost === null || needed === null || each === null ? null : cost + needed * each * weeksPerMonth;
  }
  return { containment, hoursPerWeek: hours, costPerMonth: cost };
}

function neededHours(
  plan: Plan,
  model: CompiledModel,
  offsets: TimeZoneOffsets,
  team: string,
): number | null {
  const requirement = requirementOf(plan, model, offsets, { team });
  if (requirement === undefined) return 0;
  let people = 0;
  for (const { intervals } of requirement.days) {
    for (const { requiredAgents, requiredPlannedAgents } of intervals) {
      if (requiredAgents === null) return null;
      // Where nobody who is planned is at work, as in a team with other work only, nothing can be required of it.
      people += requiredPlannedAgents ?? 0;
    }
  }
  // Of a period shorter than a week its days stand for all.
  const days = Math.max(1, requirement.days.length);
  return (people * requirement.intervalSeconds * 7) / 3600 / days;
}

function costPerPlannedHour(plan: Plan, team: Team): number | null {
  let cost = 0;
  let hours = 0;
  for (const group of team.groups) {
    const own = groupCostPerMonth(plan, team, group);
    if (own === null) return null;
    cost += own;
    hours += dutyHoursPerWeek(plan, team, group);
  }
  return hours > 0 ? cost / (hours * weeksPerMonth) : 0;
}
