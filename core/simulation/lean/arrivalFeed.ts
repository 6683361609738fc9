// Arrivals of all classes in one order of time, made ahead in blocks: when, of which class, which of them, and how long a
// first handling by the home team would take. Tight loops over a block are faster than single draws between other work.
import type { ArrivalProcess } from '../engine/arrivalProcess.ts';
import { EventCalendar } from '../engine/eventCalendar.ts';
import { purpose } from '../engine/streams.ts';
import type { CompiledModel } from '../model/compiledModel.ts';
import { type ArenaPieces, arenaFloats, arenaInts, placeOf } from './arena.ts';
import { drawn, sampleTable } from './leanDraws.ts';
import type { LeanKeys } from './leanKeys.ts';
import type { LeanModel } from './leanModel.ts';
import type { LeanTables } from './leanTables.ts';

// A module's own constants are folded into compiled code, imported ones are not.
const floats = arenaFloats;
const ints = arenaInts;
const DRAWN = drawn;

const blockSize = 1024;
const noOne = -1;

export class ArrivalFeed {
  /** Places of the block in the arena; the time after the last arrival of a block is infinite. */
  readonly time: number;
  readonly classIndex: number;
  readonly ordinal: number;
  readonly handling: number;
  /** Arrivals in the block. */
  size = 0;
  private readonly lean: LeanModel;
  private readonly tables: LeanTables;
  private readonly processes: readonly ArrivalProcess[];
  private readonly order: EventCalendar;
  /** By class: home team of the first stage, key of the handling there, its law. */
  private readonly keys: Int32Array;
  private readonly laws: Int32Array;
  /** Arrivals made so far of a single class. */
  private made = 0;

  constructor(
    pieces: ArenaPieces,
    model: CompiledModel,
    lean: LeanModel,
    tables: LeanTables,
    keys: LeanKeys,
    processes: readonly ArrivalProcess[],
  ) {
    this.lean = lean;
    this.tables = tables;
    this.processes = processes;
    this.time = placeOf(pieces.floats(blockSize + 1));
    this.handling = placeOf(pieces.floats(blockSize));
    this.classIndex = placeOf(pieces.ints(blockSize));
    this.ordinal = placeOf(pieces.ints(blockSize));
    const { classes, teams, pairs } = model;
    this.keys = new Int32Array(2 * classes.length);
    this.laws = new Int32Array(classes.length).fill(noOne);
    classes.forEach((entry, c) => {
      const team = lean.teamOfStage[entry.firstStage] as number;
      keys.write(this.keys, 2 * c, c, team, purpose.handling);
      this.laws[c] = pairs[c * teams.length + team]?.handlingLaw ?? noOne;
    });
    this.order = new EventCalendar(classes.length + 1, (a, b) => a < b);
    if (processes.length > 1) {
      processes.forEach((process, c) => {
        process.advance();
        if (process.nextTime < Number.POSITIVE_INFINITY) this.order.push(process.nextTime, c);
      });
    }
  }

  /** Makes the next block, of at most so many arrivals. */
  refill(most: number): void {
    const wanted = Math.min(blockSize, most);
    if (this.processes.length === 1) this.fillOfOne(this.processes[0] as ArrivalProcess, wanted);
    else this.fillMerged(wanted);
    floats[this.time + this.size] = Number.POSITIVE_INFINITY;
    this.drawHandling();
  }

  /** Time of the first arrival of the block; infinity if there is none. */
  firstTime(): number {
    return floats[this.time] as number;
  }

  private fillOfOne(process: ArrivalProcess, wanted: number): void {
    process.fill(floats, this.time, this.made, wanted);
    let size = wanted;
    while (size > 0 && (floats[this.time + size - 1] as number) === Number.POSITIVE_INFINITY) size -= 1;
    for (let i = 0; i < size; i += 1) ints[(this.ordinal + i) | 0] = (this.made + i) | 0;
    this.size = size;
    this.made += size;
  }

  private fillMerged(wanted: number): void {
    const { order, processes } = this;
    let size = 0;
    while (size < wanted && order.size > 0) {
      const c = order.nextCode();
      const process = processes[c] as ArrivalProcess;
      floats[(this.time + size) | 0] = process.nextTime;
      ints[(this.classIndex + size) | 0] = c;
      ints[(this.ordinal + size) | 0] = process.nextOrdinal;
      process.advance();
      if (process.nextTime === Number.POSITIVE_INFINITY) order.pop();
      else order.replace(process.nextTime, c);
      size += 1;
    }
    this.size = size;
  }

  private drawHandling(): void {
    if (this.processes.length === 1) {
      this.drawOfClass(0, 0, this.size);
      return;
    }
    // Runs of one class after the other.
    let from = 0;
    while (from < this.size) {
      const c = ints[this.classIndex + from] as number;
      let to = from + 1;
      while (to < this.size && (ints[this.classIndex + to] as number) === c) to += 1;
      this.drawOfClass(c, from, to);
      from = to;
    }
  }

  private drawOfClass(c: number, from: number, to: number): void {
    const law = this.laws[c] as number;
    if (law === noOne) return;
    const { sampler } = this.lean;
    const handling = this.handling | 0;
    const ordinal = this.ordinal | 0;
    const table = ints[this.tables.lawTable + law] as number;
    const scale = floats[this.tables.lawScale + law] as number;
    const k0 = (this.keys[2 * c] as number) | 0;
    const k1 = (this.keys[2 * c + 1] as number) | 0;
    for (let i = from; i < to; i += 1) {
      const own = ints[(ordinal + i) | 0] as number;
      if (sampleTable(table, k0, k1, own)) floats[(handling + i) | 0] = (floats[DRAWN] as number) * scale;
      else floats[(handling + i) | 0] = sampler.sampleAt(law, k0, k1, own);
    }
  }
}
