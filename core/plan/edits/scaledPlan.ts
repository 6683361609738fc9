// A plan a little otherwise as a whole: more or fewer contacts, longer or shorter handling, more or fewer people, another share
// that the assistant resolves, more or less patience. What sliders and stresses change.
import { amount } from '../amount.ts';
import { lawTimes } from '../lawMean.ts';
import type { Quantity } from '../schema/elements.ts';
import type { Law } from '../schema/law.ts';
import type { Plan } from '../schema/plan.ts';
import type { Group, Staffing } from '../schema/team.ts';
import { rounded, withValue } from './withValue.ts';

export interface Scaling {
  /** Factor of all volumes; recorded arrivals stay as they are. */
  readonly volume?: number;
  /** Only of this channel; absent: of all. */
  readonly channel?: string;
  /** Factor of all handling times. */
  readonly handling?: number;
  /** So many more wherever somebody is on duty; below 0: fewer. */
  readonly people?: number;
  /** Only in this team; absent: in all. */
  readonly team?: string;
  /** Added to the share that each virtual assistant resolves, as a fraction; taken from what it hands over. */
  readonly containment?: number;
  /** Factor of the patience of all customers who wait live. */
  readonly patience?: number;
}

/** The plan scaled. Example: `{ volume: 1.1 }` gives each source of demand a tenth more contacts. */
export function scaledPlan(plan: Plan, scaling: Scaling): Plan {
  const { volume = 1, channel, handling = 1, people = 0, team, containment = 0, patience = 1 } = scaling;
  let changed = plan;
  if (volume !== 1) changed = { ...changed, demand: withVolume(plan.demand, volume, channel) };
  if (handling !== 1)
    changed = {
      ...changed,
      handling: plan.handling.map((rule) => ({ ...rule, time: times(rule.time, handling) })),
    };
  if (people !== 0) changed = { ...changed, teams: withPeople(plan.teams, people, team) };
  if (containment !== 0 || patience !== 1)
    changed = { ...changed, channels: plan.channels.map((one) => withChannel(one, containment, patience)) };
  return changed;
}

function scaledQuantity(quantity: Quantity, factor: number): Quantity {
  if (typeof quantity === 'number') return rounded(quantity * factor);
  const { value, low, high, ...rest } = quantity;
  return {
    ...rest,
    value: rounded(value * factor),
    ...(low !== undefined && { low: rounded(low * factor) }),
    ...(high !== undefined && { high: rounded(high * factor) }),
  };
}

const withVolume = (demand: Plan['demand'], factor: number, channel: string | undefined): Plan['demand'] =>
  demand.map((one) => {
    const isMeant = channel === undefined || one.channel === channel;
    if (!isMeant || one.volume === undefined) return one;
    return { ...one, volume: { ...one.volume, contacts: scaledQuantity(one.volume.contacts, factor) } };
  });

/** What is known of the mean moves with it. */
function times(law: Law, factor: number): Law {
  const scaled = lawTimes(law, factor);
  if (scaled.law === 'never') return scaled;
  const { meanLowSeconds, meanHighSeconds } = scaled;
  return {
    ...scaled,
    ...(meanLowSeconds !== undefined && { meanLowSeconds: meanLowSeconds * factor }),
    ...(meanHighSeconds !== undefined && { meanHighSeconds: meanHighSeconds * factor }),
  };
}

const withPeople = (teams: Plan['teams'], more: number, team: string | undefined): Plan['teams'] =>
  teams.map((one) =>
    team === undefined || one.id === team
      ? { ...one, groups: one.groups.map((group) => groupWith(group, more)) }
      : one,
  );

function groupWith(group: Group, more: number): Group {
  const staffing = staffingWith(group.staffing, more);
  if (group.headcount === undefined) return { ...group, staffing };
  return { ...group, staffing, headcount: Math.max(0, Math.round(group.headcount + more)) };
}

function staffingWith(staffing: Staffing, more: number): Staffing {
  const changed = (agents: Quantity): Quantity => {
    const now = amount(agents);
    return now > 0 ? withValue(agents, Math.max(0, now + more)) : agents;
  };
  switch (staffing.kind) {
    case 'hours':
      return { ...staffing, agents: changed(staffing.agents) };
    case 'counts':
      return { ...staffing, counts: staffing.counts.map((one) => ({ ...one, agents: changed(one.agents) })) };
    case 'shifts':
      return {
        ...staffing,
        assignments: staffing.assignments.map((one) => ({
          ...one,
          agents: Math.round(amount(changed(one.agents))),
        })),
      };
  }
}

function withChannel(channel: Plan['channels'][number], shift: number, patience: number): typeof channel {
  const { assistant } = channel;
  const moved = assistant === undefined || shift === 0 ? {} : { assistant: contained(assistant, shift) };
  if (patience === 1) return { ...channel, ...moved };
  return {
    ...channel,
    ...moved,
    ...(channel.patience !== undefined && { patience: times(channel.patience, patience) }),
    patienceByTier: channel.patienceByTier.map((one) => ({
      ...one,
      patience: times(one.patience, patience),
    })),
  };
}

type Assistant = NonNullable<Plan['channels'][number]['assistant']>;

/** What is resolved more is handed over less; who leaves unhelped stays as many as long as there are hand-overs to take from. */
function contained(assistant: Assistant, shift: number): Assistant {
  const resolved = amount(assistant.resolvedShare);
  const handedOver = amount(assistant.handedOverShare);
  const more = Math.max(-resolved, Math.min(shift, handedOver));
  return {
    ...assistant,
    resolvedShare: withValue(assistant.resolvedShare, resolved + more),
    handedOverShare: withValue(assistant.handedOverShare, handedOver - more),
  };
}
