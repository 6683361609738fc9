// What is drawn over time, added up from what the units counted once somebody asks for it: the figures beside a plan never do.
import type { CompiledModel } from '../simulation/index.ts';
import type { Steps } from './steps.ts';
import {
  add,
  channelLines,
  groupSums,
  ofGroup,
  onChannel,
  onTeam,
  teamLines,
  type UnitSums,
} from './unitSums.ts';
import type { Unit } from './units.ts';

export type ChannelLine = (typeof channelLines)[number];
export type TeamLine = (typeof groupSums)[number] | (typeof teamLines)[number];

export interface Attained {
  readonly counted: Float64Array;
  readonly met: Float64Array;
}
export const attained = (size: number): Attained => ({
  counted: new Float64Array(size),
  met: new Float64Array(size),
});

export interface Sums {
  /** By channel or team and interval of the axis: place `index * intervals + interval`. */
  readonly channels: Readonly<Record<ChannelLine, Float64Array>>;
  readonly teams: Readonly<Record<TeamLine, Float64Array>>;
  readonly promises: Attained;
  /** By promise and step, from the start of the horizon on. */
  readonly promiseSteps: Attained;
}

/** Of the sums of a unit what is told by step. */
type Series = Pick<UnitSums, 'channelSeries' | 'teamSeries' | 'groupSeries' | 'promiseSeries'>;

interface Walked {
  readonly unit: Unit;
  readonly series: Series;
  readonly weight: number;
}

const arraysBy = <Name extends string>(names: readonly Name[], size: number) =>
  Object.fromEntries(names.map((name) => [name, new Float64Array(size)])) as Record<Name, Float64Array>;

export class OverTime {
  private readonly model: CompiledModel;
  private readonly steps: Steps;
  private walked: Walked[] = [];
  /** Groups to which no work ever comes, with who is on duty in them. */
  private idle: { readonly team: number; readonly agents: Float64Array }[] = [];
  private sums: Sums | null = null;

  constructor(model: CompiledModel, steps: Steps) {
    this.model = model;
    this.steps = steps;
  }

  absorb(unit: Unit, sums: UnitSums, weight: number): void {
    const { channelSeries, teamSeries, groupSeries, promiseSeries } = sums;
    this.walked.push({ unit, weight, series: { channelSeries, teamSeries, groupSeries, promiseSeries } });
  }

  absorbIdle(team: number, agents: Float64Array): void {
    this.idle.push({ team, agents });
  }

  get all(): Sums {
    this.sums ??= this.added();
    return this.sums;
  }

  private added(): Sums {
    const { axis, channels, teams, promises } = this.model;
    const sums: Sums = {
      channels: arraysBy(channelLines, channels.length * axis.intervals),
      teams: arraysBy([...groupSums, ...teamLines], teams.length * axis.intervals),
      promises: attained(promises.length * axis.intervals),
      promiseSteps: attained(promises.length * this.steps.count),
    };
    for (const one of this.walked) this.add(sums, one);
    for (const { team, agents } of this.idle) this.addIdle(sums.teams.dutySeconds, team, agents);
    this.walked = [];
    this.idle = [];
    return sums;
  }

  private add(sums: Sums, { unit, series, weight }: Walked): void {
    unit.groups.forEach((g, place) => {
      const team = this.model.groups[g]?.team ?? 0;
      for (const name of groupSums) {
        const row = place * groupSums.length + ofGroup[name];
        this.fold(series.groupSeries, row, sums.teams[name], team, weight);
      }
    });
    unit.channels.forEach((channel, place) => {
      for (const name of channelLines) {
        const row = place * channelLines.length + onChannel[name];
        this.fold(series.channelSeries, row, sums.channels[name], channel, weight);
      }
    });
    unit.teams.forEach((team, place) => {
      for (const name of teamLines) {
        const row = place * teamLines.length + onTeam[name];
        this.fold(series.teamSeries, row, sums.teams[name], team, weight);
      }
    });
    this.addPromises(sums, unit, series, weight);
  }

  private addPromises(sums: Sums, unit: Unit, { promiseSeries }: Series, weight: number): void {
    const { count, counted, intervalOf } = this.steps;
    const { intervals } = this.model.axis;
    unit.promises.forEach((p, i) => {
      for (const [what, name] of (['counted', 'met'] as const).entries()) {
        const row = (i * 2 + what) * count;
        for (let k = 0; k < count; k += 1) {
          const value = (promiseSeries[row + k] as number) * weight;
          if (value === 0) continue;
          add(sums.promiseSteps[name], p * count + k, value);
          const place = p * intervals + (intervalOf[k] as number);
          add(sums.promises[name], place, value * (counted[k] as number));
        }
      }
    });
  }

  private addIdle(into: Float64Array, team: number, agents: Float64Array): void {
    const { count, seconds, intervalOf } = this.steps;
    const start = team * this.model.axis.intervals;
    for (let k = 0; k < count; k += 1) {
      const duty = (agents[k] as number) * seconds;
      if (duty !== 0) add(into, start + (intervalOf[k] as number), duty);
    }
  }

  /** Adds a row of steps to the intervals of the axis. */
  private fold(from: Float64Array, row: number, into: Float64Array, index: number, weight: number): void {
    const { count, intervalOf } = this.steps;
    const first = row * count;
    const start = index * this.model.axis.intervals;
    for (let k = 0; k < count; k += 1) {
      const value = from[first + k] as number;
      if (value !== 0) add(into, start + (intervalOf[k] as number), value * weight);
    }
  }
}
