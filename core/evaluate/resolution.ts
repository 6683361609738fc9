// Promises on the resolution: the waits that lines note for them, and from these what is kept of them in the end.
import type { CompiledModel } from '../simulation/index.ts';
import { binOf } from './ages.ts';
import type { Ground } from './ground.ts';
import type { ResolutionPaths } from './resolutionPaths.ts';
import type { Tallies } from './tallies.ts';
import { add, ageBins, lineCount, ofLine, type UnitSums } from './unitSums.ts';
import type { Unit } from './units.ts';
import type { WalkState } from './walk.ts';

/** Waits below the target by bin, then how many there are in all, the longer ones too. */
const size = ageBins + 1;

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

/** A promise on the resolution in one answer. */
interface Followed {
  readonly promise: number;
  readonly paths: ResolutionPaths;
  /** By line. */
  readonly waits: Float64Array;
}

export class Resolution {
  private readonly model: CompiledModel;
  private readonly promises: readonly Followed[];
  private readonly lost: Float64Array;

  constructor({ model, network, resolutionPromises, resolutionPaths }: Ground) {
    const { length } = network.lines;
    this.model = model;
    this.promises = resolutionPromises.map((promise, i) => {
      const paths = resolutionPaths[i] as ResolutionPaths;
      return { promise, paths, waits: new Float64Array(length * size) };
    });
    this.lost = new Float64Array(length);
  }

  /** Adds what the walk through a unit has noted. */
  absorb({ lines }: Unit, sums: UnitSums): void {
    const { promises, lost } = this;
    if (promises.length === 0) return;
    for (let place = 0; place < lines.length; place += 1)
      add(lost, lines[place] as number, sums.lines[place * lineCount + ofLine.lost] as number);
    for (let i = 0; i < promises.length; i += 1) {
      const { paths, waits } = promises[i] as Followed;
      for (let place = 0; place < lines.length; place += 1) {
        const l = lines[place] as number;
        const from = (i * lines.length + place) * size;
        if (paths.isSeen[l] === 0 || sums.ages[from + ageBins] === 0) continue;
        for (let bin = 0; bin < size; bin += 1) add(waits, l * size + bin, sums.ages[from + bin] as number);
      }
    }
  }

  /** Adds the attainment of every class, weighted by what people resolved. */
  decide(tallies: Tallies): void {
    const { offered, deflected, contained, bounced, turnedAway } = tallies.ofClass;
    const { classes, promises } = this.model;
    for (const { promise: p, paths, waits } of this.promises) {
      const { ofClass } = promises[p] as CompiledModel['promises'][number];
      for (let c = 0; c < classes.length; c += 1) {
        if (ofClass[c] !== 1 || (classes[c] as CompiledModel['classes'][number]).firstStage < 0) continue;
        const helped =
          (deflected[c] as number) +
          (contained[c] as number) +
          (bounced[c] as number) +
          (turnedAway[c] as number);
        const contacts = (offered[c] as number) - helped;
        if (!(contacts > 0)) continue;
        for (const { team, all, met } of paths.endsOf(c, waits, this.lost))
          tallies.promiseWhole(p, c, team, all * contacts, met * contacts);
      }
    }
  }
}
