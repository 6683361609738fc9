// Lays a model and the beginning of a replication down in the kernel's memory.

import type { CompiledModel } from '../model/compiledModel.ts';
import { mayLookLate } from '../model/lazyAbandonment.ts';
import { promiseTablesOf } from '../model/promiseTables.ts';
import { growthStartOf } from '../model/queueGrowth.ts';
import { secondsBetweenArrivals } from '../model/secondsBetweenArrivals.ts';
import { tallyLayout } from '../model/tallyLayout.ts';
import { layClasses } from './layClasses.ts';
import { layCounts } from './layCounts.ts';
import { Laying } from './laying.ts';
import { layPromises } from './layPromises.ts';
import { layRules } from './layRules.ts';
import { layTables } from './layTables.ts';
import { ModelPlaces } from './modelPlaces.ts';
import {
  agentRow,
  channelCountsRow,
  channelRow,
  chatRow,
  classRow,
  contactRow,
  groupRow,
  queueRow,
  seriesRow,
  stageRow,
  stateRow,
  teamRow,
} from './rowPlaces.ts';
import { stateAt } from './stateAt.ts';
import type { WholeMemory } from './wholeMemory.ts';

/** Stretches of the calendar from one arrival to the next: so many that most events stand alone in theirs; and in all. */
const stretchesPerArrival = 32;
const mostStretches = 2 ** 50;

/** Errors: GrowthExceeded where there is no room. */
export function layModel(
  memory: WholeMemory,
  model: CompiledModel,
  seed: number,
  replication: number,
): ModelPlaces {
  const laying = new Laying(memory);
  const promises = promiseTablesOf(model);
  const places = new ModelPlaces(model, tallyLayout(model), laying, promises.columnOf);
  for (let at = stateAt; at < stateAt + stateRow.bytes; at += 4) laying.int(at, 0);
  layTables(places, promises);
  layRules(places);
  layClasses(places, seed, replication);
  layCounts(places);
  layPromises(places, promises);
  layLateSeries(places);
  layRecords(places);
  layTimes(places);
  laying.int(stateAt + stateRow.seed, seed | 0);
  laying.int(stateAt + stateRow.replication, replication);
  layParts(places);
  laying.int(stateAt + stateRow.freeAt, laying.end);
  laying.int(stateAt + stateRow.memoryEnd, laying.end);
  memory.beginAt(laying.end);
  return places;
}

/** Where abandonment is looked at late, all intervals of the lines are kept to the end. */
function layLateSeries(places: ModelPlaces): void {
  const { laying, model } = places;
  if (!mayLookLate(model)) return;
  laying.int(stateAt + stateRow.looksLate, 1);
  const { absoluteIntervals } = model.axis;
  const rows = [
    ...model.teams.map((_, t) => places.teamSeriesAt(t, 0)),
    ...model.classes.map((_, c) => places.classSeriesAt(c)),
  ];
  const sums = laying.take(8 * rows.length * absoluteIntervals);
  const carry = laying.take(8 * rows.length * (absoluteIntervals + 1));
  rows.forEach((at, row) => {
    laying.int(at + seriesRow.sums, sums + 8 * row * absoluteIntervals);
    laying.int(at + seriesRow.carry, carry + 8 * row * (absoluteIntervals + 1));
  });
}

/** Sizes of the rows of contacts and agents, and which rules the model uses. */
function layRecords({ laying, model }: ModelPlaces): void {
  const { concurrency, promises, stages, teams } = model;
  const set = (field: number, value: number): void => laying.int(stateAt + field, value);
  const flag = (field: number, value: boolean): void => laying.flag(stateAt + field, value);
  flag(
    stateRow.hasTriggers,
    stages.some((stage) => stage.triggers.length > 0),
  );
  flag(
    stateRow.limitsTeams,
    teams.some((team) => team.waitingPlaces !== Number.POSITIVE_INFINITY),
  );
  flag(stateRow.interrupts, model.interrupts);
  flag(
    stateRow.limitsLines,
    model.channels.some(({ lines }) => lines !== Number.POSITIVE_INFINITY),
  );
  flag(stateRow.revisits, model.revisits);
  const visitsEnd = contactRow.bytes + (model.revisits ? Math.ceil(teams.length / 4) * 8 : 0);
  const pauses = promises.filter((promise) => promise.pausesInOtherDepartment).length;
  set(stateRow.visitsAt, contactRow.bytes);
  set(stateRow.visitsEnd, visitsEnd);
  set(stateRow.pausesAt, visitsEnd);
  set(stateRow.pausesEnd, visitsEnd + 8 * pauses);
  set(stateRow.pauses, pauses);
  set(stateRow.contactBytes, wholeLines(visitsEnd + 8 * pauses));
  const mostChats = concurrency.reduce((most, table) => Math.max(most, table.limit), 1);
  set(stateRow.mostChats, mostChats);
  set(stateRow.agentBytes, wholeLines(agentRow.bytes + mostChats * chatRow.bytes));
}

/** Rows that begin with a line of the processor's cache. */
const wholeLines = (bytes: number): number => Math.ceil(bytes / 64) * 64;

function layTimes({ laying, model, columnOf, promiseBytes }: ModelPlaces): void {
  const { axis } = model;
  const set = (field: number, value: number): void => laying.float(stateAt + field, value);
  const warmStart = model.warmUpContacts > 0 ? Number.POSITIVE_INFINITY : model.warmUpSeconds;
  set(stateRow.one, 1);
  set(stateRow.intervalEnd, axis.intervalSeconds);
  set(stateRow.intervalBound, axis.intervalSeconds);
  set(stateRow.intervalSeconds, axis.intervalSeconds);
  set(stateRow.warmStart, warmStart);
  set(stateRow.horizonEnd, model.horizonSeconds);
  set(stateRow.stopTime, model.horizonSeconds + model.decisionSeconds);
  set(stateRow.growthStart, growthStartOf(model, warmStart));
  set(stateRow.horizonContacts, model.horizonContacts);
  set(stateRow.warmUpContacts, model.warmUpContacts);
  const gap = secondsBetweenArrivals(model) / stretchesPerArrival;
  const longest = Math.min(model.days * 86_400, Number.MAX_SAFE_INTEGER) / mostStretches;
  set(stateRow.stretchesPerSecond, 1 / Math.max(gap, longest, 1e-6));
  const column = promiseTablesOf(model).columnOf[0] ?? 0;
  const columnBytes = model.channels.length * channelCountsRow.bytes;
  laying.int(stateAt + stateRow.columnOf, columnOf);
  laying.int(stateAt + stateRow.column, column);
  laying.int(stateAt + stateRow.columnBytes, columnBytes);
  laying.int(stateAt + stateRow.columnAt, column * columnBytes);
  laying.int(stateAt + stateRow.intervalBytes, promiseBytes);
  laying.int(stateAt + stateRow.intervals, axis.absoluteIntervals);
  laying.int(stateAt + stateRow.columns, axis.intervals);
}

/** Where the parts of the model begin and end. */
function layParts({ laying, model, ...at }: PartPlaces): void {
  const parts = [
    [stateRow.teams, stateRow.teamsEnd, at.teams, model.teams.length * teamRow.bytes],
    [stateRow.queues, stateRow.queuesEnd, at.queues, model.queues.length * queueRow.bytes],
    [stateRow.groups, stateRow.groupsEnd, at.groups, model.groups.length * groupRow.bytes],
    [stateRow.stages, stateRow.stagesEnd, at.stages, model.stages.length * stageRow.bytes],
    [stateRow.channels, stateRow.channelsEnd, at.channels, model.channels.length * channelRow.bytes],
    [stateRow.classes, stateRow.classesEnd, at.classes, model.classes.length * classRow.bytes],
    [
      stateRow.series,
      stateRow.seriesEnd,
      at.series,
      (4 * model.teams.length + model.classes.length) * seriesRow.bytes,
    ],
  ] as const;
  for (const [begin, end, first, bytes] of parts) {
    laying.int(stateAt + begin, first);
    laying.int(stateAt + end, first + bytes);
  }
}

type PartPlaces = Pick<
  ModelPlaces,
  'laying' | 'model' | 'teams' | 'queues' | 'groups' | 'stages' | 'channels' | 'classes' | 'series'
>;
