// Promises on the resolution: the ages that contacts of a class reach on their way through the stages, as shares by
// parts of the target. Waits of one stage are taken as independent of those of the stages before.
import { openSeconds } from '../simulation/engine/openTime.ts';
import type { CompiledModel } from '../simulation/index.ts';
import { outcomeKind } from '../simulation/model/compiledModel.ts';
import { atomsOf } from './lawMoments.ts';
import { type Line, type Network, nextOf } from './network.ts';
import type { ClassSum, Tallies } from './tallies.ts';
import { add, ageBins, lineCount, ofLine, type UnitSums } from './unitSums.ts';
import type { Unit } from './units.ts';
import type { WalkState } from './walk.ts';

const passes = 12;

/** Ages below the target by bin, and how many there are in all, the older ones too. */
interface Ages {
  readonly below: Float64Array;
  all: number;
}

/** Notes in a unit's sums that so many were answered after a wait, told by calendar (-1: elapsed). */
export function noteWait(
  { model, resolutionPromises }: WalkState,
  sums: UnitSums,
  place: number,
  classIndex: number,
  count: number,
  waitOn: (calendar: number) => number,
): void {
  const size = ageBins + 1;
  const lines = sums.lines.length / lineCount;
  for (let i = 0; i < resolutionPromises.length; i += 1) {
    const promise = model.promises[resolutionPromises[i] as number] as CompiledModel['promises'][number];
    if (promise.ofClass[classIndex] !== 1) continue;
    const at = (i * lines + place) * size;
    add(sums.ages, at + ageBins, count);
    const bin = binOf(waitOn(promise.calendarOfClass[classIndex] as number), promise.targetSeconds);
    if (bin < ageBins) add(sums.ages, at + bin, count);
  }
}

export function noteLost(sums: UnitSums, place: number, count: number): void {
  add(sums.lines, place * lineCount + ofLine.lost, count);
}

export class Resolution {
  private readonly model: CompiledModel;
  private readonly network: Network;
  /** Resolution promises; and for each the waits seen in each line. */
  private readonly promises: readonly number[];
  private readonly waits: readonly (Ages | null)[][];
  private readonly lost: Float64Array;
  private readonly openShare = new Map<number, number>();
  /** Looked up once: atoms by law, where stages hand on to by line, times by what they depend on. */
  private readonly atoms = new Map<number, Float64Array>();
  private readonly nexts: (ReturnType<typeof nextOf> | undefined)[];
  private readonly times = new Map<string, Float64Array>();

  constructor(model: CompiledModel, network: Network) {
    this.model = model;
    this.network = network;
    this.promises = model.promises.flatMap(({ clock }, p) => (clock === 'resolution' ? [p] : []));
    this.waits = this.promises.map((p) =>
      network.lines.map(({ classIndex, isInternal }) =>
        !isInternal && model.promises[p]?.ofClass[classIndex] === 1
          ? { below: new Float64Array(ageBins), all: 0 }
          : null,
      ),
    );
    this.lost = new Float64Array(network.lines.length);
    this.nexts = Array.from({ length: network.lines.length });
  }

  /** Adds what the walk through a unit has noted. */
  absorb({ lines }: Unit, sums: UnitSums): void {
    if (this.promises.length === 0) return;
    lines.forEach((l, place) => {
      add(this.lost, l, sums.lines[place * lineCount + ofLine.lost] as number);
      this.promises.forEach((_, i) => {
        const ages = this.waits[i]?.[l];
        if (ages === null || ages === undefined) return;
        const at = (i * lines.length + place) * (ageBins + 1);
        for (let bin = 0; bin < ageBins; bin += 1) add(ages.below, bin, sums.ages[at + bin] as number);
        ages.all += sums.ages[at + ageBins] as number;
      });
    });
  }

  /** Adds the attainment of every class, weighted by what people resolved. */
  decide(tallies: Tallies): void {
    this.promises.forEach((p, i) => {
      const { ofClass } = this.model.promises[p] as CompiledModel['promises'][number];
      this.model.classes.forEach((entry, c) => {
        if (ofClass[c] !== 1) return;
        const sum = (name: ClassSum): number => tallies.ofClass[name][c] as number;
        const helped = sum('deflected') + sum('contained') + sum('bounced') + sum('turnedAway');
        const contacts = sum('offered') - helped;
        if (entry.firstStage >= 0 && contacts > 0) this.follow(tallies, p, i, c, contacts);
      });
    });
  }

  private follow(tallies: Tallies, p: number, i: number, c: number, contacts: number): void {
    const { model, network } = this;
    const promise = model.promises[p] as CompiledModel['promises'][number];
    const calendar = promise.calendarOfClass[c] as number;
    const mass = new Map<number, Ages>();
    const first = { below: new Float64Array(ageBins), all: 1 };
    first.below[0] = 1;
    const { firstStage } = model.classes[c] as CompiledModel['classes'][number];
    mass.set(firstStage, this.afterAssistant(first, network.lines[this.lineOf(firstStage, i)], p, c));
    const ended: { team: number; all: number; met: number }[] = [];
    const stages = this.stagesFrom(firstStage);
    for (let pass = 0; pass < passes && mass.size > 0; pass += 1) {
      for (const stage of stages) {
        const ages = mass.get(stage);
        if (ages === undefined || ages.all < 1e-7) continue;
        mass.delete(stage);
        const l = this.lineOf(stage, i);
        const line = network.lines[l];
        if (line === undefined) continue;
        const waits = this.waits[i]?.[l] as Ages;
        const gone = (this.lost[l] as number) * (1 - (model.classes[c]?.redialShare ?? 0));
        const answered = waits.all + gone > 0 ? waits.all / (waits.all + gone) : 1;
        if (answered < 1 && promise.abandoned === 'missed')
          ended.push({ team: line.team, all: ages.all * (1 - answered), met: 0 });
        const after = later(ages, waits, this.handlingOf(line, promise.targetSeconds), answered);
        const pair = model.pairs[line.pair] ?? null;
        const isPassing = (model.stages[stage]?.nextStage ?? -1) !== -1;
        if (!isPassing) {
          const share = pair?.resolvedBelow ?? 1;
          ended.push({ team: line.team, all: after.all * share, met: sumOf(after.below) * share });
        }
        for (const next of this.nextsOf(l, line)) {
          const turnaround =
            next.kind === outcomeKind.otherDepartment && !promise.pausesInOtherDepartment
              ? this.turnaroundOf(next.law, calendar, promise.targetSeconds)
              : null;
          const moved = scaled(after, next.share);
          const there = turnaround === null ? moved : later(moved, null, turnaround, 1);
          const known = mass.get(next.stage);
          if (known === undefined) mass.set(next.stage, there);
          else {
            for (let bin = 0; bin < ageBins; bin += 1) add(known.below, bin, there.below[bin] as number);
            known.all += there.all;
          }
        }
      }
    }
    for (const { team, all, met } of ended) tallies.promiseWhole(p, c, team, all * contacts, met * contacts);
  }

  /** The clock of a resolution starts before an assistant. */
  private afterAssistant(first: Ages, line: Line | undefined, p: number, c: number): Ages {
    const { assistant = null } = line ?? {};
    if (assistant === null) return first;
    const { targetSeconds, calendarOfClass } = this.model.promises[p] as CompiledModel['promises'][number];
    const taken = this.turnaroundOf(assistant.law, calendarOfClass[c] as number, targetSeconds);
    const met = later(first, null, taken, assistant.share);
    const { below } = scaled(first, 1 - assistant.share);
    for (let bin = 0; bin < ageBins; bin += 1) add(below, bin, met.below[bin] as number);
    return { below, all: first.all };
  }

  /** The stages that can be reached from a stage, in the order of the network. */
  private stagesFrom(first: number): readonly number[] {
    const { liveLine, deferredLine, lines, placeOf } = this.network;
    const found = new Set([first]);
    for (const stage of found)
      for (const l of [liveLine[stage] as number, deferredLine[stage] as number]) {
        const line = lines[l];
        if (line !== undefined)
          for (const next of this.nextsOf(l, line)) if (next.stage >= 0) found.add(next.stage);
      }
    return [...found].sort((a, b) => (placeOf[a] as number) - (placeOf[b] as number));
  }

  private nextsOf(l: number, { stage, pair }: Line): ReturnType<typeof nextOf> {
    const nexts = this.nexts[l] ?? nextOf(this.model, stage, pair);
    this.nexts[l] = nexts;
    return nexts;
  }

  /** The line of a stage in which most were seen. */
  private lineOf(stage: number, i: number): number {
    const { liveLine, deferredLine } = this.network;
    const live = liveLine[stage] as number;
    const deferred = deferredLine[stage] as number;
    if (live === -1) return deferred;
    return (this.waits[i]?.[live]?.all ?? 0) >= (this.waits[i]?.[deferred]?.all ?? 0) ? live : deferred;
  }

  private handlingOf(line: Line, target: number): Float64Array {
    const law = this.model.laws[line.handlingLaw];
    const stretch = law === undefined || law.meanSeconds <= 0 ? 1 : line.spanSeconds / law.meanSeconds;
    return this.sharesOf(line.handlingLaw, stretch, target);
  }

  private turnaroundOf(law: number, calendar: number, target: number): Float64Array {
    return this.sharesOf(law, this.openShareOf(calendar), target);
  }

  /** A stretched law by parts of the target. */
  private sharesOf(law: number, stretch: number, target: number): Float64Array {
    const name = `${law} ${stretch} ${target}`;
    let shares = this.times.get(name);
    if (shares === undefined) {
      shares = new Float64Array(ageBins);
      const atoms = this.atomsOf(law);
      for (const atom of atoms) addTo(shares, (atom * stretch) / target, 1 / atoms.length);
      this.times.set(name, shares);
    }
    return shares;
  }

  private atomsOf(law: number): Float64Array {
    const row = this.model.laws[law];
    const atoms = this.atoms.get(law) ?? (row === undefined ? Float64Array.of(0) : atomsOf(row));
    this.atoms.set(law, atoms);
    return atoms;
  }

  private openShareOf(calendar: number): number {
    if (calendar === -1) return 1;
    let share = this.openShare.get(calendar);
    if (share === undefined) {
      const span = this.model.axis.absoluteIntervals * this.model.axis.intervalSeconds;
      share = openSeconds(this.model.windows[calendar] as CompiledModel['windows'][number], span) / span;
      this.openShare.set(calendar, share);
    }
    return share;
  }
}

const binOf = (seconds: number, target: number): number =>
  Math.floor((Math.max(0, seconds) / Math.max(1e-9, target)) * ageBins);

/** Adds a share at a part of the target, divided between the two ageBins next to it. */
function addTo(shares: Float64Array, part: number, share: number): void {
  const at = part * ageBins;
  const low = Math.floor(at);
  if (low < ageBins) shares[low] = (shares[low] as number) + share * (1 - (at - low));
  if (low + 1 < ageBins) shares[low + 1] = (shares[low + 1] as number) + share * (at - low);
}

function sumOf(values: Float64Array): number {
  let all = 0;
  for (let bin = 0; bin < ageBins; bin += 1) all += values[bin] as number;
  return all;
}

function scaled({ below, all }: Ages, share: number): Ages {
  const parts = new Float64Array(ageBins);
  for (let bin = 0; bin < ageBins; bin += 1) parts[bin] = (below[bin] as number) * share;
  return { below: parts, all: all * share };
}

/** Ages after a wait and another time. */
function later(ages: Ages, waits: Ages | null, then: Float64Array, answered: number): Ages {
  const waited =
    waits === null || waits.all <= 0 ? ages.below : convolved(ages.below, scaled(waits, 1 / waits.all).below);
  return scaled({ below: convolved(waited, then), all: ages.all }, answered);
}

/** What is short beside the target has few bins that are not empty; to add nothing changes nothing. */
function convolved(one: Float64Array, other: Float64Array): Float64Array {
  const both = new Float64Array(ageBins);
  let end = ageBins;
  while (end > 0 && other[end - 1] === 0) end -= 1;
  for (let i = 0; i < ageBins; i += 1) {
    const here = one[i] as number;
    if (here === 0) continue;
    const last = Math.min(end, ageBins - i);
    for (let j = 0; j < last; j += 1) both[i + j] = (both[i + j] as number) + here * (other[j] as number);
  }
  return both;
}
