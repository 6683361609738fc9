// What a card of a team says: its people, its load, whether it keeps what is promised, and what it costs a month.
import type { MarkedTable } from '../measures/evaluation.ts';
import type { ShortEvaluation } from '../measures/shortEvaluation.ts';
import { peopleOfGroup } from '../plan/people.ts';
import type { Plan } from '../plan/schema/plan.ts';
import type { Team } from '../plan/schema/team.ts';

export interface TeamFigures {
  readonly people: number;
  /** Offered work over the time on duty; null where it is not known. */
  readonly load: number | null;
  readonly isOverloaded: boolean;
  /** Of the promises that count contacts of the team: kept where all of them are; null where there is none. */
  readonly keeps: boolean | null;
  /** The promise that is missed by most, or kept by least; null where there is none. */
  readonly deciding: string | null;
  readonly costPerMonth: number | null;
  /** Contacts that come to the team in a day. */
  readonly contactsPerDay: number | null;
}

const secondsPerDay = 86_400;
/** The month of all costs: a twelfth of a year. */
const secondsPerMonth = (365.25 / 12) * secondsPerDay;

const valueOf = (table: MarkedTable | undefined, measure: keyof MarkedTable): number | null =>
  table?.[measure]?.value ?? null;

/** The figures of one team; without an evaluation only what the plan itself says. */
export function teamFigures(plan: Plan, team: Team, evaluation: ShortEvaluation | null): TeamFigures {
  const people = team.groups.reduce((sum, group) => sum + peopleOfGroup(plan, team, group), 0);
  const table = evaluation?.teams[team.id];
  const seconds = evaluation === null ? 0 : evaluation.horizonSeconds - evaluation.warmUpSeconds;
  const per = (measure: keyof MarkedTable, span: number): number | null => {
    const value = valueOf(table, measure);
    return value === null || seconds <= 0 ? null : (value * span) / seconds;
  };
  const load = valueOf(table, 'loadFraction');
  return {
    people,
    load,
    isOverloaded: load !== null && load >= 1,
    ...keptBy(team.id, evaluation),
    costPerMonth: per('staffCostMoney', secondsPerMonth),
    contactsPerDay: per('offeredContacts', secondsPerDay),
  };
}

function keptBy(team: string, evaluation: ShortEvaluation | null): Pick<TeamFigures, 'keeps' | 'deciding'> {
  let deciding: string | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const [id, promise] of Object.entries(evaluation?.promises ?? {})) {
    const value = promise.byTeam[team]?.value ?? null;
    if (value === null || value - promise.shareToAttain >= least) continue;
    least = value - promise.shareToAttain;
    deciding = id;
  }
  return { keeps: deciding === null ? null : least >= 0, deciding };
}
