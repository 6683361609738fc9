// The promises: what each says about a class, and which of them are asked of the contacts of a stage.
import type { PromiseModel } from '../model/compiledModel.ts';
import { noOne } from '../model/eventCodes.ts';
import { type PromiseTables, promiseClock, promiseRule } from '../model/promiseTables.ts';
import type { ModelPlaces } from './modelPlaces.ts';
import { askedRow, classRow, contactRow, dueRow, stageRow, stateRow } from './rowPlaces.ts';
import { stateAt } from './stateAt.ts';

/** Seconds by which open time may seem longer than the time elapsed: many times what sums over years are rounded by. */
const rounding = 1;

type Clock = keyof typeof promiseClock;

export function layPromises(places: ModelPlaces, promises: PromiseTables): void {
  const rows = layClassPromises(places, promises);
  layStagePromises(places, promises, rows);
  layPausing(places, promises);
}

/** Where in a contact's row stands when each clock began. */
const clockBegins: Readonly<Record<Clock, number>> = {
  firstResponse: contactRow.clockStart,
  resolution: contactRow.firstClockStart,
  wait: contactRow.queueEntry,
};

/** Promises on a clock about a class. */
const askedOf = ({ asked, askedAt, classes }: PromiseTables, clock: Clock, c: number): Int32Array => {
  const row = promiseClock[clock] * classes + c;
  return asked.subarray(askedAt[row], askedAt[row + 1]);
};

/** The promises of all classes, one behind the other: by class, then by clock; where they stand, by class and promise. */
function layClassPromises(
  places: ModelPlaces,
  promises: PromiseTables,
): readonly ReadonlyMap<number, number>[] {
  const { laying, model } = places;
  const { responsePromises, resolutionPromises, resolutionPromisesEnd } = classRow;
  let at = laying.rows(askedRow, promises.asked.length);
  return model.classes.map((_, c) => {
    const rows = new Map<number, number>();
    const layClock = (clock: Clock): void => {
      for (const p of askedOf(promises, clock, c)) {
        rows.set(p, at);
        layAsked(places, promises, at, p, c);
        at += askedRow.bytes;
      }
    };
    layClock('wait');
    laying.int(places.classAt(c) + responsePromises, at);
    layClock('firstResponse');
    laying.int(places.classAt(c) + resolutionPromises, at);
    layClock('resolution');
    laying.int(places.classAt(c) + resolutionPromisesEnd, at);
    return rows;
  });
}

/** The promises of each stage, by clock: those that are about its class and its team. */
function layStagePromises(
  places: ModelPlaces,
  promises: PromiseTables,
  rows: readonly ReadonlyMap<number, number>[],
): void {
  const { laying, model } = places;
  const { ofTeam, rules, teams } = promises;
  const none = layNoPromise(places);
  const isAtBegin = (p: number): boolean => ((rules[p] as number) & promiseRule.beginCounts) !== 0;
  model.stages.forEach(({ classIndex, homeTeam }, k) => {
    const at = places.stageAt(k);
    const of = (clock: Clock): number[] =>
      [...askedOf(promises, clock, classIndex)].filter((p) => ofTeam[p * teams + homeTeam] === 1);
    const responses = of('firstResponse');
    const atBegin = responses.filter(isAtBegin);
    const atEnd = responses.filter((p) => !isAtBegin(p));
    const layList = (list: readonly number[], behind: number): number =>
      list.reduceRight((next, p) => {
        const due = laying.rows(dueRow, 1);
        laying.int(due + dueRow.asked, rows[classIndex]?.get(p) ?? 0);
        layDue(places, promises, due, p, classIndex);
        laying.int(due + dueRow.next, next);
        return due;
      }, behind);
    laying.int(at + stageRow.waits, layList(of('wait'), 0));
    const ends = layList(atEnd, 0);
    laying.int(at + stageRow.responsesAtEnd, ends);
    laying.int(at + stageRow.responses, layList(atBegin, ends));
    laying.int(at + stageRow.resolutions, layList(of('resolution'), 0) || none);
  });
}

/**
 * A promise that is always kept and goes into no tally. Stages without one on the resolution have it: classes with and without come
 * in no order, and whether there is one would be foreseen wrongly more often than the count of nothing takes.
 */
function layNoPromise(places: ModelPlaces): number {
  const { laying, model } = places;
  const due = laying.rows(dueRow, 1);
  const asked = laying.rows(askedRow, 1);
  laying.float(asked + askedRow.targetSeconds, Number.POSITIVE_INFINITY);
  laying.int(asked + askedRow.pause, -1);
  laying.int(asked + askedRow.promise, noOne);
  laying.float(due + dueRow.surelySeconds, Number.POSITIVE_INFINITY);
  laying.int(due + dueRow.counts, places.promiseCountsAt(model.promises.length, 0));
  laying.int(due + dueRow.asked, asked);
  return due;
}

/** When time alone says that a promise is kept, and where it is counted. */
function layDue(places: ModelPlaces, promises: PromiseTables, at: number, p: number, c: number): void {
  const { laying } = places;
  const target = promises.targetSeconds[p] as number;
  const hasHours = promises.calendar[p * promises.classes + c] !== noOne;
  const cumulates = ((promises.rules[p] as number) & promiseRule.cumulates) !== 0;
  const depends = hasHours || cumulates || pausingPromises(places).includes(p);
  const surely = cumulates ? Number.NEGATIVE_INFINITY : depends ? target - rounding : target;
  laying.float(at + dueRow.surelySeconds, surely);
  laying.flag(at + dueRow.depends, depends);
  laying.int(at + dueRow.counts, places.promiseCountsAt(p, 0));
}

/** A promise about a class: what it says. */
function layAsked(places: ModelPlaces, promises: PromiseTables, at: number, p: number, c: number): void {
  const { laying, model } = places;
  laying.float(at + askedRow.targetSeconds, promises.targetSeconds[p] as number);
  const { clock } = model.promises[p] as PromiseModel;
  const rules = promises.rules[p] as number;
  laying.int(at + askedRow.rules, clock === 'firstResponse' ? rules : rules & ~promiseRule.beginCounts);
  const windows = promises.calendar[p * promises.classes + c] as number;
  laying.int(at + askedRow.windows, windows === noOne ? 0 : places.windowsAt(windows));
  laying.int(at + askedRow.promise, p);
  laying.int(at + askedRow.from, clockBegins[clock]);
  laying.int(at + askedRow.pause, pausingPromises(places).indexOf(p));
}

/** By class and pausing promise a row that knows its clock. */
function layPausing(places: ModelPlaces, promises: PromiseTables): void {
  const { laying, model } = places;
  const pausing = pausingPromises(places);
  if (pausing.length === 0) return;
  const rows = Int32Array.from({ length: model.classes.length * pausing.length }, (_, k) => {
    const at = laying.rows(askedRow, 1);
    layAsked(places, promises, at, pausing[k % pausing.length] as number, Math.floor(k / pausing.length));
    return at;
  });
  laying.int(stateAt + stateRow.pausing, laying.array(rows));
}

/** Promises that pause in other departments, by their number. */
const pausingPromises = ({ model }: ModelPlaces): readonly number[] =>
  model.promises.flatMap((promise, p) => (promise.pausesInOtherDepartment ? [p] : []));
