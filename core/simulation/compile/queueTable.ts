// The lines of a plan, each distinct one once.
import type { QueueModel } from '../model/compiledModel.ts';

export class QueueTable {
  readonly rows: QueueModel[] = [];
  /** Classes that can stand in each line. */
  readonly classesOf: Set<number>[] = [];
  private readonly known = new Map<string, number>();

  /** Index of the line in which contacts of a class stand. */
  add(model: QueueModel, classIndex: number): number {
    const name = JSON.stringify(model);
    let index = this.known.get(name);
    if (index === undefined) {
      index = this.rows.length;
      this.rows.push(model);
      this.classesOf.push(new Set());
      this.known.set(name, index);
    }
    this.classesOf[index]?.add(classIndex);
    return index;
  }
}
