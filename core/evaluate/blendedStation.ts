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

/** A chain that is kept: another target of a promise asks nothing new of it. Null: not solved yet. */
export interface SolvedBlend {
  sums: BlendSums | null;
}

function sumsOf(asked: BlendedTeam, solved: SolvedBlend | undefined): BlendSums {
  if (solved === undefined) return solveBlend(asked);
  const known = solved.sums ?? solveBlend(asked);
  solved.sums = known;
  return known;
}

/** The team of a question. */
function teamOf(
  {
    reserve,
    balking,
    handling,
    patience,
    deferredHandling,
    deferredLoad,
    mostDeferred,
    targets,
  }: StationInput,
  agents: number,
  load: number,
): BlendedTeam {
  const arrivals = load / handling;
  // biome-ignore format: one below the other it would fill the screen
  return { agents, reserve, arrivals, balking, handling, patience, deferredHandling, deferredLoad, mostDeferred, targets };
}

/** What the first deferred piece would meet before a small team that has none yet. */
export function firstDeferred(
  input: StationInput,
  agents: number,
  load: number,
  into: StationOutcome,
  solved?: SolvedBlend,
): void {
  if (input.mostDeferred === undefined) return;
  const { blocked, held } = sumsOf(teamOf(input, agents, load), solved);
  into.deferredBlocked = blocked;
  into.deferredHeld = held;
}

/** A small team with deferred work: see `blendedTeam`. */
export function blended(
  input: StationInput,
  agents: number,
  load: number,
  into: StationOutcome,
  solved?: SolvedBlend,
): void {
  const asked = teamOf(input, agents, load);
  blendedTeam(asked, team, sumsOf(asked, solved));
  into.waitProbability = team.waitProbability;
  into.abandonment = team.abandonment;
  into.meanWait = team.meanWait;
  into.meanWaitOfServed = team.meanWaitOfServed;
  into.mostBusy = team.mostBusy;
  into.mostDeferred = team.mostDeferred;
  into.deferredBlocked = team.deferredBlocked;
  into.deferredHeld = team.deferredHeld;
  for (let i = 0; i < input.targets.length; i += 1) {
    into.inTime[i] = team.inTime[i] as number;
    into.leftInTime[i] = team.leftInTime[i] as number;
  }
}
