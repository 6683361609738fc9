// The lean loop: the whole life of a contact in one pass over the events. What happens seldom (the change of intervals, the
// marks of the horizon) is left to the caller.
import * as at from '../kernelLayout.ts';
import { advance } from './arrivals.ts';
import { begin } from './beginning.ts';
import { countAnswer, countResolution } from './counting.ts';
import { draw } from './draws.ts';
import { becomeIdle, firstIdle, longestIdle } from './idleAgents.ts';
import { abandon, balks } from './leaving.ts';
import { putOnWheel, takeEarliest } from './wheel.ts';

/** Runs until something is up to the caller, who says with 1 that the boundary has been seen to; says why it stopped. */
export function run(isBoundaryPassed: i32): i32 {
  const isTied = load<i32>(at.isTiedAt);
  let arrivalsLeft = load<i32>(at.mostArrivalsAt) - load<i32>(at.arrivedAt);
  let boundary = isBoundaryPassed !== 0 ? Infinity : load<f64>(at.boundaryAt);
  let now = load<f64>(at.nowAt);
  // A contact that another agent has handed over: it goes on before anything else happens.
  let handedOver: usize = 0;
  while (true) {
    let row: usize = handedOver;
    let stage: usize = 0;
    let group: usize = 0;
    if (row !== 0) {
      handedOver = 0;
      stage = load<i32>(row, at.contactStage);
      const isCounted = load<i32>(row, at.contactCell) >= 0 ? 1 : 0;
      store<i32>(stage, load<i32>(stage, at.stageVisits) + isCounted, at.stageVisits);
      const inTime = load<i32>(stage, at.stageVisitsInTime) + load<i32>(at.isCountingAt);
      store<i32>(stage, inTime, at.stageVisitsInTime);
    } else {
      if (arrivalsLeft === 0) return halt(at.stopsForArrivals, 0, now);
      const arrivalTime = load<f64>(at.arrivalTimeAt);
      const eventTime = load<f64>(at.minTimeAt);
      if (arrivalTime < eventTime) {
        if (arrivalTime >= boundary) return haltAtBoundary(arrivalsLeft, now, arrivalTime);
        boundary = load<f64>(at.boundaryAt);
        now = arrivalTime;
        row = load<i32>(at.freeRowAt);
        if (row === 0) {
          if (load<i32>(at.nextNewRowAt) >= load<i32>(at.lastRowAt))
            return halt(at.stopsForRoom, arrivalsLeft, now);
          row = unusedRow();
        } else store<i32>(at.freeRowAt, load<i32>(row, at.contactNext));
        arrivalsLeft -= 1;
        stage = arrive(row, now);
      } else {
        if (eventTime >= boundary) return haltAtBoundary(arrivalsLeft, now, eventTime);
        boundary = load<f64>(at.boundaryAt);
        now = eventTime;
        row = takeEarliest();
        group = load<i32>(row, at.contactGroup);
        const workEnd = load<f64>(row, at.contactLeaves);
        const phase = load<i32>(row, at.contactPhase);
        if (phase >= 0) {
          // The talk is over, the contact goes on; the agent may still have wrap-up.
          handedOver = row;
          store<i32>(row, load<i32>(phase, at.outcomeStage), at.contactStage);
          if (load<i32>(row, at.contactCell) >= 0) {
            const count = <usize>load<i32>(phase, at.outcomeCount);
            store<i32>(count, load<i32>(count) + 1);
          }
          if (workEnd > now) {
            wrapUp(newRow(), group, workEnd);
            continue;
          }
        } else {
          if (phase === at.phaseResolving) {
            if (load<i32>(row, at.contactCell) >= 0) countResolution(row, now);
            if (workEnd > now) {
              wrapUp(row, group, workEnd);
              continue;
            }
          }
          freeRow(row);
        }
        row = nextFor(group, now);
        if (row === 0) {
          if (isTied !== 0) becomeIdle(group, now);
          store<i32>(group, load<i32>(group, at.groupIdle) + 1, at.groupIdle);
          continue;
        }
        countAnswer(row, now);
      }
    }
    if (group === 0) {
      // At the queue entry: an idle agent, in the order of the route; else balk or wait.
      const line = <usize>load<i32>(stage, at.stageLine);
      group = isTied !== 0 ? longestIdle(line) : firstIdle(line);
      if (group === 0) {
        if (load<f64>(stage, at.stageBalkingShare) > 0 && balks(row, stage)) freeRow(row);
        else joinLine(row, stage, line, now);
        continue;
      }
      store<i32>(group, load<i32>(group, at.groupIdle) - 1, at.groupIdle);
      const own = load<i32>(row, at.contactCell);
      if (own >= 0) {
        const cell = <usize>(load<i32>(stage, at.stageCells) + own);
        store<i32>(cell, load<i32>(cell, at.answeredAtOnce) + 1, at.answeredAtOnce);
      }
    }
    putOnWheel(row, begin(row, group, now));
  }
}

function halt(why: i32, arrivalsLeft: i32, now: f64): i32 {
  store<i32>(at.arrivedAt, load<i32>(at.mostArrivalsAt) - arrivalsLeft);
  store<f64>(at.nowAt, now);
  return why;
}

function haltAtBoundary(arrivalsLeft: i32, before: f64, now: f64): i32 {
  store<f64>(at.beforeAt, before);
  return halt(at.stopsAtBoundary, arrivalsLeft, now);
}

/** The next arrival becomes a contact; its stage. */
/* inline */ function arrive(row: usize, now: f64): usize {
  const source = <usize>load<i32>(at.arrivalClassAt);
  const cursor = <usize>load<i32>(source, at.classCursor);
  const ordinal = load<i32>(source, at.classArrived);
  const stage = <usize>load<i32>(source, at.classFirstStage);
  store<i32>(source, ordinal + 1, at.classArrived);
  store<i32>(row, <i32>source, at.contactClass);
  store<i32>(row, ordinal, at.contactOrdinal);
  store<i32>(row, <i32>stage, at.contactStage);
  store<i32>(row, load<i32>(at.cellAt), at.contactCell);
  store<i32>(row, load<i32>(stage, at.stageTeam), at.contactDrawnFor);
  store<f64>(row, now, at.contactClock);
  store<f64>(row, load<f64>(cursor, at.arrivalHandling), at.contactHandling);
  advance(source);
  return stage;
}

function wrapUp(row: usize, group: usize, until: f64): void {
  store<i32>(row, at.phaseWrappingUp, at.contactPhase);
  store<i32>(row, <i32>group, at.contactGroup);
  store<f64>(row, until, at.contactLeaves);
  putOnWheel(row, until);
}

function newRow(): usize {
  const free = load<i32>(at.freeRowAt);
  if (free === 0) return unusedRow();
  store<i32>(at.freeRowAt, load<i32>(free, at.contactNext));
  return free;
}

function unusedRow(): usize {
  const row = load<i32>(at.nextNewRowAt);
  store<i32>(at.nextNewRowAt, row + at.contactBytes);
  return row;
}

/* inline */ function freeRow(row: usize): void {
  store<i32>(row, at.phaseFree, at.contactPhase);
  store<i32>(row, load<i32>(at.freeRowAt), at.contactNext);
  store<i32>(at.freeRowAt, <i32>row);
}

/* inline */ function joinLine(row: usize, stage: usize, line: usize, now: f64): void {
  store<f64>(row, now, at.contactTime);
  const law = load<i32>(stage, at.stagePatienceLaw);
  let leaves = Infinity;
  if (law !== at.none) {
    leaves =
      now +
      draw(
        law,
        load<i32>(stage, at.stagePatienceTable),
        load<f64>(stage, at.stagePatienceScale),
        load<i32>(stage, at.stagePatienceKey),
        load<i32>(stage, at.stagePatienceKey + 4),
        load<i32>(row, at.contactOrdinal),
      );
  }
  store<f64>(row, leaves, at.contactLeaves);
  store<i32>(row, at.phaseWaiting, at.contactPhase);
  store<i32>(row, 0, at.contactNext);
  const tail = load<i32>(line, at.lineTail);
  if (tail === 0) store<i32>(line, <i32>row, at.lineHead);
  else store<i32>(tail, <i32>row, at.contactNext);
  store<i32>(line, <i32>row, at.lineTail);
}

/** Takes the next contact for a freed agent out of its line: lines by rank, equal ones by the time of entry. 0: none. */
/* inline */ function nextFor(group: usize, now: f64): usize {
  let best: usize = 0;
  let bestLine: usize = 0;
  let bucket = -1;
  const end = <usize>load<i32>(group, at.groupServesEnd);
  for (let served = <usize>load<i32>(group, at.groupServes); served < end; served += at.servesBytes) {
    if (best !== 0 && load<i32>(served, at.servesBucket) !== bucket) break;
    const line = <usize>load<i32>(served, at.servesLine);
    let head = <usize>load<i32>(line, at.lineHead);
    if (head === 0) continue;
    if (load<f64>(head, at.contactLeaves) < now) {
      do {
        const next = load<i32>(head, at.contactNext);
        abandon(head);
        freeRow(head);
        head = next;
      } while (head !== 0 && load<f64>(head, at.contactLeaves) < now);
      store<i32>(line, <i32>head, at.lineHead);
      if (head === 0) {
        store<i32>(line, 0, at.lineTail);
        continue;
      }
    }
    if (best === 0 || load<f64>(head, at.contactTime) < load<f64>(best, at.contactTime)) {
      best = head;
      bestLine = line;
      bucket = load<i32>(served, at.servesBucket);
    }
  }
  if (best === 0) return 0;
  const next = load<i32>(best, at.contactNext);
  store<i32>(bestLine, next, at.lineHead);
  if (next === 0) store<i32>(bestLine, 0, at.lineTail);
  return best;
}
