// Which lines have a companion: one team with a constant number of agents, exponential handling and exponential patience, which
// meets the same arrivals with the same uniforms and whose expectations are known exactly (README.md, decision 9).
import type { ClassModel, CompiledModel, PromiseModel } from '../model/compiledModel.ts';

export interface CompanionClass {
  readonly c: number;
  readonly entry: ClassModel;
}

/** The companion of a team: all who come to it first, in one line. */
export interface Companion {
  readonly team: number;
  readonly classes: readonly CompanionClass[];
  readonly agents: number;
  readonly handlingSeconds: number;
  readonly patienceSeconds: number;
}

/** What a companion counts of a class: arrivals, waits, abandonments, then one place a promise for those served in time. */
export const companionCount = { arrivals: 0, waitSeconds: 1, abandoned: 2, promises: 3 } as const;
export const placesPerClass = (model: CompiledModel): number =>
  companionCount.promises + model.promises.length;

/** Targets beyond this are looked at as this long: a companion need not be alike, its expectations must be known. */
const longestTargetSeconds = 3600;

/** Time within which a companion serves in time for a promise; -1 where the promise asks for something else. */
export const companionTarget = ({ clock, targetSeconds }: PromiseModel): number =>
  clock === 'resolution' ? -1 : Math.min(targetSeconds, longestTargetSeconds);

/** Where the plan lets nobody leave, the companion's contacts leave after so many handlings: its line must have an end. */
const handlingsOfPatience = 8;
const mostAgents = 2000;

const known = new WeakMap<CompiledModel, readonly Companion[]>();

/**
 * The companions of a model, made once; none where the volume of days is drawn or the horizon ends with a number of contacts, and none
 * of teams whose number of agents changes: a companion that is not alike would not pay.
 */
export function companionsOf(model: CompiledModel): readonly Companion[] {
  let found = known.get(model);
  if (found === undefined) {
    found = isTimed(model) ? model.teams.flatMap((_, team) => companionOf(model, team) ?? []) : [];
    known.set(model, found);
  }
  return found;
}

const isTimed = (model: CompiledModel): boolean =>
  model.busyDayShape === 0 &&
  model.horizonContacts === Number.POSITIVE_INFINITY &&
  model.warmUpContacts === 0 &&
  model.promises.some((promise) => companionTarget(promise) >= 0);

function companionOf(model: CompiledModel, team: number): Companion | null {
  const classes = model.classes.flatMap((entry, c) =>
    comesFirstTo(model, entry, team) ? [{ c, entry }] : [],
  );
  if (classes.length === 0) return null;
  const agents = constantAgents(model, team);
  if (!(agents >= 1 && agents <= mostAgents)) return null;
  let arrivals = 0;
  let work = 0;
  let leaving = 0;
  for (const { c, entry } of classes) {
    const expected = expectedArrivals(entry);
    const stage = model.stages[entry.firstStage];
    const own = stage?.handlingLaw ?? -1;
    const law = own >= 0 ? own : (model.pairs[c * model.teams.length + team]?.handlingLaw ?? -1);
    const handling = model.laws[law]?.meanSeconds ?? 0;
    if (!(handling > 0 && handling < Number.POSITIVE_INFINITY)) return null;
    const patience = model.laws[stage?.patienceLaw ?? -1]?.meanSeconds ?? Number.POSITIVE_INFINITY;
    arrivals += expected;
    work += expected * handling;
    leaving += expected / (patience > 0 ? Math.min(patience, handlingsOfPatience * handling) : handling);
  }
  if (!(arrivals > 0)) return null;
  return {
    team,
    classes,
    agents,
    handlingSeconds: work / arrivals,
    patienceSeconds: arrivals / leaving,
  };
}

/** Whether all arrivals of a class stand in the team's line at the instant of their arrival. */
function comesFirstTo(model: CompiledModel, entry: ClassModel, team: number): boolean {
  return (
    entry.segments !== null &&
    entry.live &&
    !entry.isInternal &&
    entry.backlog === null &&
    entry.selfServiceTried === 0 &&
    entry.assistantShare === 0 &&
    model.stages[entry.firstStage]?.homeTeam === team
  );
}

/** Agents of a team whose number never changes; 0 where it does. */
function constantAgents(model: CompiledModel, team: number): number {
  const { duty } = model;
  const ofTeam = model.groups.map((group) => group.team === team && !group.named && group.absenceShare === 0);
  if (model.groups.some((group, g) => group.team === team && !ofTeam[g])) return 0;
  let agents = 0;
  for (let i = 0; i < duty.timeSeconds.length; i += 1) {
    if (ofTeam[duty.group[i] as number] !== true) continue;
    if (duty.timeSeconds[i] !== 0 || !Number.isInteger(duty.value[i])) return 0;
    agents += duty.value[i] as number;
  }
  return agents;
}

function expectedArrivals({ segments }: ClassModel): number {
  if (segments === null) return 0;
  const { ratePerSecond, startsSeconds } = segments;
  return ratePerSecond.reduce(
    (sum, rate, k) => sum + rate * ((startsSeconds[k + 1] as number) - (startsSeconds[k] as number)),
    0,
  );
}
