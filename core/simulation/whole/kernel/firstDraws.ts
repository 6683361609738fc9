// What is drawn for first arrivals ahead, a block at a time: whether self-service is tried and helps, whether the assistant is
// met, and, of the first handling by the home team of the first stage, the outcome, the time and whether the customer returns.
import { drawBlock } from '../../lean/kernel/drawBlock.ts';
import { pairOf, setStreamKey, singleKey, visitsBy } from './keyedDraws.ts';
import * as purpose from './purposes.ts';
import type { Class, Contact, Pair, Team } from './rows.ts';
import { noLaw, noStage, noTeam } from './state.ts';
import { copyUniforms, drawUniforms, fillWords, markBelow } from './uniformBlock.ts';

/** What of a contact is drawn ahead, and how it came out, a bit each. */
export const knowsSelfService: i32 = 1;
export const tries: i32 = 2;
export const isHelped: i32 = 4;
export const knowsAssistant: i32 = 8;
export const meets: i32 = 16;
export const knowsOutcome: i32 = 32;
export const knowsReturn: i32 = 64;
export const returns: i32 = 128;
export const knowsHandling: i32 = 256;

/** Of the next arrivals of a class, `first` and those that follow, into the rows of two blocks. */
export function drawAhead(source: Class, block: usize, ahead: usize, first: i32): void {
  let known = 0;
  const words = ahead + 8;
  fillWords(words, 0);
  if (source.selfServiceTried > 0) {
    known |= knowsSelfService;
    uniformsOf(source, noTeam, purpose.selfServiceTried, first);
    markBelow(words, source.selfServiceTried, tries);
    uniformsOf(source, noTeam, purpose.selfServiceDeflected, first);
    markBelow(words, source.selfServiceDeflected, isHelped);
  }
  if (source.assistantShare > 0) {
    known |= knowsAssistant;
    uniformsOf(source, noTeam, purpose.assistantMet, first);
    markBelow(words, source.assistantShare, meets);
  }
  const stage = source.firstStage;
  const team = stage.homeTeam;
  const pair = pairOf(source, team);
  source.aheadTeam = team;
  if (pair.exists !== 0) {
    if (stage.nextStage === noStage) known |= drawEnd(source, team, pair, ahead, first);
    const law =
      stage.nextStage !== noStage && stage.handlingLaw !== noLaw ? stage.handlingLaw : pair.handlingLaw;
    source.aheadLaw = law;
    if (law !== noLaw && law.constant < 0) {
      known |= knowsHandling;
      const key = keyOf(source, team, purpose.handling);
      drawBlock(block + 8, law.number, law.table, law.scale, load<i32>(key), load<i32>(key, 4), first);
    }
  }
  source.ahead = known;
}

/** Outcome and return; gives what is known then. */
function drawEnd(source: Class, team: Team, pair: Pair, ahead: usize, first: i32): i32 {
  let known = 0;
  if (pair.thresholds !== pair.thresholdsEnd) {
    known |= knowsOutcome;
    uniformsOf(source, team, purpose.outcome, first);
    copyUniforms(ahead);
  }
  if (pair.returnShare > 0) {
    known |= knowsReturn;
    uniformsOf(source, team, purpose.returning, first);
    markBelow(ahead + 8, pair.returnShare, returns);
  }
  return known;
}

function uniformsOf(source: Class, team: Team, aim: i32, first: i32): void {
  const key = keyOf(source, team, aim);
  drawUniforms(load<i32>(key), load<i32>(key, 4), first);
}

function keyOf(source: Class, team: Team, aim: i32): usize {
  const key0 = team === noTeam ? 0 : team.key0;
  const key1 = team === noTeam ? 0 : team.key1;
  setStreamKey(singleKey, source.key0, source.key1, key0, key1, aim, 0);
  return singleKey;
}

/* inline */ export function hasAhead(slot: Contact, bit: i32): bool {
  return (slot.ahead & bit) !== 0;
}

/** Whether what was drawn for the first handling holds for one by this team now. */
/* inline */ export function isFirstBy(slot: Contact, team: Team): bool {
  return slot.ahead !== 0 && team === slot.entry.aheadTeam && visitsBy(slot, team) === 0;
}
