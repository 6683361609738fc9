// The lean loop: one replication of a model for which the general engine would be too much. One function holds the whole
// life of a contact, and all that it touches lies in the arena, so that most accesses are one instruction; what happens
// seldom (a new interval, a wait, the end) is asked of `LeanClock`. It draws the same numbers and tells the same journeys.
import { uniformAt } from '../engine/streams.ts';
import { firstKey, histogramBins } from '../stats/histogram.ts';
import { arenaFloats, arenaInts, placeOf, wheelFloat, wheelInt } from './arena.ts';
import { becomeIdle, longestIdle } from './idleAgents.ts';
import type { LeanClock } from './leanClock.ts';
import { drawn, sampleTable } from './leanDraws.ts';
import { decideResolution } from './leanPromises.ts';
import {
  cellCounter,
  cellCounters,
  contactFloat,
  contactInt,
  type LeanState,
  pairFloat,
  pairInt,
  phase,
} from './leanState.ts';

// A module's own constants are folded into compiled code, imported ones are not.
const floats = arenaFloats;
const ints = arenaInts;
const MIN_TIME = wheelFloat.minTime;
const MIN_ENTRY = wheelInt.minEntry;
const WHEEL_SIZE = wheelInt.size;
const WHEEL_CURSOR = wheelInt.cursor;
const DRAWN = drawn;
const ANSWERED = cellCounter.answered;
const ANSWER_WAIT = cellCounter.answerWaitSeconds;
const CELLS_SHIFT = 3;
const BINS = histogramBins;
const CELLS = cellCounters;
const FLOATS_SHIFT = 2;
const INTS_SHIFT = 3;
const { entry: ENTRY, leavesAt: LEAVES, clock: CLOCK, handling: HANDLING } = contactFloat;
const CLASS = contactInt.classIndex;
const ORDINAL = contactInt.ordinal;
const STAGE = contactInt.stage;
const CELL = contactInt.cell;
const GROUP = contactInt.group;
const PHASE = contactInt.phase;
const NEXT = contactInt.next;
const DRAWN_FOR = contactInt.drawnFor;
const { free: FREE, waiting: WAITING, wrappingUp: WRAPPING_UP, resolving: RESOLVING } = phase;
const noOne = -1;
// As binOf, which would be a call.
const single = new Float32Array(1);
const singleBits = new Int32Array(single.buffer);
const BIN_OFFSET = firstKey - 1;
const LAST_BIN = BINS - 1;

/** Runs until the block of arrivals is used up, there is no room, or the end has come. */
export function runBlock(s: LeanState, clock: LeanClock): void {
  const { wheel, feed, busySeries, tables } = s;
  const { sampler, tied } = s.lean;
  // Whole numbers, said so once: the compiler then adds them without a check.
  const contactFloats = s.contactFloats | 0;
  const contactInts = s.contactInts | 0;
  const freeSlots = s.freeSlots | 0;
  const routeAt = tables.routeAt | 0;
  const routeGroup = tables.routeGroup | 0;
  const servesAt = tables.servesAt | 0;
  const servesLine = tables.servesLine | 0;
  const servesBucket = tables.servesBucket | 0;
  const teamOfGroup = tables.teamOfGroup | 0;
  const slowness = tables.slowness | 0;
  const resolutionPromiseAt = tables.resolutionPromiseAt | 0;
  const lawTable = tables.lawTable | 0;
  const lawScale = tables.lawScale | 0;
  const firstStage = tables.firstStage | 0;
  const teamOfStage = tables.teamOfStage | 0;
  const lineOfStage = tables.lineOfStage | 0;
  const patienceLaw = tables.patienceLaw | 0;
  const balkingShare = tables.balkingShare | 0;
  const outcomeBelow = tables.outcomeBelow | 0;
  const outcomeLaw = tables.outcomeLaw | 0;
  const outcomeStage = tables.outcomeStage | 0;
  const wheelTime = wheel.time | 0;
  const wheelNext = wheel.next | 0;
  const wheelHead = wheel.head | 0;
  const wheelTaken = wheel.taken | 0;
  const wheelMask = wheel.mask | 0;
  const roundsPerSecond = wheel.perSecond;
  const slotSeconds = wheel.slotSeconds;
  const lineHead = placeOf(s.lineHead) | 0;
  const lineTail = placeOf(s.lineTail) | 0;
  const idle = placeOf(s.idle) | 0;
  const cells = placeOf(s.cells) | 0;
  const resolutionBins = placeOf(s.resolutionBins) | 0;
  const handlingBins = placeOf(s.handlingBins) | 0;
  const visits = placeOf(s.visits) | 0;
  const visitsInTime = placeOf(s.visitsInTime) | 0;
  const handlingSurplus = placeOf(s.handlingSurplus) | 0;
  const outcomeDraws = placeOf(s.outcomeDraws) | 0;
  const outcomesDrawn = placeOf(s.outcomesDrawn) | 0;
  const lawMean = tables.lawMean | 0;
  const busySums = placeOf(busySeries.sums) | 0;
  const pairInts = placeOf(s.pairInts) | 0;
  const pairFloats = placeOf(s.pairFloats) | 0;
  const patienceKeys = placeOf(s.patienceKeys) | 0;
  const arrivedOf = placeOf(s.arrived) | 0;
  const feedTime = feed.time | 0;
  const feedClass = feed.classIndex | 0;
  const feedOrdinal = feed.ordinal | 0;
  const feedHandling = feed.handling | 0;
  const waitBins = placeOf(s.waitBins) | 0;
  const queueSums = placeOf(s.queueSeries.sums) | 0;
  const queueSeconds = placeOf(s.queueSeconds) | 0;
  const waitPromiseCells = placeOf(s.waitPromiseCells) | 0;
  const waitPromiseAt = tables.waitPromiseAt | 0;
  const waitTarget = tables.waitTarget | 0;
  const columns = clock.columns | 0;
  const escalated = placeOf(s.escalated) | 0;
  const toLead = placeOf(s.toLead) | 0;
  const outcomeToLead = tables.outcomeToLead | 0;
  const classes = s.model.classes.length | 0;
  const teams = s.model.teams.length | 0;
  const intervals = clock.intervals | 0;
  const cellsPerStage = (clock.columns * CELLS) | 0;
  const mostSlots = s.mostSlots | 0;
  let freeCount = s.freeCount | 0;
  let usedSlots = s.usedSlots | 0;
  let arrived = clock.arrived | 0;
  let feedAt = clock.feedAt | 0;
  let { intervalStart, intervalEnd, boundary, hasEnded, warmStart } = clock;
  let interval = clock.interval | 0;
  let isCounting = clock.isCounting | 0;
  let cellOfNow = (clock.column * CELLS) | 0;
  let handOver = noOne;
  let now = clock.now;
  // Without a block nothing has to be refilled: the loop runs on to its end.
  const feedSize = feed.size === 0 ? noOne : feed.size | 0;

  for (;;) {
    let slot: number;
    let stage: number;
    let group = noOne;
    let endsAt: number;
    // biome-ignore lint/suspicious/noConfusingLabels: two ways lead past the beginning of work to its end on the wheel.
    put: {
      // biome-ignore lint/suspicious/noConfusingLabels: three ways lead to a beginning, and one of them falls through.
      begin: {
        if (handOver === noOne) {
          if (feedAt === feedSize) break;
          const arrivalTime = floats[(feedTime + feedAt) | 0] as number;
          const eventTime = floats[MIN_TIME] as number;
          const isArrival = arrivalTime < eventTime;
          const before = now;
          now = isArrival ? arrivalTime : eventTime;
          if (now >= boundary) {
            s.usedSlots = usedSlots;
            if (!clock.roll(now, before)) break;
            ({ intervalStart, intervalEnd, boundary, hasEnded, warmStart } = clock);
            interval = clock.interval | 0;
            isCounting = clock.isCounting | 0;
            cellOfNow = (clock.column * CELLS) | 0;
          }
          if (isArrival) {
            const c = ints[(feedClass + feedAt) | 0] as number;
            arrived = (arrived + 1) | 0;
            ints[(arrivedOf + c) | 0] = ((ints[(arrivedOf + c) | 0] as number) + 1) | 0;
            if (freeCount > 0) {
              freeCount = (freeCount - 1) | 0;
              slot = ints[(freeSlots + freeCount) | 0] as number;
            } else {
              if (usedSlots === mostSlots) break;
              slot = usedSlots;
              usedSlots = (usedSlots + 1) | 0;
            }
            stage = ints[(firstStage + c) | 0] as number;
            const at = (contactInts + (slot << INTS_SHIFT)) | 0;
            ints[(at + CLASS) | 0] = c;
            ints[(at + ORDINAL) | 0] = ints[(feedOrdinal + feedAt) | 0] as number;
            ints[(at + STAGE) | 0] = stage;
            ints[(at + CELL) | 0] = isCounting === 1 ? cellOfNow : noOne;
            ints[(at + PHASE) | 0] = FREE;
            ints[(at + DRAWN_FOR) | 0] = ints[(teamOfStage + stage) | 0] as number;
            const f = (contactFloats + (slot << FLOATS_SHIFT)) | 0;
            floats[(f + CLOCK) | 0] = now;
            floats[(f + HANDLING) | 0] = floats[(feedHandling + feedAt) | 0] as number;
            feedAt = (feedAt + 1) | 0;
          } else {
            slot = ints[MIN_ENTRY] as number;
            // As TimeWheel.removeMin: out of its slot, then on to the next taken one.
            let turn = ints[WHEEL_CURSOR] as number;
            const out = (wheelHead + (turn & wheelMask)) | 0;
            let ahead = ints[out] as number;
            const behind = ints[(wheelNext + slot) | 0] as number;
            if (ahead !== slot) {
              let link = (wheelNext + ahead) | 0;
              for (ahead = ints[link] as number; ahead !== slot; ahead = ints[link] as number)
                link = (wheelNext + ahead) | 0;
              ints[link] = behind;
            } else {
              ints[out] = behind;
              if (behind === noOne) {
                const flags = (wheelTaken + ((turn & wheelMask) >> 5)) | 0;
                ints[flags] = (ints[flags] as number) & ~(1 << (turn & 31));
              }
            }
            const rest = ((ints[WHEEL_SIZE] as number) - 1) | 0;
            ints[WHEEL_SIZE] = rest;
            let earliest = Number.POSITIVE_INFINITY;
            let first = noOne;
            if (rest > 0) {
              for (;;) {
                let flags =
                  (ints[(wheelTaken + ((turn & wheelMask) >> 5)) | 0] as number) & (-1 << (turn & 31));
                while (flags === 0) {
                  turn = ((turn | 31) + 1) | 0;
                  flags = ints[(wheelTaken + ((turn & wheelMask) >> 5)) | 0] as number;
                }
                turn = (turn & ~31) | (31 - Math.clz32(flags & -flags));
                const end = (turn + 1) * slotSeconds;
                let hanging = ints[(wheelHead + (turn & wheelMask)) | 0] as number;
                do {
                  const ends = floats[(wheelTime + hanging) | 0] as number;
                  if (ends < end && ends < earliest) {
                    earliest = ends;
                    first = hanging;
                  }
                  hanging = ints[(wheelNext + hanging) | 0] as number;
                } while (hanging !== noOne);
                if (first !== noOne) break;
                turn = (turn + 1) | 0;
              }
            }
            ints[WHEEL_CURSOR] = turn;
            floats[MIN_TIME] = earliest;
            ints[MIN_ENTRY] = first;
            const at = (contactInts + (slot << INTS_SHIFT)) | 0;
            const f = (contactFloats + (slot << FLOATS_SHIFT)) | 0;
            const ends = ints[(at + PHASE) | 0] as number;
            group = ints[(at + GROUP) | 0] as number;
            const workEnd = floats[(f + LEAVES) | 0] as number;
            if (ends >= 0) {
              // The talk is over, the contact goes on; the agent may still have wrap-up.
              handOver = slot;
              ints[(at + STAGE) | 0] = ints[(outcomeStage + ends) | 0] as number;
              const pair =
                Math.imul(ints[(at + CLASS) | 0] as number, teams) +
                (ints[(teamOfGroup + group) | 0] as number);
              if ((ints[(at + CELL) | 0] as number) >= 0) {
                const count =
                  ((ints[(outcomeToLead + ends) | 0] as number) === 1 ? toLead : escalated) + pair;
                ints[count | 0] = ((ints[count | 0] as number) + 1) | 0;
              }
              if (workEnd > now) {
                let wrap = usedSlots;
                if (freeCount > 0) {
                  freeCount = (freeCount - 1) | 0;
                  wrap = ints[(freeSlots + freeCount) | 0] as number;
                } else usedSlots = (usedSlots + 1) | 0;
                ints[(contactInts + (wrap << INTS_SHIFT) + PHASE) | 0] = WRAPPING_UP;
                ints[(contactInts + (wrap << INTS_SHIFT) + GROUP) | 0] = group;
                floats[(contactFloats + (wrap << FLOATS_SHIFT) + LEAVES) | 0] = workEnd;
                slot = wrap;
                endsAt = workEnd;
                break put;
              }
            } else {
              if (ends === RESOLVING) {
                if ((ints[(at + CELL) | 0] as number) >= 0) {
                  const own = ints[(at + STAGE) | 0] as number;
                  const resolution = now - (floats[(f + CLOCK) | 0] as number);
                  const handling = floats[(f + HANDLING) | 0] as number;
                  const cell =
                    (cells + Math.imul(own, cellsPerStage) + (ints[(at + CELL) | 0] as number)) | 0;
                  floats[(cell + cellCounter.resolved) | 0] =
                    (floats[(cell + cellCounter.resolved) | 0] as number) + 1;
                  floats[(cell + cellCounter.resolutionSeconds) | 0] =
                    (floats[(cell + cellCounter.resolutionSeconds) | 0] as number) + resolution;
                  floats[(cell + cellCounter.handlingSeconds) | 0] =
                    (floats[(cell + cellCounter.handlingSeconds) | 0] as number) + handling;
                  single[0] = resolution;
                  const bin = Math.max(0, Math.min(LAST_BIN, ((singleBits[0] as number) >> 18) - BIN_OFFSET));
                  single[0] = handling;
                  const workBin = Math.max(
                    0,
                    Math.min(LAST_BIN, ((singleBits[0] as number) >> 18) - BIN_OFFSET),
                  );
                  const place = (resolutionBins + Math.imul(own, BINS) + bin) | 0;
                  ints[place] = ((ints[place] as number) + 1) | 0;
                  const work = handlingBins + Math.imul(ints[(at + CLASS) | 0] as number, BINS) + workBin;
                  ints[work] = ((ints[work] as number) + 1) | 0;
                  if (
                    (ints[(resolutionPromiseAt + own) | 0] as number) <
                    (ints[(resolutionPromiseAt + own + 1) | 0] as number)
                  )
                    decideResolution(s, slot, resolution, true);
                }
                if (workEnd > now) {
                  ints[(at + PHASE) | 0] = WRAPPING_UP;
                  endsAt = workEnd;
                  break put;
                }
              }
              ints[(at + PHASE) | 0] = FREE;
              ints[(freeSlots + freeCount) | 0] = slot;
              freeCount = (freeCount + 1) | 0;
            }

            // The freed agent takes the next contact: lines by rank, equal ones by the time of entry.
            slot = noOne;
            let bucket = noOne;
            let line = noOne;
            const last = ints[(servesAt + group + 1) | 0] as number;
            for (let i = ints[(servesAt + group) | 0] as number; i < last; i = (i + 1) | 0) {
              if (slot !== noOne && (ints[(servesBucket + i) | 0] as number) !== bucket) break;
              const q = ints[(servesLine + i) | 0] as number;
              let head = ints[(lineHead + q) | 0] as number;
              if (head === noOne) continue;
              while (
                head !== noOne &&
                (floats[(contactFloats + (head << FLOATS_SHIFT) + LEAVES) | 0] as number) < now
              ) {
                clock.abandon(head);
                ints[(contactInts + (head << INTS_SHIFT) + PHASE) | 0] = FREE;
                ints[(freeSlots + freeCount) | 0] = head;
                freeCount = (freeCount + 1) | 0;
                head = ints[(contactInts + (head << INTS_SHIFT) + NEXT) | 0] as number;
              }
              ints[(lineHead + q) | 0] = head;
              if (head === noOne) {
                ints[(lineTail + q) | 0] = noOne;
                continue;
              }
              if (
                slot === noOne ||
                (floats[(contactFloats + (head << FLOATS_SHIFT) + ENTRY) | 0] as number) <
                  (floats[(contactFloats + (slot << FLOATS_SHIFT) + ENTRY) | 0] as number)
              ) {
                slot = head;
                line = q;
                bucket = ints[(servesBucket + i) | 0] as number;
              }
            }
            if (slot === noOne) {
              if (tied) becomeIdle(s, group, now);
              ints[(idle + group) | 0] = ((ints[(idle + group) | 0] as number) + 1) | 0;
              continue;
            }
            const next = ints[(contactInts + (slot << INTS_SHIFT) + NEXT) | 0] as number;
            ints[(lineHead + line) | 0] = next;
            if (next === noOne) ints[(lineTail + line) | 0] = noOne;
            // An answer after a wait: the time in line, how long it was, and the promises about it.
            const entry = floats[(contactFloats + (slot << FLOATS_SHIFT) + ENTRY) | 0] as number;
            stage = ints[(contactInts + (slot << INTS_SHIFT) + STAGE) | 0] as number;
            const wait = now - entry;
            if (hasEnded || entry < intervalStart || entry < warmStart) {
              clock.now = now;
              clock.countLine(slot);
            } else {
              const sum = (queueSums + Math.imul(stage, intervals) + interval) | 0;
              floats[sum] = (floats[sum] as number) + wait;
              floats[(queueSeconds + stage) | 0] = (floats[(queueSeconds + stage) | 0] as number) + wait;
            }
            const own = ints[(contactInts + (slot << INTS_SHIFT) + CELL) | 0] as number;
            if (own >= 0) {
              const cell = (cells + Math.imul(stage, cellsPerStage) + own) | 0;
              floats[(cell + ANSWERED) | 0] = (floats[(cell + ANSWERED) | 0] as number) + 1;
              floats[(cell + ANSWER_WAIT) | 0] = (floats[(cell + ANSWER_WAIT) | 0] as number) + wait;
              single[0] = wait;
              const key = Math.max(0, Math.min(LAST_BIN, ((singleBits[0] as number) >> 18) - BIN_OFFSET));
              const bin = (waitBins + Math.imul(stage, BINS) + key) | 0;
              ints[bin] = ((ints[bin] as number) + 1) | 0;
              const lastPromise = ints[(waitPromiseAt + stage + 1) | 0] as number;
              for (let i = ints[(waitPromiseAt + stage) | 0] as number; i < lastPromise; i = (i + 1) | 0) {
                const at = (waitPromiseCells + ((Math.imul(i, columns) + (own >> CELLS_SHIFT)) << 1)) | 0;
                floats[at] = (floats[at] as number) + 1;
                if (wait <= (floats[(waitTarget + i) | 0] as number))
                  floats[(at + 1) | 0] = (floats[(at + 1) | 0] as number) + 1;
              }
            }
            break begin;
          }
        } else {
          slot = handOver;
          handOver = noOne;
          stage = ints[(contactInts + (slot << INTS_SHIFT) + STAGE) | 0] as number;
          const isCounted = (ints[(contactInts + (slot << INTS_SHIFT) + CELL) | 0] as number) >= 0 ? 1 : 0;
          ints[(visits + stage) | 0] = ((ints[(visits + stage) | 0] as number) + isCounted) | 0;
          ints[(visitsInTime + stage) | 0] = ((ints[(visitsInTime + stage) | 0] as number) + isCounting) | 0;
        }

        // At the queue entry: an idle agent, in the order of the route; else balk or wait.
        const line = ints[(lineOfStage + stage) | 0] as number;
        if (tied) group = longestIdle(s, line);
        else {
          const end = ints[(routeAt + line + 1) | 0] as number;
          for (let i = ints[(routeAt + line) | 0] as number; i < end; i = (i + 1) | 0) {
            const candidate = ints[(routeGroup + i) | 0] as number;
            if ((ints[(idle + candidate) | 0] as number) > 0) {
              group = candidate;
              break;
            }
          }
        }
        const at = (contactInts + (slot << INTS_SHIFT)) | 0;
        if (group !== noOne) {
          ints[(idle + group) | 0] = ((ints[(idle + group) | 0] as number) - 1) | 0;
          const own = ints[(at + CELL) | 0] as number;
          if (own >= 0) {
            const cell = (cells + Math.imul(stage, cellsPerStage) + own) | 0;
            floats[cell] = (floats[cell] as number) + 1;
          }
          break begin;
        }
        if ((floats[(balkingShare + stage) | 0] as number) > 0 && clock.balks(slot, stage)) {
          ints[(at + PHASE) | 0] = FREE;
          ints[(freeSlots + freeCount) | 0] = slot;
          freeCount = (freeCount + 1) | 0;
          continue;
        }
        const f = (contactFloats + (slot << FLOATS_SHIFT)) | 0;
        floats[(f + ENTRY) | 0] = now;
        const law = ints[(patienceLaw + stage) | 0] as number;
        let leaves = Number.POSITIVE_INFINITY;
        if (law !== noOne) {
          const k0 = ints[(patienceKeys + (stage << 1)) | 0] as number;
          const k1 = ints[(patienceKeys + (stage << 1) + 1) | 0] as number;
          const ordinal = ints[(at + ORDINAL) | 0] as number;
          const patience = sampleTable(ints[(lawTable + law) | 0] as number, k0, k1, ordinal)
            ? (floats[DRAWN] as number) * (floats[(lawScale + law) | 0] as number)
            : sampler.sampleAt(law, k0, k1, ordinal);
          leaves = now + patience;
        }
        floats[(f + LEAVES) | 0] = leaves;
        ints[(at + PHASE) | 0] = WAITING;
        ints[(at + NEXT) | 0] = noOne;
        const tail = ints[(lineTail + line) | 0] as number;
        if (tail === noOne) ints[(lineHead + line) | 0] = slot;
        else ints[(contactInts + (tail << INTS_SHIFT) + NEXT) | 0] = slot;
        ints[(lineTail + line) | 0] = slot;
        continue;
      }

      // An agent of the group begins with the contact: the outcome is drawn first, then the time that belongs to it.
      const at = (contactInts + (slot << INTS_SHIFT)) | 0;
      const f = (contactFloats + (slot << FLOATS_SHIFT)) | 0;
      const c = ints[(at + CLASS) | 0] as number;
      const ordinal = ints[(at + ORDINAL) | 0] as number;
      const team = ints[(teamOfGroup + group) | 0] as number;
      const pair = Math.imul(c, teams) + team;
      const row = (pairInts + (pair << 4)) | 0;
      const pairFloat0 = (pairFloats + (pair << 1)) | 0;
      let law = ints[(row + pairInt.handlingLaw) | 0] as number;
      const handlingKey = (row + pairInt.handlingKey) | 0;
      let key = handlingKey;
      let outcome: number = RESOLVING;
      const firstOutcome = ints[(row + pairInt.firstOutcome) | 0] as number;
      const lastOutcome = ints[(row + pairInt.lastOutcome) | 0] as number;
      if (firstOutcome <= lastOutcome) {
        const u = uniformAt(
          ints[(row + pairInt.outcomeKey) | 0] as number,
          ints[(row + pairInt.outcomeKey + 1) | 0] as number,
          ordinal,
        );
        if (u >= (floats[(pairFloat0 + pairFloat.resolvedBelow) | 0] as number)) {
          outcome = firstOutcome;
          while (outcome < lastOutcome && u >= (floats[(outcomeBelow + outcome) | 0] as number)) outcome += 1;
          const short = ints[(outcomeLaw + outcome) | 0] as number;
          if (short !== noOne) {
            law = short;
            key = row + pairInt.recognitionKey;
          }
        }
      }
      const isDrawn = (ints[(at + DRAWN_FOR) | 0] as number) === team;
      const handled =
        (ints[(at + DRAWN_FOR) | 0] as number) === noOne ? (floats[(f + HANDLING) | 0] as number) : 0;
      let time = floats[(f + HANDLING) | 0] as number;
      if (!isDrawn || key !== handlingKey) {
        const k0 = ints[key] as number;
        const k1 = ints[(key + 1) | 0] as number;
        time = sampleTable(ints[(lawTable + law) | 0] as number, k0, k1, ordinal)
          ? (floats[DRAWN] as number) * (floats[(lawScale + law) | 0] as number)
          : sampler.sampleAt(law, k0, k1, ordinal);
      }
      const slow = floats[(slowness + Math.imul(group, classes) + c) | 0] as number;
      const seconds = time * slow;
      floats[(f + HANDLING) | 0] = handled + seconds;
      ints[(at + DRAWN_FOR) | 0] = noOne;
      const talk = seconds * (1 - (floats[(pairFloat0 + pairFloat.wrapUpShare) | 0] as number));
      const talkEnd = now + talk;
      const workEnd = talkEnd + (seconds - talk);
      floats[(f + LEAVES) | 0] = workEnd;
      ints[(at + GROUP) | 0] = group;
      ints[(at + PHASE) | 0] = outcome;
      endsAt = talkEnd;
      if (!hasEnded) {
        const column = cellOfNow >> CELLS_SHIFT;
        const surplus = (handlingSurplus + Math.imul(team, columns) + column) | 0;
        floats[surplus] =
          (floats[surplus] as number) + (time - (floats[(lawMean + law) | 0] as number)) * slow;
        if (firstOutcome <= lastOutcome) {
          const place = ints[(row + pairInt.existing) | 0] as number;
          const draws = (outcomeDraws + Math.imul(place, columns) + column) | 0;
          ints[draws] = ((ints[draws] as number) + 1) | 0;
          if (outcome !== RESOLVING) {
            const taken = (outcomesDrawn + Math.imul(outcome, columns) + column) | 0;
            ints[taken] = ((ints[taken] as number) + 1) | 0;
          }
        }
        if (workEnd <= intervalEnd) {
          const place = (busySums + Math.imul(team, intervals) + interval) | 0;
          floats[place] = (floats[place] as number) + (workEnd - now);
        } else {
          busySeries.changeIn(interval, team, now, 1);
          busySeries.change(team, workEnd, -1);
        }
      }
    }
    // As TimeWheel.insert.
    const round = (endsAt * roundsPerSecond) | 0;
    const hook = (wheelHead + (round & wheelMask)) | 0;
    const word = (wheelTaken + ((round & wheelMask) >> 5)) | 0;
    floats[(wheelTime + slot) | 0] = endsAt;
    ints[(wheelNext + slot) | 0] = ints[hook] as number;
    ints[hook] = slot;
    ints[word] = (ints[word] as number) | (1 << (round & 31));
    ints[WHEEL_SIZE] = ((ints[WHEEL_SIZE] as number) + 1) | 0;
    if (endsAt < (floats[MIN_TIME] as number)) {
      floats[MIN_TIME] = endsAt;
      ints[MIN_ENTRY] = slot;
      ints[WHEEL_CURSOR] = round;
    }
  }
  s.freeCount = freeCount;
  s.usedSlots = usedSlots;
  clock.arrived = arrived;
  clock.feedAt = feedAt;
  clock.now = now;
}
