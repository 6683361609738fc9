// Rule `entry` (E4): a dispatcher leads customers to their team where there are several and customers would not find the way; else
// they choose it themselves.
import type { AdviceDecision } from '../../measures/advice.ts';
import { type Choices, reachingPeople } from '../choices.ts';
import { weeksPerMonth } from '../company/company.ts';
import { assumed, derived } from '../company/figure.ts';
import type { ServedChannel } from '../priors/channels.ts';
import type { Prior } from '../priors/industry.ts';
import { amountOf, change, chosen, decision, reason, wordOf } from '../say.ts';
import type { TeamDraft } from '../structures/structure.ts';

/** Seconds in which a dispatcher finds out what a call is about, and the share led wrong. Assumed. */
export const dispatchSeconds: Prior = [45, 30, 75];
export const wrongTeamShare: Prior = [0.05, 0.02, 0.1];
const leastTeams = 3;
/** A dispatcher must be busy for so much of the time that is open. */
const leastWork = 0.25;

export interface DecidedEntry {
  readonly dispatched: readonly ServedChannel[];
  readonly decisions: readonly AdviceDecision[];
}

export function decideEntry(choices: Choices, teams: readonly TeamDraft[]): DecidedEntry {
  const { company, channels } = choices;
  const perWeek = company.contacts.value / weeksPerMonth;
  const phone = channels.find(({ kind }) => kind === 'phone');
  const calls =
    phone === undefined
      ? 0
      : company.issues.reduce((sum, { id }) => sum + reachingPeople(choices, id, phone, perWeek), 0);
  const work = (calls * dispatchSeconds[0]) / 3600 / Math.max(1, company.week.hoursPerWeek);
  const unfamiliar = company.personas.reduce(
    (sum, { share, digitalSkill }) => sum + (digitalSkill === 'low' ? share.value : 0),
    0,
  );
  const isThere =
    teams.length >= leastTeams && work >= leastWork && (unfamiliar >= 0.3 || teams.length > leastTeams + 1);
  const count = amountOf(teams.length, 'number');
  return {
    dispatched: isThere ? ['phone'] : [],
    decisions: [
      decision({
        ...{ id: 'entry', rule: 'entry' },
        chosen: chosen(isThere ? 'dispatcher' : 'directEntry'),
        reasons: [
          isThere
            ? reason('dispatcher', {
                teams: count,
                skill: wordOf('skill', unfamiliar >= 0.3 ? 'low' : 'medium'),
              })
            : teams.length < leastTeams
              ? reason('fewTeams', { teams: count })
              : work < leastWork
                ? reason('littleToDispatch', { work: amountOf(work, 'agents') })
                : reason('findTheWay', { teams: count }),
        ],
        figures: [
          derived({ name: 'dispatchWork', unit: 'agents' }, [work, work * 0.6, work * 1.7]),
          derived({ name: 'unfamiliarShare', unit: 'fraction', field: ['personas'] }, [
            unfamiliar,
            unfamiliar,
            unfamiliar,
          ]),
          assumed({ name: 'dispatchSeconds', unit: 'seconds' }, dispatchSeconds),
          assumed({ name: 'wrongTeamShare', unit: 'fraction' }, wrongTeamShare),
        ],
        rows: ['E4'],
        changes: [change('entry', { teams: amountOf(leastTeams, 'number') })],
      }),
    ],
  };
}
