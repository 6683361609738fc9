// Whether a wait keeps a promise: on the clock of the promise, elapsed or by open time, with what the handling adds.
import { exp } from '../numerics/exp.ts';
import { openSeconds } from '../simulation/engine/openTime.ts';
import type { CompiledModel } from '../simulation/index.ts';
import { atomsOf, shareWithin } from './lawMoments.ts';
import type { Line } from './network.ts';

/** A promise that a line decides. */
export interface LinePromise {
  readonly promise: number;
  /** Place of the promise in the unit of the line. */
  readonly place: number;
  readonly targetSeconds: number;
  readonly calendar: number;
  /** The handling counts too: the first response of deferred work is the end of its first handling. */
  readonly withHandling: boolean;
}

export class PromiseClock {
  private readonly model: CompiledModel;
  private readonly stepSeconds: number;
  private readonly openAt = new Map<number, Float64Array>();
  private readonly atoms = new Map<number, Float64Array>();
  private readonly all: number;

  constructor(model: CompiledModel, stepSeconds: number, all: number) {
    this.model = model;
    this.stepSeconds = stepSeconds;
    this.all = all;
  }

  promisesOf(line: Line, unitPromises: readonly number[]): LinePromise[] {
    const entry = this.model.classes[line.classIndex];
    if (entry === undefined || line.isInternal) return [];
    return unitPromises.flatMap((p, place): LinePromise[] => {
      const promise = this.model.promises[p];
      if (promise === undefined) return [];
      if (promise.ofClass[line.classIndex] !== 1) return [];
      const calendar = promise.calendarOfClass[line.classIndex] as number;
      const base = { promise: p, place, targetSeconds: promise.targetSeconds, calendar };
      if (promise.clock === 'wait')
        return promise.ofTeam[line.team] === 1 ? [{ ...base, withHandling: false }] : [];
      if (promise.clock !== 'firstResponse' || entry.firstStage !== line.stage) return [];
      return [{ ...base, withHandling: !entry.answeredAtBegin && !promise.beginCounts }];
    });
  }

  /** Time between the middles of two steps on a calendar; -1: elapsed. */
  between(calendar: number, from: number, to: number): number {
    if (calendar === -1) return (to - from) * this.stepSeconds;
    const open = this.openUpTo(calendar);
    return (open[to] ?? 0) - (open[from] ?? 0);
  }

  /** Open seconds up to the middle of each step. */
  openUpTo(calendar: number): Float64Array {
    let open = this.openAt.get(calendar);
    if (open === undefined) {
      const windows = this.model.windows[calendar] as CompiledModel['windows'][number];
      open = Float64Array.from({ length: this.all + 1 }, (_, k) =>
        openSeconds(windows, (k + 0.5) * this.stepSeconds),
      );
      this.openAt.set(calendar, open);
    }
    return open;
  }

  /**
   * The share that is in time of those who came in one step and begin in another, where the share `late.share` waits
   * another exponential time of mean `late.seconds` by chance.
   */
  kept(
    line: Line,
    { targetSeconds, calendar, withHandling }: LinePromise,
    came: number,
    begun: number,
    late: { readonly share: number; readonly seconds: number },
  ): number {
    const rest = targetSeconds - this.between(calendar, came, begun);
    if (rest < 0) return 0;
    const done = withHandling ? shareWithin(this.atomsOf(line), rest) : 1;
    const chance = late.seconds > 0 ? late.share * exp(-rest / late.seconds) : 0;
    return done * (1 - chance);
  }

  /** Of the handling of a line. */
  atomsOf(line: Line): Float64Array {
    let atoms = this.atoms.get(line.handlingLaw);
    if (atoms === undefined) {
      const law = this.model.laws[line.handlingLaw];
      atoms = law === undefined ? new Float64Array(1) : atomsOf(law);
      this.atoms.set(line.handlingLaw, atoms);
    }
    return atoms;
  }
}
