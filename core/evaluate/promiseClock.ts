// Whether a wait keeps a promise: on the clock of the promise, elapsed or by open time, with what the handling adds.
import { exp } from '../numerics/exp.ts';
import { quantileOf } from '../simulation/engine/laws.ts';
import { openSeconds } from '../simulation/engine/openTime.ts';
import type { CompiledModel } from '../simulation/index.ts';
import { atomsOf, levelOf, shareWithin } from './lawMoments.ts';
import type { Line } from './network.ts';
import type { SteadyModel } from './steadyModel.ts';

/** So many shares stand for the time of an assistant. */
const assistantParts = 4;

/**
 * A promise that a line decides; where an assistant has taken some of the time, several: each with what it left to a share of the
 * contacts, those without it first. Below 0: nothing was left.
 */
export interface LinePromise {
  readonly promise: number;
  /** Place of the promise in the unit of the line. */
  readonly place: number;
  readonly targetSeconds: number;
  /** Share of the contacts of the line. */
  readonly weight: number;
  readonly calendar: number;
  /** The handling counts too: the first response of deferred work is the end of its first handling. */
  readonly withHandling: boolean;
}

/** What no promise changes: open seconds up to the middle of each step by calendar, and the times of handling by law. */
export interface ClockTimes {
  readonly openAt: Map<number, Float64Array>;
  readonly atoms: Map<number, Float64Array>;
}

export const clockTimes = (): ClockTimes => ({ openAt: new Map(), atoms: new Map() });

export class PromiseClock {
  private readonly model: SteadyModel;
  private readonly stepSeconds: number;
  private readonly openAt: ClockTimes['openAt'];
  private readonly atoms: ClockTimes['atoms'];
  private readonly all: number;

  constructor(model: SteadyModel, stepSeconds: number, all: number, times = clockTimes()) {
    this.model = model;
    this.stepSeconds = stepSeconds;
    this.all = all;
    this.openAt = times.openAt;
    this.atoms = times.atoms;
  }

  promisesOf(line: Line, unitPromises: readonly number[]): LinePromise[] {
    const found: LinePromise[] = [];
    const entry = this.model.classes[line.classIndex];
    if (entry === undefined || line.isInternal) return found;
    const isFirst = entry.firstStage === line.stage;
    for (let place = 0; place < unitPromises.length; place += 1) {
      const p = unitPromises[place] as number;
      const promise = this.model.promises[p] as CompiledModel['promises'][number];
      if (promise.ofClass[line.classIndex] !== 1) continue;
      const isWait = promise.clock === 'wait';
      if (isWait ? promise.ofTeam[line.team] !== 1 : promise.clock !== 'firstResponse' || !isFirst) continue;
      const whole: LinePromise = {
        promise: p,
        place,
        targetSeconds: promise.targetSeconds,
        weight: 1,
        calendar: promise.calendarOfClass[line.classIndex] as number,
        withHandling: !isWait && !entry.answeredAtBegin && !promise.beginCounts,
      };
      if (isWait || line.assistant === null) found.push(whole);
      else found.push(...this.afterAssistant(whole, line.assistant));
    }
    return found;
  }

  private afterAssistant(whole: LinePromise, { share, law }: NonNullable<Line['assistant']>): LinePromise[] {
    const row = this.model.laws[law] as CompiledModel['laws'][number];
    const { targetSeconds } = whole;
    const within = levelOf(row, targetSeconds);
    const found: LinePromise[] = [{ ...whole, weight: 1 - share }];
    for (let i = 0; i < assistantParts && within > 0; i += 1) {
      const taken = quantileOf(row, (within * (i + 0.5)) / assistantParts);
      const left = Math.max(0, targetSeconds - taken);
      found.push({ ...whole, targetSeconds: left, weight: (share * within) / assistantParts });
    }
    if (within < 1) found.push({ ...whole, targetSeconds: -1, weight: share * (1 - within) });
    return found;
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
