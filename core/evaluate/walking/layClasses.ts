// The classes that arrive in a unit, and what comes back to them, laid down for the kernel.
import type { CompiledModel } from '../../simulation/index.ts';
import type { Laying } from '../../simulation/whole/laying.ts';
import { channelLines, frontCount } from '../unitSums.ts';
import type { Unit } from '../units.ts';
import type { Walk } from '../walk.ts';
import type { LaidWalk } from './layWalk.ts';
import { backRow, classRow } from './rowPlaces.ts';

/** Places of the series of a class; as in core/evaluate/front.ts. */
export interface FrontSeries {
  readonly returning: number;
  readonly atChannel: number;
  readonly atPeople: number;
}

export const frontSeries = (lay: Laying, steps: number): FrontSeries => ({
  returning: lay.take(8 * steps),
  atChannel: lay.take(8 * steps),
  atPeople: lay.take(8 * steps),
});

type Entry = CompiledModel['classes'][number];

/** Gives where the rows begin and end. */
export function layClasses(
  laid: LaidWalk,
  unit: Unit,
  series: ReadonlyMap<number, FrontSeries>,
): readonly [number, number] {
  const { lay, walk } = laid;
  const { model } = walk.state;
  const arriving = unit.classes.filter((c) => (model.classes[c] as Entry).firstStage >= 0);
  const first = lay.rows(classRow, arriving.length);
  arriving.forEach((c, i) => {
    layClass(laid, unit, c, series.get(c) as FrontSeries, first + i * classRow.bytes);
  });
  return [first, first + arriving.length * classRow.bytes];
}

function layClass(laid: LaidWalk, unit: Unit, c: number, series: FrontSeries, at: number): void {
  const { lay, walk, lineAt, lawAt } = laid;
  const { model, network } = walk.state;
  const entry = model.classes[c] as Entry;
  const place = unit.classes.indexOf(c);
  const live = network.liveLine[entry.firstStage] as number;
  const line = live === -1 ? (network.deferredLine[entry.firstStage] as number) : live;
  const open = walk.front.open[entry.channel] ?? null;
  const floats = {
    factor: entry.isInternal ? 1 : walk.front.factor,
    selfServiceTried: entry.selfServiceTried,
    selfServiceDeflected: entry.selfServiceDeflected,
    assistantShare: entry.assistantShare,
    assistantResolved: entry.assistantResolved,
    assistantHandedOver: entry.assistantHandedOver,
  };
  for (const [name, value] of Object.entries(floats))
    lay.float(at + classRow[name as keyof typeof floats], value);
  const ints = {
    ...series,
    arrivals: lay.array(walk.front.arrivals[c] as Float64Array),
    selfServiceLaw: entry.selfServiceTried > 0 ? lawAt(entry.selfServiceDelayLaw) : 0,
    assistantLaw: entry.assistantShare > 0 ? lawAt(entry.assistantTimeLaw) : 0,
    bounceLaw: entry.bounceDelayLaw === -1 ? 0 : lawAt(entry.bounceDelayLaw),
    line: lineAt.get(line) ?? 0,
    open: open === null ? 0 : lay.array(open),
    at: place * frontCount,
    channelRow: unit.channels.indexOf(entry.channel) * channelLines.length,
    isInternal: entry.isInternal ? 1 : 0,
    isLive: entry.live ? 1 : 0,
  };
  for (const [name, value] of Object.entries(ints)) lay.int(at + classRow[name as keyof typeof ints], value);
  const turned = unit.promises.flatMap((p, i) => {
    const { turnedAwayMissed, ofClass, clock } = model.promises[p] as CompiledModel['promises'][number];
    return turnedAwayMissed && ofClass[c] === 1 && clock !== 'wait'
      ? [place * unit.promises.length + i, i]
      : [];
  });
  lay.list(turned, at + classRow.turned, at + classRow.turnedEnd);
}

/** Where contacts are noted that come back to their class: those whose problem is back, by law, and those who try again. */
export interface LaidBacks {
  readonly first: number;
  readonly end: number;
  readonly backAt: (classIndex: number, law: number) => number;
  readonly againAt: (classIndex: number) => number;
}

export function layBacks(
  { state, ground }: Walk,
  unit: Unit,
  lay: Laying,
  lawAt: (law: number) => number,
  series: ReadonlyMap<number, FrontSeries>,
): LaidBacks {
  const { model, network, rows } = state;
  const nowhere = frontSeries(lay, ground.all);
  const places = new Map<string, { readonly into: number; readonly law: number; readonly place: number }>();
  const note = (name: string, into: number, law: number): void => {
    if (!places.has(name)) places.set(name, { into, law, place: places.size });
  };
  const classOf = (l: number): number => network.lines[l]?.classIndex ?? 0;
  for (const l of unit.lines) {
    const law = rows.returnLaw[l] as number;
    note(`${classOf(l)} ${law}`, (series.get(classOf(l)) ?? nowhere).returning, law);
  }
  for (const l of unit.lines) {
    const law = model.classes[classOf(l)]?.redialDelayLaw ?? -1;
    note(`${classOf(l)} again`, (series.get(classOf(l)) ?? nowhere).atPeople, law);
  }
  const first = lay.rows(backRow, places.size);
  for (const { into, law, place } of places.values()) {
    lay.int(first + place * backRow.bytes + backRow.into, into);
    lay.int(first + place * backRow.bytes + backRow.law, lawAt(law));
  }
  const at = (name: string): number => first + (places.get(name)?.place ?? 0) * backRow.bytes;
  return {
    first,
    end: first + places.size * backRow.bytes,
    backAt: (c, law) => at(`${c} ${law}`),
    againAt: (c) => at(`${c} again`),
  };
}
