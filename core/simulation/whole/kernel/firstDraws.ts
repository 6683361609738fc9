// What is drawn for first arrivals ahead, a block at a time: whether self-service is tried and helps, whether the assistant is
// met and what comes of it, how long the first of both takes, and, of the first handling by the home team of the first stage, the
// outcome, the time and whether the customer returns.
import { classKey, pairKey, pairOf } from './keyedDraws.ts';
import { drawListed, rowsAtOnce } from './lawDraws.ts';
import * as purpose from './purposes.ts';
import type { Class, Contact, Law, Outcome } from './rows.ts';
import { noLaw, noStage } from './state.ts';
import { flagsOf, markBelow, markBelowBoth, markOutcomes, setFlags, writeWords } from './uniformBlock.ts';

/** What of a contact is drawn ahead, and how it came out, a bit each. */
const knowsSelfService: i32 = 1;
export const tries: i32 = 2;
export const isHelped: i32 = 4;
export const knowsAssistant: i32 = 8;
export const meets: i32 = 16;
/** Outcome and time of the first handling by the home team of the first stage; whether the customer returns after it. */
export const knowsHandling: i32 = 32;
export const knowsReturn: i32 = 64;
export const returns: i32 = 128;
/** The assistant resolves the matter, or does so or passes the contact on to people. */
export const isContained: i32 = 512;
export const staysWithUs: i32 = 1024;
/** The time of self-service where it is tried without help; of the assistant who is met by one who does not try it. */
export const knowsSelfServiceTime: i32 = 2048;
export const knowsAssistantTime: i32 = 4096;

/** A piece of internal work, which is not made of what a customer does; an arrival for which nothing is drawn ahead. */
export const isPiece: i32 = 8192;
export const needsMore: i32 = 16384;

/** Places in the row of an arrival, behind its time. */
const handlingAt: usize = 8;
const delayAt: usize = 16;
const outcomeAt: usize = 24;
const flagsAt: usize = 28;
const rowBytes: usize = 32;

/** 0, 1, 2 and so on: the rows of a block. */
const everyRow = memory.data(4 * 64, 16);
/** Some rows of a block, and a draw for each. */
const someRows = memory.data(4 * 68, 16);
const draws = memory.data(8 * 68, 16);

/** The flags of an arrival, by its row. */
/* inline */ export function flagsAhead(row: usize): i32 {
  return load<i32>(row, flagsAt);
}

/* inline */ export function setFlagsAhead(row: usize, flags: i32): void {
  store<i32>(row, flags, flagsAt);
}

/** How long self-service or the assistant takes, where that is known. */
/* inline */ export function delayAhead(row: usize): f64 {
  return load<f64>(row, delayAt);
}

/** Hands what is drawn for an arrival over to its contact. */
/* inline */ export function passOn(row: usize, slot: Contact, flags: i32): void {
  slot.firstHandling = load<f64>(row, handlingAt);
  slot.outcome = changetype<Outcome>(load<usize>(row, outcomeAt));
  slot.ahead = flags;
}

/** A draw of a law for each arrival of a block, in their rows; the key stands at a place. */
/* rare */ export function drawRows(
  into: usize,
  law: i32,
  table: i32,
  scale: f64,
  key: usize,
  first: i32,
): void {
  if (load<i32>(everyRow, 4) === 0)
    for (let row: usize = 0; row < rowsAtOnce; row += 1) store<i32>(everyRow + (row << 2), <i32>row);
  drawListed(into, rowBytes, everyRow, <i32>rowsAtOnce, law, table, scale, key, first);
}

/** Of the next arrivals of a class, `first` and those that follow, into the rows of a block. */
/* rare */ export function drawAhead(entry: Class, block: usize, first: i32): void {
  const stage = entry.firstStage;
  const team = stage.homeTeam;
  const pair = pairOf(entry, team);
  const law =
    stage.nextStage !== noStage && stage.handlingLaw !== noLaw ? stage.handlingLaw : pair.handlingLaw;
  entry.aheadTeam = team;
  entry.aheadLaw = law;
  const hasSelfService = entry.selfServiceTried > 0;
  const hasAssistant = entry.assistantShare > 0;
  const hasTime = pair.exists !== 0 && isRandom(law);
  const endsHere = pair.exists !== 0 && stage.nextStage === noStage;
  const hasOutcome = endsHere && pair.thresholds !== pair.thresholdsEnd;
  const outcome = endsHere ? changetype<Outcome>(pair.outcomes) : stage.passing;
  const takesTime = hasSelfService && isRandom(entry.selfServiceDelayLaw);
  const takesTimeAgain = hasAssistant && isRandom(entry.assistantTimeLaw);
  setFlags(
    (hasSelfService ? knowsSelfService : 0) |
      (hasAssistant ? knowsAssistant : 0) |
      (hasTime ? knowsHandling : 0) |
      (endsHere ? knowsReturn : 0) |
      (takesTime ? knowsSelfServiceTime : 0) |
      (takesTimeAgain ? knowsAssistantTime : 0) |
      (entry.isInternal !== 0 ? isPiece : 0),
    outcome,
  );
  if (hasSelfService) {
    markBelow(classKey(entry, purpose.selfServiceTried), first, entry.selfServiceTried, tries);
    markBelow(classKey(entry, purpose.selfServiceDeflected), first, entry.selfServiceDeflected, isHelped);
  }
  if (hasAssistant) {
    markBelow(classKey(entry, purpose.assistantMet), first, entry.assistantShare, meets);
    markBelowBoth(
      classKey(entry, purpose.assistantEnd),
      first,
      entry.assistantResolved,
      isContained,
      entry.assistantResolved + entry.assistantHandedOver,
      staysWithUs,
    );
  }
  if (endsHere && pair.returnShare > 0)
    markBelow(pairKey(entry, pair, team, purpose.returning), first, pair.returnShare, returns);
  if (hasOutcome) markOutcomes(pairKey(entry, pair, team, purpose.outcome), first, pair);
  if (hasTime) {
    const key = pairKey(entry, pair, team, purpose.handling);
    drawRows(block + handlingAt, law.number, law.table, law.scale, key, first);
  }
  if (takesTime)
    drawSome(
      block,
      tries | isHelped,
      tries,
      entry.selfServiceDelayLaw,
      classKey(entry, purpose.selfServiceDelay),
      first,
    );
  if (takesTimeAgain)
    drawSome(
      block,
      tries | meets,
      meets,
      entry.assistantTimeLaw,
      classKey(entry, purpose.assistantTime),
      first,
    );
  writeWords(block + outcomeAt, rowBytes);
}

/* inline */ function isRandom(law: Law): bool {
  return law !== noLaw && law.constant < 0;
}

/** How long something takes for those whose flags are these, of some. */
/* rare */ function drawSome(block: usize, among: i32, wanted: i32, law: Law, key: usize, first: i32): void {
  let count = 0;
  for (let row: usize = 0; row < rowsAtOnce; row += 1) {
    store<i32>(someRows + ((<usize>count) << 2), <i32>row);
    count += (flagsOf(row) & among) === wanted ? 1 : 0;
  }
  drawListed(draws, 8, someRows, count, law.number, law.table, law.scale, key, first);
  for (let k: usize = 0; k < <usize>count; k += 1) {
    const row = <usize>load<i32>(someRows + (k << 2));
    store<f64>(block + row * rowBytes + delayAt, load<f64>(draws + (k << 3)));
  }
}

/* inline */ export function hasAhead(slot: Contact, bit: i32): bool {
  return (slot.ahead & bit) !== 0;
}
