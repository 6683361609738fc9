// Overflow (T3): a team of one's own for the office day, and a partner, a second site or a reserve for its peaks and for the hours
// outside of it.
import type { Choices } from '../choices.ts';
import { decideSourcing } from '../decisions/sourcing.ts';
import { partner, reserve, secondSite, wholeSupport } from './names.ts';
import { poolTeam } from './pool.ts';
import type { Sourcing, Structure } from './structure.ts';

/** Who takes what the own team does not: a second site where there is one, a partner unless that is refused. */
export function helperOf({ company: { needs } }: Choices): Sourcing {
  const { otherTimeZone, outsourced, remote } = needs.sourcing ?? {};
  if (otherTimeZone !== undefined) return 'distributed';
  if (outsourced !== false) return 'outsourced';
  return remote === true ? 'remote' : 'inHouse';
}

/** A partner's people know the company less and take longer. Assumed. */
const partnerFactor = 1.1;

export function overflowOf(choices: Choices): Structure {
  const helper = helperOf(choices);
  const own = poolTeam(choices);
  const name = helper === 'distributed' ? secondSite : helper === 'outsourced' ? partner : reserve;
  return {
    kind: 'overflow',
    tiers: [wholeSupport],
    teams: [
      { ...own, duty: 'office' },
      {
        ...own,
        ...{ id: 'helping-team', name, sourcing: helper, duty: 'peaks', decisions: ['sourcing.helper'] },
        factorOf: (issue) => own.factorOf(issue) * (helper === 'outsourced' ? partnerFactor : 1),
      },
    ],
    dispatched: [],
    decisions: decideSourcing(choices, helper),
  };
}
