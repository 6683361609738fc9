// The level of each promise in each period by formula, and how far chance in the queues may move it: an approximation that says in
// milliseconds what many replications say exactly.
import { type Answer, answerOf } from '../evaluate/evaluate.ts';
import { squareOf } from '../evaluate/lawMoments.ts';
import { log } from '../numerics/log.ts';
import type { CompiledModel } from '../simulation/index.ts';

/** Level of a promise in one period, and its variance by chance. */
export interface PeriodLevel {
  readonly counted: number;
  readonly level: number;
  readonly variance: number;
}

/** By how much the volume is raised to see how the levels bend, where days do not vary by themselves. */
const raised = 0.04;
const secondsPerDay = 86_400;

interface Sums {
  readonly counted: Float64Array;
  readonly met: Float64Array;
}

/**
 * By promise the periods with somebody to count. A level moves by chance in three ways: each contact is met or not (binomial); work
 * comes in lumps, so an interval has more or less of it than expected (its relative variance is (1 + cv^2) over the contacts that
 * the teams of the promise take) and the level bends with it as with the volume; and whole days are busier or quieter (busy-day
 * factor). Periods stand alone. Worst where a queue outlasts its interval: then intervals hang together, and chance is larger.
 */
export function periodLevelsOf(model: CompiledModel): readonly (readonly PeriodLevel[])[] {
  const spread = model.busyDayShape > 0 ? Math.min(0.95, Math.sqrt(1 / model.busyDayShape)) : 0;
  const [low, high] = spread > 0 ? [1 - spread, 1 + spread] : [1, 1 + raised];
  const at = (factor: number): Answer => answerOf(model, { days: [{ factor, weight: 1 }] });
  const quiet = at(low);
  const busy = at(high);
  const perLogarithm = 1 / log(high / low);
  return model.promises.map((promise, p) => {
    const before = sumsOf(quiet, p);
    const after = sumsOf(busy, p);
    const { count, seconds } = quiet.steps;
    const periodOf = promise.periods === 0 ? () => 0 : (k: number) => promise.periodOfInterval[k] ?? 0;
    const periods = Array.from({ length: Math.max(1, promise.periods) }, () => new PeriodSums());
    const lumps = lumpsOf(model, quiet, p);
    for (let k = 0; k < count; k += 1) {
      const n =
        spread > 0 ? ((before.counted[k] ?? 0) + (after.counted[k] ?? 0)) / 2 : (before.counted[k] ?? 0);
      if (!(n > 1e-9)) continue;
      const quietLevel = levelAt(before, k);
      const busyLevel = levelAt(after, k);
      const met = spread > 0 ? ((before.met[k] ?? 0) + (after.met[k] ?? 0)) / 2 : (before.met[k] ?? 0);
      const bend = quietLevel === null || busyLevel === null ? 0 : (busyLevel - quietLevel) * perLogarithm;
      periods[periodOf(k)]?.add(
        n,
        Math.min(1, Math.max(0, met / n)),
        bend,
        Math.floor((k * seconds) / secondsPerDay),
      );
    }
    return periods.flatMap((one) => one.level(lumps, spread));
  });
}

/** Sums of one period over its steps. */
class PeriodSums {
  private counted = 0;
  private met = 0;
  private binomial = 0;
  private lumpy = 0;
  private readonly byDay = new Map<number, number>();

  add(counted: number, level: number, bend: number, day: number): void {
    this.counted += counted;
    this.met += counted * level;
    this.binomial += counted * level * (1 - level);
    this.lumpy += counted * bend * bend;
    this.byDay.set(day, (this.byDay.get(day) ?? 0) + counted * bend);
  }

  level(lumps: number, dayCv: number): PeriodLevel[] {
    if (this.counted === 0) return [];
    let days = 0;
    for (const moved of this.byDay.values()) days += (dayCv * moved) ** 2;
    const variance = (this.binomial + lumps * this.lumpy + days) / this.counted ** 2;
    return [{ counted: this.counted, level: this.met / this.counted, variance }];
  }
}

const levelAt = ({ counted, met }: Sums, k: number): number | null =>
  (counted[k] ?? 0) > 1e-9 ? Math.min(1, (met[k] ?? 0) / (counted[k] as number)) : null;

/** Counted and met of a promise by step; one that is known over the whole horizon only is spread evenly over it. */
function sumsOf({ model, steps, tallies }: Answer, p: number): Sums {
  const { count } = steps;
  const counted = tallies.overTime.all.promiseSteps.counted.subarray(p * count, (p + 1) * count);
  const met = tallies.overTime.all.promiseSteps.met.subarray(p * count, (p + 1) * count);
  if (model.promises[p]?.clock !== 'resolution') return { counted, met };
  const classes = model.classes.length;
  const sum = (of: Float64Array): number =>
    of.subarray(p * classes, (p + 1) * classes).reduce((all, one) => all + one, 0);
  return {
    counted: new Float64Array(count).fill(sum(tallies.promiseClass.counted) / count),
    met: new Float64Array(count).fill(sum(tallies.promiseClass.met) / count),
  };
}

/**
 * How lumpy work is for a promise: (1 + cv^2) of the handling of its contacts, by the share that they are of all contacts that its
 * teams take. Example: exponential handling, teams of their own: 2.
 */
function lumpsOf(model: CompiledModel, { tallies }: Answer, p: number): number {
  const classes = model.classes.length;
  const teams = model.teams.length;
  let counted = 0;
  let mean = 0;
  let square = 0;
  for (let c = 0; c < classes; c += 1) {
    const n = tallies.promiseClass.counted[p * classes + c] as number;
    const team = model.stages[model.classes[c]?.firstStage ?? -1]?.homeTeam;
    const law = team === undefined ? undefined : model.laws[model.pairs[c * teams + team]?.handlingLaw ?? -1];
    if (n === 0 || law === undefined) continue;
    counted += n;
    mean += n * law.meanSeconds;
    square += n * squareOf(law);
  }
  if (!(mean > 0)) return 2;
  let taken = 0;
  for (let t = 0; t < teams; t += 1) {
    if ((tallies.promiseTeam.counted[p * teams + t] as number) > 0)
      taken += tallies.ofTeam.visits[t] as number;
  }
  return ((square * counted) / (mean * mean)) * Math.min(1, counted / Math.max(counted, taken));
}
