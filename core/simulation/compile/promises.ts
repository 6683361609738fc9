// Promises of a plan -> which classes and teams they are about, on which clock, and when each is decided at the latest.
import { amount } from '../../plan/schema/elements.ts';
import type { Plan } from '../../plan/schema/plan.ts';
import { factsOf, matches } from '../../plan/serving.ts';
import type { PromiseModel, StageModel } from '../model/compiledModel.ts';
import type { ClassRow } from './classRows.ts';
import type { PeriodKind, Periods } from './periods.ts';

/** A class of no row (internal work) is in no promise. */
export function promiseModels(
  plan: Plan,
  rows: readonly (ClassRow | null)[],
  stages: readonly StageModel[],
  homeStages: readonly number[],
  windowsOfCalendar: (calendar: string | undefined) => number,
  windowsOfTeam: (team: number) => number,
  periodsOf: (kind: PeriodKind) => Periods,
): PromiseModel[] {
  return plan.promises.map((promise) => {
    const { tiers, teams, ...contactPart } = promise.applies;
    const ofClass = Uint8Array.from(rows, (row) =>
      row !== null && matches(contactPart, factsOf(plan, row.demand)) ? 1 : 0,
    );
    const ofTeam = Uint8Array.from(plan.teams, (team) => {
      const inTier = tiers === undefined || (team.tier !== undefined && tiers.includes(team.tier));
      const inTeam = teams === undefined || teams.includes(team.id);
      return inTier && inTeam ? 1 : 0;
    });
    const calendarOfClass = Int32Array.from(rows, (row, c) => {
      if (row === null || promise.measuredIn === 'elapsed') return -1;
      if (promise.calendar !== undefined) return windowsOfCalendar(promise.calendar);
      return windowsOfTeam(stages[homeStages[c] as number]?.homeTeam ?? 0);
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
      ...periodsOf(promise.period),
      ofClass,
      ofTeam,
    };
  });
}
