// The ages that contacts of a class reach on their way through the stages, for one promise on the resolution: as shares by parts of its
// target. Waits of one stage are taken as independent of those of the stages before.
import type { CompiledModel } from '../simulation/index.ts';
import { outcomeKind } from '../simulation/model/compiledModel.ts';
import { convolve, sumOf } from './ages.ts';
import type { Lanes, Line } from './network.ts';
import { ResolutionTimes } from './resolutionTimes.ts';
import type { SteadyModel } from './steadyModel.ts';
import { add, ageBins } from './unitSums.ts';
import type { Ways } from './ways.ts';

const passes = 12;
/** Ages below the target by bin, then how many there are in all, the older ones too. */
const size = ageBins + 1;
/** Fewer than this are not followed. */
const leastFollowed = 1e-7;

/** Of one contact of a class: the part that ends at a team, and what of it is in time. */
interface PathEnd {
  readonly team: number;
  readonly all: number;
  readonly met: number;
}

/** A class as it was followed last: by what waits of which lines, with what ends. */
interface FollowedClass {
  readonly stages: readonly number[];
  readonly lines: readonly number[];
  readonly waits: Float64Array;
  readonly lost: Float64Array;
  ends: PathEnd[] | null;
}

type PromiseModel = CompiledModel['promises'][number];

/** Depends on the network, its ways, windows, axis and the promise; what was followed is found again where the waits are the same. */
export class ResolutionPaths {
  /** By line whether its waits count. */
  readonly isSeen: Uint8Array;
  private readonly promise: PromiseModel;
  private readonly network: Lanes;
  private readonly nexts: Ways['nexts'];
  private readonly classes: SteadyModel['classes'];
  private readonly stages: CompiledModel['stages'];
  private readonly pairs: CompiledModel['pairs'];
  private readonly times: ResolutionTimes;
  private readonly followed: (FollowedClass | undefined)[];
  /** Ages before each stage, the present ones, those of who goes on from there, and a wait; by stage whether somebody is before it. */
  private readonly before: Float64Array;
  private readonly isBefore: Uint8Array;
  private readonly ages = new Float64Array(ageBins);
  private readonly moved = new Float64Array(ageBins);
  private readonly wait = new Float64Array(ageBins);
  /** By line, in the answer that is asked for. */
  private waits: Float64Array = new Float64Array(0);
  private lost: Float64Array = new Float64Array(0);
  private ends: PathEnd[] = [];

  constructor(model: SteadyModel, network: Lanes, nexts: Ways['nexts'], promise: PromiseModel) {
    this.network = network;
    this.nexts = nexts;
    this.promise = promise;
    this.classes = model.classes;
    this.stages = model.stages;
    this.pairs = model.pairs;
    this.isSeen = Uint8Array.from(network.lines, ({ classIndex, isInternal }) =>
      !isInternal && promise.ofClass[classIndex] === 1 ? 1 : 0,
    );
    this.times = new ResolutionTimes(model, network.lines, promise.targetSeconds);
    this.followed = Array.from({ length: model.classes.length });
    this.before = new Float64Array(model.stages.length * size);
    this.isBefore = new Uint8Array(model.stages.length);
  }

  /** Where a contact of a class ends. `waits`: seen by line, in rows of bins and all; `lost`: contacts that left a line. */
  endsOf(c: number, waits: Float64Array, lost: Float64Array): readonly PathEnd[] {
    const known = this.followed[c] ?? this.classToFollow(c);
    this.followed[c] = known;
    const isSame = noteRows(known, waits, lost);
    if (isSame && known.ends !== null) return known.ends;
    this.waits = waits;
    this.lost = lost;
    this.ends = [];
    this.follow(c, known.stages);
    known.ends = this.ends;
    return known.ends;
  }

  private classToFollow(c: number): FollowedClass {
    const { liveLine, deferredLine } = this.network;
    const { firstStage } = this.classes[c] as SteadyModel['classes'][number];
    const stages = this.stagesFrom(firstStage);
    const lines = stages
      .flatMap((stage) => [liveLine[stage] as number, deferredLine[stage] as number])
      .filter((l) => l >= 0);
    const { length } = lines;
    return {
      ...{ stages, lines, waits: new Float64Array(length * size), lost: new Float64Array(length) },
      ends: null,
    };
  }

  private follow(c: number, stages: readonly number[]): void {
    const { before, isBefore } = this;
    for (let s = 0; s < stages.length; s += 1) isBefore[stages[s] as number] = 0;
    this.begin(c);
    for (let pass = 0; pass < passes; pass += 1) {
      let isFollowed = false;
      for (let s = 0; s < stages.length; s += 1) {
        const stage = stages[s] as number;
        if (isBefore[stage] === 0 || (before[stage * size + ageBins] as number) < leastFollowed) continue;
        isFollowed = true;
        isBefore[stage] = 0;
        const l = this.lineOf(stage);
        if (l >= 0) this.passStage(c, stage, l);
      }
      if (!isFollowed) break;
    }
  }

  /** Lets those who are before a stage wait, be handled and go on. */
  private passStage(c: number, stage: number, l: number): void {
    const { promise, ages, moved, before, times } = this;
    const line = this.network.lines[l] as Line;
    const first = stage * size;
    const came = before[first + ageBins] as number;
    for (let bin = 0; bin < ageBins; bin += 1) ages[bin] = before[first + bin] as number;
    const waited = this.waits[l * size + ageBins] as number;
    const gone = (this.lost[l] as number) * (1 - (this.classes[c]?.redialShare ?? 0));
    const answered = waited + gone > 0 ? waited / (waited + gone) : 1;
    if (answered < 1 && promise.abandoned === 'missed')
      this.ends.push({ team: line.team, all: came * (1 - answered), met: 0 });
    if (waited > 0) this.addWait(l, waited);
    times.handle(ages, l);
    for (let bin = 0; bin < ageBins; bin += 1) ages[bin] = (ages[bin] as number) * answered;
    const all = came * answered;
    if ((this.stages[stage]?.nextStage ?? -1) === -1) {
      const share = this.pairs[line.pair]?.resolvedBelow ?? 1;
      this.ends.push({ team: line.team, all: all * share, met: sumOf(ages) * share });
    }
    const calendar = promise.calendarOfClass[c] as number;
    const nexts = this.nexts[l] as Ways['nexts'][number];
    for (let n = 0; n < nexts.length; n += 1) {
      const { stage: next, share, kind, law } = nexts[n] as (typeof nexts)[number];
      if (next < 0) continue;
      for (let bin = 0; bin < ageBins; bin += 1) moved[bin] = (ages[bin] as number) * share;
      if (kind === outcomeKind.otherDepartment && !promise.pausesInOtherDepartment)
        times.turn(moved, law, calendar);
      this.hand(next, all * share);
    }
  }

  /** Adds the wait of a line, as shares of those who were answered there, to the present ages. */
  private addWait(l: number, waited: number): void {
    const { waits, wait } = this;
    const share = 1 / waited;
    for (let bin = 0; bin < ageBins; bin += 1) wait[bin] = (waits[l * size + bin] as number) * share;
    convolve(this.ages, wait, 0);
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

  /** One contact stands before the first stage; the clock of a resolution starts before an assistant. */
  private begin(c: number): void {
    const { before, isBefore, network, moved, times, promise } = this;
    const { firstStage } = this.classes[c] as SteadyModel['classes'][number];
    const first = firstStage * size;
    isBefore[firstStage] = 1;
    for (let bin = 0; bin < size; bin += 1) before[first + bin] = 0;
    before[first] = 1;
    before[first + ageBins] = 1;
    const assistant = network.lines[this.lineOf(firstStage)]?.assistant ?? null;
    if (assistant === null) return;
    for (let bin = 0; bin < ageBins; bin += 1) moved[bin] = before[first + bin] as number;
    times.turn(moved, assistant.law, promise.calendarOfClass[c] as number);
    before[first] = 1 - assistant.share;
    for (let bin = 0; bin < ageBins; bin += 1)
      add(before, first + bin, (moved[bin] as number) * assistant.share);
  }

  /** The stages that can be reached from a stage, in the order of the network. */
  private stagesFrom(first: number): readonly number[] {
    const { liveLine, deferredLine, placeOf } = this.network;
    const found = new Set([first]);
    for (const stage of found)
      for (const l of [liveLine[stage] as number, deferredLine[stage] as number])
        for (const next of this.nexts[l] ?? []) if (next.stage >= 0) found.add(next.stage);
    return [...found].sort((a, b) => (placeOf[a] as number) - (placeOf[b] as number));
  }

  /** The line of a stage in which most were seen. */
  private lineOf(stage: number): number {
    const { liveLine, deferredLine } = this.network;
    const live = liveLine[stage] as number;
    const deferred = deferredLine[stage] as number;
    if (live === -1 || deferred === -1) return live === -1 ? deferred : live;
    const { waits } = this;
    const isLive = (waits[live * size + ageBins] as number) >= (waits[deferred * size + ageBins] as number);
    return isLive ? live : deferred;
  }
}

/** Notes the waits of the lines of a class; whether they are those that were noted before. */
function noteRows({ lines, waits, lost }: FollowedClass, seen: Float64Array, gone: Float64Array): boolean {
  let isSame = true;
  for (let i = 0; i < lines.length; i += 1) {
    const l = lines[i] as number;
    if (lost[i] !== gone[l]) isSame = false;
    lost[i] = gone[l] as number;
    for (let bin = 0; bin < size; bin += 1) {
      const value = seen[l * size + bin] as number;
      if (waits[i * size + bin] !== value) isSame = false;
      waits[i * size + bin] = value;
    }
  }
  return isSame;
}
