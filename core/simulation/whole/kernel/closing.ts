// The end of a replication: what is still under way is counted, and the levels are brought into the tally.
import { classInSystem } from './counters.ts';
import { finishDuty } from './duty.ts';
import { atHead, counted, everReached, isFlagged, reached } from './flags.ts';
import { observeBusy, observeOverRun } from './freeAgent.ts';
import { abandon, endWaiting } from './leaving.ts';
import { addToClass, countFresh, passSurplus } from './observer.ts';
import { endPause } from './pauses.ts';
import { decideEndOfWait, decideNoResolution, decideOpenResponse, openAnswer } from './promises.ts';
import { finishSeries } from './series.ts';
import { isFree, isWaiting, noAgent, noContact, s } from './state.ts';
import { addTotals } from './totals.ts';

/** Completes the tally of a replication that has run to its end. */
export function close(): void {
  settle();
  countFresh();
  finishDuty();
  for (let agent = s.firstAgent; agent !== noAgent; agent = agent.nextMade) {
    if (agent.load === 0) continue;
    observeBusy(agent, s.now);
    observeOverRun(agent, 0);
  }
  finishSeries(min<f64>(s.horizonEnd, s.now));
  passSurplus(s.column, s.column);
  addTotals();
}

/** Everyone still in the system when the last promise is decided: counted, and every promise whose time is over is missed. */
function settle(): void {
  for (let slot = s.firstContact; slot !== noContact; slot = slot.nextMade)
    if (slot.state === isWaiting && slot.abandonAt < s.now) abandon(slot, slot.abandonAt);
  for (let slot = s.firstContact; slot !== noContact; slot = slot.nextMade) {
    if (slot.state === isFree) continue;
    const stage = slot.stage;
    if (slot.state === isWaiting) {
      if (!isFlagged(slot, atHead)) decideEndOfWait(slot, stage, slot.queueEntry, s.now, openAnswer);
      endWaiting(slot, s.now);
    }
    endPause(slot);
    if (isFlagged(slot, reached)) decideOpenResponse(slot, stage, s.now, openAnswer);
    if (isFlagged(slot, everReached)) decideNoResolution(slot, stage, s.now, openAnswer);
    if (isFlagged(slot, counted)) addToClass(slot.entry, classInSystem, 1);
  }
}
