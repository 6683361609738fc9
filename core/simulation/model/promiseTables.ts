// The promises of a model as columns of numbers, for the many questions that each contact asks: which promises are about it,
// on which clock, and what each says of those who went away.
import { openedByHour } from '../engine/openTime.ts';
import type { CompiledModel, PromiseModel } from './compiledModel.ts';

/** The clocks of promises as numbers. */
export const promiseClock = { firstResponse: 0, resolution: 1, wait: 2 } as const;
const clocks = ['firstResponse', 'resolution', 'wait'] as const;

/** What a promise says, a bit each. */
export const promiseRule = {
  beginCounts: 1,
  cumulates: 2,
  abandonedLeftOut: 4,
  abandonedMetInTime: 8,
  blockedMissed: 16,
  turnedAwayMissed: 32,
} as const;

export interface PromiseTables {
  /** Promises on a clock about a class: asked[askedAt[clock x classes + class]] up to the next entry of askedAt. */
  readonly askedAt: Int32Array;
  readonly asked: Int32Array;
  /** By promise: target, rules; by promise and class: windows of its calendar, -1: elapsed time; by promise and team: 1 where it is about it. */
  readonly targetSeconds: Float64Array;
  readonly rules: Int32Array;
  readonly calendar: Int32Array;
  readonly ofTeam: Uint8Array;
  readonly classes: number;
  readonly teams: number;
  /** By windows of the model: see openedByHour. */
  readonly opened: readonly Int32Array[];
  /** Interval of the reported axis by interval of the horizon. */
  readonly columnOf: Int32Array;
}

const known = new WeakMap<CompiledModel, PromiseTables>();

/** The tables of a model, made once. */
export function promiseTablesOf(model: CompiledModel): PromiseTables {
  let tables = known.get(model);
  if (tables === undefined) {
    tables = promiseTables(model);
    known.set(model, tables);
  }
  return tables;
}

function promiseTables(model: CompiledModel): PromiseTables {
  const { axis, promises } = model;
  const classes = model.classes.length;
  const teams = model.teams.length;
  const askedAt = new Int32Array(clocks.length * classes + 1);
  const asked: number[] = [];
  clocks.forEach((clock, k) => {
    for (let c = 0; c < classes; c += 1) {
      promises.forEach((promise, p) => {
        if (promise.clock === clock && promise.ofClass[c] === 1) asked.push(p);
      });
      askedAt[k * classes + c + 1] = asked.length;
    }
  });
  const calendar = new Int32Array(promises.length * classes);
  const ofTeam = new Uint8Array(promises.length * teams);
  promises.forEach((promise, p) => {
    calendar.set(promise.calendarOfClass, p * classes);
    ofTeam.set(promise.ofTeam, p * teams);
  });
  return {
    askedAt,
    asked: Int32Array.from(asked),
    targetSeconds: Float64Array.from(promises, ({ targetSeconds }) => targetSeconds),
    rules: Int32Array.from(promises, rulesOf),
    calendar,
    ofTeam,
    classes,
    teams,
    opened: model.windows.map(openedByHour),
    columnOf: Int32Array.from({ length: axis.absoluteIntervals }, (_, i) =>
      axis.kind === 'week' ? (i + axis.firstWeekInterval) % axis.intervals : i,
    ),
  };
}

const rulesOf = (promise: PromiseModel): number =>
  (promise.beginCounts ? promiseRule.beginCounts : 0) |
  (promise.cumulates ? promiseRule.cumulates : 0) |
  (promise.abandoned === 'leftOut' ? promiseRule.abandonedLeftOut : 0) |
  (promise.abandoned === 'metWithinTarget' ? promiseRule.abandonedMetInTime : 0) |
  (promise.blockedMissed ? promiseRule.blockedMissed : 0) |
  (promise.turnedAwayMissed ? promiseRule.turnedAwayMissed : 0);
