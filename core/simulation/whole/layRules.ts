// The rules of a model: stages, lines and the groups that serve them.
import type { CompiledModel, QueueModel } from '../model/compiledModel.ts';
import { noOne } from '../model/eventCodes.ts';
import type { Laying } from './laying.ts';
import { layPairs, layPassing } from './layOutcomes.ts';
import { layTaken } from './layTaken.ts';
import type { ModelPlaces } from './modelPlaces.ts';
import {
  agentListRow,
  dispatchRow,
  entryRow,
  groupRow,
  queueRow,
  raisedRow,
  servedRow,
  stageRow,
  triggerRow,
} from './rowPlaces.ts';

/** Numbers for the words of the model: as in kernel/agentChoice.ts, orderKey.ts and duty.ts. */
const agentChoices = ['longestIdle', 'fewestQueues', 'random', 'fixed'] as const;
const orders = ['entry', 'firstArrival', 'deadline'] as const;
const leavings = ['finish', 'handOver', 'interrupt'] as const;
/** Stream keys of first attempts of a class, for first and second comers. */
export const classKeyBytes = 2 * 256;
/** The channel of internal work. */
const unlimited = { lines: Number.POSITIVE_INFINITY, waitingPlaces: Number.POSITIVE_INFINITY };
/** As in kernel/yielding.ts: kinds of talks, their rings, what makes a line yield. */
const kindsOfTalk = 4;
const linkBytes = 8;
const isDeferred = 1;
const isPreemptible = 2;
const rankBits = 2;
/** More attempts than anybody makes. */
const never = 0x7fff_ffff;

export function layRules(places: ModelPlaces): void {
  layStages(places);
  layPairs(places);
  layPassing(places);
  layQueues(places);
  layTaken(places);
  layGroups(places);
}

function layStages(places: ModelPlaces): void {
  const { laying, model } = places;
  model.stages.forEach((stage, k) => {
    const at = places.stageAt(k);
    laying.float(at + stageRow.balkingShare, stage.balkingShare);
    laying.int(at + stageRow.homeTeam, places.teamAt(stage.homeTeam));
    laying.int(at + stageRow.homePair, places.pairAt(stage.classIndex, stage.homeTeam));
    laying.float(at + stageRow.meanSeconds, meanSecondsOf(model, stage));
    laying.int(at + stageRow.entry, places.classAt(stage.classIndex));
    laying.int(at + stageRow.liveQueue, places.queueAt(stage.liveQueue));
    laying.int(at + stageRow.deferredQueue, places.queueAt(stage.deferredQueue));
    const usual = stage.liveQueue === noOne ? stage.deferredQueue : stage.liveQueue;
    laying.int(at + stageRow.queue, places.queueAt(usual));
    laying.flag(at + stageRow.isTried, (model.classes[stage.classIndex]?.callBackTries ?? null) !== null);
    const raised = laying.rows(raisedRow, stage.raised.length);
    stage.raised.forEach(({ priority, liveQueue, deferredQueue }, i) => {
      const row = raised + i * raisedRow.bytes;
      laying.int(row + raisedRow.priority, priority);
      laying.int(row + raisedRow.liveQueue, places.queueAt(liveQueue));
      laying.int(row + raisedRow.deferredQueue, places.queueAt(deferredQueue));
    });
    laying.int(at + stageRow.raised, raised);
    laying.int(at + stageRow.raisedEnd, raised + stage.raised.length * raisedRow.bytes);
    const triggers = laying.rows(triggerRow, stage.triggers.length);
    stage.triggers.forEach((trigger, i) => {
      const row = triggers + i * triggerRow.bytes;
      laying.float(row + triggerRow.shareOfTarget, trigger.shareOfTarget);
      laying.int(row + triggerRow.fromAttempt, trigger.fromAttempt);
      laying.int(row + triggerRow.raiseTo, trigger.raiseTo);
      laying.int(row + triggerRow.moveStage, places.stageAt(trigger.moveStage));
    });
    laying.int(at + stageRow.fromAttempt, fromAttemptOf(stage));
    laying.int(at + stageRow.triggers, triggers);
    laying.int(at + stageRow.triggersEnd, triggers + stage.triggers.length * triggerRow.bytes);
    laying.int(at + stageRow.callBackStage, places.stageAt(stage.callBackStage));
    laying.int(at + stageRow.patienceLaw, places.lawAt(stage.patienceLaw));
    laying.int(at + stageRow.nextStage, places.stageAt(stage.nextStage));
    const wrongTeams = Int32Array.from(stage.wrongTeamStages, (wrong) => places.stageAt(wrong));
    const dispatch = laying.rows(dispatchRow, 1);
    laying.float(dispatch + dispatchRow.wrongTeamShare, stage.wrongTeamShare);
    laying.int(dispatch + dispatchRow.wrongTeamStages, laying.array(wrongTeams));
    laying.int(dispatch + dispatchRow.wrongTeams, wrongTeams.length);
    laying.int(at + stageRow.dispatch, dispatch);
    laying.int(at + stageRow.handlingLaw, places.lawAt(stage.handlingLaw));
  });
}

/** Mean work that a stage asks of its home team; 0 where the team has no such handlings. */
function meanSecondsOf(
  { laws, pairs, teams }: CompiledModel,
  stage: CompiledModel['stages'][number],
): number {
  const pair = pairs[stage.classIndex * teams.length + stage.homeTeam] ?? null;
  if (pair === null) return 0;
  return laws[stage.handlingLaw]?.meanSeconds ?? pair.meanSeconds;
}

/** The first attempt at which a trigger of a stage acts. */
function fromAttemptOf({ triggers }: CompiledModel['stages'][number]): number {
  const attempts = triggers.flatMap(({ fromAttempt }) => (fromAttempt === 0 ? [] : [fromAttempt]));
  return Math.min(never, ...attempts);
}

function layQueues(places: ModelPlaces): void {
  const { laying, model } = places;
  model.queues.forEach((queue, k) => {
    const at = places.queueAt(k);
    laying.float(at + queueRow.mostSpeed, mostSpeedOf(model, queue.concurrency));
    laying.int(at + queueRow.channel, places.channelAt(queue.channel));
    laying.flag(at + queueRow.live, queue.live);
    laying.int(at + queueRow.priority, queue.priority);
    const yields = (queue.live ? 0 : isDeferred) + (queue.priority << rankBits);
    laying.int(at + queueRow.yields, yields);
    laying.int(at + queueRow.homeTeam, places.teamAt(queue.homeTeam));
    laying.int(at + queueRow.order, orders.indexOf(queue.order));
    laying.int(at + queueRow.agentChoice, agentChoices.indexOf(queue.agentChoice));
    const entries = laying.rows(entryRow, queue.entries.length);
    queue.entries.forEach(({ afterSeconds, groups }, i) => {
      const row = entries + i * entryRow.bytes;
      laying.float(row + entryRow.afterSeconds, afterSeconds);
      laying.list(
        groups.map((g) => places.groupAt(g)),
        row + entryRow.groups,
        row + entryRow.groupsEnd,
      );
    });
    laying.int(at + queueRow.entries, entries);
    const [atOnce, ...others] = queue.entries.filter(({ afterSeconds }) => afterSeconds === 0);
    if (atOnce !== undefined && others.length === 0 && queue.concurrency < 0 && isLongestIdle(queue))
      laying.list(
        atOnce.groups.map((g) => places.groupAt(g)),
        at + queueRow.idleGroups,
        at + queueRow.idleGroupsEnd,
      );
    laying.int(at + queueRow.entriesEnd, entries + queue.entries.length * entryRow.bytes);
    laying.list(
      queue.sameLine.map((line) => places.queueAt(line)),
      at + queueRow.sameLine,
      at + queueRow.sameLineEnd,
    );
    // Places are counted where there are not as many as anybody may ask for.
    const { lines, waitingPlaces } = model.channels[queue.channel] ?? unlimited;
    const limitsLines = queue.holdsPlace && lines !== Number.POSITIVE_INFINITY;
    laying.flag(at + queueRow.limitsLines, limitsLines);
    const limitsPlaces = queue.holdsPlace && waitingPlaces !== Number.POSITIVE_INFINITY;
    laying.flag(at + queueRow.holdsPlace, limitsLines || limitsPlaces);
    laying.flag(at + queueRow.holdsTeamPlace, queue.holdsTeamPlace);
    laying.int(at + queueRow.concurrency, places.tableAt(queue.concurrency));
    laying.flag(at + queueRow.preempts, queue.preempts);
    laying.flag(at + queueRow.interruptsDeferred, queue.interruptsDeferred);
  });
}

/** Work that an agent does in a second at best, in single-chat seconds. */
function mostSpeedOf({ concurrency }: CompiledModel, k: number): number {
  const table = concurrency[k];
  if (table === undefined) return 1;
  let most = 1;
  for (let n = 1; n <= table.limit; n += 1) most = Math.max(most, n * (table.speed[n] as number));
  return most;
}

function layGroups(places: ModelPlaces): void {
  const { laying, model } = places;
  const mostChats = model.concurrency.reduce((most, table) => Math.max(most, table.limit), 1);
  const chatQueues = model.queues.filter(({ concurrency }) => concurrency >= 0);
  const chatGroups = new Set(chatQueues.flatMap(({ entries }) => entries.flatMap(({ groups }) => groups)));
  model.groups.forEach((group, g) => {
    const at = places.groupAt(g);
    const { learning } = group;
    laying.float(at + groupRow.absenceShare, group.absenceShare);
    laying.float(at + groupRow.newShare, learning?.newShare ?? 0);
    laying.float(at + groupRow.startFactor, learning?.startFactor ?? 0);
    laying.float(at + groupRow.learningSeconds, learning?.seconds ?? 0);
    laying.int(at + groupRow.team, places.teamAt(group.team));
    laying.int(at + groupRow.key0, group.key0);
    laying.int(at + groupRow.key1, group.key1);
    const served = laying.rows(servedRow, group.queues.length);
    group.queues.forEach(({ queue, afterSeconds, bucket }, i) => {
      const row = served + i * servedRow.bytes;
      laying.float(row + servedRow.afterSeconds, afterSeconds);
      laying.int(row + servedRow.queue, places.queueAt(queue));
      laying.int(row + servedRow.bucket, bucket);
    });
    for (let kind = 0; kind < kindsOfTalk; kind += 1) layRing(laying, at + groupRow.talks + linkBytes * kind);
    layRing(laying, at + groupRow.turns);
    laying.flag(at + groupRow.takesTurns, chatGroups.has(g));
    // Deferred work is only looked for where it may be interrupted.
    laying.int(at + groupRow.yielding, isPreemptible + (group.deferredInterruptible ? isDeferred : 0));
    laying.int(at + groupRow.served, served);
    laying.int(at + groupRow.servedEnd, served + group.queues.length * servedRow.bytes);
    laying.int(at + groupRow.reservedForLive, group.reservedForLive);
    laying.flag(at + groupRow.learns, learning !== null);
    laying.flag(at + groupRow.longestFirst, group.longestFirst);
    laying.int(at + groupRow.rowsServed, group.rowsServed);
    laying.flag(at + groupRow.deferredInterruptible, group.deferredInterruptible);
    laying.flag(at + groupRow.resumedBySameAgent, group.resumedBySameAgent);
    laying.int(at + groupRow.leaving, leavings.indexOf(group.leaving));
    laying.flag(at + groupRow.randomLeavers, group.randomLeavers);
    laying.int(at + groupRow.proficiency, laying.array(group.proficiency));
    layList(laying, at);
    const lists = laying.rows(agentListRow, model.concurrency.length * mostChats);
    for (let i = 0; i < model.concurrency.length * mostChats; i += 1)
      layList(laying, lists + i * agentListRow.bytes);
    laying.int(at + groupRow.lists, lists);
  });
}

const isLongestIdle = ({ agentChoice }: QueueModel): boolean => agentChoice === 'longestIdle';

/** A ring in which nobody stands. */
function layRing(laying: Laying, at: number): void {
  laying.int(at, at);
  laying.int(at + 4, at);
}

/** A list of agents in which nobody stands. */
function layList(laying: Laying, at: number): void {
  laying.float(at + agentListRow.since, -1);
  laying.int(at + agentListRow.head, at);
  laying.int(at + agentListRow.tail, at);
}
