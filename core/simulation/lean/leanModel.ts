// Which models the lean loop is right for, and their numbers laid out for it: live contacts in first-come lines, a constant
// number of interchangeable agents a group, hand-overs without delay. Everything else goes the general way.

import { unitSampler } from '../engine/arrivalProcess.ts';
import type { LawSampler } from '../engine/lawSampler.ts';
import { lawKind } from '../engine/laws.ts';
import {
  type CompiledModel,
  type GroupModel,
  outcomeKind,
  type PairModel,
  type QueueModel,
  type StageModel,
} from '../model/compiledModel.ts';
import { lawSamplerOf } from '../model/lawSamplers.ts';
import { keyPrecedes } from '../model/replicationState.ts';
import { comesTwice } from './comesTwice.ts';

const none = -1;
const forever = Number.POSITIVE_INFINITY;

export interface LeanModel {
  readonly sampler: LawSampler;
  /** Table of the unit exponential, for arrivals. */
  readonly unitTable: Float64Array;
  /** A draw in seconds without a table: of a law of the model, or of the unit exponential (-1). */
  readonly sampleSlowly: (law: number, k0: number, k1: number, ordinal: number) => number;
  /** Number of laws, and their means. */
  readonly laws: number;
  readonly lawMean: Float64Array;
  /** By class. */
  readonly firstStage: Int32Array;
  /** By stage. */
  readonly classOfStage: Int32Array;
  readonly teamOfStage: Int32Array;
  readonly lineOfStage: Int32Array;
  readonly patienceLaw: Int32Array;
  readonly balkingShare: Float64Array;
  /** By pair of class and team of the agent: class x teams + team. */
  readonly handlingLaw: Int32Array;
  readonly wrapUpShare: Float64Array;
  readonly resolvedBelow: Float64Array;
  /** Outcomes of a pair: from outcomeAt[pair] to outcomeAt[pair + 1]. */
  readonly outcomeAt: Int32Array;
  readonly outcomeBelow: Float64Array;
  readonly outcomeStage: Int32Array;
  /** The short handling of an outcome that is recognised at once; -1: a full one. */
  readonly outcomeLaw: Int32Array;
  readonly outcomeToLead: Int32Array;
  /** Groups that serve a line, in the order in which they are asked: from routeAt[line] to routeAt[line + 1]. */
  readonly routeAt: Int32Array;
  readonly routeGroup: Int32Array;
  /** Number of the entry to which a group belongs; groups of one entry are tied: the longest idle agent serves. */
  readonly routeEntry: Int32Array;
  /** Whether any entry ties groups, so that agents' idle times have to be known. */
  readonly tied: boolean;
  /** Lines that a group serves, in its order: from servesAt[group] to servesAt[group + 1]; equal ranks share a bucket. */
  readonly servesAt: Int32Array;
  readonly servesLine: Int32Array;
  readonly servesBucket: Int32Array;
  readonly teamOfGroup: Int32Array;
  /** Who of the groups comes first where agents have been idle for equally long. */
  readonly groupRank: Int32Array;
  readonly agents: Int32Array;
  readonly allAgents: number;
  /** What a handling is multiplied by, group x classes + class: one over the proficiency. */
  readonly slowness: Float64Array;
  /** Promises on the wait or the first response that a stage decides: from waitPromiseAt[stage] to waitPromiseAt[stage + 1]. */
  readonly waitPromiseAt: Int32Array;
  readonly waitPromise: Int32Array;
  readonly waitTarget: Float64Array;
  /** Promises on the resolution that are decided at a stage. */
  readonly resolutionPromiseAt: Int32Array;
  readonly resolutionPromise: Int32Array;
  /** Completions a second and the longest usual handling, for the calendar. */
  readonly secondsPerEvent: number;
  readonly reachSeconds: number;
}

const leanModels = new WeakMap<CompiledModel, LeanModel | null>();

/** The lean form of a model, or null where it needs the general engine. Made once a model. */
export function leanModelOf(model: CompiledModel): LeanModel | null {
  let lean = leanModels.get(model);
  if (lean === undefined) {
    lean = isLean(model) ? leanModel(model) : null;
    leanModels.set(model, lean);
  }
  return lean;
}

/** Laws under which two events at one instant do not happen, so that the order of equals needs no rule. */
const continuousLaws: readonly number[] = [
  lawKind.exponential,
  lawKind.lognormal,
  lawKind.gamma,
  lawKind.weibull,
  lawKind.uniform,
  lawKind.mixture,
];

function isLean(model: CompiledModel): boolean {
  const { duty } = model;
  const stagesUsed = usedStages(model);
  if (stagesUsed === null || model.interrupts || duty.chance !== null) return false;
  const linesUsed = new Set(stagesUsed.map((stage) => stage.liveQueue));
  return (
    model.classes.every(
      (entry) =>
        entry.segments !== null &&
        entry.live &&
        entry.selfServiceTried === 0 &&
        entry.assistantShare === 0 &&
        entry.redialShare === 0 &&
        entry.callBackOffer === null &&
        entry.backlog === null &&
        !entry.isInternal &&
        isAlwaysOpen(model, model.channels[entry.channel]?.windows ?? none),
    ) &&
    model.channels.every((channel) => channel.lines === forever && channel.waitingPlaces === forever) &&
    model.queues.every((queue, q) => !linesUsed.has(q) || isPlainLine(queue)) &&
    stagesUsed.every((stage) => isAlwaysOpen(model, model.teams[stage.homeTeam]?.windows ?? none)) &&
    model.groups.every(
      (group) => !group.named && group.absenceShare === 0 && !group.longestFirst && group.learning === null,
    ) &&
    model.teams.every((team) => team.waitingPlaces === forever) &&
    duty.timeSeconds.every((time, i) => time === 0 && Number.isInteger(duty.value[i])) &&
    new Set(duty.group).size === duty.group.length &&
    model.promises.every(
      (promise) =>
        promise.calendarOfClass.every((calendar) => calendar === none) &&
        (promise.periods === 0 || model.axis.kind === 'horizon'),
    )
  );
}

function isAlwaysOpen(model: CompiledModel, windows: number): boolean {
  const bounds = model.windows[windows]?.bounds;
  return bounds !== undefined && bounds.length === 2 && bounds[0] === 0 && bounds[1] === forever;
}

const isPlainLine = (queue: QueueModel): boolean =>
  queue.live &&
  queue.order === 'entry' &&
  queue.concurrency === none &&
  !queue.preempts &&
  !queue.interruptsDeferred &&
  queue.entries.every(
    // Which agent of several groups is chosen may matter, which of one group does not.
    (entry) => entry.afterSeconds === 0 && (queue.agentChoice === 'longestIdle' || entry.groups.length === 1),
  );

/** Stages that a contact can come to, if each is plain and no team is met twice; null otherwise. */
function usedStages(model: CompiledModel): StageModel[] | null {
  const teams = model.teams.length;
  const found = new Set<number>();
  const open = model.classes.map((entry) => entry.firstStage);
  const isContinuous = (law: number): boolean => continuousLaws.includes(model.laws[law]?.kind ?? none);
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    if (found.has(at)) continue;
    found.add(at);
    const stage = model.stages[at] as StageModel;
    const line = model.queues[stage.liveQueue];
    if (stage.nextStage !== none || stage.handlingLaw !== none || line === undefined) return null;
    if (stage.triggers.length > 0) return null;
    for (const g of line.entries.flatMap((entry) => entry.groups)) {
      const { team } = model.groups[g] as GroupModel;
      const pair = model.pairs[stage.classIndex * teams + team];
      if (pair === null || pair === undefined || pair.returnShare > 0 || !isContinuous(pair.handlingLaw))
        return null;
      for (const outcome of pair.outcomes) {
        if (outcome.kind === outcomeKind.otherDepartment || outcome.warmSeconds !== none) return null;
        if (outcome.kind === outcomeKind.recognised && !isContinuous(outcome.law)) return null;
        open.push(outcome.stage);
      }
    }
  }
  if (model.revisits && comesTwice(model, found)) return null;
  return [...found].map((at) => model.stages[at] as StageModel);
}

/** Lists of numbers one after the other, and where each of them starts. */
function joined(lists: readonly (readonly number[])[]): {
  readonly at: Int32Array;
  readonly all: Int32Array;
} {
  const at = new Int32Array(lists.length + 1);
  lists.forEach((list, i) => {
    at[i + 1] = (at[i] as number) + list.length;
  });
  return { at, all: Int32Array.from(lists.flat()) };
}

function leanModel(model: CompiledModel): LeanModel {
  const { classes, stages, queues, groups, pairs, promises } = model;
  const isFirst = new Set(classes.map((entry) => entry.firstStage));
  const promisesAt = (clocks: readonly string[]) =>
    joined(
      stages.map((stage, at) =>
        promises.flatMap((promise, p) =>
          clocks.includes(promise.clock) &&
          (promise.clock !== 'firstResponse' || isFirst.has(at)) &&
          promise.ofClass[stage.classIndex] === 1 &&
          promise.ofTeam[stage.homeTeam] === 1
            ? [p]
            : [],
        ),
      ),
    );
  const outcomes = pairs.map((pair) => pair?.outcomes ?? []);
  const allOutcomes = outcomes.flat();
  const routes = queues.map((queue) => queue.entries.flatMap((entry) => [...entry.groups]));
  const entries = queues.map((queue) => queue.entries.flatMap((entry, e) => entry.groups.map(() => e)));
  const waitPromises = promisesAt(['wait', 'firstResponse']);
  const resolutionPromises = promisesAt(['resolution']);
  const serves = joined(groups.map((group) => group.queues.map((served) => served.queue)));
  const agents = new Int32Array(groups.length);
  model.duty.group.forEach((group, i) => {
    agents[group] = model.duty.value[i] as number;
  });
  const allAgents = agents.reduce((sum, count) => sum + count, 0);
  const ofPair = (value: (pair: PairModel) => number, absent: number): number[] =>
    pairs.map((pair) => (pair === null ? absent : value(pair)));
  const longest = ofPair((pair) => pair.meanSeconds, 0).reduce((most, mean) => Math.max(most, mean), 1);
  const shortest = ofPair((pair) => Math.max(pair.meanSeconds, 0.001), longest).reduce(
    (least, mean) => Math.min(least, mean),
    longest,
  );
  const sampler = lawSamplerOf(model);
  const tied = queues.some((queue) => queue.entries.some((entry) => entry.groups.length > 1));
  return {
    sampler,
    unitTable: unitSampler.tableOf(0) as Float64Array,
    sampleSlowly: (law, k0, k1, ordinal) =>
      law === none ? unitSampler.sampleAt(0, k0, k1, ordinal) : sampler.sampleAt(law, k0, k1, ordinal),
    laws: model.laws.length,
    lawMean: Float64Array.from(model.laws, (law) => law.meanSeconds),
    firstStage: Int32Array.from(classes, (entry) => entry.firstStage),
    classOfStage: Int32Array.from(stages, (stage) => stage.classIndex),
    teamOfStage: Int32Array.from(stages, (stage) => stage.homeTeam),
    lineOfStage: Int32Array.from(stages, (stage) => stage.liveQueue),
    patienceLaw: Int32Array.from(stages, (stage) => stage.patienceLaw),
    balkingShare: Float64Array.from(stages, (stage) => stage.balkingShare),
    handlingLaw: Int32Array.from(ofPair((pair) => pair.handlingLaw, none)),
    wrapUpShare: Float64Array.from(ofPair((pair) => pair.wrapUpShare, 0)),
    resolvedBelow: Float64Array.from(ofPair((pair) => pair.resolvedBelow, 1)),
    outcomeAt: joined(outcomes.map((rows) => rows.map((_, k) => k))).at,
    outcomeBelow: Float64Array.from(allOutcomes, (row) => row.below),
    outcomeStage: Int32Array.from(allOutcomes, (row) => row.stage),
    outcomeLaw: Int32Array.from(allOutcomes, (row) => (row.kind === outcomeKind.recognised ? row.law : none)),
    outcomeToLead: Int32Array.from(allOutcomes, (row) => (row.kind === outcomeKind.toLead ? 1 : 0)),
    routeAt: joined(routes).at,
    routeGroup: joined(routes).all,
    routeEntry: joined(entries).all,
    tied,
    servesAt: serves.at,
    servesLine: serves.all,
    servesBucket: Int32Array.from(groups.flatMap((group) => group.queues.map((served) => served.bucket))),
    teamOfGroup: Int32Array.from(groups, (group) => group.team),
    groupRank: tied ? ranksOf(groups) : new Int32Array(0),
    agents,
    allAgents,
    slowness: Float64Array.from(
      groups.flatMap((group) => [...group.proficiency].map((factor) => 1 / factor)),
    ),
    waitPromiseAt: waitPromises.at,
    waitPromise: waitPromises.all,
    waitTarget: Float64Array.from(waitPromises.all, (p) => promises[p]?.targetSeconds ?? 0),
    resolutionPromiseAt: resolutionPromises.at,
    resolutionPromise: resolutionPromises.all,
    secondsPerEvent: shortest / Math.max(1, allAgents),
    reachSeconds: 8 * longest,
  };
}

const ranksOf = (groups: readonly GroupModel[]): Int32Array =>
  Int32Array.from(groups, (group) => groups.filter((other) => keyPrecedes(other, group)).length);
