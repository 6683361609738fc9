// A small team with deferred work beside live work, as a station.
import {
  type BlendedTeam,
  type BlendSums,
  blendedOutcome,
  blendedTeam,
  solveBlend,
} from '../queueing/blendedTeam.ts';
import type { StationInput, StationOutcome } from './station.ts';

/** Beyond so many agents the chain over live and deferred work takes too long; chance matters less there too. */
const mostBlended = 16;
/** Nearer to its agents the endlessly patient fill more places to wait than the chain has. */
const mostPatientLoad = 0.97;

/** Whether the chain over live and deferred work answers. */
export const isBlended = (
  { deferredLoad, deferredHandling, chats, patience, balking, handling }: StationInput,
  agents: number,
  load: number,
): boolean =>
  deferredLoad !== 0 &&
  deferredHandling > 0 &&
  handling > 0 &&
  chats === null &&
  agents >= 1 &&
  agents <= mostBlended &&
  (patience !== Number.POSITIVE_INFINITY || load * (1 - balking) < mostPatientLoad * agents);

const team = blendedOutcome();

/** Chains that were solved before: another target of a promise asks nothing new of them. */
export type SolvedBlends = Map<string, BlendSums>;

function sumsOf(asked: BlendedTeam, solved: SolvedBlends | undefined): BlendSums {
  if (solved === undefined) return solveBlend(asked);
  const { agents, reserve, arrivals, balking, handling, patience, deferredHandling } = asked;
  const name = `${agents} ${reserve} ${arrivals} ${balking} ${handling} ${patience} ${deferredHandling} ${asked.deferredLoad} ${asked.mostDeferred}`;
  const known = solved.get(name) ?? solveBlend(asked);
  solved.set(name, known);
  return known;
}

/** What the first deferred piece would meet before a small team that has none yet. */
export function firstDeferred(input: StationInput, agents: number, load: number, into: StationOutcome): void {
  if (input.mostDeferred === undefined) return;
  blendedTeam({ ...input, targets: [], agents, arrivals: load / input.handling }, team);
  into.deferredBlocked = team.deferredBlocked;
  into.deferredHeld = team.deferredHeld;
}

/** A small team with deferred work: see `blendedTeam`. */
export function blended(
  input: StationInput,
  agents: number,
  load: number,
  into: StationOutcome,
  solved?: SolvedBlends,
): void {
  const asked = { ...input, agents, arrivals: load / input.handling };
  blendedTeam(asked, team, sumsOf(asked, solved));
  into.waitProbability = team.waitProbability;
  into.abandonment = team.abandonment;
  into.meanWait = team.meanWait;
  into.meanWaitOfServed = team.meanWaitOfServed;
  into.meanWaitOfDelayed = team.waitProbability > 0 ? team.meanWait / team.waitProbability : 0;
  into.mostBusy = team.mostBusy;
  into.mostDeferred = team.mostDeferred;
  into.deferredBlocked = team.deferredBlocked;
  into.deferredHeld = team.deferredHeld;
  for (let i = 0; i < input.targets.length; i += 1) {
    into.inTime[i] = team.inTime[i] as number;
    into.leftInTime[i] = team.leftInTime[i] as number;
  }
}
