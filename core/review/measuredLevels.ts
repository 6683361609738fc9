// What was measured, as how much every line and team of the plan was otherwise than planned.

import type { ReviewFactor, UnusedFigure } from '../measures/review.ts';
import { measuredKey } from '../plan/reviewFigures.ts';
import type { Plan } from '../plan/schema/plan.ts';
import type { Measured, ReviewPeriod } from '../plan/schema/review.ts';
import { fitted, type MeasuredSum } from './fitted.ts';
import type { PlannedTeam } from './plannedLines.ts';

export interface PlannedPeriod {
  /** By row of demand. */
  readonly contacts: readonly number[];
  readonly handling: readonly number[];
  readonly teams: readonly PlannedTeam[];
}

/** Factors on what the plan says; 1 where nothing was measured, or just what was planned. */
export interface MeasuredLevels {
  readonly volume: number;
  /** By row of demand: its share in all contacts. */
  readonly mix: readonly number[];
  /** By row of demand: its handling time. */
  readonly handling: readonly number[];
  /** By team: people rostered. */
  readonly staffing: readonly number[];
  /** By team: the share of rostered time that is left. */
  readonly presence: readonly number[];
  readonly unused: readonly UnusedFigure[];
}

/** The plan's own figures again are no difference. */
const same = (factor: number): number => (Math.abs(factor - 1) < 1e-9 ? 1 : factor);
const ratio = (now: number, planned: number): number => (planned > 0 ? same(now / planned) : 1);

/** Wider sums first, so that narrower ones count where they contradict each other. */
const narrowness = ({ issueType, channel, team }: Measured): number =>
  [issueType, channel, team].filter((part) => part !== undefined).length;

export function measuredLevels(
  plan: Plan,
  { measured }: Pick<ReviewPeriod, 'measured'>,
  planned: PlannedPeriod,
): MeasuredLevels {
  const unused = new Map<string, UnusedFigure>();
  const leave = ({ value: _, ...one }: Measured): void => {
    unused.set(measuredKey(one.figure, one), { ...one, reason: 'nothingPlanned' });
  };
  const of = (figure: Measured['figure']): Measured[] =>
    measured.filter((one) => one.figure === figure).sort((one, other) => narrowness(one) - narrowness(other));
  const rowsOf = ({ issueType, channel }: Measured): number[] =>
    plan.demand.flatMap((demand, d) =>
      (issueType ?? demand.issueType) === demand.issueType && (channel ?? demand.channel) === demand.channel
        ? [d]
        : [],
    );
  const teamsOf = ({ team }: Measured): number[] =>
    plan.teams.flatMap(({ id }, t) => ((team ?? id) === id ? [t] : []));
  const sumsOf = (
    figures: readonly Measured[],
    placesOf: (one: Measured) => number[],
    amounts: readonly number[],
    sumOf: (one: Measured, places: readonly number[]) => number,
  ): MeasuredSum[] =>
    figures.flatMap((one) => {
      const places = placesOf(one).filter((at) => (amounts[at] as number) > 0);
      if (places.length === 0) leave(one);
      return places.length === 0 ? [] : [{ of: places, sum: sumOf(one, places) }];
    });

  const { contacts, handling, teams } = planned;
  const counted = fitted(
    contacts,
    sumsOf(of('contacts'), rowsOf, contacts, ({ value }) => value),
  );
  const total = (amounts: readonly number[]): number => amounts.reduce((sum, one) => sum + one, 0);
  const volume = ratio(total(counted), total(contacts));

  // Sums of work: the mean of a figure is over the contacts that really came.
  const work = handling.map((seconds, d) => seconds * (counted[d] as number));
  const worked = fitted(
    work,
    sumsOf(of('handlingSeconds'), rowsOf, work, ({ value }, places) =>
      places.reduce((sum, d) => sum + value * (counted[d] as number), 0),
    ),
  );

  const duty = teams.map(({ onDuty }) => onDuty);
  const rostered = fitted(
    duty,
    sumsOf(of('peopleOnDuty'), teamsOf, duty, ({ value }) => value),
  );

  const left = teams.map(({ onDuty, shrinkage }) => onDuty * (1 - shrinkage));
  const present = fitted(
    left,
    sumsOf(of('shrinkage'), teamsOf, left, ({ value }, places) =>
      places.reduce((sum, t) => sum + (1 - value) * (duty[t] as number), 0),
    ),
  );
  return {
    volume,
    mix: counted.map((now, d) => ratio(now, (contacts[d] as number) * volume)),
    handling: worked.map((now, d) => ratio(now, work[d] as number)),
    staffing: rostered.map((now, t) => ratio(now, duty[t] as number)),
    presence: present.map((now, t) => ratio(now, left[t] as number)),
    unused: [...unused.values()],
  };
}

/** The factors that were measured otherwise than planned. */
export function changedFactors(levels: MeasuredLevels): ReviewFactor[] {
  const differs = (factors: readonly number[]): boolean => factors.some((factor) => factor !== 1);
  return [
    ...(levels.volume === 1 ? [] : (['volume'] as const)),
    ...(differs(levels.mix) ? (['mix'] as const) : []),
    ...(differs(levels.handling) ? (['handling'] as const) : []),
    ...(differs(levels.staffing) ? (['staffing'] as const) : []),
    ...(differs(levels.presence) ? (['shrinkage'] as const) : []),
  ];
}
