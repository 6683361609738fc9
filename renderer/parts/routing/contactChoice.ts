// Which contact the path is shown for: the largest demand of the chosen issue type on the chosen channel, or such a contact
// without any demand of it.
import { amount } from '../../../core/plan/amount.ts';
import type { Plan } from '../../../core/plan/schema/plan.ts';
import { type ContactFacts, factsOf } from '../../../core/plan/serving.ts';

export interface ContactChoice {
  readonly issueType: string;
  readonly channel: string;
}

const hoursIn = { hour: 1, day: 24, week: 168, month: 730, year: 8760 } as const;

const contactsPerHour = ({ volume, arrivalsSeconds }: Plan['demand'][number]): number =>
  volume === undefined
    ? (arrivalsSeconds?.length ?? 0) / 1000
    : amount(volume.contacts) / hoursIn[volume.per];

const largestFirst = (demand: Plan['demand']): Plan['demand'] =>
  demand.toSorted((a, b) => contactsPerHour(b) - contactsPerHour(a));

/** What was chosen as far as the plan still has it, else the largest demand; undefined in a plan without the parts. */
export function choiceOf(plan: Plan, chosen: Partial<ContactChoice>): ContactChoice | undefined {
  const [largest] = largestFirst(plan.demand);
  const has = (list: readonly { readonly id: string }[], id: string | undefined): string | undefined =>
    list.some((part) => part.id === id) ? id : undefined;
  const issueType =
    has(plan.issueTypes, chosen.issueType) ??
    has(plan.issueTypes, largest?.issueType) ??
    plan.issueTypes[0]?.id;
  const channel =
    has(plan.channels, chosen.channel) ?? has(plan.channels, largest?.channel) ?? plan.channels[0]?.id;
  return issueType === undefined || channel === undefined ? undefined : { issueType, channel };
}

/** The facts of such a contact. */
export function factsOfChoice(plan: Plan, { issueType, channel }: ContactChoice): ContactFacts {
  const [demand] = largestFirst(
    plan.demand.filter((one) => one.issueType === issueType && one.channel === channel),
  );
  return demand === undefined ? { issueType, channel } : factsOf(plan, demand);
}
