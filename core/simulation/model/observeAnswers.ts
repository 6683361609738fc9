// The observer of what a contact waits for: the first response of a person, and the resolution.
import { binOf, histogramBins } from '../stats/histogram.ts';
import { contactFloat, contactInt } from './contactFields.ts';
import { contactFlag, isFlagged, setFlag } from './contactFlags.ts';
import { answer, decidePromises } from './decidePromises.ts';
import { addDuration, addToClass, addToTeam, bump, channelPlace } from './observer.ts';
import { promiseClock } from './promiseTables.ts';
import type { ReplicationState } from './replicationState.ts';
import { channelCounter, classCounter, duration, teamCounter } from './tallyLayout.ts';

/** A person's first response to the present attempt, as a measure: to the class and to the team that gave it. */
export function observeFirstResponse(s: ReplicationState, slot: number, homeTeam: number): void {
  if (isFlagged(s, slot, contactFlag.responded)) return;
  setFlag(s, slot, contactFlag.responded);
  if (!isFlagged(s, slot, contactFlag.counted)) return;
  const seconds = s.now - (s.contactFloats[(slot << 5) | contactFloat.clockStart] as number);
  const c = s.contactInts[(slot << 6) | contactInt.classIndex] as number;
  addToClass(s, c, classCounter.firstResponses, 1);
  addToClass(s, c, classCounter.firstResponseSeconds, seconds);
  addToTeam(s, homeTeam, teamCounter.firstResponses, 1);
  addToTeam(s, homeTeam, teamCounter.firstResponseSeconds, seconds);
  const ofChannel = channelPlace(s, c, s.contactInts[(slot << 6) | contactInt.clockInterval] as number);
  bump(s.values, ofChannel + channelCounter.firstResponses, 1);
  bump(s.values, ofChannel + channelCounter.firstResponseSeconds, seconds);
  addDuration(s, c, homeTeam, duration.firstResponse, seconds);
}

export function observeResolution(
  s: ReplicationState,
  slot: number,
  homeTeam: number,
  comesBack: boolean,
): void {
  decidePromises(
    s,
    slot,
    homeTeam,
    promiseClock.resolution,
    s.contactFloats[(slot << 5) | contactFloat.firstClockStart] as number,
    s.now,
    answer.given,
  );
  if (!isFlagged(s, slot, contactFlag.counted)) return;
  const seconds = s.now - (s.contactFloats[(slot << 5) | contactFloat.firstClockStart] as number);
  const c = s.contactInts[(slot << 6) | contactInt.classIndex] as number;
  addToClass(s, c, classCounter.resolved, 1);
  addToClass(s, c, classCounter.resolutionSeconds, seconds);
  const handling = s.contactFloats[(slot << 5) | contactFloat.handlingSeconds] as number;
  addToClass(s, c, classCounter.resolvedHandlingSeconds, handling);
  bump(s.values, s.layout.handlingHistogramAt + c * histogramBins + binOf(handling), 1);
  const ofChannel = channelPlace(s, c, s.contactInts[(slot << 6) | contactInt.firstClockInterval] as number);
  bump(s.values, ofChannel + channelCounter.resolved, 1);
  bump(s.values, ofChannel + channelCounter.resolutionSeconds, seconds);
  addToTeam(s, homeTeam, teamCounter.resolved, 1);
  addToTeam(s, homeTeam, teamCounter.resolutionSeconds, seconds);
  if (s.contactInts[(slot << 6) | contactInt.generation] === 0) {
    addToClass(s, c, classCounter.firstGenerationResolved, 1);
    if (!comesBack) addToClass(s, c, classCounter.resolvedForGood, 1);
  }
  addDuration(s, c, homeTeam, duration.resolution, seconds);
}
