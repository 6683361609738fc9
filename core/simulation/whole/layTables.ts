// Laws, hours, concurrency, duty and what else of a model is a table.
import { lawKind } from '../engine/laws.ts';
import { closings } from '../model/duty.ts';
import { lawSamplerOf } from '../model/lawSamplers.ts';
import type { PromiseTables } from '../model/promiseTables.ts';
import type { ModelPlaces } from './modelPlaces.ts';
import {
  channelRow,
  closingRow,
  dutyRow,
  lawRow,
  stateRow,
  tableRow,
  teamRow,
  windowsRow,
} from './rowPlaces.ts';
import { stateAt } from './stateAt.ts';

export function layTables(places: ModelPlaces, promises: PromiseTables): void {
  layLaws(places);
  layWindows(places, promises);
  layDuty(places);
  const { laying, model } = places;
  model.concurrency.forEach((table, k) => {
    const at = places.tableAt(k);
    laying.int(at + tableRow.speeds, laying.array(table.speed));
    laying.int(at + tableRow.limit, table.limit);
    laying.flag(at + tableRow.fewestFirst, table.fewestFirst);
    laying.int(at + tableRow.index, k);
  });
  model.channels.forEach((channel, k) => {
    const at = places.channelAt(k);
    laying.float(at + channelRow.waitingPlaces, channel.waitingPlaces);
    laying.float(at + channelRow.lines, channel.lines);
    laying.flag(at + channelRow.turnAway, channel.turnAway);
    laying.flag(at + channelRow.disconnects, channel.disconnects);
    laying.int(at + channelRow.windows, places.windowsAt(channel.windows));
  });
  model.teams.forEach((team, k) => {
    const at = places.teamAt(k);
    laying.float(at + teamRow.waitingPlaces, team.waitingPlaces);
    laying.int(at + teamRow.index, k);
    laying.int(at + teamRow.key0, team.key0);
    laying.int(at + teamRow.key1, team.key1);
    laying.int(at + teamRow.windows, places.windowsAt(team.windows));
    laying.flag(at + teamRow.exemptsHandOvers, team.exemptsHandOvers);
  });
}

/** Laws that draw the same whatever the uniform is; below 0: it matters. */
function constantOf(kind: number, a: number): number {
  if (kind === lawKind.deterministic) return a;
  return kind === lawKind.never ? Number.POSITIVE_INFINITY : -1;
}

function layLaws(places: ModelPlaces): void {
  const { laying, model } = places;
  const sampler = lawSamplerOf(model);
  model.laws.forEach((law, k) => {
    const at = places.lawAt(k);
    const table = sampler.tableOf(k);
    laying.float(at + lawRow.scale, sampler.scaleOf(k));
    laying.float(at + lawRow.meanSeconds, law.meanSeconds);
    laying.float(at + lawRow.constant, constantOf(law.kind, law.a));
    laying.int(at + lawRow.table, table === null ? -1 : laying.lines(table));
    laying.int(at + lawRow.number, k);
  });
}

function layWindows(places: ModelPlaces, promises: PromiseTables): void {
  const { laying, model } = places;
  model.windows.forEach(({ bounds, openBefore }, k) => {
    const at = places.windowsAt(k);
    const byHour = promises.opened[k] as Int32Array;
    const rows = new Float64Array(4 * openBefore.length + 4);
    openBefore.forEach((before, i) => {
      const begin = bounds[2 * i] as number;
      const end = bounds[2 * i + 1] as number;
      rows.set([begin, end, before, before + (end - begin)], 4 * i);
    });
    const never = Number.POSITIVE_INFINITY;
    rows.set([never, never, 0, never], 4 * openBefore.length);
    laying.float(at + windowsRow.begin, never);
    laying.float(at + windowsRow.next, rows[0] as number);
    laying.int(at + windowsRow.bounds, laying.array(rows));
    laying.int(at + windowsRow.byHour, laying.array(byHour));
    laying.int(at + windowsRow.hours, byHour.length);
  });
  laying.float(places.alwaysOpen + windowsRow.end, Number.POSITIVE_INFINITY);
  laying.float(places.alwaysOpen + windowsRow.next, Number.POSITIVE_INFINITY);
}

function layDuty(places: ModelPlaces): void {
  const { laying, model } = places;
  const { timeSeconds, group, agent, agents, value, ordinal, day, chance, assignment } = model.duty;
  const first = laying.rows(dutyRow, timeSeconds.length);
  for (let k = 0, at = first; k < timeSeconds.length; k += 1, at += dutyRow.bytes) {
    laying.float(at + dutyRow.time, timeSeconds[k] as number);
    laying.float(at + dutyRow.value, value[k] as number);
    laying.float(at + dutyRow.chance, chance?.[k] ?? 1);
    laying.int(at + dutyRow.group, places.groupAt(group[k] as number));
    laying.int(at + dutyRow.agent, agent[k] as number);
    laying.int(at + dutyRow.agents, agents[k] as number);
    laying.int(at + dutyRow.ordinal, ordinal[k] as number);
    laying.int(at + dutyRow.day, day[k] as number);
    laying.int(at + dutyRow.assignment, assignment?.[k] ?? 0);
  }
  laying.int(stateAt + stateRow.duties, first);
  laying.int(stateAt + stateRow.duty, first);
  laying.int(stateAt + stateRow.dutiesEnd, first + timeSeconds.length * dutyRow.bytes);
  const { times, channels } = closings(model);
  const closing = laying.rows(closingRow, times.length);
  times.forEach((time, k) => {
    const at = closing + k * closingRow.bytes;
    laying.float(at + closingRow.time, time);
    laying.int(at + closingRow.channel, places.channelAt(channels[k] as number));
  });
  laying.int(stateAt + stateRow.closings, closing);
  laying.int(stateAt + stateRow.closing, closing);
  laying.int(stateAt + stateRow.closingsEnd, closing + times.length * closingRow.bytes);
}
