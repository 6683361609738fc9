// Where the parts of a model stand in the kernel's memory, so that rows can name each other before they are written.
import type { CompiledModel } from '../model/compiledModel.ts';
import type { TallyLayout } from '../model/tallyLayout.ts';
import type { Laying } from './laying.ts';
import {
  channelRow,
  classRow,
  groupRow,
  lawRow,
  pairRow,
  queueRow,
  seriesRow,
  stageRow,
  tableRow,
  teamRow,
  windowsRow,
} from './rowPlaces.ts';

export class ModelPlaces {
  readonly model: CompiledModel;
  readonly layout: TallyLayout;
  readonly laying: Laying;
  /** The tally. */
  readonly values: number;
  readonly columnOf: number;
  /** How often each promise, and behind them that of nothing, was decided and kept, by interval of the horizon; bytes of an interval. */
  readonly promiseCounts: number;
  readonly promiseBytes: number;
  readonly classes: number;
  readonly teams: number;
  readonly channels: number;
  readonly windows: number;
  readonly laws: number;
  readonly stages: number;
  readonly pairs: number;
  readonly queues: number;
  readonly groups: number;
  readonly tables: number;
  readonly series: number;

  constructor(model: CompiledModel, layout: TallyLayout, laying: Laying, columnOf: Int32Array) {
    this.model = model;
    this.layout = layout;
    this.laying = laying;
    this.classes = laying.rows(classRow, model.classes.length);
    this.teams = laying.rows(teamRow, model.teams.length);
    this.channels = laying.rows(channelRow, model.channels.length);
    this.windows = laying.rows(windowsRow, model.windows.length + 1);
    this.laws = laying.rows(lawRow, model.laws.length);
    this.stages = laying.rows(stageRow, model.stages.length);
    this.pairs = laying.rows(pairRow, model.pairs.length);
    this.queues = laying.rows(queueRow, model.queues.length);
    this.groups = laying.rows(groupRow, model.groups.length);
    this.tables = laying.rows(tableRow, model.concurrency.length);
    this.series = laying.rows(seriesRow, 4 * model.teams.length + model.classes.length);
    this.columnOf = laying.array(columnOf);
    this.values = laying.take(8 * layout.size);
    this.promiseBytes = 8 * (model.promises.length + 1);
    this.promiseCounts = laying.take(this.promiseBytes * model.axis.absoluteIntervals);
  }

  /** A number of the tally. */
  value(at: number): number {
    return this.values + 8 * at;
  }

  // Of each part the place of number k, 0 for -1: none.
  classAt(k: number): number {
    return k < 0 ? 0 : this.classes + k * classRow.bytes;
  }
  teamAt(k: number): number {
    return this.teams + k * teamRow.bytes;
  }
  /** The tally's surprises of work of a team, by interval. */
  workSurplusAt(team: number): number {
    return this.value(this.layout.workSurplusAt + team * this.layout.intervals);
  }
  promiseCountsAt(k: number, interval: number): number {
    return this.promiseCounts + interval * this.promiseBytes + 8 * k;
  }
  channelAt(k: number): number {
    return k < 0 ? 0 : this.channels + k * channelRow.bytes;
  }
  /** Hours that are always open. */
  get alwaysOpen(): number {
    return this.windowsAt(this.model.windows.length);
  }

  windowsAt(k: number): number {
    return k < 0 ? 0 : this.windows + k * windowsRow.bytes;
  }
  lawAt(k: number): number {
    return k < 0 ? 0 : this.laws + k * lawRow.bytes;
  }
  stageAt(k: number): number {
    return k < 0 ? 0 : this.stages + k * stageRow.bytes;
  }
  pairAt(c: number, team: number): number {
    return this.pairs + (c * this.model.teams.length + team) * pairRow.bytes;
  }
  queueAt(k: number): number {
    return k < 0 ? 0 : this.queues + k * queueRow.bytes;
  }
  groupAt(k: number): number {
    return this.groups + k * groupRow.bytes;
  }
  tableAt(k: number): number {
    return k < 0 ? 0 : this.tables + k * tableRow.bytes;
  }
  /** Levels of a team: 0 waiting, 1 on duty, 2 busy, 3 over-run; and of a class. */
  teamSeriesAt(team: number, kind: number): number {
    return this.series + (4 * team + kind) * seriesRow.bytes;
  }
  classSeriesAt(c: number): number {
    return this.series + (4 * this.model.teams.length + c) * seriesRow.bytes;
  }
}
