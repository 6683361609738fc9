// What becomes of the contacts of one live line in a step: answered, gone, their waits and promises.
import { pow } from '../numerics/pow.ts';
import type { CompiledModel } from '../simulation/index.ts';
import type { Line } from './network.ts';
import type { StationOutcome } from './station.ts';
import { ofClass, ofTeam } from './tallies.ts';
import type { WalkState } from './walk.ts';

/** Chats wait only where no agent has a place left for one more: so much less often than all are busy. */
export const thinned = (outcome: StationOutcome, share: number): StationOutcome => ({
  ...outcome,
  waitProbability: outcome.waitProbability * share,
  abandonment: outcome.abandonment * share,
  meanWait: outcome.meanWait * share,
  meanWaitOfServed: outcome.meanWaitOfServed * share,
  inTime: outcome.inTime.map((value) => 1 - outcome.blocking - (1 - outcome.blocking - value) * share),
  leftInTime: outcome.leftInTime.map((value) => value * share),
});

/** Counts a live line by the outcome of its station; `factor`: how much longer it waits than the mean, by its rank. */
export function countLive(
  s: WalkState,
  l: number,
  targets: readonly number[],
  outcome: StationOutcome,
  factor: number,
  k: number,
): void {
  const { network, joining, tallies, taken, lost, answeredShare, promisesOf, model } = s;
  const line = network.lines[l] as Line;
  const { classIndex: c, team, balking } = line;
  const came = joining[l] as number;
  const waiting = outcome.waitProbability;
  const left = Math.min(waiting, outcome.abandonment * factor) * (1 - balking) + waiting * balking;
  const answered = Math.max(0, 1 - left - outcome.blocking);
  answeredShare[l] = answered;
  taken[l] = came * answered;
  lost[l] = came * (1 - answered);
  if (came === 0) return;
  const wait = outcome.meanWait * factor * (1 - balking);
  const answerWait = outcome.meanWaitOfServed * factor;
  const both = (sumOfClass: number, sumOfTeam: number, amount: number): void => {
    tallies.class(sumOfClass, c, k, amount);
    tallies.team(sumOfTeam, team, k, amount);
  };
  both(ofClass.answered, ofTeam.answered, came * answered);
  both(ofClass.abandoned, ofTeam.abandoned, came * left);
  both(ofClass.blocked, ofTeam.blocked, came * outcome.blocking);
  both(ofClass.waitSeconds, ofTeam.waitSeconds, came * wait);
  both(ofClass.answerWaitSeconds, ofTeam.answerWaitSeconds, came * answered * answerWait);
  both(ofClass.queueSeconds, ofTeam.queueSeconds, came * wait);
  if (s.resolution.isAsked && k >= 0 && (s.steps.counted[k] ?? 0) > 0) {
    s.resolution.note(l, c, came * answered, () => answerWait);
    s.resolution.noteLost(l, came * (1 - answered));
  }
  const entry = model.classes[c] as CompiledModel['classes'][number];
  if (entry.firstStage === line.stage && entry.answeredAtBegin)
    respond(s, line, k, came * answered, answerWait);
  for (const { promise, targetSeconds } of promisesOf[l] ?? []) {
    const rule = model.promises[promise] as CompiledModel['promises'][number];
    const i = targets.indexOf(targetSeconds);
    const atOnce = 1 - waiting - outcome.blocking;
    const leftInTime = Math.min(left, (outcome.leftInTime[i] ?? 0) * (1 - balking) + waiting * balking);
    const late = 1 - outcome.blocking - (outcome.inTime[i] ?? 0);
    const tail = waiting > 0 ? Math.min(1, late / waiting) : 0;
    const scaled = factor === 1 ? tail : tail <= 0 ? 0 : pow(tail, 1 / factor);
    const inTime = Math.min(answered, atOnce + waiting * (1 - scaled) * (1 - balking));
    const isOut = rule.abandoned === 'leftOut';
    const counted = 1 - (isOut ? leftInTime : 0) - (rule.blockedMissed ? 0 : outcome.blocking);
    const met = inTime + (rule.abandoned === 'metWithinTarget' ? leftInTime : 0);
    tallies.promise(promise, c, team, k, came * counted, came * Math.min(counted, met));
    s.witness?.promised({ step: k, line: l, promise, late, counted, met: Math.min(counted, met), inTime });
  }
  s.witness?.counted({ step: k, line: l, came, left, answered, blocked: outcome.blocking, wait, answerWait });
}

/** People have answered for the first time. */
export function respond(s: WalkState, line: Line, k: number, count: number, wait: number): void {
  const { tallies } = s;
  tallies.class(ofClass.firstResponses, line.classIndex, k, count);
  tallies.class(ofClass.firstResponseSeconds, line.classIndex, k, count * wait);
  tallies.team(ofTeam.firstResponses, line.team, k, count);
  tallies.team(ofTeam.firstResponseSeconds, line.team, k, count * wait);
}
