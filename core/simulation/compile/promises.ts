// Promises of a plan -> which classes and teams they are about, on which clock, and when each is decided at the latest.
import { amount } from '../../plan/schema/elements.ts';
import type { PlanPromise } from '../../plan/schema/flow.ts';
import type { ServedPlan } from '../../plan/servedPlan.ts';
import { factsOf, matches } from '../../plan/serving.ts';
import type { PromiseModel } from '../model/compiledModel.ts';
import type { WayRow } from './classRows.ts';
import type { KeptEach } from './kept.ts';
import type { PeriodKind, Periods } from './periods.ts';
import type { Ways } from './ways.ts';

/** Of a promise all that it is judged by, beside itself and the ways of contacts. */
export interface PromiseGrounds {
  readonly ways: Ways;
  /** Rows of demand; classes of no row (internal work) come after them and are in no promise. */
  readonly rows: readonly WayRow[];
  readonly internalClasses: number;
  /** Number of the windows of a calendar in the plan's own time zone. */
  readonly windowsOfCalendar: (calendar: string) => number;
  /** By team the number of its windows. */
  readonly teamWindows: readonly number[];
  readonly periodsOf: (kind: PeriodKind) => Periods;
}

/** A promise of which nothing changed is the model that it was. */
export function promiseModels(
  promises: readonly PlanPromise[],
  plan: ServedPlan,
  grounds: PromiseGrounds,
  kept: KeptEach<PromiseModel>,
): PromiseModel[] {
  const { ways, internalClasses, teamWindows } = grounds;
  kept.end(promises.length);
  return promises.map((promise, place) => {
    const { calendar } = promise;
    const ofCalendar =
      promise.measuredIn === 'elapsed' || calendar === undefined ? -1 : grounds.windowsOfCalendar(calendar);
    const periods = grounds.periodsOf(promise.period);
    const parts = [promise, ways, internalClasses, ofCalendar, periods, ...teamWindows];
    return kept.at(place, parts, () => promiseModel(promise, plan, grounds, ofCalendar, periods));
  });
}

/** `ofCalendar`: the windows in which all of its time is measured; -1: all of it, or those of the teams. */
function promiseModel(
  promise: PlanPromise,
  plan: ServedPlan,
  { ways, rows, internalClasses, teamWindows }: PromiseGrounds,
  ofCalendar: number,
  periods: Periods,
): PromiseModel {
  const { tiers, teams, ...contactPart } = promise.applies;
  const classes = rows.length + internalClasses;
  const ofClass = new Uint8Array(classes);
  rows.forEach((row, c) => {
    if (matches(contactPart, factsOf(plan, row.demand))) ofClass[c] = 1;
  });
  const ofTeam = Uint8Array.from(plan.teams, (team) => {
    const inTier = tiers === undefined || (team.tier !== undefined && tiers.includes(team.tier));
    const inTeam = teams === undefined || teams.includes(team.id);
    return inTier && inTeam ? 1 : 0;
  });
  const calendarOfClass = new Int32Array(classes).fill(-1);
  if (promise.measuredIn !== 'elapsed')
    rows.forEach((_, c) => {
      const team = ways.stages[ways.homeStages[c] as number]?.homeTeam ?? 0;
      calendarOfClass[c] = promise.calendar === undefined ? (teamWindows[team] as number) : ofCalendar;
    });
  return {
    id: promise.id,
    clock: promise.clock,
    targetSeconds: promise.targetSeconds,
    shareToAttain: amount(promise.shareToAttain),
    beginCounts: promise.firstResponseAt === 'begin',
    abandoned: promise.abandoned,
    blockedMissed: promise.blocked === 'missed',
    turnedAwayMissed: promise.turnedAway === 'missed',
    pausesInOtherDepartment: promise.pausesInOtherDepartment,
    ofExpected: promise.serviceLevelOf === 'expectedOffered',
    cumulates: promise.clock === 'firstResponse' && promise.redialWaits === 'cumulated',
    calendarOfClass,
    period: promise.period,
    ...periods,
    ofClass,
    ofTeam,
  };
}
