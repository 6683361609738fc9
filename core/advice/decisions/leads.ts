// Rule `leads` (E4): each team of some size has leads of its own, small ones share them; a lead has time to lead.
import type { AdviceDecision } from '../../measures/advice.ts';
import type { Text } from '../../plan/schema/elements.ts';
import { assumed, derived } from '../company/figure.ts';
import { leadContactShare, leastAgentsForLead, spans } from '../priors/people.ts';
import { amountOf, change, chosen, decision, nameOf, reason } from '../say.ts';
import type { TeamDraft } from '../structures/structure.ts';
import { words } from '../words.ts';

export interface LeadGroup {
  readonly id: string;
  readonly name: Text;
  readonly teams: readonly string[];
  readonly people: number;
}

export interface DecidedLeads {
  /** Empty where the manager leads. */
  readonly groups: readonly LeadGroup[];
  readonly decisions: readonly AdviceDecision[];
}

const ofSeveral = words('Shared leads', 'رهبران مشترک', 'قادة مشتركون');

/** `people`: how many each team employs; teams of a partner have leads of the partner's. */
export function decideLeads(
  teams: readonly Pick<TeamDraft, 'id' | 'name' | 'sourcing'>[],
  people: ReadonlyMap<string, number>,
): DecidedLeads {
  const own = teams.filter(({ sourcing }) => sourcing !== 'outsourced');
  const peopleOf = (id: string): number => people.get(id) ?? 0;
  const all = own.reduce((sum, { id }) => sum + peopleOf(id), 0);
  if (all < leastAgentsForLead) return { groups: [], decisions: [noLeads(all)] };
  const large = own.filter(({ id }) => peopleOf(id) >= leastAgentsForLead);
  const small = own.filter(({ id }) => peopleOf(id) < leastAgentsForLead && peopleOf(id) > 0);
  const groups: LeadGroup[] = large.map(({ id, name }) => ({
    ...{ id: `lead-${id}`.slice(0, 60), name, teams: [id] },
    people: Math.ceil(peopleOf(id) / spans.lead),
  }));
  const shared = small.reduce((sum, { id }) => sum + peopleOf(id), 0);
  if (shared > 0)
    groups.push({
      ...{ id: 'lead-shared', name: ofSeveral, teams: small.map(({ id }) => id) },
      people: Math.ceil(shared / spans.lead),
    });
  return { groups, decisions: groups.map((group) => decisionOf(group, peopleOfGroup(group, people))) };
}

const peopleOfGroup = ({ teams }: LeadGroup, people: ReadonlyMap<string, number>): number =>
  teams.reduce((sum, id) => sum + (people.get(id) ?? 0), 0);

function decisionOf({ id, name, people, teams }: LeadGroup, led: number): AdviceDecision {
  const of = nameOf(name);
  return decision({
    ...{ id: `leads.${id}`, rule: 'leads' },
    chosen: chosen('leads', { team: of, leads: amountOf(people, 'people') }),
    reasons: [
      reason(teams.length > 1 ? 'leadsShared' : 'leadsOwn', {
        people: amountOf(led, 'people'),
        span: amountOf(spans.lead, 'people'),
      }),
      reason('leadsTime'),
    ],
    figures: [
      derived({ name: 'ledPeople', unit: 'people', of }, [led, led, led]),
      assumed({ name: 'span', unit: 'people' }, [spans.lead, 7, 15]),
      assumed({ name: 'leadContactShare', unit: 'fraction' }, leadContactShare),
    ],
    rows: ['E4'],
    changes: [change('leads', { span: amountOf(spans.lead, 'people') })],
  });
}

const noLeads = (people: number): AdviceDecision =>
  decision({
    ...{ id: 'leads', rule: 'leads' },
    chosen: chosen('noLeads'),
    reasons: [reason('managerLeads', { people: amountOf(people, 'people') })],
    figures: [derived({ name: 'ledPeople', unit: 'people' }, [people, people, people])],
    rows: ['E4'],
    changes: [change('noLeads', { people: amountOf(leastAgentsForLead, 'people') })],
  });
