// The classes that arrive in a unit, and what comes back to them, laid down for the kernel.
import type { SteadyClass } from '../steadyModel.ts';
import { channelLines, frontCount } from '../unitSums.ts';
import type { Unit } from '../units.ts';
import type { Walk } from '../walk.ts';
import type { LaidWalk } from './laidUnit.ts';
import { backRow, classRow } from './rowPlaces.ts';
import type { FrontSeries } from './unitRoom.ts';

type Entry = SteadyClass;

/** Gives where the rows begin and end. */
export function layClasses(laid: LaidWalk): readonly [number, number] {
  const { lay, walk, unit, classAt } = laid;
  const { steady: model } = walk.ground;
  const arriving = unit.classes.filter((c) => (model.classes[c] as Entry).firstStage >= 0);
  const first = lay.rows(classRow, arriving.length);
  arriving.forEach((c, i) => {
    classAt[c] = first + i * classRow.bytes;
    layClass(laid, c, first + i * classRow.bytes);
  });
  return [first, first + arriving.length * classRow.bytes];
}

/** All of a class but how busy the day is. */
function layClass({ lay, walk, unit, room, lineAt, lawAt }: LaidWalk, c: number, at: number): void {
  const { steady: model, lanes: network, steps, open: channels } = walk.ground;
  const entry = model.classes[c] as Entry;
  const place = unit.classes.indexOf(c);
  const live = network.liveLine[entry.firstStage] as number;
  const line = live === -1 ? (network.deferredLine[entry.firstStage] as number) : live;
  const open = channels[entry.channel] ?? null;
  const { returning, atChannel, atPeople } = room.series.get(c) as FrontSeries;
  lay.float(at + classRow.selfServiceTried, entry.selfServiceTried);
  lay.float(at + classRow.selfServiceDeflected, entry.selfServiceDeflected);
  lay.float(at + classRow.assistantShare, entry.assistantShare);
  lay.float(at + classRow.assistantResolved, entry.assistantResolved);
  lay.float(at + classRow.assistantHandedOver, entry.assistantHandedOver);
  lay.int(at + classRow.returning, returning);
  lay.int(at + classRow.atChannel, atChannel);
  lay.int(at + classRow.atPeople, atPeople);
  lay.int(at + classRow.arrivals, room.arrivals + place * 8 * steps.count);
  lay.int(at + classRow.selfServiceLaw, entry.selfServiceTried > 0 ? lawAt(entry.selfServiceDelayLaw) : 0);
  lay.int(at + classRow.assistantLaw, entry.assistantShare > 0 ? lawAt(entry.assistantTimeLaw) : 0);
  lay.int(at + classRow.bounceLaw, entry.bounceDelayLaw === -1 ? 0 : lawAt(entry.bounceDelayLaw));
  lay.int(at + classRow.line, lineAt[line] ?? 0);
  lay.int(at + classRow.open, open === null ? 0 : lay.array(open));
  lay.int(at + classRow.at, place * frontCount);
  lay.int(at + classRow.channelRow, unit.channels.indexOf(entry.channel) * channelLines.length);
  lay.flag(at + classRow.isInternal, entry.isInternal);
  lay.flag(at + classRow.isLive, entry.live);
}

/** What a day is to the classes of a unit: how many contacts they bring. */
export function layDay({ front, ground }: Walk, unit: Unit, classAt: Int32Array, floats: Float64Array): void {
  for (const c of unit.classes) {
    const at = classAt[c] as number;
    if (at === 0) continue;
    const { isInternal } = ground.model.classes[c] as Entry;
    floats[(at + classRow.factor) >> 3] = isInternal ? 1 : front.factor;
  }
}

/** Where contacts are noted that come back to their class: those whose problem is back, by law, and those who try again. */
export interface LaidBacks {
  readonly first: number;
  readonly end: number;
  readonly backAt: (classIndex: number, law: number) => number;
  readonly againAt: (classIndex: number) => number;
}

export function layBacks({ lay, walk, unit, room, lawAt }: LaidWalk): LaidBacks {
  const { steady: model, lanes: network, rows } = walk.ground;
  const { series, nowhere } = room;
  const places = new Map<number, { readonly into: number; readonly law: number; readonly place: number }>();
  const note = (name: number, into: number, law: number): void => {
    if (!places.has(name)) places.set(name, { into, law, place: places.size });
  };
  // Of each class first those who try again, then by law those who come back; -1 is a law, too.
  const named = (c: number, law: number): number => c * (model.laws.length + 2) + law + 2;
  const again = -2;
  const classOf = (l: number): number => network.lines[l]?.classIndex ?? 0;
  for (const l of unit.lines) {
    const law = rows.returnLaw[l] as number;
    note(named(classOf(l), law), (series.get(classOf(l)) ?? nowhere).returning, law);
  }
  for (const l of unit.lines) {
    const law = model.classes[classOf(l)]?.redialDelayLaw ?? -1;
    note(named(classOf(l), again), (series.get(classOf(l)) ?? nowhere).atPeople, law);
  }
  const first = lay.rows(backRow, places.size);
  for (const { into, law, place } of places.values()) {
    lay.int(first + place * backRow.bytes + backRow.into, into);
    lay.int(first + place * backRow.bytes + backRow.law, lawAt(law));
  }
  const at = (name: number): number => first + (places.get(name)?.place ?? 0) * backRow.bytes;
  return {
    first,
    end: first + places.size * backRow.bytes,
    backAt: (c, law) => at(named(c, law)),
    againAt: (c) => at(named(c, again)),
  };
}
