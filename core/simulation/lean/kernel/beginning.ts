// The beginning of a handling: what comes of it, how long it takes, and what it adds to the sums of the team.
import * as at from '../kernelLayout.ts';
import { draw, uniform } from './draws.ts';
import { changeIn, intervalOf } from './leaving.ts';

/** An agent of the group begins with the contact: the outcome is drawn first, then the time that belongs to it. */
/* inline */ export function begin(row: usize, group: usize, now: f64): f64 {
  const source = <usize>load<i32>(row, at.contactClass);
  const ordinal = load<i32>(row, at.contactOrdinal);
  const work = <usize>(load<i32>(group, at.groupWorks) + load<i32>(source, at.classIndex) * at.workBytes);
  const pair = <usize>load<i32>(work, at.workPair);
  const team = load<i32>(group, at.groupTeam);
  const drawnFor = load<i32>(row, at.contactDrawnFor);
  const before = load<f64>(row, at.contactHandling);
  // Law, table, scale and mean stand one after the other, in a pair as in an outcome.
  let law = pair + at.pairLaw;
  let key = drawnFor === team ? 0 : pair + at.pairKey;
  let phase: i32 = at.phaseResolving;
  const outcomes = load<i32>(pair, at.pairOutcomes);
  if (outcomes !== 0) {
    const u = uniform(load<i32>(pair, at.pairOutcomeKey), load<i32>(pair, at.pairOutcomeKey + 4), ordinal);
    if (u >= load<f64>(pair, at.pairResolvedBelow)) {
      phase = outcomes;
      const last = load<i32>(pair, at.pairOutcomesLast);
      while (phase < last && u >= load<f64>(phase, at.outcomeBelow)) phase += at.outcomeBytes;
      if (load<i32>(phase, at.outcomeLaw) !== at.none) {
        law = phase + at.outcomeLaw;
        key = pair + at.pairRecognitionKey;
      }
    }
  }
  let time = before;
  if (key !== 0)
    time = draw(
      load<i32>(law),
      load<i32>(law, 4),
      load<f64>(law, 8),
      load<i32>(key),
      load<i32>(key, 4),
      ordinal,
    );
  const slowness = load<f64>(work, at.workSlowness);
  const seconds = time * slowness;
  store<f64>(row, (drawnFor === at.none ? before : 0) + seconds, at.contactHandling);
  store<i32>(row, at.none, at.contactDrawnFor);
  const talk = seconds * load<f64>(pair, at.pairTalkShare);
  const talkEnd = now + talk;
  const workEnd = talkEnd + (seconds - talk);
  store<f64>(row, workEnd, at.contactLeaves);
  store<i32>(row, <i32>group, at.contactGroup);
  store<i32>(row, phase, at.contactPhase);
  if (load<i32>(at.hasEndedAt) === 0) {
    const column = load<i32>(at.columnAt);
    const surplus = <usize>(load<i32>(group, at.groupSurplus) + column);
    store<f64>(surplus, load<f64>(surplus) + (time - load<f64>(law, 16)) * slowness);
    if (outcomes !== 0) {
      const draws = <usize>(load<i32>(pair, at.pairOutcomeDraws) + (column >> 1));
      store<i32>(draws, load<i32>(draws) + 1);
      if (phase !== at.phaseResolving) {
        const drawn = <usize>(load<i32>(phase, at.outcomeDrawn) + (column >> 1));
        store<i32>(drawn, load<i32>(drawn) + 1);
      }
    }
    const interval = load<i32>(at.intervalAt);
    const sums = load<i32>(group, at.groupBusySums);
    if (workEnd <= load<f64>(at.intervalEndAt)) {
      const sum = <usize>(sums + (interval << 3));
      store<f64>(sum, load<f64>(sum) + (workEnd - now));
    } else {
      const carry = load<i32>(group, at.groupBusyCarry);
      changeIn(sums, carry, interval, now, 1);
      // Mostly in the next interval, which is found without a division.
      const isNext = workEnd < load<f64>(at.intervalEndAt) + load<f64>(at.intervalSecondsAt);
      changeIn(sums, carry, isNext ? interval + 1 : intervalOf(workEnd), workEnd, -1);
    }
  }
  return talkEnd;
}
