// Rule `staffing` (A6, E6): how many agents a team has on duty and how many people that takes.
import type { AdviceDecision } from '../../measures/advice.ts';
import type { Text } from '../../plan/schema/elements.ts';
import type { Company } from '../company/company.ts';
import { assumed, derived } from '../company/figure.ts';
import { hoursPerWeek, timeAway } from '../priors/people.ts';
import { amountOf, change, chosen, decision, nameOf, reason, source } from '../say.ts';
import type { TeamFlow } from '../sizing/flows.ts';
import { atOnce, hoursOf, type StaffedSlot } from '../sizing/headcount.ts';

export function decideStaffing(
  { week }: Company,
  team: { readonly id: string; readonly name: Text },
  flows: readonly TeamFlow[],
  slots: readonly StaffedSlot[],
  people: number,
): AdviceDecision {
  const of = nameOf(team.name);
  const work = flows.reduce((sum, { perWeek, seconds }) => sum + (perWeek * seconds) / 3600, 0);
  const present = hoursOf(slots);
  const contacts = flows.reduce((sum, { perWeek }) => sum + perWeek, 0);
  const isThin = work < week.hoursPerWeek * 0.5;
  return decision({
    ...{ id: `staffing.${team.id}`, rule: 'staffing' },
    chosen: chosen('staffing', {
      team: of,
      agents: amountOf(atOnce(slots), 'agents'),
      people: amountOf(people, 'people'),
    }),
    reasons: [
      reason('staffingWork', {
        contacts: amountOf(contacts, 'contacts'),
        work: amountOf(work, 'hours'),
        present: amountOf(present, 'hours'),
      }),
      ...(isThin ? [reason('staffingHours', { hours: amountOf(week.hoursPerWeek, 'hours') })] : []),
      reason('staffingAway', { share: amountOf(timeAway[0], 'fraction') }),
    ],
    figures: [
      derived({ name: 'weeklyContacts', unit: 'contacts', of }, [contacts, contacts * 0.6, contacts * 1.6]),
      derived({ name: 'weeklyWork', unit: 'hours', of }, [work, work * 0.5, work * 1.8]),
      derived({ name: 'openHours', unit: 'hours', field: ['hours'] }, [
        week.hoursPerWeek,
        week.hoursPerWeek,
        week.hoursPerWeek,
      ]),
      assumed({ name: 'timeAway', unit: 'fraction' }, timeAway),
      assumed({ name: 'contractHours', unit: 'hours' }, [hoursPerWeek, 36, 44]),
    ],
    rows: ['A6', 'E6'],
    sources: [source('erlang')],
    changes: [change('staffing')],
  });
}
