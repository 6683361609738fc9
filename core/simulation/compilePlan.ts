// Plan -> compiled model: everything is looked up, resolved and numbered once, so that the engine meets only numbers.
import { goalsOf } from '../measures/goals.ts';
import { recommendationSpreadOf, scoreModelsOf } from '../measures/responseCurves.ts';
import { retentionRateOf } from '../measures/retentionRate.ts';
import { pow } from '../numerics/pow.ts';
import { otherWorkOf } from '../plan/otherWork.ts';
import { amount } from '../plan/schema/elements.ts';
import type { Plan } from '../plan/schema/plan.ts';
import { type Fault, fault } from '../units/fault.ts';
import { failed, ok, type Result } from '../units/result.ts';
import { modelAxis } from './compile/axis.ts';
import { classModels } from './compile/classes.ts';
import { classRows } from './compile/classRows.ts';
import { costModel } from './compile/costs.ts';
import { groupModels } from './compile/groups.ts';
import { internalClasses } from './compile/internalWork.ts';
import { KeptParts } from './compile/keptParts.ts';
import { notYetSimulated } from './compile/notYetSimulated.ts';
import { windowsOf } from './compile/openWindows.ts';
import { periodsBy } from './compile/periods.ts';
import { promiseModels } from './compile/promises.ts';
import { staffedOf, staffedParts } from './compile/staffed.ts';
import { secondsPerDay, TimeAxis, type TimeZoneOffsets, UnknownTimeZone } from './compile/timeAxis.ts';
import { waysOf, waysParts } from './compile/ways.ts';
import { alwaysOpen, type Windows } from './engine/openTime.ts';
import { hashKey } from './engine/streams.ts';
import type { CompiledModel } from './model/compiledModel.ts';
import { daysAfterHorizon, decisionSeconds } from './model/decisionSeconds.ts';

export interface CompileContext {
  readonly planHash: string;
  readonly offsets: TimeZoneOffsets;
  /** Of who compiles one state of a plan after the other, always with the same offsets. */
  readonly kept?: KeptParts;
}

/**
 * Compiles a valid plan. Errors: `unknownTimeZone` where the host does not know a zone. The plan must have passed
 * parsePlan; what the engine does not use yet is listed in `notYetSimulated`, never silently dropped.
 */
export function compilePlan(plan: Plan, context: CompileContext): Result<CompiledModel, readonly Fault[]> {
  try {
    return ok(compile(plan, context));
  } catch (error) {
    if (!(error instanceof UnknownTimeZone)) throw error;
    return failed(unknownZoneFaults(plan, error.timeZone));
  }
}

function unknownZoneFaults(plan: Plan, timeZone: string): Fault[] {
  const faults: Fault[] = [];
  if (plan.locale.timeZone === timeZone)
    faults.push(fault('unknownTimeZone', ['locale', 'timeZone'], { timeZone }));
  plan.teams.forEach((team, t) => {
    if (team.site?.timeZone === timeZone) {
      faults.push(fault('unknownTimeZone', ['teams', t, 'site', 'timeZone'], { timeZone }));
    }
  });
  return faults;
}

/** Days to compile: the horizon's own, or for one given in contacts enough for nearly any run of so many arrivals. */
function daysOf(plan: Plan): number {
  if (plan.horizon.days !== undefined) return plan.horizon.days;
  const perDay = { hour: 24, day: 1, week: 1 / 7, month: 12 / 365, year: 1 / 365 } as const;
  let contactsPerDay = 0;
  for (const demand of plan.demand) {
    if (demand.volume !== undefined)
      contactsPerDay += amount(demand.volume.contacts) * perDay[demand.volume.per];
  }
  if (contactsPerDay <= 0) return 7;
  return Math.min(36_600, Math.ceil((1.3 * (plan.horizon.contacts ?? 1)) / contactsPerDay) + 14);
}

function compile(plan: Plan, { planHash, offsets, kept = new KeptParts() }: CompileContext): CompiledModel {
  const { horizon, locale } = plan;
  const axis = kept.axis.of(
    [horizon.start, locale.timeZone, offsets],
    () => new TimeAxis(horizon.start, locale.timeZone, offsets),
  );
  const days = daysOf(plan);
  const horizonSeconds = axis.elapsed(axis.timeZone, axis.firstDay + days, 0);
  // A day more on both sides: sites in other time zones, and shifts that began the evening before.
  const range = { first: axis.firstDay - 2, last: axis.firstDay + days + daysAfterHorizon };

  const windows: Windows[] = [alwaysOpen];
  const windowsNumber = new Map<string, number>();
  const windowsIn = (calendarId: string | undefined, timeZone: string): number => {
    if (calendarId === undefined) return 0;
    const name = `${timeZone}|${calendarId}`;
    let index = windowsNumber.get(name);
    if (index === undefined) {
      index = windows.length;
      const calendar = plan.calendars.find((entry) => entry.id === calendarId);
      const parts = [calendar, timeZone, axis, range.first, range.last];
      windows.push(kept.windows.at(index, parts, () => windowsOf(calendar, timeZone, axis, range)));
      windowsNumber.set(name, index);
    }
    return index;
  };
  const teamWindows = plan.teams.map((team) => windowsIn(team.hours, team.site?.timeZone ?? locale.timeZone));

  const rows = kept.rows.of([plan.demand, plan.startingBacklog, plan.channels], () => classRows(plan));
  const works = otherWorkOf(plan);
  const ways = kept.ways.of(waysParts(plan, rows, works), () => waysOf(plan, rows, works));
  const { stages, queues } = ways;
  const internal = internalClasses(
    plan,
    works,
    rows.length,
    { axis, days },
    ways.internalStages,
    kept.internal,
  );
  const ofRows = classModels(plan, rows, ways.facts, ways.homeStages, { axis, days }, kept);

  const staffed = kept.staffed.of(staffedParts(plan, axis, range, horizonSeconds), (before) =>
    staffedOf(plan, axis, range, horizonSeconds, before),
  );
  const standing = { ways, rows, internalClasses: works.length, staffed: staffed.groups };
  const groups = groupModels(plan.teams, plan, standing, kept.groups);
  const reported = kept.reported.of([horizon, locale, axis, days, horizonSeconds], () =>
    modelAxis(plan, axis, days, horizonSeconds),
  );
  const periodsOf = kept.periods.of([locale, axis, days, reported], () =>
    periodsBy(locale, axis, days, reported),
  );
  const windowsOfCalendar = (calendar: string): number => windowsIn(calendar, locale.timeZone);
  const grounds = { ways, rows, internalClasses: works.length, windowsOfCalendar, teamWindows, periodsOf };
  const promises = promiseModels(plan.promises, plan, grounds, kept.promises);
  const channels = plan.channels.map((channel) => ({
    id: channel.id,
    windows: windowsIn(channel.hours, locale.timeZone),
    turnAway: channel.afterHours === 'turnedAway',
    disconnects: channel.atClosing === 'disconnect',
    waitingPlaces: channel.waitingPlaces ?? Number.POSITIVE_INFINITY,
    lines: channel.lines ?? Number.POSITIVE_INFINITY,
  }));
  kept.windows.end(windows.length);
  const busyDayCv = plan.volumeModel.busyDayCv;
  return {
    planId: plan.id,
    planHash,
    horizonSeconds: plan.horizon.days === undefined ? Number.POSITIVE_INFINITY : horizonSeconds,
    horizonContacts: plan.horizon.contacts ?? Number.POSITIVE_INFINITY,
    warmUpSeconds: plan.horizon.warmUpDays * secondsPerDay,
    warmUpContacts: plan.horizon.warmUpContacts,
    decisionSeconds: decisionSeconds(promises, windows, horizonSeconds),
    axis: reported,
    busyDayShape: busyDayCv > 0 ? 1 / pow(busyDayCv, 2) : 0,
    days,
    laws: ways.laws,
    classes: kept.allClasses.of([...ofRows, ...internal], () => [...ofRows, ...internal]),
    stages,
    pairs: ways.pairs,
    queues,
    groups,
    duty: staffed.duty,
    concurrency: ways.concurrency,
    channels,
    issueTypes: plan.issueTypes.map(({ id }) => ({ id })),
    tiers: plan.tiers.map(({ id }) => ({ id })),
    teams: plan.teams.map((team, t) => {
      const [key0, key1] = hashKey(team.streamKey ?? team.id);
      const tier = plan.tiers.findIndex((entry) => entry.id === team.tier);
      const exemptsHandOvers = team.exemptHandOversFromLimit;
      const waitingPlaces = team.waitingPlaces ?? Number.POSITIVE_INFINITY;
      const own = teamWindows[t] as number;
      return { id: team.id, tier, key0, key1, windows: own, exemptsHandOvers, waitingPlaces };
    }),
    windows,
    promises,
    interrupts:
      queues.some((queue) => queue.preempts || queue.interruptsDeferred) ||
      groups.some((group) => group.leaving !== 'finish'),
    revisits: ways.revisits,
    costs: costModel(plan),
    opinions: {
      scores: scoreModelsOf(plan),
      recommendationSpread: recommendationSpreadOf(plan),
      retentionRate: retentionRateOf(plan),
    },
    goals: goalsOf(plan),
    notYetSimulated: notYetSimulated(plan),
  };
}
