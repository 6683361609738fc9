// The steps of time in which a plan is calculated: the intervals of its horizon, and what is known of each beforehand.
import { openSeconds, type Windows } from '../simulation/engine/openTime.ts';
import type { CompiledModel } from '../simulation/index.ts';

export interface Steps {
  readonly seconds: number;
  readonly count: number;
  readonly horizonSeconds: number;
  readonly warmUpSeconds: number;
  /** Interval of the reported axis for each step. */
  readonly intervalOf: Int32Array;
  /** Share of a step that lies in the counted time. */
  readonly counted: Float64Array;
}

/** Contacts that a class brings in each step, before anything else happens to them. */
export function arrivalsOf(model: CompiledModel, classIndex: number, steps: Steps): Float64Array {
  const arrivals = new Float64Array(steps.count);
  const { segments, arrivalsSeconds } = model.classes[classIndex] as CompiledModel['classes'][number];
  for (const at of arrivalsSeconds ?? []) {
    const k = Math.floor(at / steps.seconds);
    if (k < steps.count) arrivals[k] = (arrivals[k] as number) + 1;
  }
  if (segments !== null) {
    const { startsSeconds, ratePerSecond } = segments;
    for (let i = 0; i < ratePerSecond.length; i += 1) {
      const rate = ratePerSecond[i] as number;
      if (rate > 0) spread(arrivals, steps, startsSeconds[i] as number, startsSeconds[i + 1] as number, rate);
    }
  }
  return arrivals;
}

/** Adds `perSecond` over a stretch of time to the steps that it meets. */
export function spread(into: Float64Array, steps: Steps, from: number, to: number, perSecond: number): void {
  const end = Math.min(to, steps.horizonSeconds);
  for (let k = Math.max(0, Math.floor(from / steps.seconds)); k < steps.count; k += 1) {
    const start = Math.max(from, k * steps.seconds);
    const stop = Math.min(end, (k + 1) * steps.seconds);
    if (stop <= start) break;
    into[k] = (into[k] as number) + perSecond * (stop - start);
  }
}

/** The share of each step in which the windows are open. */
export function openShares(windows: Windows, steps: Steps): Float64Array {
  const shares = new Float64Array(steps.count);
  let before = 0;
  for (let k = 0; k < steps.count; k += 1) {
    const after = openSeconds(windows, (k + 1) * steps.seconds);
    shares[k] = Math.min(1, Math.max(0, (after - before) / steps.seconds));
    before = after;
  }
  return shares;
}

/** Mean agents on duty of each group in each step: planned counts and shifts, less the mean absence. */
export function agentsBySteps(model: CompiledModel, steps: Steps): Float64Array[] {
  const { duty, groups } = model;
  const agents = groups.map(() => new Float64Array(steps.count));
  const since = new Map<number, { at: number; level: number }>();
  const add = (g: number, from: number, to: number, level: number): void => {
    const group = groups[g];
    if (level <= 0 || to <= from || group === undefined) return;
    const present = level * (1 - group.absenceShare);
    spread(agents[g] as Float64Array, steps, from, to, present / steps.seconds);
  };
  for (let i = 0; i < duty.timeSeconds.length; i += 1) {
    const g = duty.group[i] as number;
    const at = duty.timeSeconds[i] as number;
    if (g < 0) continue;
    if (at >= steps.horizonSeconds) break;
    const value = duty.value[i] as number;
    const isCount = duty.agent[i] === -1;
    const last = since.get(g) ?? { at: 0, level: 0 };
    add(g, last.at, at, last.level);
    const people = (duty.agents[i] as number) * (duty.chance?.[i] ?? 1);
    const level = isCount ? value : last.level + (value === 1 ? people : -people);
    since.set(g, { at, level: Math.abs(level) < 1e-9 ? 0 : level });
  }
  for (const [g, { at, level }] of since) add(g, at, steps.horizonSeconds, level);
  return agents;
}

/** The grid of a model; a horizon in contacts ends when so many are expected to have come. */
export function stepsOf(model: CompiledModel): Steps {
  const { axis } = model;
  const seconds = axis.intervalSeconds;
  const horizon = Math.min(model.horizonSeconds, axis.absoluteIntervals * seconds);
  const grid = (horizonSeconds: number, warmUpSeconds: number): Steps => {
    const count = Math.max(1, Math.ceil(horizonSeconds / seconds - 1e-9));
    const counted = new Float64Array(count);
    const intervalOf = new Int32Array(count);
    for (let k = 0; k < count; k += 1) {
      const from = Math.max(k * seconds, warmUpSeconds);
      counted[k] = Math.max(0, Math.min((k + 1) * seconds, horizonSeconds) - from) / seconds;
      intervalOf[k] = axis.kind === 'week' ? (k + axis.firstWeekInterval) % axis.intervals : k;
    }
    return { seconds, count, horizonSeconds, warmUpSeconds, intervalOf, counted };
  };
  if (model.horizonSeconds !== Number.POSITIVE_INFINITY) return grid(horizon, model.warmUpSeconds);
  const whole = grid(horizon, 0);
  const all = new Float64Array(whole.count);
  model.classes.forEach(({ isInternal }, c) => {
    if (isInternal) return;
    arrivalsOf(model, c, whole).forEach((contacts, k) => {
      all[k] = (all[k] as number) + contacts;
    });
  });
  const instantOf = (contacts: number): number => {
    let sum = 0;
    for (let k = 0; k < whole.count; k += 1) {
      const here = all[k] as number;
      if (sum + here >= contacts) return (k + (here > 0 ? (contacts - sum) / here : 0)) * seconds;
      sum += here;
    }
    return horizon;
  };
  const warmUp = model.warmUpContacts > 0 ? instantOf(model.warmUpContacts) : model.warmUpSeconds;
  return grid(Math.max(seconds, instantOf(model.horizonContacts)), warmUp);
}
