// Promises on the resolution: the ages that contacts of a class reach on their way through the stages, as shares by
// parts of the target. Waits of one stage are taken as independent of those of the stages before.
import type { CompiledModel } from '../simulation/index.ts';
import { outcomeKind } from '../simulation/model/compiledModel.ts';
import { binOf, convolve, sumOf } from './ages.ts';
import { type Line, type Network, nextOf } from './network.ts';
import { ResolutionTimes } from './resolutionTimes.ts';
import type { Tallies } from './tallies.ts';
import { add, ageBins, lineCount, ofLine, type UnitSums } from './unitSums.ts';
import type { Unit } from './units.ts';
import type { WalkState } from './walk.ts';

const passes = 12;

/** Ages below the target by bin, then how many there are in all, the older ones too. */
const size = ageBins + 1;
/** Fewer than this are not followed. */
const leastFollowed = 1e-7;

/** Notes in a unit's sums that so many were answered after a wait, told by calendar (-1: elapsed). */
export function noteWait(
  { model, resolutionPromises }: WalkState,
  sums: UnitSums,
  place: number,
  classIndex: number,
  count: number,
  waitOn: (calendar: number) => number,
): void {
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
  /** Resolution promises. */
  private readonly promises: readonly number[];
  /** By promise and line: whether its waits count, the waits seen, and the same as shares. */
  private readonly isSeen: Uint8Array;
  private readonly waits: Float64Array;
  private readonly waitShares: Float64Array;
  private readonly lost: Float64Array;
  private readonly times: ResolutionTimes;
  private readonly nexts: (ReturnType<typeof nextOf> | undefined)[];
  /** Ages before each stage, the present ones, and those of who goes on from there; by stage whether somebody is before it. */
  private readonly before: Float64Array;
  private readonly isBefore: Uint8Array;
  private readonly ages = new Float64Array(ageBins);
  private readonly moved = new Float64Array(ageBins);

  constructor(model: CompiledModel, network: Network) {
    const { length } = network.lines;
    this.model = model;
    this.network = network;
    this.promises = model.promises.flatMap(({ clock }, p) => (clock === 'resolution' ? [p] : []));
    const rows = this.promises.length * length;
    this.isSeen = new Uint8Array(rows);
    this.waits = new Float64Array(rows * size);
    this.waitShares = new Float64Array(rows * ageBins);
    this.promises.forEach((p, i) => {
      const { ofClass } = model.promises[p] as CompiledModel['promises'][number];
      for (let l = 0; l < length; l += 1) {
        const { classIndex, isInternal } = network.lines[l] as Line;
        if (!isInternal && ofClass[classIndex] === 1) this.isSeen[i * length + l] = 1;
      }
    });
    this.lost = new Float64Array(length);
    this.times = new ResolutionTimes(model, network.lines, this.promises);
    this.nexts = Array.from({ length });
    const stages = this.promises.length === 0 ? 0 : model.stages.length;
    this.before = new Float64Array(stages * size);
    this.isBefore = new Uint8Array(stages);
  }

  /** Adds what the walk through a unit has noted. */
  absorb({ lines }: Unit, sums: UnitSums): void {
    const { promises, lost, isSeen, waits } = this;
    if (promises.length === 0) return;
    for (let place = 0; place < lines.length; place += 1) {
      const l = lines[place] as number;
      add(lost, l, sums.lines[place * lineCount + ofLine.lost] as number);
      for (let i = 0; i < promises.length; i += 1) {
        const row = i * lost.length + l;
        const from = (i * lines.length + place) * size;
        if (isSeen[row] === 0 || sums.ages[from + ageBins] === 0) continue;
        for (let bin = 0; bin < size; bin += 1) add(waits, row * size + bin, sums.ages[from + bin] as number);
      }
    }
  }

  /** Adds the attainment of every class, weighted by what people resolved. */
  decide(tallies: Tallies): void {
    if (this.promises.length === 0) return;
    const { offered, deflected, contained, bounced, turnedAway } = tallies.ofClass;
    const { classes, promises } = this.model;
    this.shareWaits();
    for (let i = 0; i < this.promises.length; i += 1) {
      const p = this.promises[i] as number;
      const { ofClass } = promises[p] as CompiledModel['promises'][number];
      for (let c = 0; c < classes.length; c += 1) {
        if (ofClass[c] !== 1 || (classes[c] as CompiledModel['classes'][number]).firstStage < 0) continue;
        const helped =
          (deflected[c] as number) +
          (contained[c] as number) +
          (bounced[c] as number) +
          (turnedAway[c] as number);
        const contacts = (offered[c] as number) - helped;
        if (contacts > 0) this.follow(tallies, p, i, c, contacts);
      }
    }
  }

  /** The waits of each line as shares of those who were answered there. */
  private shareWaits(): void {
    const { waits, waitShares, isSeen } = this;
    for (let row = 0; row < isSeen.length; row += 1) {
      const all = waits[row * size + ageBins] as number;
      if (all <= 0) continue;
      const share = 1 / all;
      for (let bin = 0; bin < ageBins; bin += 1)
        waitShares[row * ageBins + bin] = (waits[row * size + bin] as number) * share;
    }
  }

  private follow(tallies: Tallies, p: number, i: number, c: number, contacts: number): void {
    const { model, before, isBefore } = this;
    const { firstStage } = model.classes[c] as CompiledModel['classes'][number];
    const stages = this.stagesFrom(firstStage);
    for (let s = 0; s < stages.length; s += 1) isBefore[stages[s] as number] = 0;
    this.begin(firstStage, p, i, c);
    for (let pass = 0; pass < passes; pass += 1) {
      let isFollowed = false;
      for (let s = 0; s < stages.length; s += 1) {
        const stage = stages[s] as number;
        if (isBefore[stage] === 0 || (before[stage * size + ageBins] as number) < leastFollowed) continue;
        isFollowed = true;
        isBefore[stage] = 0;
        const l = this.lineOf(stage, i);
        if (l >= 0) this.passStage(tallies, p, i, c, contacts, stage, l);
      }
      if (!isFollowed) break;
    }
  }

  /** Lets those who are before a stage wait, be handled and go on. */
  private passStage(
    tallies: Tallies,
    p: number,
    i: number,
    c: number,
    contacts: number,
    stage: number,
    l: number,
  ): void {
    const { model, network, ages, moved, before, waits, times } = this;
    const promise = model.promises[p] as CompiledModel['promises'][number];
    const line = network.lines[l] as Line;
    const first = stage * size;
    const came = before[first + ageBins] as number;
    for (let bin = 0; bin < ageBins; bin += 1) ages[bin] = before[first + bin] as number;
    const row = i * network.lines.length + l;
    const waited = waits[row * size + ageBins] as number;
    const gone = (this.lost[l] as number) * (1 - (model.classes[c]?.redialShare ?? 0));
    const answered = waited + gone > 0 ? waited / (waited + gone) : 1;
    if (answered < 1 && promise.abandoned === 'missed')
      tallies.promiseWhole(p, c, line.team, came * (1 - answered) * contacts, 0);
    if (waited > 0) convolve(ages, this.waitShares, row * ageBins);
    times.handle(ages, i, l);
    for (let bin = 0; bin < ageBins; bin += 1) ages[bin] = (ages[bin] as number) * answered;
    const all = came * answered;
    if ((model.stages[stage]?.nextStage ?? -1) === -1) {
      const share = model.pairs[line.pair]?.resolvedBelow ?? 1;
      tallies.promiseWhole(p, c, line.team, all * share * contacts, sumOf(ages) * share * contacts);
    }
    const calendar = promise.calendarOfClass[c] as number;
    const nexts = this.nextsOf(l, line);
    for (let n = 0; n < nexts.length; n += 1) {
      const { stage: next, share, kind, law } = nexts[n] as (typeof nexts)[number];
      if (next < 0) continue;
      const isTurned = kind === outcomeKind.otherDepartment && !promise.pausesInOtherDepartment;
      for (let bin = 0; bin < ageBins; bin += 1) moved[bin] = (ages[bin] as number) * share;
      if (isTurned) times.turn(moved, i, law, calendar);
      this.hand(next, all * share);
    }
  }

  /** Adds the moved ages to those before another stage. */
  private hand(next: number, all: number): void {
    const { moved, before, isBefore } = this;
    const first = next * size;
    if (isBefore[next] === 0) {
      isBefore[next] = 1;
      for (let bin = 0; bin < size; bin += 1) before[first + bin] = 0;
    }
    for (let bin = 0; bin < ageBins; bin += 1) add(before, first + bin, moved[bin] as number);
    add(before, first + ageBins, all);
  }

  /** All stand before the first stage; the clock of a resolution starts before an assistant. */
  private begin(firstStage: number, p: number, i: number, c: number): void {
    const { before, isBefore, network, moved, times } = this;
    const { calendarOfClass } = this.model.promises[p] as CompiledModel['promises'][number];
    const first = firstStage * size;
    isBefore[firstStage] = 1;
    for (let bin = 0; bin < size; bin += 1) before[first + bin] = 0;
    before[first] = 1;
    before[first + ageBins] = 1;
    const assistant = network.lines[this.lineOf(firstStage, i)]?.assistant ?? null;
    if (assistant === null) return;
    for (let bin = 0; bin < ageBins; bin += 1) moved[bin] = before[first + bin] as number;
    times.turn(moved, i, assistant.law, calendarOfClass[c] as number);
    before[first] = 1 - assistant.share;
    for (let bin = 0; bin < ageBins; bin += 1)
      add(before, first + bin, (moved[bin] as number) * assistant.share);
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
    const { liveLine, deferredLine, lines } = this.network;
    const live = liveLine[stage] as number;
    const deferred = deferredLine[stage] as number;
    if (live === -1 || deferred === -1) return live === -1 ? deferred : live;
    const first = i * lines.length;
    const seen = (l: number): number => this.waits[(first + l) * size + ageBins] as number;
    return seen(live) >= seen(deferred) ? live : deferred;
  }
}
